// `npm run fresh-machine`: tries both commands of the README where nobody has ever run them, and ends with one table.
//
//     npm run fresh-machine -- [--images debian-13] [--users root,visitor] [--displays none,given]
//         [--commands start,test] [--only-steps unit,build] [--json FILE] [--keep FOLDER]
//         [--debian-mirror URL] [--ubuntu-mirror URL] [--ubuntu-keyring FILE]
//
// A fresh machine is the smallest root file system of a release, Node and npm, and a clean clone of the newest commit.
// It lives in namespaces of this machine rather than in a container: an image made today from the release's own
// archive holds less than any container image, and is made the same way wherever there is root.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDisplay } from './display.mjs'
import {
  describeHost,
  folder,
  need,
  removeAbandoned,
  requireHost,
  requireRoom,
} from './fresh-machine/host.mjs'
import { provideImage } from './fresh-machine/image.mjs'
import { makeMachine } from './fresh-machine/machine.mjs'
import { openNetwork } from './fresh-machine/network.mjs'
import { planMachines, readWishes } from './fresh-machine/plan.mjs'
import { exitCodeOf, tableOf } from './fresh-machine/record.mjs'
import { Stopped, stopOnSignals } from './fresh-machine/stopping.mjs'
import { tryCommand } from './fresh-machine/visit.mjs'
import { projectRoot } from './setup/folders.mjs'
import { reportAndExit, SetUpProblem } from './setup/set-up-problem.mjs'
import { inTemporaryFolder } from './setup/temporary-folder.mjs'

const log = console.log

/** @type {import('./fresh-machine/record.mjs').Finding[]} */
const findings = []

try {
  const wishes = readWishes(process.argv.slice(2))
  const signal = stopOnSignals()
  await requireHost(log)
  await removeAbandoned(log)
  if (wishes.keep !== null) mkdirSync(wishes.keep, { recursive: true })
  const commit = (await need('git', ['-C', projectRoot, 'rev-parse', '--short', 'HEAD'])).trim()
  const at = new Date().toISOString()
  log(`Trying commit ${commit}; changes that are not committed are not in it.`)
  try {
    await visitAll(wishes, signal)
  } finally {
    report({ version: 1, at, commit, host: describeHost(), findings }, wishes.json)
  }
  process.exitCode = exitCodeOf(findings)
} catch (error) {
  if (!(error instanceof Stopped)) reportAndExit(error)
  process.exitCode = error.exitCode
}

/**
 * Also when it was stopped: what has been found until then took long enough to find.
 * @param {import('./fresh-machine/record.mjs').Record} record
 * @param {string | null} file
 */
function report(record, file) {
  log(`\n${record.host}; ${record.at}\n\n${tableOf(record.findings)}`)
  if (file !== null) writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`)
}

/**
 * @param {import('./fresh-machine/plan.mjs').Wishes} wishes
 * @param {AbortSignal} signal
 */
async function visitAll(wishes, signal) {
  for (const planned of planMachines(wishes)) {
    log(`\n=== ${planned.image}, ${planned.user}, display: ${planned.display}`)
    try {
      requireRoom()
      const tarball = await provideImage(planned.image, wishes, log, signal)
      await visit(planned, tarball, wishes, signal)
    } catch (error) {
      if (!(error instanceof SetUpProblem)) throw error
      log(error.message) // the other machines can be visited all the same
      findings.push(...planned.commands.map((command) => notTried(planned, command, error)))
    }
  }
}

/**
 * @param {import('./fresh-machine/plan.mjs').Machine} planned
 * @param {string} tarball
 * @param {import('./fresh-machine/plan.mjs').Wishes} wishes
 * @param {AbortSignal} signal
 */
function visit(planned, tarball, wishes, signal) {
  return inTemporaryFolder(join(folder, `machine-${process.pid}-`), async (root) => {
    const network = await openNetwork()
    const display = planned.display === 'given' ? await openOwnDisplay() : null
    try {
      const machine = await makeMachine({
        root,
        tarball,
        network,
        owner: planned.user,
        display: display?.env ?? null,
        signal,
      })
      for (const command of planned.commands) {
        const { image, user, display: kind } = planned
        const found = await tryCommand({
          machine,
          network,
          planned,
          command,
          onlySteps: wishes.onlySteps,
          screenFile: display?.screenFile ?? null,
          keep: wishes.keep === null ? null : join(wishes.keep, `${image}-${user}-${kind}-${command}`),
          log,
        })
        log(`  ${found.result}: ${found.note}`)
        findings.push({ image, user, display: kind, ...found })
      }
    } finally {
      await display?.close()
      await network.close()
    }
  })
}

/** A virtual one in any case: what a person's own display shows cannot be read from here, and is nobody's business. */
function openOwnDisplay() {
  delete process.env['DISPLAY']
  delete process.env['WAYLAND_DISPLAY']
  return openDisplay()
}

/**
 * @param {import('./fresh-machine/plan.mjs').Machine} planned
 * @param {import('./fresh-machine/plan.mjs').Command} command
 * @param {SetUpProblem} problem
 * @returns {import('./fresh-machine/record.mjs').Finding}
 */
function notTried({ image, user, display }, command, problem) {
  const none = { setUpMs: null, commandMs: null, downloadedBytes: null, diskBytes: null }
  const note = problem.message.split('\n', 1).join('')
  return { image, user, display, command: `npm ${command}`, result: 'not tried', note, ...none }
}
