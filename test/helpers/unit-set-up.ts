// Before and after every file of tests.
//
// The same commit gives the same answer: every property draws its cases from one seed, so what fails has been broken by
// the change at hand. `F1_SEED=new` draws others, which is how what nobody has broken yet is found; a number repeats a
// run whose failure named it.

import fc from 'fast-check'
import { afterAll, vi } from 'vitest'

/** Any number would do. */
const USUAL_SEED = 20_261_127

const wanted = process.env['F1_SEED'] ?? String(USUAL_SEED)
if (wanted !== 'new') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) })

// Files share a process and its modules, so none may leave behind what it put in the place of something.
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})
