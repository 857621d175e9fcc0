// `npm test`: sets up, then runs every check there is and ends with one line of numbers. Goes on after a step
// that fails, so that one run shows all there is to mend. `npm test -- --only lint,unit` runs a part.

import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUp } from './setup.mjs'
import { reportAndExit, SetUpProblem } from './setup/set-up-problem.mjs'
import { inTemporaryFolder } from './setup/temporary-folder.mjs'
import { chooseSteps, planSteps } from './testing/steps.mjs'
import { addUp, closingLine, exitCodeOf, failureLines, tallyCheck } from './testing/tally.mjs'

const log = console.log

try {
  const names = chooseSteps(process.argv.slice(2))
  process.exitCode = (await isSetUp(names)) ? await runAll(names) : report([], tallyCheck('set-up', false))
} catch (error) {
  reportAndExit(error)
}

/** @param {readonly import('./testing/steps.mjs').StepName[]} names */
async function isSetUp(names) {
  try {
    await setUp({ log, purpose: names.includes('e2e') ? 'app' : 'command-line' })
    return true
  } catch (error) {
    return complain(error)
  }
}

/**
 * @param {readonly import('./testing/steps.mjs').StepName[]} names
 * @returns {Promise<number>} Exit code.
 */
async function runAll(names) {
  /** @type {{ name: string, tally: import('./testing/tally.mjs').Tally, seconds: number }[]} */
  const done = []
  /** @type {Set<string>} */
  const broken = new Set()
  /** @type {NodeJS.Signals | null} */
  let stoppedBy = null
  /** @param {NodeJS.Signals} signal */
  const onStopped = (signal) => {
    stoppedBy = signal
  }
  for (const step of planSteps(names)) {
    log(`\n=== ${step.name}`)
    const start = performance.now()
    const tally = await inTemporaryFolder(join(tmpdir(), 'f1-test-'), (reports) =>
      step.run({ reports, log, onStopped, broken }),
    ).catch((error) => tallyCheck(step.name, complain(error)))
    if (stoppedBy !== null) return 128 + constants.signals[stoppedBy]
    if (tally.failed.length > 0) broken.add(step.name)
    done.push({ name: step.name, tally, seconds: (performance.now() - start) / 1000 })
  }

  return report(done, addUp(done.map(({ tally }) => tally)))
}

/**
 * @param {readonly { name: string, tally: import('./testing/tally.mjs').Tally, seconds: number }[]} steps
 * @param {import('./testing/tally.mjs').Tally} total
 * @returns {number} Exit code.
 */
function report(steps, total) {
  log('')
  for (const { title, reason } of total.skipped)
    log(`skipped: ${title}${reason === null ? '' : ` (${reason})`}`)
  for (const title of total.flaky) log(`passed only when repeated: ${title}`)
  for (const line of total.failed.flatMap(failureLines)) log(line)
  log('')
  for (const { name, tally, seconds } of steps) {
    log(
      `${name.padEnd(20)} ${tally.failed.length > 0 ? 'failed' : 'ok    '} ${seconds.toFixed(1).padStart(7)} s`,
    )
  }
  log(`\n${closingLine(total)}`)
  return exitCodeOf(total)
}

/**
 * @param {unknown} error
 * @returns {false} For use as an outcome.
 */
function complain(error) {
  console.error(error instanceof SetUpProblem ? `\n${error.message}` : error)
  return false
}
