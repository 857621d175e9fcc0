// What a package calls itself, and the one instant that all its files carry: both follow from the sources alone, so
// that two builds of one commit are the same.

import { runQuietly } from '../setup/run-quietly.mjs'

/** Epoch seconds for builds outside a repository: a fixed date is as good as any, if it is always the same. */
const WITHOUT_REPOSITORY_S = Date.UTC(2026, 0, 1) / 1000

/**
 * @typedef {object} BuiltFrom
 * @property {string | null} commit Abbreviated; null outside a repository.
 * @property {boolean} isChanged Something that git follows differs from that commit.
 * @property {number} committedAtS Epoch seconds.
 */

/**
 * @param {string} version Of package.json.
 * @param {BuiltFrom} builtFrom
 * @returns {string} A semantic version; the commit is build metadata, which does not take part in comparisons.
 */
export function packageVersion(version, { commit, isChanged }) {
  if (commit === null) return version
  return `${version}+g${commit}${isChanged ? '.changed' : ''}`
}

/**
 * @param {string} folder
 * @returns {Promise<BuiltFrom>}
 */
export async function readBuiltFrom(folder) {
  const head = await runQuietly('git', ['log', '-1', '--abbrev=10', '--format=%h %ct'], { cwd: folder })
  const [, commit, seconds] = /^([0-9a-f]+) (\d+)$/.exec(head.output.trim()) ?? []
  if (!head.ok || commit === undefined)
    return { commit: null, isChanged: false, committedAtS: WITHOUT_REPOSITORY_S }
  const status = await runQuietly('git', ['status', '--porcelain', '--untracked-files=no'], { cwd: folder })
  return { commit, isChanged: status.output.trim() !== '', committedAtS: Number(seconds) }
}
