// The window that is used at random: the real application on a profile of its own, with the simulated season served on
// loopback as if it were the archive. Nothing it does reaches beyond a temporary folder.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron } from 'playwright'
import { projectRoot } from '../setup/folders.mjs'

/** The ones the gallery's tests use: pictures in software, at one pixel a pixel. */
const SWITCHES = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--force-device-scale-factor=1',
]

/** A page that is busy longer than this, ms, is told of; a picture in software may take seconds. */
const ACTION_WITHIN_MS = 30_000

/**
 * @typedef {object} Ground
 * @property {import('playwright').ElectronApplication} app
 * @property {import('playwright').Page} page
 * @property {string} logFile
 * @property {(link: string) => Promise<void>} startAgain As when a person opens a link: a second start, which hands it over.
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} folder A new one.
 * @param {NodeJS.ProcessEnv} displayEnv
 * @returns {Promise<Ground>}
 */
export async function openGround(folder, displayEnv) {
  const home = join(folder, 'home')
  const userData = join(folder, 'profile')
  const exports = join(folder, 'exports')
  await Promise.all([home, userData, exports].map((each) => mkdir(each, { recursive: true })))
  const season = await serveSeason(join(folder, 'server'))
  /** @type {Record<string, string>} */
  const env = {}
  for (const [name, value] of Object.entries(displayEnv)) if (value !== undefined) env[name] = value
  // Starting at log-in writes into the user's own configuration; this one is thrown away.
  Object.assign(env, {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    F1_USER_DATA: userData,
    F1_ARCHIVE_URL: `${season.url}/static`,
    F1_JOLPICA_URL: `${season.url}/ergast/f1`,
  })
  const args = [...SWITCHES, projectRoot]
  const app = await _electron.launch({ args, env })
  const page = await app.firstWindow()
  page.setDefaultTimeout(ACTION_WITHIN_MS)
  await answerDialogs(app, exports)
  const program = await app.evaluate(() => process.execPath)
  return {
    app,
    page,
    logFile: join(userData, 'logs', 'gallery.log'),
    startAgain: async (link) => {
      const second = spawn(program, [...args, link], { env, stdio: 'ignore' })
      await once(second, 'exit')
    },
    close: async () => {
      await app.close()
      season.stop()
    },
  }
}

/**
 * The system's dialogs cannot be driven: they are called off, but that every third file is saved.
 * @param {import('playwright').ElectronApplication} app
 * @param {string} folder Where files are saved.
 */
async function answerDialogs(app, folder) {
  await app.evaluate(({ dialog, shell }, into) => {
    let saves = 0
    Object.assign(dialog, {
      showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
      /** @param {{ defaultPath?: string }[]} asked The last is the options; a window may come before them. */
      showSaveDialog: (...asked) => {
        saves += 1
        const name = asked.at(-1)?.defaultPath?.split(/[/\\]/).at(-1) ?? 'file'
        return Promise.resolve(
          saves % 3 === 0
            ? { canceled: false, filePath: `${into}/${saves}-${name}` }
            : { canceled: true, filePath: '' },
        )
      },
      showMessageBox: () => Promise.resolve({ response: 0, checkboxChecked: false }),
      showErrorBox: () => {},
    })
    Object.assign(shell, {
      openPath: () => Promise.resolve(''),
      openExternal: () => Promise.resolve(),
      showItemInFolder: () => {},
    })
  }, folder)
}

/** @param {string} folder */
async function serveSeason(folder) {
  const server = spawn(
    process.execPath,
    [join(projectRoot, 'out', 'main', 'cli.js'), 'demo', 'serve', '--json'],
    {
      env: { ...process.env, F1_USER_DATA: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const stop = () => void server.kill()
  process.once('exit', stop)
  const line = String((await once(createInterface({ input: server.stdout }), 'line'))[0])
  const { url } = /** @type {{ url: string }} */ (JSON.parse(line))
  return { url, stop }
}
