// A season of one weekend, as the calendar would have it.
import type { CalendarSession, Season, SessionState } from '@contract/calendar'

const HOUR_MS = 3_600_000

/** @param endAt epoch ms of the end of qualifying; practice ends 24 h before, the race 24 h after, each lasts an hour. */
export function aWeekend(endAt: number, state: SessionState = 'future'): Season {
  const session = (code: CalendarSession['code'], end: number): CalendarSession => ({
    code,
    name: code,
    startAt: end - HOUR_MS,
    endAt: end,
    gmtOffsetMs: 0,
    state,
  })
  return {
    season: 2026,
    warnings: [],
    rounds: [
      {
        round: 22,
        name: 'Las Vegas Grand Prix',
        country: 'United States',
        location: 'Las Vegas',
        format: 'conventional',
        sessions: [
          session('FP1', endAt - 24 * HOUR_MS),
          session('Q', endAt),
          session('R', endAt + 24 * HOUR_MS),
        ],
      },
    ],
  }
}
