// One fresh machine: a folder with a root file system, Node and npm in it, a clean clone of the project, and commands
// that run on it as this or that user. Nothing of it is left when it is closed.

import { spawn } from 'node:child_process'
import { cpSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '../setup/folders.mjs'
import { runQuietly } from '../setup/run-quietly.mjs'
import { SetUpProblem } from '../setup/set-up-problem.mjs'
import { need, npmFolder, readOutside } from './host.mjs'
import { NAME_SERVER } from './network.mjs'

const ENTER = fileURLToPath(new URL('enter.sh', import.meta.url))
const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
/** Where X servers put their sockets, everywhere. */
const X11_FOLDER = '/tmp/.X11-unix'

/**
 * @typedef {object} Ending
 * @property {number} exitCode
 * @property {readonly import('./reading.mjs').Line[]} lines Standard output and error, in the order they came.
 * @property {number} ms
 *
 * @typedef {object} Running
 * @property {Promise<Ending>} ended
 * @property {() => void} end Asks it to end; it is killed if it has not after 20 s.
 *
 * @typedef {object} FreshMachine
 * @property {string} root
 * @property {(user: import('./plan.mjs').User, command: string) => Running} run A line for the shell, in the clone.
 * @property {() => Promise<number>} diskBytes
 */

/**
 * @param {object} options
 * @param {string} options.root An empty folder.
 * @param {string} options.tarball
 * @param {import('./network.mjs').Network} options.network
 * @param {import('./plan.mjs').User} options.owner Whose clone it is.
 * @param {NodeJS.ProcessEnv | null} options.display Environment with DISPLAY and XAUTHORITY; null for none.
 * @param {AbortSignal} options.signal Kills what runs.
 * @returns {Promise<FreshMachine>}
 * @throws {SetUpProblem} If a tool fails, or this machine's Node is not one that can be copied.
 */
export async function makeMachine({ root, tarball, network, owner, display, signal }) {
  await need('tar', ['-xpf', tarball, '-C', root, '--numeric-owner'])
  const outside = await readOutside()
  writeFileSync(join(root, 'etc/resolv.conf'), `nameserver ${NAME_SERVER}\n`)
  writeFileSync(join(root, 'etc/hosts'), '127.0.0.1 localhost\n::1 localhost\n127.0.1.1 fresh-machine\n')
  if (outside.aptConfig !== '') writeFileSync(join(root, 'etc/apt/apt.conf.d/90outside'), outside.aptConfig)
  await putNode(root)
  await need('chroot', [root, 'useradd', '--create-home', '--shell', '/bin/bash', 'visitor'])

  const home = homeOf(owner)
  const clone = `${home}/gallery`
  await need('git', ['clone', '--quiet', '--no-hardlinks', projectRoot, join(root, clone)])
  await need('git', ['-C', join(root, clone), 'remote', 'remove', 'origin']) // it names a folder of this machine
  const env = { ...outside.env, ...copyCertificates(root, outside), ...putDisplay(root, home, display) }
  await need('chroot', [root, 'chown', '-R', `${owner}:${owner}`, home])

  return {
    root,
    run: (user, command) => {
      const namespaces = `--net=${network.path} unshare --mount --pid --uts --fork --kill-child`.split(' ')
      const places = `-C ${clone} PATH=${SYSTEM_PATH} USER=${user} HOME=${homeOf(user)}`.split(' ')
      const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`)
      const x11 = display === null ? '' : X11_FOLDER
      const args = ['sh', ENTER, root, x11, user, 'env', '-i', ...places, ...variables, 'sh', '-c', command]
      return start({ command, signal, args: [...namespaces, ...args] })
    },
    diskBytes: async () => Number.parseInt(await need('du', ['-sxB1', root]), 10),
  }
}

/** @param {import('./plan.mjs').User} user */
function homeOf(user) {
  return user === 'root' ? '/root' : '/home/visitor'
}

/**
 * Node is the one thing that people install by hand.
 * @param {string} root
 */
async function putNode(root) {
  const local = join(root, 'usr/local')
  copyFileSync(process.execPath, join(local, 'bin/node'))
  mkdirSync(join(local, 'lib/node_modules'), { recursive: true })
  cpSync(await npmFolder(), join(local, 'lib/node_modules/npm'), { recursive: true })
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(local, 'bin', name))
  const { ok, output } = await runQuietly('chroot', [root, '/usr/local/bin/node', '--version'])
  if (!ok) throw new SetUpProblem(`The Node of this machine does not run on the fresh one: ${output.trim()}`)
}

/**
 * @param {string} root
 * @param {import('./host.mjs').Outside} outside
 * @returns {Record<string, string>}
 */
function copyCertificates(root, { certificates }) {
  return Object.fromEntries(
    certificates.map(({ file, variable }) => {
      const copy = `/usr/local/share/${variable}.pem`
      copyFileSync(file, join(root, copy))
      return [variable, copy]
    }),
  )
}

/**
 * @param {string} root
 * @param {string} home
 * @param {NodeJS.ProcessEnv | null} display
 * @returns {Record<string, string>}
 */
function putDisplay(root, home, display) {
  if (display === null) return {}
  const { DISPLAY = '', XAUTHORITY } = display
  if (XAUTHORITY !== undefined) copyFileSync(XAUTHORITY, join(root, home, '.Xauthority'))
  return { DISPLAY, XAUTHORITY: `${home}/.Xauthority` }
}

/**
 * @param {object} options
 * @param {string} options.command For the message if it cannot be started.
 * @param {readonly string[]} options.args Of nsenter.
 * @param {AbortSignal} options.signal
 * @returns {Running}
 */
function start({ command, args, signal }) {
  const startedAt = performance.now()
  // A process group of its own: Ctrl-C is ours to deal with. Its standard input is the string it hangs on: when this
  // script is gone, so is the machine.
  const child = spawn('nsenter', args, {
    env: { PATH: SYSTEM_PATH },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  child.stdin.on('error', () => {}) // EPIPE: it had just ended by itself
  /** @type {import('./reading.mjs').Line[]} */
  const lines = []
  for (const stream of [child.stdout, child.stderr]) collectLines(stream, startedAt, lines)
  const kill = () => child.kill('SIGKILL')
  signal.addEventListener('abort', kill, { once: true })
  if (signal.aborted) kill()
  /** @type {Promise<Ending>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Error(`cannot run: ${command}`, { cause })))
    child.once('close', (code) => {
      signal.removeEventListener('abort', kill)
      if (signal.aborted) reject(signal.reason)
      else resolve({ exitCode: code ?? 1, lines, ms: performance.now() - startedAt })
    })
  })
  return { ended, end: () => child.stdin.end('end\n') }
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {number} startedAt
 * @param {import('./reading.mjs').Line[]} lines Added to.
 */
function collectLines(stream, startedAt, lines) {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk) => {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    for (const text of parts) lines.push({ atMs: performance.now() - startedAt, text })
  })
  stream.on('end', () => {
    if (rest !== '') lines.push({ atMs: performance.now() - startedAt, text: rest })
  })
}
