// Makes two set-ups (or builds) of the same checkout take turns: `npm ci` deletes node_modules before it fills
// it, so a second one at the same time would pull the floor from under the first.

import { createHash } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from './folders.mjs'

/** How often a waiting run looks again, in ms. Short enough not to be felt, long enough to cost nothing. */
const LOOK_AGAIN_MS = 250

/** The holder renews its lock this often (ms), and one that was not renewed for so long (ms) is nobody's. That the
 * process exists proves nothing: its number may have gone to another one, and in a container whose first process
 * does not collect the dead, a killed one exists for ever. */
const RENEW_EVERY_MS = 2_000
const STALE_AFTER_MS = 30_000

const ENDING = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * @template T
 * @param {(line: string) => void} log Told once if there is somebody to wait for.
 * @param {() => Promise<T>} work
 * @param {string} [lockFile] Not inside the checkout: node_modules and out/ are emptied by the work itself.
 * @returns {Promise<T>}
 */
export async function oneAtATime(log, work, lockFile = lockFileOf(projectRoot)) {
  let hasSaidSo = false
  while (!tryLock(lockFile)) {
    const holder = holderOf(lockFile)
    if (holder === null) {
      // Left behind by a run that was killed.
      rmSync(lockFile, { force: true })
      continue
    }
    if (!hasSaidSo) {
      log(`Waiting for another set-up or build of this folder (process ${holder}, lock file ${lockFile}).`)
    }
    hasSaidSo = true
    await sleep(LOOK_AGAIN_MS)
  }
  const renewal = setInterval(() => renew(lockFile), RENEW_EVERY_MS)
  const unlock = () => rmSync(lockFile, { force: true })
  process.on('exit', unlock)
  for (const signal of ENDING) process.on(signal, exitOn)
  try {
    return await work()
  } finally {
    for (const signal of ENDING) process.off(signal, exitOn)
    process.off('exit', unlock)
    clearInterval(renewal)
    unlock()
  }
}

/**
 * By default these signals end Node at once; through process.exit() all that is half done gets tidied up.
 * @param {NodeJS.Signals} signal
 */
function exitOn(signal) {
  process.exit(128 + constants.signals[signal])
}

/** @param {string} folder */
function lockFileOf(folder) {
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(tmpdir(), `f1-sculpture-gallery-${id}.lock`)
}

/** @param {string} lockFile */
function tryLock(lockFile) {
  // Written aside and then linked: the lock never exists without its owner's number in it, so a waiting run
  // cannot take a lock that is just being made for one that was left behind.
  const own = `${lockFile}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, lockFile)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

/** @param {string} lockFile */
function renew(lockFile) {
  const now = new Date()
  // Asleep for long, we may have lost it to another run; then there is nothing to renew.
  if (existsSync(lockFile)) utimesSync(lockFile, now, now)
}

/**
 * @param {string} lockFile
 * @returns {number | null} The process that holds the lock; null when it is gone.
 */
function holderOf(lockFile) {
  let pid
  try {
    if (Date.now() - statSync(lockFile).mtimeMs > STALE_AFTER_MS) return null
    pid = Number.parseInt(readFileSync(lockFile, 'utf8'), 10)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null // released since we looked
    throw error
  }
  if (Number.isNaN(pid)) return null
  try {
    // Signal 0 sends nothing and only asks whether the process exists.
    process.kill(pid, 0)
    return pid
  } catch (error) {
    return codeOf(error) === 'EPERM' ? pid : null // EPERM: alive, but another user's
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
