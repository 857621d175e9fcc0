// Owns what the operating system must provide to Electron on Linux: shared libraries, and an X server where there
// is no display. As root on Debian and its kin the missing packages are installed; anyone else is told the exact
// command. Does nothing on macOS and Windows, which bring everything along.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { hasDisplay } from '../display.mjs'
import { electronBinary } from './electron-runtime.mjs'
import { runQuietly } from './run-quietly.mjs'
import { SetUpProblem } from './set-up-problem.mjs'

/** What Chromium links against, by the names of Debian 12; `t64` marks those that were renamed in 2024 when
 * 32-bit time_t was given up. Everything else it needs comes as a dependency of these. */
const LIBRARIES = [
  { name: 'libgtk-3-0', t64: true },
  { name: 'libnss3', t64: false },
  { name: 'libasound2', t64: true },
  { name: 'libgbm1', t64: false },
  { name: 'libxss1', t64: false },
  { name: 'libatk-bridge2.0-0', t64: true },
  { name: 'libdrm2', t64: false },
  { name: 'libxkbcommon0', t64: false },
  { name: 'libx11-xcb1', t64: false },
]

/** By the names of Debian 12, under which Debian 13 and Ubuntu 24.04 provide them as well. */
export const LIBRARY_PACKAGES = LIBRARIES.map(({ name }) => name)

/** What Chromium links against no more but opens by name, and without which it ends before its first window and without
 * a word (SIGTRAP). On Debian 12 it comes with an X server, but not with the libraries above. */
const OPENED_BY_NAME = ['libX11-xcb.so.1']

/** First releases with the t64 names. */
const T64_SINCE = { debian: 13, ubuntu: 24 }
const T64_CODENAMES = new Set(['trixie', 'forky', 'sid', 'noble', 'plucky', 'questing'])

/** Debian's names of the architectures that Electron is built for. */
const DEBIAN_ARCH = new Map([
  ['x64', 'amd64'],
  ['arm64', 'arm64'],
  ['arm', 'armhf'],
])

/**
 * @param {string} text Content of /etc/os-release.
 * @returns {Record<string, string>}
 */
