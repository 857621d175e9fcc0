// Which tyres a lap was driven on. Owns the reading of the stints topic, whose messages come late, bunched, with a
// stint number ahead of its time, or with a compound that is corrected minutes later.

import { COMPOUNDS, type Compound } from '@contract/laps'
import { MAX_DRIVERS, MAX_STINT_NOTES, MAX_STINTS } from './limits'
import { asRecord, driverPatches, indexedItems, integerAt, textAt } from './patch'
import type { FeedRecord } from './patch'
import type { LapRow } from './lap-rows'
import type { StreamMessage } from './stream'

/** What one message says of one stint; null = the message does not say. */
export interface StintNote {
  readonly timeMs: number
  /** 0..n; rises with every pass through the pit lane. */
  readonly stint: number
  readonly compound: Compound | null
  /** Laps the set had when it was fitted. */
  readonly startLaps: number | null
  readonly fresh: boolean | null
}

/** The tyres of one lap, as the contract's Lap has them. */
export interface LapTyres {
  readonly compound: Compound | null
  readonly tyreLife: number | null
  readonly fresh: boolean | null
  readonly stint: number | null
}

export const UNKNOWN_TYRES: LapTyres = { compound: null, tyreLife: null, fresh: null, stint: null }

/** Laps; a set is given back after one weekend, so that a greater age is no age. */
const OLDEST_SET = 999

/** Beyond any session: a stint dated to here is never reached by a lap. */
const NEVER_MS = 24 * 3600 * 1000

/** The notes of every driver, in file order, as far as they are within the limits. */
export function readStintNotes(
  messages: readonly StreamMessage[],
): ReadonlyMap<string, readonly StintNote[]> {
  const drivers = new Map<string, StintNote[]>()
  for (const { timeMs, payload } of messages) {
    for (const [number, patch] of driverPatches(payload)) {
      const notes = drivers.get(number) ?? []
      if (notes.length === 0 && drivers.size < MAX_DRIVERS) drivers.set(number, notes)
      for (const [stint, item] of indexedItems(patch['Stints'])) {
        const record = asRecord(item)
        const isWithinLimits = stint < MAX_STINTS && notes.length < MAX_STINT_NOTES
        if (record !== null && isWithinLimits) notes.push(readNote(timeMs, stint, record))
      }
    }
  }
  return drivers
}

function readNote(timeMs: number, stint: number, item: FeedRecord): StintNote {
  const compound = textAt(item, 'Compound')
  const startLaps = integerAt(item, 'StartLaps')
  const fresh = textAt(item, 'New')
  return {
    timeMs,
    stint,
    compound: compound === null ? null : knownCompound(compound),
    startLaps: startLaps !== null && startLaps >= 0 && startLaps <= OLDEST_SET ? startLaps : null,
    fresh: fresh === null ? null : fresh === 'true',
  }
}

function knownCompound(text: string): Compound {
  return COMPOUNDS.find((compound) => compound === text) ?? 'UNKNOWN'
}

/**
 * The tyres of every row of one driver, in the rows' order.
 *
 * @param raceStartMs start of a race or sprint, session time; null for sessions that begin in the pits (or if the
 *   start is unknown).
 */
export function tyresOfLaps(
  notes: readonly StintNote[],
  rows: readonly LapRow[],
  raceStartMs: number | null,
): readonly LapTyres[] {
  const stints = mergeNotes(notes, rows, raceStartMs)
  const lapsOnStint = new Map<number, number>()
  return rows.map(({ endMs }) => {
    const note = endMs === null ? undefined : stints.findLast(({ timeMs }) => timeMs <= endMs)
    if (note === undefined) return UNKNOWN_TYRES
    const laps = (lapsOnStint.get(note.stint) ?? 0) + 1
    lapsOnStint.set(note.stint, laps)
    return lapTyres(note, laps)
  })
}

/**
 * The tyres of a driver's only lap, when the timing feed has none of him; corrections sent later are applied.
 *
 * @param raceStartMs as for `tyresOfLaps`.
 */
export function firstTyres(notes: readonly StintNote[], raceStartMs: number | null): LapTyres {
  const note = mergeNotes(notes, [], raceStartMs)[0]
  return note === undefined ? UNKNOWN_TYRES : lapTyres({ ...note, stint: 0 }, 1)
}

function lapTyres(note: StintNote, laps: number): LapTyres {
  return {
    compound: note.compound,
    tyreLife: note.startLaps === null ? null : note.startLaps + laps,
    fresh: note.fresh,
    stint: note.stint + 1,
  }
}

/** One note a stint, by time. */
function mergeNotes(
  notes: readonly StintNote[],
  rows: readonly LapRow[],
  raceStartMs: number | null,
): readonly StintNote[] {
  const stints = new Set(notes.map(({ stint }) => stint))
  if (notes.length === stints.size) return notes.toSorted((a, b) => a.timeMs - b.timeMs)
  const inLapEndsMs = rows.flatMap((row) => (row.pitInMs === null || row.endMs === null ? [] : [row.endMs]))
  const spread = raceStartMs === null ? notes : spreadBunchedStints(notes, inLapEndsMs, raceStartMs)
  return foldStints(lowerEarlyStints(spread, inLapEndsMs)).toSorted((a, b) => a.timeMs - b.timeMs)
}

/**
 * Where the first message of a race comes after its start and tells of several stints at once, the stints are
 * dated back to the in-laps that ended them. Without as many in-laps as stints the rest is never reached.
 */
function spreadBunchedStints(
  notes: readonly StintNote[],
  inLapEndsMs: readonly number[],
  raceStartMs: number,
): readonly StintNote[] {
  const firstMs = notes.reduce((earliestMs, { timeMs }) => Math.min(earliestMs, timeMs), NEVER_MS)
  const bunched = new Set(notes.filter(({ timeMs }) => timeMs === firstMs).map(({ stint }) => stint))
  if (firstMs < raceStartMs || bunched.size < 2) return notes
  const beginsMs = [0, ...inLapEndsMs]
  return notes.map((note) =>
    note.timeMs === firstMs ? { ...note, timeMs: (beginsMs[note.stint] ?? NEVER_MS) + 1 } : note,
  )
}

/**
 * Between two passes through the pit lane the stint can rise by one at most; a number above that is lowered. The
 * passes are counted by the ends of in-laps, and only where tyres were spoken of between them.
 */
function lowerEarlyStints(notes: readonly StintNote[], inLapEndsMs: readonly number[]): readonly StintNote[] {
  const lowered = [...notes]
  const boundsMs = [0, ...inLapEndsMs, NEVER_MS]
  let highest = 0
  for (let bound = 0; bound + 1 < boundsMs.length; bound++) {
    let isSpokenOf = false
    for (const [index, note] of lowered.entries()) {
      if (note.timeMs < boundsMs[bound]! || note.timeMs >= boundsMs[bound + 1]!) continue
      isSpokenOf = true
      if (note.stint > highest) lowered[index] = { ...note, stint: highest }
    }
    if (isSpokenOf) highest++
  }
  return lowered
}

/** All notes of a stint as one: dated by the first, every value the last one told. */
function foldStints(notes: readonly StintNote[]): readonly StintNote[] {
  const stints = new Map<number, StintNote>()
  for (const note of notes) {
    const known = stints.get(note.stint)
    stints.set(
      note.stint,
      known === undefined
        ? note
        : {
            timeMs: known.timeMs,
            stint: note.stint,
            compound: note.compound ?? known.compound,
            startLaps: note.startLaps ?? known.startLaps,
            fresh: note.fresh ?? known.fresh,
          },
    )
  }
  return [...stints.values()]
}
