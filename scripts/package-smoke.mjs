// `npm run package:smoke`: starts what `npm run package` has made, as a person would who has just downloaded it, with
// an empty home. Linux only. A packaged executable lets no test tool in, so it is asked through its control socket
// and looked at on the screen. Leaves a picture of each window in dist/.

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openDisplay } from './display.mjs'
import { outFolder, packagedExecutable } from './packaging/places.mjs'
import { distinctColours, readScreen, toPng } from './packaging/screen.mjs'
import { reportAndExit, SetUpProblem } from './setup/set-up-problem.mjs'
import { inTemporaryFolder } from './setup/temporary-folder.mjs'

/** An empty screen or window has a handful of colours; a page with its lettering, edges smoothed, more than these. */
const COLOURS_OF_A_PAGE = 500

/** Ample for a first start on a busy machine, in ms; it takes about ten seconds. */
const SHOWN_WITHIN_MS = 90_000
const ENDED_WITHIN_MS = 10_000

/** Would lead a development build elsewhere, and must not lead a package anywhere. */
const IGNORED = {
  ELECTRON_RUN_AS_NODE: '1',
  NODE_OPTIONS: '--require=/nonexistent-script.cjs',
  F1_USER_DATA: '/nonexistent-profile',
  F1_NOW: 'not an instant',
}

const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : []

try {
  if (process.platform !== 'linux')
    throw new SetUpProblem('Only packages for Linux can be tried by this script.')
  if (!existsSync(packagedExecutable()))
    throw new SetUpProblem('Nothing is packaged yet: run `npm run package` first.')
  await tryEverything()
} catch (error) {
  reportAndExit(error)
}

async function tryEverything() {
  const made = readdirSync(outFolder)
  const deb = made.find((name) => name.endsWith('.deb'))
  const contents = made.find((name) => name.endsWith('.squashfs'))
  const appImage = made.find((name) => name.endsWith('.AppImage'))
  await inTemporaryFolder(join(tmpdir(), 'f1-smoke-'), async (folder) => {
    await tryOne('unpacked', packagedExecutable(), folder)
    if (deb !== undefined) {
      const root = join(folder, 'deb')
      run('dpkg-deb', ['-x', join(outFolder, deb), root])
      await tryOne('deb', join(root, 'opt/F1 Sculpture Gallery/f1-sculpture-gallery'), folder)
    }
    if (contents !== undefined) {
      const root = join(folder, 'app-dir')
      run('unsquashfs', ['-quiet', '-no-progress', '-d', root, join(outFolder, contents)])
      await tryOne('appimage-contents', join(root, 'AppRun'), folder)
    }
    if (appImage !== undefined) await tryOne('appimage', join(outFolder, appImage), folder)
  })
}

/**
 * @param {string} name
 * @param {string} executable
 * @param {string} folder For the home that it is given.
 */
async function tryOne(name, executable, folder) {
  const home = join(folder, `${name}-home`)
  mkdirSync(home)
  const places = { HOME: home, XDG_CONFIG_HOME: join(home, 'c'), XDG_CACHE_HOME: join(home, 'k') }
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...bare } = process.env
  const alone = health(executable, { ...bare, ...IGNORED, ...places })
  requireThat(partState(alone, 'scheduler') === 'off', 'the command line runs alone, without a display')
  requireThat(partState(alone, 'workers') === 'ok', 'worker threads start out of the archive')

  const display = await openDisplay()
  const env = { ...display.env, ...IGNORED, ...places }
  const startedAt = Date.now()
  const app = spawn(executable, [...AS_ROOT, '--disable-gpu', '--enable-unsafe-swiftshader'], {
    env,
    stdio: 'ignore',
  })
  try {
    const answer = await firstAnswer(join(places.XDG_CONFIG_HOME, 'F1 Sculpture Gallery/control/socket'))
    requireThat(answer.ok, 'the window answers through its control socket')
    const answeredMs = Date.now() - startedAt
    const { screenFile } = display
    if (screenFile !== null) {
      const picture = await shownPicture(screenFile)
      writeFileSync(join(outFolder, `smoke-${name}.png`), toPng(picture))
    }
    const shownMs = Date.now() - startedAt
    const asked = health(executable, env)
    requireThat(partState(asked, 'scheduler') !== 'off', 'the command line asks the window that is open')
    const ended = once(app, 'exit')
    app.kill('SIGTERM')
    const isEnded = await Promise.race([
      ended.then(() => true),
      setTimeout(ENDED_WITHIN_MS, false, { ref: false }),
    ])
    requireThat(isEnded, 'it ends when it is told to')
    console.log(
      `${name} ${alone.version}: answers after ${answeredMs} ms, its page is seen after ${shownMs} ms`,
    )
  } finally {
    app.kill('SIGKILL')
    await display.close()
  }
}

/**
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ version: string, parts: { part: string, state: string }[] }}
 */
function health(executable, env) {
  return JSON.parse(run(executable, [...AS_ROOT, 'health', '--json'], env))
}

/**
 * @param {ReturnType<typeof health>} report
 * @param {string} part
 */
function partState(report, part) {
  return report.parts.find((each) => each.part === part)?.state
}

/**
 * @param {string} socket
 * @returns {Promise<{ ok: boolean }>}
 */
async function firstAnswer(socket) {
  return await within(SHOWN_WITHIN_MS, 'nobody answers on the control socket', async () => {
    if (!existsSync(socket)) return null
    const line = createConnection(socket)
    line.on('error', () => {}) // it was just being opened: asked again
    line.write(`${JSON.stringify({ version: 1, name: 'warming:getStatus' })}\n`)
    const [answer] = await Promise.race([once(line, 'data'), once(line, 'close').then(() => [null])])
    line.destroy()
    return answer === null ? null : JSON.parse(String(answer))
  })
}

/** @param {string} screenFile */
async function shownPicture(screenFile) {
  return await within(SHOWN_WITHIN_MS, 'the window shows nothing', async () => {
    const picture = readScreen(screenFile)
    return distinctColours(picture) >= COLOURS_OF_A_PAGE ? picture : null
  })
}

/**
 * @template T
 * @param {number} ms
 * @param {string} otherwise
 * @param {() => Promise<T | null>} look
 * @returns {Promise<T>}
 */
async function within(ms, otherwise, look) {
  for (const startedAt = Date.now(); Date.now() - startedAt < ms; await setTimeout(250)) {
    const found = await look()
    if (found !== null) return found
  }
  throw new SetUpProblem(`After ${ms / 1000} s ${otherwise}.`)
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} Standard output.
 */
function run(command, args, env = process.env) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { env, encoding: 'utf8' })
  if (status !== 0) throw new SetUpProblem(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}`)
  return stdout
}

/**
 * @param {boolean} holds
 * @param {string} what
 */
function requireThat(holds, what) {
  if (!holds) throw new SetUpProblem(`It does not hold that ${what}.`)
}
