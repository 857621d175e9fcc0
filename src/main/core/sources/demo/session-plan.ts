// What a session is going to be, before anybody drives: who leaves when, on which tyres, for which laps, and how
// long these laps shall take. Plans are cheap (no solver runs), so results and standings are read off them.
// All times are ms of session time.

import type { DemoDriver } from './field'
import type { Wing } from './pace'
import type { Tyres } from './tyres'

/** How a session is run and judged: by time in practice, by elimination in qualifying, by distance in races. */
export type SessionKind = 'practice' | 'qualifying' | 'race'

export interface LapPlan {
  readonly kind: 'out' | 'flying' | 'in'
  /** `push`: as fast as grip allows; `cruise`: on out- and in-laps, and to cool the tyres. */
  readonly pace: 'push' | 'cruise'
  /** From passage to passage of the line, integer ms; null: as long as it takes. */
  readonly targetMs: number | null
  /** First guess of the grip that makes the target; for cruising laps, the ratio of the usual pace. */
  readonly gripRatio: number
  readonly fuelKg: number
  /** Race control takes the time away. */
  readonly deleted: boolean
}

/** One trip from the garage, or from the grid, to the next stop. */
export interface RunPlan {
  readonly driver: DemoDriver
  /** 0, 1, 2 for Q1, Q2, Q3; 0 elsewhere. */
  readonly segment: number
  /** 0..n - 1 within the session; every run is a stint of its own. */
  readonly stint: number
  readonly tyres: Tyres
  /** Behind the line in the pit lane, or at a place of the grid, 0 in front. */
  readonly from: 'garage' | { readonly gridSlot: number }
  /** The garage, or a place on the track, metres from the line, behind the last lap of the plan. */
  readonly to: 'garage' | { readonly stopM: number }
  /** When the car sets off; a pit stop is over when its out-lap will end in time instead. */
  readonly start: { readonly atMs: number } | { readonly firstLapEndsMs: number }
  readonly laps: readonly LapPlan[]
  readonly wing: Wing
  /** After the chequered flag of a race one more lap leads to the pits; nobody times it. */
  readonly hasCoolDownLap: boolean
  /** The driver gives up at the end of this run. */
  readonly isLast: boolean
}

export interface Segment {
  readonly startMs: number
  readonly endMs: number
  /** Who takes part, fastest of the segment before first. */
  readonly drivers: readonly DemoDriver[]
}

/** From a flag to its withdrawal. */
export interface FlagSpan {
  readonly fromMs: number
  readonly toMs: number
}

export interface SessionPlan {
  readonly kind: SessionKind
  readonly segments: readonly Segment[]
  /** A driver's runs in order; drivers in any order. */
  readonly runs: readonly RunPlan[]
  readonly finalisedMs: number
  readonly redFlags: readonly FlagSpan[]
  readonly yellowFlags: readonly FlagSpan[]
  /** Of a race; null elsewhere. */
  readonly totalLaps: number | null
  /** Best first. */
  readonly result: readonly DemoDriver[]
}

/** Best counted lap first; without one, in the order given. @param segment of a qualifying, or 0. */
export function classifyByTime(
  drivers: readonly DemoDriver[],
  runs: readonly RunPlan[],
  segment: number,
): readonly DemoDriver[] {
  const bestMs = new Map<DemoDriver, number>()
  for (const run of runs) {
    if (run.segment !== segment) continue
    for (const { targetMs, deleted } of run.laps) {
      if (targetMs === null || deleted) continue
      bestMs.set(run.driver, Math.min(targetMs, bestMs.get(run.driver) ?? Number.MAX_SAFE_INTEGER))
    }
  }
  const timeMs = (driver: DemoDriver): number => bestMs.get(driver) ?? Number.MAX_SAFE_INTEGER
  return drivers.toSorted((a, b) => timeMs(a) - timeMs(b))
}
