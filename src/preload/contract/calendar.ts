// The calendar as every process sees it: seasons, rounds, sessions, and which of them have been run.

import type { SessionCode } from './ids'

/**
 * `future`: to come. `live`: running, or over and not in the archive yet. `completed`: in the archive. `cancelled`:
 * over, and nothing was recorded.
 */
export type SessionState = 'future' | 'live' | 'completed' | 'cancelled'

export const WEEKEND_FORMATS = ['conventional', 'sprint', 'sprint_shootout', 'sprint_qualifying'] as const
export type WeekendFormat = (typeof WEEKEND_FORMATS)[number]

export interface CalendarSession {
  readonly code: SessionCode
  /** As the season names it, e.g. `Practice 1`, `Sprint Shootout`. */
  readonly name: string
  /** Epoch ms, UTC. */
  readonly startAt: number
  /** Epoch ms, UTC: scheduled end. Races and red-flagged sessions run longer. */
  readonly endAt: number
  /** Offset of the circuit's clock from UTC, ms; null where the source does not say. */
  readonly gmtOffsetMs: number | null
  readonly state: SessionState
}

export interface CalendarRound {
  readonly round: number
  /** `Mexico City Grand Prix`. */
  readonly name: string
  readonly country: string
  readonly location: string
  readonly format: WeekendFormat
  readonly sessions: readonly CalendarSession[]
}

export interface Season {
  readonly season: number
  readonly rounds: readonly CalendarRound[]
  /** Things a person should know, e.g. that round numbers were counted from the archive's own index. */
  readonly warnings: readonly string[]
}
