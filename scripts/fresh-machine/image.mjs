// Makes the smallest root file system of a Debian or Ubuntu release that has apt, and keeps it as a tarball.

import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from '../setup/run-quietly.mjs'
import { SetUpProblem } from '../setup/set-up-problem.mjs'
import { folder, lastLines, need } from './host.mjs'
import { IMAGES } from './plan.mjs'
import { mirrorsOf, sourcesOf } from './reading.mjs'

/** Older ones are made anew (ms): what a person downloads today has today's security updates. */
const FRESH_FOR_MS = 7 * 24 * 60 * 60 * 1000

/** Where the package ubuntu-keyring puts Ubuntu's keys. Debian has that package since its release 13. */
const UBUNTU_KEYS = '/usr/share/keyrings/ubuntu-archive-keyring.gpg'

/**
 * @param {string} name Out of IMAGES.
 * @param {Pick<import('./plan.mjs').Wishes, 'mirrors' | 'ubuntuKeyring'>} wishes
 * @param {(line: string) => void} log
 * @param {AbortSignal} signal Ends mmdebstrap, which tidies up after itself.
 * @returns {Promise<string>} Path of the tarball.
 * @throws {SetUpProblem} If its archive is not known, cannot be reached, or cannot be trusted.
 */
export async function provideImage(name, wishes, log, signal) {
  const image = IMAGES[name]
  if (image === undefined) throw new Error(`no such image: ${name}`)
  const tarball = join(folder, `${name}.tar`)
  if (existsSync(tarball) && Date.now() - statSync(tarball).mtimeMs < FRESH_FOR_MS) return tarball

  const mirrors = await findMirrors(image, wishes)
  const keys = image.family === 'ubuntu' ? requireUbuntuKeys(wishes.ubuntuKeyring) : null
  const half = `${tarball}.${process.pid}`
  log(`Making the image ${name} ...`)
  const startedAt = performance.now()
  const args = [
    '--variant=minbase',
    '--format=tar',
    ...(keys === null ? [] : [`--keyring=${keys}`]),
    // Ubuntu does not count apt among the packages that every system has.
    `--include=${['apt', ...(mirrors.main.startsWith('https:') ? ['ca-certificates'] : [])].join(',')}`,
    image.codename,
    half,
    ...sourcesOf(image, mirrors),
  ]
  const { ok, output } = await runQuietly('mmdebstrap', args, { signal })
  if (!ok) {
    rmSync(half, { force: true })
    signal.throwIfAborted()
    throw new SetUpProblem(`mmdebstrap could not make ${name}:\n\n${lastLines(output)}`)
  }
  renameSync(half, tarball)
  log(`  made in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  return tarball
}

/**
 * @param {import('./plan.mjs').Image} image
 * @param {Pick<import('./plan.mjs').Wishes, 'mirrors'>} wishes
 */
async function findMirrors({ family }, { mirrors }) {
  const chosen = mirrors[family]
  if (chosen !== null) return { main: chosen, security: null }
  const format = '$(REPO_URI) $(ORIGIN) $(CODENAME)'
  const found = mirrorsOf(
    await need('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']),
    family,
  )
  if (found.main === null) {
    throw new SetUpProblem(
      `This machine's apt knows no archive of ${family}. Name one with --${family}-mirror, or run apt-get update.`,
    )
  }
  return { main: found.main, security: found.security }
}

/** @param {string | null} chosen */
function requireUbuntuKeys(chosen) {
  const file = chosen ?? UBUNTU_KEYS
  if (existsSync(file)) return file
  throw new SetUpProblem(
    `Without Ubuntu's keys its packages cannot be told from forged ones, and ${file} is not there.\n` +
      'Install the package ubuntu-keyring (Debian 13 and newer), or name the file with --ubuntu-keyring.',
  )
}
