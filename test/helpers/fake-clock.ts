// A clock that stands still until it is told to move.
import type { Clock } from '@main/core/ports'

export interface FakeClock extends Clock {
  advance(ms: number): void
}

export function fakeClock(now = Date.UTC(2026, 10, 24)): FakeClock {
  let at = now
  return {
    now: () => at,
    elapsed: () => at - now,
    advance: (ms) => {
      at += ms
    },
  }
}
