// Owns node_modules: says whether it holds what package-lock.json asks for, and runs `npm ci` when it does not.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './folders.mjs'
import { runNpm } from './run-quietly.mjs'
import { SetUpProblem } from './set-up-problem.mjs'

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional] May be absent: it is for another platform.
 * @property {boolean} [devOptional]
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Compares the lock file with npm's own record of what it installed (node_modules/.package-lock.json, written
 * when an install has finished, so a killed one leaves none). Better than a stamp of ours: it also holds after
 * a developer's `npm install`, and after somebody deleted a part of node_modules.
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 * @param {(folder: string) => boolean} isThere Whether a folder like "node_modules/three" exists.
 */
export function isInstalled(wanted, installed, isThere) {
  return Object.entries(wanted.packages ?? {}).every(([folder, lock]) => {
    if (folder === '') return true // the project itself
    const found = installed.packages?.[folder]
    if (found === undefined) return lock.optional === true || lock.devOptional === true
    return found.version === lock.version && found.integrity === lock.integrity && isThere(folder)
  })
}

export const dependencies = {
  isReady() {
    const record = join(projectRoot, 'node_modules', '.package-lock.json')
    if (!existsSync(record)) return false
    return isInstalled(readLockfile(join(projectRoot, 'package-lock.json')), readLockfile(record), (folder) =>
      existsSync(join(projectRoot, folder, 'package.json')),
    )
  },

  /** @param {{ log: (line: string) => void }} options */
  async provide({ log }) {
    log('Installing the dependencies (npm ci) ...')
    // --include=dev: NODE_ENV=production or a user's npm setting would leave the build tools out.
    // --loglevel=error: Electron's packages warn about Node 20 (EBADENGINE) although they run on it; and
    // `npm run -s` hands its silence down, which would hide the reason of a failure.
    const { ok, output } = await runNpm(
      ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: projectRoot,
      },
    )
    if (!ok) throw new SetUpProblem(`Installing the dependencies failed. npm said:\n\n${output.trim()}`)
  },
}

/**
 * @param {string} file
 * @returns {Lockfile}
 */
function readLockfile(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new SetUpProblem(`${file} cannot be read: ${String(error)}`, { cause: error })
  }
}
