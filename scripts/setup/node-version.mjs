// Owns the oldest Node.js the project runs on. Everything that the set-up imports must still parse and link on
// older ones, or the reader gets a stack trace instead of this message.

import { SetUpProblem } from './set-up-problem.mjs'

/** Same bound as "engines" in package.json: 20.19 is the first 20.x that loads ES modules through require(). */
const OLDEST = [20, 19, 0]

/**
 * @param {string} version As in `process.versions.node`, e.g. "20.19.0".
 * @returns {string | null} What to tell the person, or null when the version is new enough.
 */
export function nodeVersionComplaint(version) {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10))
  for (const [index, wanted] of OLDEST.entries()) {
    const actual = parts[index] ?? 0
    if (actual > wanted) return null
    if (actual < wanted) {
      return (
        `This project needs Node.js ${OLDEST.join('.')} or newer; this is ${version}.\n` +
        'Install a current release from https://nodejs.org and run the command again.'
      )
    }
  }
  return null
}

export function requireNodeVersion() {
  const complaint = nodeVersionComplaint(process.versions.node)
  if (complaint !== null) throw new SetUpProblem(complaint)
}
