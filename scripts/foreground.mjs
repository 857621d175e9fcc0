// Runs one program in the foreground: it has the screen, gets our signals exactly once, and its end is ours.

import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** A signal that comes again within this time (ms) is an echo: on Ctrl-C the terminal signals us and npm does it
 * once more. Later, it is an impatient person, and the program is killed. */
const ECHO_MS = 1_000

/**
 * @typedef {object} Ending
 * @property {number} exitCode The program's own, or 128 plus the number of the signal that ended it.
 * @property {NodeJS.Signals | null} stoppedBy The signal that we were asked to stop with, if any.
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<Ending>}
 */
export function runInForeground(command, args, options) {
  return new Promise((resolve, reject) => {
    // A process group of its own: Ctrl-C would otherwise reach it from the terminal as well as from us, and a
    // second interrupt makes Electron and the test runners skip their orderly end. Windows has no such groups.
    const isOwnGroup = process.platform !== 'win32'
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: isOwnGroup,
    })
    /** @type {NodeJS.Signals | null} */
    let stoppedBy = null
    let stoppedAt = 0

    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      const now = performance.now()
      if (stoppedBy === null) {
        stoppedBy = signal
        stoppedAt = now
        // On Windows the console has told the child already, and kill() would be an end without farewell.
        if (isOwnGroup) child.kill(signal)
      } else if (now - stoppedAt > ECHO_MS) {
        kill()
      }
    }
    const kill = () => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
      if (isOwnGroup) process.kill(-child.pid, 'SIGKILL')
      else child.kill('SIGKILL')
    }
    const settle = () => {
      for (const signal of FORWARDED) process.off(signal, stop)
      process.off('exit', kill)
    }
    for (const signal of FORWARDED) process.on(signal, stop)
    process.on('exit', kill)

    child.once('error', (error) => {
      settle()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      settle()
      resolve({ exitCode: code ?? 128 + constants.signals[signal ?? 'SIGKILL'], stoppedBy })
    })
  })
}
