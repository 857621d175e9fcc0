// Whether the desktop has a place for a tray icon. macOS and Windows always have; a Linux desktop that has none swallows
// the icon without a word, and neither Electron nor Chromium tells.

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** A session bus answers within milliseconds. The window does not wait for this, only a start without one does. */
const ASK_TIMEOUT_MS = 1_000

const WATCHER = 'org.kde.StatusNotifierWatcher'
const WATCHER_PATH = '/StatusNotifierWatcher'
const HAS_HOST = 'IsStatusNotifierHostRegistered'

/** The same question in the words of two tools, one of which nearly every desktop has. Neither may start a service. */
const ASK_BUSCTL = ['--user', '--auto-start=no', 'get-property', WATCHER, WATCHER_PATH, WATCHER, HAS_HOST]
const GET = 'org.freedesktop.DBus.Properties.Get'
// prettier-ignore
const ASK_GDBUS = [
  'call', '--session', '--timeout', '1', '--dest', WATCHER, '--object-path', WATCHER_PATH,
  '--method', GET, WATCHER, HAS_HOST,
]
const QUESTIONS = [
  { tool: 'busctl', args: ASK_BUSCTL },
  { tool: 'gdbus', args: ASK_GDBUS },
]

/** What cannot be found out counts as no tray: a gallery that hides in one nobody sees could not be got back. */
export async function hasTrayHost(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  if (platform !== 'linux') return true
  // Without an address both tools might begin a bus of their own.
  if (!env['DBUS_SESSION_BUS_ADDRESS']) return false
  for (const { tool, args } of QUESTIONS) {
    try {
      const { stdout } = await promisify(execFile)(tool, args, { timeout: ASK_TIMEOUT_MS })
      return readHostAnswer(stdout)
    } catch {
      // ENOENT: there is no such tool. Any other failure (no watcher, no answer) the next tool confirms.
    }
  }
  return false
}

/** @param answer `b true` of busctl, `(<true>,)` of gdbus. */
export function readHostAnswer(answer: string): boolean {
  return /^(b true|\(<true>,\))\s*$/.test(answer)
}
