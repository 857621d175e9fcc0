// Owns the Electron binary behind node_modules/electron: fetches the official one the ordinary way, and only
// where that fails on Linux x64 puts the fallback runtime in its place. Both end up where `require('electron')`,
// electron-vite and Playwright look, so nobody else needs to know which one it is.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  fallbackVersion,
  isFallback,
  isFallbackPossible,
  isIntactFallback,
  provideFallback,
} from './electron-fallback.mjs'
import { projectRoot } from './folders.mjs'
import { runNodeQuietly } from './run-quietly.mjs'
import { SetUpProblem } from './set-up-problem.mjs'
import { inTemporaryFolder } from './temporary-folder.mjs'

const packageFolder = join(projectRoot, 'node_modules', 'electron')
const distFolder = join(packageFolder, 'dist')
/** Written last by Electron's own installer and by us: without it the binary does not count as installed. */
const pathFile = join(packageFolder, 'path.txt')

/** The download is given up when no byte has come for this long, in ms, however slow the line is otherwise. */
const STALLED_AFTER_MS = 60_000
/** How often the growth of the download is looked at, in ms. */
const LOOK_EVERY_MS = 5_000
/** While the fallback is in use, the official download is tried again once a day (ms): a network that was down
 * for a moment must not leave a person on the old Electron for good. */
const TRY_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000

/**
 * @typedef {object} InstalledRuntime
 * @property {string} wantedVersion Version of the electron package.
 * @property {string | null} binary Path from path.txt, null if there is none or it points nowhere.
 * @property {string | null} officialVersion Version of an official build, null if it is none.
 * @property {boolean} isIntactFallback Whether it is the fallback, as we left it.
 * @property {number} triedAgoMs Since the official download was last tried.
 */

/**
 * @param {InstalledRuntime} installed
 * @param {boolean} [isChosenByUser] The user points to a build of their own.
 * @returns {'ready' | 'try-official'}
 */
export function nextStep(installed, isChosenByUser = false) {
  if (isChosenByUser) return 'ready'
  if (installed.binary === null) return 'try-official'
  if (installed.officialVersion === installed.wantedVersion) return 'ready'
  if (installed.isIntactFallback && installed.triedAgoMs < TRY_AGAIN_AFTER_MS) return 'ready'
  return 'try-official'
}

export const electronRuntime = {
  isReady() {
    return nextStep(inspect(), isChosenByUser()) === 'ready'
  },

  /** @param {{ log: (line: string) => void }} options */
  async provide({ log }) {
    // Removed first: the installer would otherwise unpack through the link, into the shared cache folder.
    await removeInstalled()
    const official = await installOfficial(log)
    if (official.ok) return
    await removeInstalled() // half of an installation may be there

    if (!isFallbackPossible()) throw new SetUpProblem(unreachable(official.output))

    log(`Electron's release host cannot be reached (${reasonOf(official.output)}).`)
    const folder = await provideFallback({ log })
    await symlink(folder, distFolder)
    await writeFile(pathFile, 'electron')
    log(`Using Electron ${fallbackVersion} from ${folder}.`)
  },
}

/** @returns {string} Path of the Electron executable; only meaningful once the runtime is ready. */
export function electronBinary() {
  const name = readOrNull(pathFile) ?? 'electron'
  return join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? distFolder, name)
}

function isChosenByUser() {
  // Electron's own switch for "use the build in this folder"; its index.js honours it, and so do we.
  return process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined && existsSync(electronBinary())
}

/** @returns {InstalledRuntime} */
function inspect() {
  const name = readOrNull(pathFile)
  const binary = name === null ? null : join(distFolder, name)
  const officialVersion = readOrNull(join(distFolder, 'version'))?.trim().replace(/^v/, '') ?? null
  return {
    wantedVersion: JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version,
    binary: binary !== null && existsSync(binary) ? binary : null,
    // An official build that somebody unpacked into the fallback (through the link) is neither: out with it.
    officialVersion: isFallback(distFolder) ? null : officialVersion,
    isIntactFallback: isIntactFallback(distFolder),
    triedAgoMs: name === null ? Infinity : Date.now() - statSync(pathFile).mtimeMs,
  }
}