export function parseOsRelease(text) {
  /** @type {Record<string, string>} */
  const fields = {}
  for (const line of text.split('\n')) {
    const [, key, value] = /^([A-Z_]+)=(.*)$/.exec(line.trim()) ?? []
    if (key !== undefined && value !== undefined) fields[key] = value.replace(/^["']|["']$/g, '')
  }
  return fields
}

/** @param {Record<string, string>} release Fields of /etc/os-release; derived systems name their base's codename. */
export function usesT64Names(release) {
  const id = release['ID']
  const version = Number.parseInt(release['VERSION_ID'] ?? '', 10)
  if (id === 'debian' || id === 'ubuntu') {
    // Debian's testing and unstable have no VERSION_ID.
    return Number.isNaN(version) || version >= T64_SINCE[id]
  }
  const base = release['UBUNTU_CODENAME'] ?? release['DEBIAN_CODENAME'] ?? release['VERSION_CODENAME'] ?? ''
  return T64_CODENAMES.has(base)
}

/**
 * @param {Record<string, string>} release
 * @param {{ hasDisplay: boolean }} machine
 * @returns {string[]} Package names as this release spells them.
 */
export function neededPackages(release, machine) {
  const hasT64 = usesT64Names(release)
  const libraries = LIBRARIES.map(({ name, t64 }) => (t64 && hasT64 ? `${name}t64` : name))
  return machine.hasDisplay ? libraries : [...libraries, 'xvfb']
}

/**
 * @param {readonly string[]} needed
 * @param {string} dpkgAnswer Lines "name architecture status" as `dpkg-query` was asked for below.
 * @param {string} arch As in `process.arch`.
 * @returns {string[]} Those not installed under either name, for this architecture.
 */
export function missingPackages(needed, dpkgAnswer, arch) {
  const installed = new Set()
  for (const line of dpkgAnswer.split('\n')) {
    const [name, packageArch, status] = line.trim().split(' ')
    const isForUs = packageArch === 'all' || packageArch === (DEBIAN_ARCH.get(arch) ?? packageArch)
    if (status === 'installed' && isForUs) installed.add(withoutT64(name ?? ''))
  }
  return needed.filter((name) => !installed.has(withoutT64(name)))
}

/** @param {string} name */
function withoutT64(name) {
  return name.replace(/t64$/, '')
}

/**
 * @param {string} lddAnswer
 * @returns {string[]} Names of the shared libraries that the loader did not find.
 */
export function missingLibraries(lddAnswer) {
  return [...lddAnswer.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => /** @type {string} */ (name))
}

/**
 * @param {string} loaderComplaint Of a program that was to be given libraries by LD_PRELOAD.
 * @returns {string[]} Names of those that the loader did not find.
 */
export function missingPreloads(loaderComplaint) {
  return [...loaderComplaint.matchAll(/object '([^']+)' from LD_PRELOAD cannot be preloaded/g)].map(
    ([, name]) => /** @type {string} */ (name),
  )
}

export const systemPackages = {
  isReady() {
    if (process.platform !== 'linux') return true
    // Root can have everything on the list; for others only what Electron cannot start without is worth a stop.
    return canInstall() ? askDpkg().length === 0 : essentials().length === 0
  },

  /** @param {{ log: (line: string) => void }} options */
  async provide({ log }) {
    if (!canInstall()) throw new SetUpProblem(askForHelp())
    const missing = askDpkg()
    log(`Installing system packages: ${missing.join(' ')} ...`)
    const install = await aptGet('install', '-y', '--no-install-recommends', ...missing)
    if (!install.ok) {
      // Most often the package lists are missing (a fresh container) or too old to name files that still exist.
      log('  Package lists are missing or out of date: running apt-get update first ...')
      const update = await aptGet('update')
      const again = await aptGet('install', '-y', '--no-install-recommends', ...missing)
      if (!again.ok) {
        throw new SetUpProblem(
          `apt-get could not install them:\n\n${update.output.trim()}\n${again.output.trim()}`,
        )
      }
    }
    const absent = essentials()
    if (absent.length > 0) throw new SetUpProblem(`Electron still cannot start without: ${absent.join(', ')}`)
  },
}

function canInstall() {
  return process.getuid?.() === 0 && hasCommand('apt-get') && hasCommand('dpkg-query')
}

function askDpkg() {
  const needed = neededPackages(osRelease(), { hasDisplay: hasDisplay() })
  // Asked for both spellings. It exits with 1 if one is unknown, and prints the others all the same.
  const spellings = needed.flatMap((name) => [withoutT64(name), `${withoutT64(name)}t64`])
  const { stdout } = spawnSync(
    'dpkg-query',
    ['-W', '-f', '${Package} ${Architecture} ${db:Status-Status}\\n', ...spellings],
    { encoding: 'utf8' },
  )
  return missingPackages(needed, stdout ?? '', process.arch)
}

/** What is really missing, asked of the loader rather than of a package manager: true on any distribution. */
function essentials() {
  const { stdout } = spawnSync('ldd', [electronBinary()], { encoding: 'utf8' })
  const { stderr } = spawnSync('true', {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', LD_PRELOAD: OPENED_BY_NAME.join(' ') },
  })
  // No ldd, another loader: cannot be told, so we try and let Electron speak.
  const missing = [...missingLibraries(stdout ?? ''), ...missingPreloads(stderr ?? '')]
  return hasDisplay() || hasCommand('Xvfb') ? missing : [...missing, 'Xvfb (a virtual display)']
}

function askForHelp() {
  const absent = `Electron cannot start here without: ${essentials().join(', ')}.`
  if (!hasCommand('apt-get') || !hasCommand('dpkg-query')) {
    return `${absent}\nInstall them with your distribution's package manager, then run the same command again.`
  }
  const packages = askDpkg().join(' ')
  return `${absent}\nRun this once, then the same command again:\n\n  sudo apt-get update && sudo apt-get install -y ${packages}\n`
}

/** @param {...string} args */
function aptGet(...args) {
  // Another apt on the machine (unattended upgrades) holds its lock for a minute or so: wait, do not fail.
  return runQuietly('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-q', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

function osRelease() {
  const file = '/etc/os-release'
  return existsSync(file) ? parseOsRelease(readFileSync(file, 'utf8')) : {}
}

/** @param {string} name */
function hasCommand(name) {
  // Debian keeps some commands in sbin, which is not on everybody's PATH.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/bin']
  return folders.some((folder) => existsSync(join(folder, name)))
}
