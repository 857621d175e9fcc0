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

/** One driver in the championship. */
export interface DriverStanding {
  /** 1..n; null for who is not classified. */
  readonly position: number | null
  /** Three letters, `NOR`; null where the championship has none. */
  readonly code: string | null
  /** The championship's own name of a person, `norris`. Numbers and codes move between people, this does not. */
  readonly driverId: string
  /** Racing number of that season, as text; null where it is not known for certain. */
  readonly number: string | null
  readonly name: string
  /** The latest, of a driver who drove for several. */
  readonly team: string | null
  readonly points: number
  readonly wins: number
}

export interface DriverStandings {
  readonly season: number
  /** The round after which this is how they stand; null before the first race. */
  readonly round: number | null
  /** Best first; those without a position last. */
  readonly drivers: readonly DriverStanding[]
  /** Things a person should know, e.g. that the list may be incomplete. */
  readonly warnings: readonly string[]
}
