// Drivers and laps of one session, as decoded from the timing feed. All times are integers in milliseconds of
// session time (time since the recorder started) unless they are durations.

import type { SourceKind, SessionCode } from './ids'

export const COMPOUNDS = [
  'SOFT', 'MEDIUM', 'HARD', 'INTERMEDIATE', 'WET', 'HYPERSOFT', 'ULTRASOFT', 'SUPERSOFT', 'SUPERHARD', 'TEST_UNKNOWN', 'UNKNOWN',
] as const // prettier-ignore
export type Compound = (typeof COMPOUNDS)[number]

export interface Lap {
  /** 1..n within the session. */
  readonly lap: number
  readonly lapTimeMs: number | null
  readonly startMs: number | null
  readonly endMs: number | null
  readonly sectorsMs: readonly [number | null, number | null, number | null]
  readonly compound: Compound | null
  /** Laps on this set of tyres including this one. */
  readonly tyreLife: number | null
  readonly fresh: boolean | null
  /** 1..n; increments with every pass through the pit lane. */
  readonly stint: number | null
  readonly pitInMs: number | null
  readonly pitOutMs: number | null
  /** Distinct status digits during the lap, in order: 1 clear, 2 yellow, 4 safety car, 5 red, 6 VSC, 7 VSC ending. */
  readonly trackStatus: string
  /** Position at the end of the lap; races and sprints only. */
  readonly position: number | null
  readonly segment: 'Q1' | 'Q2' | 'Q3' | null
  readonly deleted: boolean
  /** Sectors, lap time and neighbouring laps agree within 3 ms and the track was green or yellow. */
  readonly accurate: boolean
  readonly personalBest: boolean
  /** Not timed by the feed: added for a driver who stopped on track. */
  readonly generated: boolean
}

export interface FastestLap {
  readonly lap: number
  readonly lapTimeMs: number
}

export interface DriverLaps {
  readonly code: string
  /** Racing number as text; it is an identifier, not a quantity. */
  readonly number: string
  readonly name: string
  readonly team: string
  /** `#rrggbb`, or null where the feed has none. */
  readonly teamColour: string | null
  readonly fastest: FastestLap | null
  readonly laps: readonly Lap[]
}

export interface SessionLaps {
  readonly season: number
  readonly round: number
  readonly session: SessionCode
  readonly source: SourceKind
  readonly warnings: readonly string[]
  /** Fastest first; drivers without a time follow in the feed's own order. */
  readonly drivers: readonly DriverLaps[]
}
