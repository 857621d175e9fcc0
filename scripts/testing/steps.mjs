// What `npm test` consists of: the steps, their order, and how each is run and counted.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfNeeded } from '../build.mjs'
import { hasDisplay } from '../display.mjs'
import { runInForeground } from '../foreground.mjs'
import { localTool } from '../local-tool.mjs'
import { projectRoot } from '../setup/folders.mjs'
import { runNodeQuietly } from '../setup/run-quietly.mjs'
import { sandboxAdvice } from '../setup/sandbox.mjs'
import { SetUpProblem } from '../setup/set-up-problem.mjs'
import { addUp, tallyCheck, tallyPlaywright, tallyVitest } from './tally.mjs'
import { VITEST_RECORD_FILE } from './vitest-record.mjs'

/** In the order in which they run: what is quick to tell comes first. */
export const STEP_NAMES = /** @type {const} */ ([
  'typecheck',
  'lint',
  'unused',
  'format',
  'build',
  'unit',
  'integration',
  'e2e',
])

/** @typedef {typeof STEP_NAMES[number]} StepName */

/** These need out/; asking for one of them asks for the build as well. */
const NEED_BUILD = /** @type {readonly StepName[]} */ (['integration', 'e2e'])

/**
 * @typedef {{ name: StepName, tool: Parameters<typeof localTool>, args: readonly string[] }} Check
 * @type {readonly Check[]}
 */
const CHECKS = [
  { name: 'typecheck', tool: ['typescript', 'tsc'], args: ['-b', 'tsconfig.json'] },
  { name: 'lint', tool: ['oxlint'], args: ['--type-aware', '-c', '.oxlintrc.json'] },
  // What is exported, installed or lying in a folder and asked for by nobody.
  { name: 'unused', tool: ['knip'], args: [] },
  { name: 'format', tool: ['prettier'], args: ['--check', '.'] },
]

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(context: StepContext) => Promise<import('./tally.mjs').Tally>} run May throw: that is a failure too.
 * @typedef {object} StepContext
 * @property {string} reports A temporary folder for the runners' reports.
 * @property {(line: string) => void} log
 * @property {(signal: NodeJS.Signals) => void} onStopped Called when a step was ended by Ctrl-C and the like.
 * @property {Set<string>} broken Names of the steps that failed so far.
 */

/**
 * @param {readonly string[]} args `--only typecheck,lint` and `--unit` both narrow it down; none means all.
 * @returns {readonly StepName[]}
 * @throws {SetUpProblem} On a name that is no step.
 */
export function chooseSteps(args) {
  /** @type {string[]} */
  const named = []
  for (const [index, arg] of args.entries()) {
    if (args[index - 1] === '--only') named.push(...arg.split(','))
    else if (arg !== '--only') named.push(arg.replace(/^--(only=)?/, '')) // --unit, --only=unit
  }
  const chosen = new Set(named.flatMap((name) => name.split(',')))
  for (const name of chosen) {
    if (!STEP_NAMES.some((known) => known === name)) {
      throw new SetUpProblem(`There is no step "${name}". The steps are: ${STEP_NAMES.join(', ')}.`)
    }
  }
  if (chosen.size === 0) return STEP_NAMES
  return STEP_NAMES.filter(
    (name) => chosen.has(name) || (name === 'build' && NEED_BUILD.some((n) => chosen.has(n))),
  )
}

/**
 * @param {readonly StepName[]} names
 * @returns {Step[]} What reads the sources alone runs at the same time: most of it uses one core. Unit and integration
 *   tests are one run of Vitest, which spreads both over all cores.
 */
export function planSteps(names) {
  /** @type {Step[]} */
  const steps = []
  /** @param {StepName} name */
  const isWanted = (name) => names.includes(name)
  const projects = names.filter((name) => name === 'unit' || name === 'integration')

  const checks = CHECKS.filter(({ name }) => isWanted(name))
  if (checks.length > 0) {
    steps.push({
      name: checks.map(({ name }) => name).join(' + '),
      run: async ({ log }) => addUp(await Promise.all(checks.map((check) => runCheck(check, log)))),
    })
  }
  if (isWanted('build')) steps.push({ name: 'build', run: runBuild })
  if (projects.length > 0) {
    steps.push({ name: projects.join(' + '), run: (context) => runVitest(projects, context) })
  }
  if (isWanted('e2e')) steps.push({ name: 'e2e', run: runPlaywright })
  return steps
}

/**
 * @param {Check} check
 * @param {StepContext['log']} log Gets its output when it is over: that of the others would run into it.
 */
async function runCheck({ name, tool, args }, log) {
  const { ok, output } = await runNodeQuietly([localTool(...tool), ...args], { cwd: projectRoot })
  log(`--- ${name}: ${ok ? 'ok' : 'failed'}\n${output.trimEnd()}`)
  return tallyCheck(name, ok, output)
}

/** @type {Step['run']} */
async function runBuild({ log }) {
  await buildIfNeeded({ log })
  return tallyCheck('build', true)
}

/**
 * @param {readonly string[]} projects
 * @param {StepContext} context
 */
async function runVitest(projects, context) {
  const report = join(context.reports, 'vitest.json')
  const recorder = join(projectRoot, 'scripts', 'testing', 'vitest-record.mjs')
  const exitCode = await runTool(
    localTool('vitest'),
    [
      'run',
      '--config=test/vitest.config.ts',
      '--reporter=default',
      `--reporter=${recorder}`,
      ...projects.map((project) => `--project=${project}`),
    ],
    { ...process.env, [VITEST_RECORD_FILE]: report },
    context,
  )
  return tallyVitest(readOrNull(report), exitCode)
}

/** @type {Step['run']} */
async function runPlaywright(context) {
  if (context.broken.has('build')) return tallyCheck('e2e (not run: there is no build to test)', false)
  const report = join(context.reports, 'playwright.json')
  if (!hasDisplay()) context.log('There is no display here: Electron runs on virtual ones (Xvfb).')
  const exitCode = await runTool(
    localTool('@playwright/test', 'playwright'),
    ['test', '--config=test/playwright.config.ts', '--reporter=list,json'],
    { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    context,
  )
  const advice = sandboxAdvice(exitCode)
  if (advice !== null) context.log(advice)
  return tallyPlaywright(readOrNull(report), exitCode)
}

/**
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {StepContext} context
 * @returns {Promise<number>} Exit code.
 */
async function runTool(tool, args, env, { onStopped }) {
  const { exitCode, stoppedBy } = await runInForeground(process.execPath, [tool, ...args], {
    cwd: projectRoot,
    env,
  })
  if (stoppedBy !== null) onStopped(stoppedBy)
  return exitCode
}

/** @param {string} file */
function readOrNull(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
