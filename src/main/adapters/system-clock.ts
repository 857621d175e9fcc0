// The real clock; in development it can be set to start at another instant (`F1_NOW`).

import { performance } from 'node:perf_hooks'
import type { Clock } from '../core/ports'

/** @param startAt epoch ms the clock shows now, or null for the real time. It then runs on at the usual pace. */
export function createSystemClock(startAt: number | null): Clock {
  const offset = startAt === null ? 0 : startAt - Date.now()
  return { now: () => Date.now() + offset, elapsed: () => performance.now() }
}
