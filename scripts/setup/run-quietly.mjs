// Runs one command to its end and keeps what it prints, so that a step that works stays quiet and a step that
// fails can show everything.

import { spawn } from 'node:child_process'

/**
 * @typedef {object} Outcome
 * @property {boolean} ok Exit code 0.
 * @property {string} output Standard output and standard error, in the order they came.
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [shell]
 * @property {AbortSignal} [signal]
 */

const END_WITH_PARENT = `--import=${new URL('end-with-parent.mjs', import.meta.url).href}`

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>} Never rejects: a command that cannot be started is an outcome that is not ok.
 */
export function runQuietly(command, args, options = {}) {
  // Standard input is closed: nothing here may wait for an answer that nobody is there to give.
  return outcomeOf(spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true }))
}

/**
 * @param {readonly string[]} args A script and its arguments.
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function runNodeQuietly(args, options = {}) {
  return outcomeOf(
    spawn(process.execPath, [END_WITH_PARENT, ...args], {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      windowsHide: true,
    }),
  )
}

/**
 * Runs npm: the very npm that started us where there is one, so that its version and settings are the user's.
 * @param {readonly string[]} args
 * @param {{ cwd: string }} options
 */
export function runNpm(args, options) {
  const running = process.env['npm_execpath']
  if (running !== undefined && running.endsWith('npm-cli.js'))
    return runNodeQuietly([running, ...args], options)
  // On Windows npm is a .cmd file, which only a shell can start.
  return runQuietly('npm', args, { ...options, shell: process.platform === 'win32' })
}

/**
 * @param {import('node:child_process').ChildProcess} child With pipes for both outputs.
 * @returns {Promise<Outcome>}
 */
function outcomeOf(child) {
  return new Promise((resolve) => {
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8')
      stream?.on('data', (chunk) => {
        output += chunk
      })
    }
    const kill = () => child.kill()
    process.on('exit', kill) // a set-up that is ended leaves nothing at work behind it
    /** @param {Outcome} outcome */
    const settle = (outcome) => {
      process.off('exit', kill)
      resolve(outcome)
    }
    child.on('error', (error) => settle({ ok: false, output: `${output}${error.message}\n` }))
    child.on('close', (code) => settle({ ok: code === 0, output }))
  })
}
