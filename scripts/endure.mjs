// `npm run endure`: what only a long time shows.
//
//     npm run endure -- [--days 7] [--seed N]               a simulated week of the main side, with everything going wrong
//     npm run endure -- monkey [--minutes 60] [--seed N]    the real window, used at random
//
// Both end non-zero where something is wrong, with the seed that brings it about again. No part of `npm test`, which has a
// short week of its own.

import { parseArgs } from 'node:util'
import { buildIfNeeded } from './build.mjs'
import { letMonkeyIn } from './endurance/monkey.mjs'
import { runInForeground } from './foreground.mjs'
import { localTool } from './local-tool.mjs'
import { setUp } from './setup.mjs'
import { projectRoot } from './setup/folders.mjs'
import { reportAndExit, SetUpProblem } from './setup/set-up-problem.mjs'

const log = console.log

try {
  const order = readOrder()
  await setUp({ log, purpose: 'app' })
  await buildIfNeeded({ log })
  log(`Seed ${order.seed}`)
  if (order.what === 'monkey') process.exitCode = (await letMonkeyIn({ ...order, log })) ? 0 : 1
  else process.exitCode = await liveWeek(order)
} catch (error) {
  reportAndExit(error)
}

/** @param {{ seed: number, days: number }} order */
async function liveWeek({ seed, days }) {
  const { exitCode } = await runInForeground(
    process.execPath,
    [localTool('vitest'), 'run', '--config=test/endurance/vitest.config.ts'],
    { cwd: projectRoot, env: { ...process.env, F1_ENDURE_SEED: String(seed), F1_ENDURE_DAYS: String(days) } },
  )
  return exitCode
}

/** @throws {SetUpProblem} On what cannot be understood. */
function readOrder() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      days: { type: 'string', default: '7' },
      minutes: { type: 'string', default: '60' },
    },
  })
  const [what = 'week', ...more] = positionals
  const seed = Number(values.seed)
  const days = Number(values.days)
  const minutes = Number(values.minutes)
  if ((what !== 'week' && what !== 'monkey') || more.length > 0)
    throw new SetUpProblem(`There is no "${positionals.join(' ')}" to endure: it is "week" or "monkey".`)
  if (!Number.isInteger(seed) || !Number.isInteger(days) || days < 1 || !(minutes > 0))
    throw new SetUpProblem('--seed and --days are whole numbers, --minutes is a number.')
  return { what, seed, days, minutes }
}