/**
 * @param {(line: string) => void} log
 * @returns {Promise<import('./run-quietly.mjs').Outcome>}
 */
function installOfficial(log) {
  const { version, bin } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  log(`Fetching Electron ${version} ...`)
  // Its temporary files go to a folder of our own: so we can watch the download grow and tell a slow line from a
  // dead one, and nothing stays behind when it is given up.
  return inTemporaryFolder(join(tmpdir(), 'f1-electron-'), async (temporary) => {
    const giveUp = new AbortController()
    const watch = watchGrowth([temporary, distFolder], giveUp, log)
    // The same script that `npx install-electron --no` runs; it checks what it fetches against its checksums.
    const outcome = await runNodeQuietly([join(packageFolder, bin['install-electron'])], {
      cwd: projectRoot,
      env: {
        ...process.env,
        ...proxyEnvironment(process.env),
        TMPDIR: temporary,
        TEMP: temporary,
        TMP: temporary,
      },
      signal: giveUp.signal,
    })
    clearInterval(watch)
    if (giveUp.signal.aborted) return { ok: false, output: 'no answer' }
    return { ...outcome, ok: outcome.ok && existsSync(electronBinary()) }
  })
}

/**
 * npm obeys the proxy variables by itself; Node's fetch, which Electron's installer uses, has to be told to.
 * @param {NodeJS.ProcessEnv} env
 */
export function proxyEnvironment(env) {
  const hasProxy = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => env[name])
  return hasProxy ? { NODE_USE_ENV_PROXY: '1', ELECTRON_GET_USE_PROXY: '1' } : {}
}

/**
 * @param {readonly string[]} folders
 * @param {AbortController} giveUp
 * @param {(line: string) => void} log
 */
function watchGrowth(folders, giveUp, log) {
  let bytes = 0
  let lastGrowth = Date.now()
  let lastWord = { at: Date.now(), bytes: 0 }
  return setInterval(() => {
    const now = Date.now()
    const total = folders.reduce((sum, folder) => sum + bytesIn(folder), 0)
    if (total !== bytes) lastGrowth = now
    bytes = total
    if (now - lastGrowth > STALLED_AFTER_MS) giveUp.abort()
    else if (now - lastWord.at > 3 * LOOK_EVERY_MS && total > lastWord.bytes) {
      log(`  ${Math.round(total / 1e6)} MB so far`)
      lastWord = { at: now, bytes: total }
    }
  }, LOOK_EVERY_MS)
}

/**
 * @param {string} path A file or folder.
 * @returns {number} Size of the file, or of all files below the folder; what vanishes meanwhile counts as nothing.
 */
function bytesIn(path) {
  try {
    const entry = statSync(path)
    if (!entry.isDirectory()) return entry.size
    return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
  } catch {
    return 0 // ENOENT: the installer tidies up while we look
  }
}

async function removeInstalled() {
  await rm(pathFile, { force: true })
  await rm(distFolder, { recursive: true, force: true })
}

/** @param {string} output */
export function reasonOf(output) {
  const line = output.split('\n').find((text) => /error|failed|no answer/i.test(text))
  return (line ?? 'no reason given').trim().replace(/^\w*Error: /, '')
}

/** @param {string} output */
function unreachable(output) {
  return [
    'Electron could not be downloaded:',
    '',
    output.trim(),
    '',
    'Behind a proxy, set HTTPS_PROXY. Where the release host is blocked, set ELECTRON_MIRROR to a mirror of it:',
    'https://www.electronjs.org/docs/latest/tutorial/installation#mirror',
    'Then run the same command again.',
  ].join('\n')
}

/**
 * @param {string} file
 * @returns {string | null}
 */
function readOrNull(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
