// What fresh machines ask of the machine that they are made on: Linux, root, a few tools of Debian's, room on the
// disk. Also knows which settings of it are handed on: where packages come from, and how the network is reached.

import { existsSync, mkdirSync, readdirSync, statfsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { cpus, release, totalmem, type } from 'node:os'
import { dirname, join } from 'node:path'
import { cacheFolder, projectRoot } from '../setup/folders.mjs'
import { runNpm, runQuietly } from '../setup/run-quietly.mjs'
import { SetUpProblem } from '../setup/set-up-problem.mjs'

/** Images are kept here and machines stand here. Not in /tmp, which is memory on many systems. */
export const folder = join(cacheFolder(), 'fresh-machine')

/** A machine with everything installed and built takes 2.4 GB; with a margin, in bytes. */
const NEEDED_BYTES = 4e9

/** The tools, and the Debian packages that they come in. slirp4netns gives a machine a network of its own, so that
 * what it downloads can be counted and what listens on this machine is out of its sight. */
const TOOLS = { mmdebstrap: 'mmdebstrap', slirp4netns: 'slirp4netns', Xvfb: 'xvfb' }

/** Names of the variables that say how the network is reached. */
const NETWORK_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy']

/**
 * @typedef {object} Outside
 * @property {Record<string, string>} env Variables for the commands on the machine.
 * @property {readonly { file: string, variable: string }[]} certificates Files that are copied onto it, and the
 *   variables that then name the copies.
 * @property {string} aptConfig For its apt.conf.d; empty if there is nothing to say.
 */

/**
 * @param {(line: string) => void} log
 * @throws {SetUpProblem} If fresh machines cannot be made here.
 */
export async function requireHost(log) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new SetUpProblem(
      'Fresh machines are made out of mounts and namespaces, which takes Linux and root. Run this as root, or in a\n' +
        'container that is allowed to mount, for instance one started with --privileged.',
    )
  }
  const missing = Object.entries(TOOLS).filter(([tool]) => !existsSync(join('/usr/bin', tool)))
  if (missing.length > 0) {
    const packages = missing.map(([, name]) => name)
    log(`Installing ${packages.join(' ')} on this machine ...`)
    await need('apt-get', ['update', '-q'])
    await need('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages])
  }
  mkdirSync(folder, { recursive: true })
}

/**
 * A run that was killed takes its processes and mounts with it, but not its
 * folder, nor a tarball half made.
 * @param {(line: string) => void} log
 */
export async function removeAbandoned(log) {
  for (const name of readdirSync(folder)) {
    const [, pid] = /^(?:machine-|.+\.tar\.)(\d+)/.exec(name) ?? []
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue
    log(`Removing what a run that was killed has left: ${name}`)
    await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** @throws {SetUpProblem} If the disk is too full for one more machine. */
export function requireRoom() {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < NEEDED_BYTES) {
    throw new SetUpProblem(
      `There is not enough room in ${folder}: ${(NEEDED_BYTES / 1e9).toFixed(0)} GB are needed, ` +
        `${((bavail * bsize) / 1e9).toFixed(1)} GB are free.`,
    )
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<string>} What it printed.
 * @throws {SetUpProblem} If it does not end well.
 */
export async function need(command, args) {
  const { ok, output } = await runQuietly(command, args)
  if (!ok) throw new SetUpProblem(`${command} ${args.join(' ')} failed:\n\n${lastLines(output)}`)
  return output
}

/** @param {string} output */
export function lastLines(output) {
  return output.trim().split('\n').slice(-15).join('\n')
}

/** @returns {Promise<Outside>} */
export async function readOutside() {
  const registry = await npmSetting('registry')
  const cafile = await npmSetting('cafile')
  const extra = process.env['NODE_EXTRA_CA_CERTS']
  const proxies = NETWORK_VARIABLES.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  const { output } = await runQuietly('apt-config', ['dump'])
  return {
    env: { ...Object.fromEntries(proxies), ...(registry === null ? {} : { npm_config_registry: registry }) },
    certificates: [
      { file: cafile, variable: 'npm_config_cafile' },
      { file: extra, variable: 'NODE_EXTRA_CA_CERTS' },
    ].flatMap(({ file, variable }) => (file && existsSync(file) ? [{ file, variable }] : [])),
    aptConfig: [...output.matchAll(/^Acquire::https?::Proxy.*$/gm)].map(([line]) => `${line}\n`).join(''),
  }
}

/** @param {string} name */
async function npmSetting(name) {
  const { ok, output } = await runNpm(['config', 'get', name, '--loglevel=error'], { cwd: projectRoot })
  const value = output.trim()
  return ok && value !== '' && value !== 'null' && value !== 'undefined' ? value : null
}

/** @returns {Promise<string>} The folder of the npm that started us, or else of the one on the PATH. */
export async function npmFolder() {
  const running = process.env['npm_execpath']
  if (running?.endsWith('npm-cli.js')) return dirname(dirname(running))
  return join((await need('npm', ['root', '--global'])).trim(), 'npm')
}

/** @returns {string} For the record. */
export function describeHost() {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${memory}, ${type()} ${release()}, Node ${process.versions.node}`
}
