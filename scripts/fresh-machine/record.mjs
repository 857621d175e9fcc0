// What was found on the fresh machines, as a record and as a table. Pure.

import { inColumns } from '../bench/figures.mjs'

/**
 * @typedef {object} Finding One command on one machine.
 * @property {string} image
 * @property {import('./plan.mjs').User} user
 * @property {import('./plan.mjs').DisplayKind} display
 * @property {string} command As it was typed.
 * @property {'ok' | 'failed' | 'not tried'} result
 * @property {string} note What was seen, or why it failed; empty if there is nothing to say.
 * @property {number | null} setUpMs Null where it was not tried, as in all that follow.
 * @property {number | null} commandMs After the set-up: until the sculptures are seen, or the tests are through.
 * @property {number | null} downloadedBytes
 * @property {number | null} diskBytes How much the machine has grown.
 *
 * @typedef {object} Record
 * @property {1} version
 * @property {string} at ISO instant.
 * @property {string} commit
 * @property {string} host Processor, memory, system and Node.
 * @property {readonly Finding[]} findings
 */

/**
 * @param {readonly Finding[]} findings
 * @returns {string}
 */
export function tableOf(findings) {
  const head = ['image', 'user', 'display', 'command', 'result', 'set-up s', 'command s', 'down MB', 'disk MB', ''] // prettier-ignore
  const rows = findings.map((finding) => [
    finding.image,
    finding.user,
    finding.display,
    finding.command,
    finding.result,
    scaled(finding.setUpMs, 1e3),
    scaled(finding.commandMs, 1e3),
    scaled(finding.downloadedBytes, 1e6),
    scaled(finding.diskBytes, 1e6),
    finding.note,
  ])
  return inColumns([head, ...rows])
}

/**
 * @param {number | null} value
 * @param {number} unit How much of it makes one.
 */
function scaled(value, unit) {
  return value === null ? '-' : (value / unit).toFixed(0)
}

/**
 * @param {readonly Finding[]} findings
 * @returns {0 | 1} Not having tried what was asked for is a failure too.
 */
export function exitCodeOf(findings) {
  return findings.length > 0 && findings.every(({ result }) => result === 'ok') ? 0 : 1
}
