// Counts: turns the records that the test runners leave behind into numbers and lists. Pure functions of text;
// a runner that died, or left nothing readable, is a failure and never a silent zero.

import { stripVTControlCharacters } from 'node:util'

/**
 * @typedef {object} Failure
 * @property {string} title
 * @property {string} message What was said when it failed, lines and all; empty where the title says it.
 * @typedef {object} Tally
 * @property {number} passed
 * @property {Failure[]} failed
 * @property {{ title: string, reason: string | null }[]} skipped
 * @property {string[]} flaky Titles of tests that passed only when they were repeated; counted as passed.
 */

/** @returns {Tally} */
function emptyTally() {
  return { passed: 0, failed: [], skipped: [], flaky: [] }
}

/**
 * A check that is one thing as a whole: types, lint, format, build.
 * @param {string} name
 * @param {boolean} isGood
 * @param {string} [message] What it said.
 * @returns {Tally}
 */
export function tallyCheck(name, isGood, message = '') {
  return isGood ? { ...emptyTally(), passed: 1 } : { ...emptyTally(), failed: [{ title: name, message }] }
}

/**
 * @param {string | null} text What vitest-record.mjs wrote; null if there is no file.
 * @param {number} exitCode The runner's.
 * @returns {Tally}
 */
export function tallyVitest(text, exitCode) {
  return tallyRunner(
    'vitest',
    text,
    exitCode,
    (/** @type {import('./vitest-record.mjs').VitestRecord} */ record) => {
      const tally = emptyTally()
      for (const { title, state, note, message = '' } of record.tests) {
        if (state === 'passed') tally.passed += 1
        else if (state === 'skipped') tally.skipped.push({ title, reason: note ?? null })
        else tally.failed.push({ title, message }) // also "pending": it never came to an end
      }
      tally.failed.push(...record.errors.map(strayFailure))
      return tally
    },
  )
}

/**
 * The part of Playwright's JSON report that is read here.
 * @typedef {{ title: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {{ title: string, tests: PlaywrightTest[] }} PlaywrightSpec
 * @typedef {object} PlaywrightTest
 * @property {'expected' | 'unexpected' | 'flaky' | 'skipped'} status
 * @property {{ type: string, description?: string }[]} annotations
 * @property {PlaywrightResult[]} results One for each time it was run.
 * @typedef {{ errors?: PlaywrightError[] }} PlaywrightResult
 * @typedef {{ message?: string, location?: { file: string, line: number } }} PlaywrightError
 */

/**
 * @param {string | null} text Playwright's JSON report; null if there is no file.
 * @param {number} exitCode The runner's.
 * @returns {Tally}
 */
export function tallyPlaywright(text, exitCode) {
  return tallyRunner(
    'playwright',
    text,
    exitCode,
    (/** @type {{ suites: PlaywrightSuite[], errors?: PlaywrightError[] }} */ report) => {
      const tally = emptyTally()
      for (const { title, test } of report.suites.flatMap((suite) => testsOf(suite, []))) {
        if (test.status === 'unexpected') tally.failed.push({ title, message: lastMessage(test) })
        else if (test.status === 'skipped') tally.skipped.push({ title, reason: skipReason(test) })
        else tally.passed += 1
        if (test.status === 'flaky') tally.flaky.push(title)
      }
      tally.failed.push(
        ...(report.errors ?? []).map((error) => strayFailure(error.message ?? 'unknown error')),
      )
      return tally
    },
  )
}

/**
 * @param {PlaywrightSuite} suite
 * @param {readonly string[]} above Titles of the suites around it.
 * @returns {{ title: string, test: PlaywrightTest }[]}
 */
function testsOf(suite, above) {
  const titles = [...above, suite.title]
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ title: [...titles, spec.title].join(' > '), test })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles))]
}

/** @param {PlaywrightTest} test */
function skipReason(test) {
  const stated = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
  return stated?.description ?? (test.results.length === 0 ? 'was not run' : null)
}

/**
 * @param {PlaywrightTest} test
 * @returns {string} Of its last run: what it still failed by when it was repeated.
 */
function lastMessage({ results }) {
  return (results.at(-1)?.errors ?? [])
    .map(({ message = '', location }) =>
      location === undefined ? message : `${message}\nat ${location.file}:${location.line}`,
    )
    .join('\n')
}

/**
 * An error outside of any test.
 * @param {string} message
 * @returns {Failure}
 */
function strayFailure(message) {
  const [title = '', ...more] = message.split('\n')
  return { title, message: more.join('\n') }
}

/**
 * @template Report
 * @param {string} runner
 * @param {string | null} text
 * @param {number} exitCode
 * @param {(report: Report) => Tally} count
 * @returns {Tally}
 */
function tallyRunner(runner, text, exitCode, count) {
  const tally = text === null ? null : countOrNull(text, count)
  if (tally === null)
    return tallyCheck(`${runner} ended with exit code ${exitCode} and left no readable report`, false)
  if (tally.passed + tally.failed.length + tally.skipped.length === 0) {
    return tallyCheck(`${runner} ran no test`, false)
  }
  if (exitCode !== 0 && tally.failed.length === 0) {
    const title = `${runner} ended with exit code ${exitCode} although no test failed`
    tally.failed.push({ title, message: '' })
  }
  return tally
}

/**
 * @template Report
 * @param {string} text
 * @param {(report: Report) => Tally} count
 * @returns {Tally | null}
 */
function countOrNull(text, count) {
  try {
    return count(JSON.parse(text))
  } catch {
    return null // cut short, or not a report: the caller counts it as a failure
  }
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function addUp(tallies) {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.flatMap((tally) => tally.failed),
    skipped: tallies.flatMap((tally) => tally.skipped),
    flaky: tallies.flatMap((tally) => tally.flaky),
  }
}

/** Enough for what fast-check says: seed, path, counterexample, cause. All of it stands further up. */
const MOST_LINES = 15
/** A counterexample is one line, and may be a whole lap. */
const MOST_CHARACTERS = 400

/**
 * @param {Failure} failure
 * @returns {string[]} The title and below it the beginning of the message: where only the end of a long output is
 *   kept, this is what is left to tell the cause. Without colours, empty lines and the frames of the stack.
 */
export function failureLines({ title, message }) {
  const told = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .map((line) => (line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)} …` : line))
  const left = told.length - MOST_LINES
  return [
    `failed: ${title}`,
    ...told.slice(0, MOST_LINES).map((line) => `    ${line}`),
    ...(left > 0 ? [`    … ${left} more lines above`] : []),
  ]
}

/**
 * @param {Tally} total
 * @returns {string} The line that `npm test` ends with.
 */
export function closingLine(total) {
  return `${total.passed} passed, ${total.failed.length} failed, ${total.skipped.length} skipped`
}

/**
 * @param {Tally} total
 * @returns {0 | 1} Nothing at all having passed is a failure too: it means that nothing was looked at.
 */
export function exitCodeOf(total) {
  return total.failed.length === 0 && total.passed > 0 ? 0 : 1
}
