// `node scripts/setup.mjs`, and the first step of every other script here: brings a fresh checkout to where the
// app can be built and run. Idempotent: each part looks at what is really there, so nothing can go stale and a
// run with nothing to do takes a fraction of a second. Node's built-ins only, because nothing is installed yet.

import { isRunDirectly } from './run-directly.mjs'
import { dependencies } from './setup/dependencies.mjs'
import { electronRuntime } from './setup/electron-runtime.mjs'
import { requireNodeVersion } from './setup/node-version.mjs'
import { oneAtATime } from './setup/one-at-a-time.mjs'
import { reportAndExit } from './setup/set-up-problem.mjs'
import { systemPackages } from './setup/system-packages.mjs'

/** What each purpose needs, in the order in which it must be provided. */
const PARTS = {
  app: [dependencies, electronRuntime, systemPackages],
  'command-line': [dependencies],
}

/**
 * @param {object} options
 * @param {(line: string) => void} options.log Told each step that is taken; never called if there is none.
 * @param {keyof typeof PARTS} options.purpose
 * @returns {Promise<'nothing-to-do' | 'done'>}
 * @throws {import('./setup/set-up-problem.mjs').SetUpProblem} With what is missing and how to get it.
 */
export async function setUp({ log, purpose }) {
  requireNodeVersion()
  const parts = PARTS[purpose]
  if (parts.every((part) => part.isReady())) return 'nothing-to-do'
  await oneAtATime(log, async () => {
    for (const part of parts) {
      // Looked at again: another run may have done it while this one waited for its turn.
      if (!part.isReady()) await part.provide({ log })
    }
  })
  return 'done'
}

if (isRunDirectly(import.meta.url)) {
  try {
    const outcome = await setUp({ log: console.log, purpose: 'app' })
    console.log(outcome === 'done' ? 'Everything is in place.' : 'Everything is in place already.')
  } catch (error) {
    reportAndExit(error)
  }
}
