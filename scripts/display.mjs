// The one place that decides whether Electron gets a virtual display, and that starts and ends it. Used by
// `npm start` and by the tests. Linux only: macOS and Windows always have a display of their own.

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SetUpProblem } from './setup/set-up-problem.mjs'

/** Pixels and colour depth of the virtual screen: room for the app's largest default window, in true colour. */
const SCREEN = '1920x1080x24'

/** Xvfb answers within a tenth of a second; after this long (ms) it never will. */
const START_WITHIN_MS = 20_000

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/** Where Linux has its graphics cards: the kernel's own drivers, and NVIDIA's. */
const GRAPHICS_CARDS = ['/dev/dri', '/dev/nvidia0']

/**
 * @param {NodeJS.Platform} platform
 * @param {(path: string) => boolean} isThere
 * @returns {boolean} Whether there can be a graphics card. A container, or a display far away, has none.
 */
export function hasGraphicsCard(platform = process.platform, isThere = existsSync) {
  return platform !== 'linux' || GRAPHICS_CARDS.some(isThere)
}

/**
 * @typedef {object} Display
 * @property {NodeJS.ProcessEnv} env What a child needs in its environment to draw on it.
 * @property {boolean} isVirtual
 * @property {string | null} screenFile What a virtual display shows, as xwd would write it, at any moment.
 * @property {() => Promise<void>} close Ends the virtual display; does nothing the second time, or if there was none.
 */

/**
 * @returns {Promise<Display>}
 * @throws {SetUpProblem} If a virtual display is needed and cannot be started.
 */
export async function openDisplay() {
  if (hasDisplay())
    return { env: process.env, isVirtual: false, screenFile: null, close: async () => undefined }

  const folder = mkdtempSync(join(tmpdir(), 'f1-display-'))
  const authority = join(folder, 'authority')
  writeFileSync(authority, xAuthority(randomBytes(16)), { mode: 0o600 })
  // Its own process group (detached): Ctrl-C in the terminal reaches the app first, and the display goes away
  // after it, not under its feet. -displayfd: Xvfb picks a free number and tells it, so any number of runs can
  // go on side by side. -noreset: it stays up between one app closing and the next test opening one.
  const server = spawn(
    'Xvfb',
    [
      '-displayfd',
      '3',
      '-screen',
      '0',
      SCREEN,
      '-nolisten',
      'tcp',
      '-noreset',
      '-auth',
      authority,
      '-fbdir',
      folder,
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const kill = () => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', kill) // if this script ends without having closed it
  const close = async () => {
    process.off('exit', kill)
    const isRunning = server.pid !== undefined && server.exitCode === null && server.signalCode === null
    const ended = isRunning ? once(server, 'exit') : null
    server.ref()
    kill()
    await ended
  }
  try {
    const number = await displayNumber(server)
    server.unref() // it must not keep this script alive: that ends when the app ends
    const env = { ...process.env, DISPLAY: `:${number}`, XAUTHORITY: authority }
    return { env, isVirtual: true, screenFile: join(folder, 'Xvfb_screen0'), close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<number>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    /** @param {string} why */
    const fail = (why) => reject(new SetUpProblem(`The virtual display (Xvfb) did not start: ${why}.`))
    const deadline = setTimeout(() => fail('no answer'), START_WITHIN_MS)
    const answer = /** @type {import('node:stream').Readable} */ (server.stdio[3])
    let text = ''
    answer.setEncoding('utf8')
    answer.on('data', (chunk) => {
      text += chunk
      if (!text.includes('\n')) return
      clearTimeout(deadline)
      answer.destroy()
      resolve(Number.parseInt(text, 10))
    })
    server.once('error', (error) => fail(error.message))
    server.once('exit', (code) => {
      clearTimeout(deadline)
      fail(`it ended with code ${code}`)
    })
  })
}

/**
 * An X authority file with one secret in it, so that other users of the machine cannot look at the screen or
 * type into it. Written here because the `xauth` tool wants the display's number, which is not known yet.
 * Layout (libXau, struct Xauth): big-endian 16-bit numbers, each string preceded by its length; family 0xffff
 * ("wild") with empty address and number fits every display.
 * @param {Buffer} cookie 16 random bytes.
 */
export function xAuthority(cookie) {
  const name = Buffer.from('MIT-MAGIC-COOKIE-1')
  return Buffer.concat([
    uint16(0xffff),
    uint16(0),
    uint16(0),
    uint16(name.length),
    name,
    uint16(cookie.length),
    cookie,
  ])
}

/** @param {number} value */
function uint16(value) {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}
