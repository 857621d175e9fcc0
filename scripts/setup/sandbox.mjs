// Knows why Chromium's sandbox may refuse to start for an ordinary user on Linux, and what to do about it. Only
// advises: changing how the system confines programs is its owner's decision.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { electronBinary } from './electron-runtime.mjs'

/**
 * @typedef {object} SandboxFacts
 * @property {boolean} isRoot
 * @property {boolean} areNamespacesRestricted Unprivileged user namespaces, which the sandbox is made of, are off
 *   (Ubuntu since 23.10 through AppArmor; containers through seccomp; old Debian kernels by a switch).
 * @property {boolean} isHelperSetUp chrome-sandbox belongs to root and is setuid, the other way to a sandbox.
 * @property {string} helper Path of chrome-sandbox.
 */

/**
 * @param {SandboxFacts} facts
 * @returns {string | null} Null when the sandbox should work.
 */
export function adviceFor({ isRoot, areNamespacesRestricted, isHelperSetUp, helper }) {
  if (isRoot || !areNamespacesRestricted || isHelperSetUp) return null
  return [
    '',
    "This system does not let ordinary programs set up Chromium's sandbox. Allow it for this one by running once:",
    '',
    `  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`,
    '',
    'Then run the same command again.',
  ].join('\n')
}

/**
 * @param {number} exitCode Electron's; an app that ended well needs no advice.
 * @returns {string | null}
 */
export function sandboxAdvice(exitCode) {
  if (process.platform !== 'linux' || exitCode === 0) return null
  const helper = join(dirname(realpathSync(electronBinary())), 'chrome-sandbox')
  const owner = existsSync(helper) ? statSync(helper) : null
  return adviceFor({
    isRoot: process.getuid?.() === 0,
    areNamespacesRestricted: areNamespacesRestricted(),
    isHelperSetUp: owner !== null && owner.uid === 0 && (owner.mode & 0o4000) !== 0,
    helper,
  })
}

function areNamespacesRestricted() {
  // Ubuntu lets `unshare` itself pass on some releases, so its switch is read as well as the attempt made.
  const switchFile = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'
  if (existsSync(switchFile) && readFileSync(switchFile, 'utf8').trim() === '1') return true
  const { status } = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' })
  return status !== null && status !== 0 // null: there is no such tool, so it cannot be told
}
