// A lap on its way from the timing feed's row to the contract's Lap: everything the later steps add, still mutable.

import type { Lap } from '@contract/laps'
import type { LapRow } from './lap-rows'
import { UNKNOWN_TYRES, type LapTyres } from './tyres'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
export type LapDraft = Mutable<Lap>

/** All drafts of one driver, by lap number. */
export interface DriverDraft {
  readonly number: string
  laps: LapDraft[]
}

export function draftOf(row: LapRow, tyres: LapTyres): LapDraft {
  return {
    ...blankLap(row.lap),
    lapTimeMs: row.lapTimeMs,
    endMs: row.endMs,
    sectorsMs: row.sectorsMs,
    pitInMs: row.pitInMs,
    pitOutMs: row.pitOutMs,
    personalBest: row.personalBest,
    ...tyres,
  }
}

/** A lap the feed has no row for. */
export function generatedLap(lap: number, startMs: number | null, endMs: number, tyres: LapTyres): LapDraft {
  return { ...blankLap(lap), startMs, endMs, ...tyres, generated: true }
}

function blankLap(lap: number): LapDraft {
  return {
    lap,
    lapTimeMs: null,
    startMs: null,
    endMs: null,
    sectorsMs: [null, null, null],
    ...UNKNOWN_TYRES,
    pitInMs: null,
    pitOutMs: null,
    trackStatus: '',
    position: null,
    segment: null,
    deleted: false,
    accurate: false,
    personalBest: false,
    generated: false,
  }
}
