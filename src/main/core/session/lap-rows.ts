// First step from the timing feed to laps, one driver at a time: which patch belongs to which lap. Owns the row
// that the later steps complete and correct; refuses to judge whether what the feed says is plausible.

import { MAX_DRIVERS, MAX_LAPS } from './limits'
import { driverPatches, indexedItems, integerAt, asRecord, parseDurationMs, recordAt, textAt } from './patch'
import type { FeedRecord } from './patch'
import type { StreamMessage } from './stream'

/** One lap in the making. Times are session time in ms unless they are durations; null = not known (yet). */
export interface LapRow {
  lap: number
  lapTimeMs: number | null
  /** The feed said explicitly that this lap has no time, which differs from saying nothing. */
  lapTimeCleared: boolean
  endMs: number | null
  sectorsMs: [number | null, number | null, number | null]
  /** When the sector times were received; a sector cannot have ended later. */
  sectorEndsMs: [number | null, number | null, number | null]
  pitInMs: number | null
  pitOutMs: number | null
  /** A speed trap reported: the car was on its way. */
  hasSpeed: boolean
  personalBest: boolean
}

/** One patch of one driver, with the session time of its line. */
export interface TimedPatch {
  readonly timeMs: number
  readonly patch: FeedRecord
}

/** Everything the timing feed says of one driver, by lap. */
export interface DriverRows {
  rows: LapRow[]
  /** Announcements of a personal best, in the order received. */
  readonly bestTimes: readonly { readonly timeMs: number; readonly lapTimeMs: number }[]
  /** When each part of a qualifying was first seen to run; index 0 is always 0. */
  readonly partStartsMs: readonly number[]
}

/**
 * What arrives this soon after a lap's end still belongs to that lap: sector and lap times come up to some
 * seconds late. A larger window would take the new lap's pit exit for the old lap's.
 */
const CARRY_OVER_MS = 5000

/**
 * Longer "lap times" are the time since the previous crossing, with a break between qualifying parts in it. Real
 * laps behind a safety car can be longer too; they lose their time and keep their sectors.
 */
const LONGEST_LAP_MS = 150_000

/** The patches of every driver, in file order; of the first `MAX_DRIVERS` racing numbers only. */
export function patchesByDriver(
  messages: readonly StreamMessage[],
): ReadonlyMap<string, readonly TimedPatch[]> {
  const drivers = new Map<string, TimedPatch[]>()
  for (const { timeMs, payload } of messages) {
    for (const [number, patch] of driverPatches(payload)) {
      const patches = drivers.get(number)
      if (patches !== undefined) patches.push({ timeMs, patch })
      else if (drivers.size < MAX_DRIVERS) drivers.set(number, [{ timeMs, patch }])
    }
  }
  return drivers
}

/**
 * The rows of one driver, before any repair: at most `MAX_LAPS`, and an open one that the feed has not closed.
 *
 * @returns null for a driver who completed no lap.
 */
export function buildRows(patches: readonly TimedPatch[]): DriverRows | null {
  const inOrder = withoutLateData(patches)
  const rows = rowsByLapEnd(inOrder)
  const bestTimes: { timeMs: number; lapTimeMs: number }[] = []
  const partStartsMs = [0]
  let current = 0
  let countedLaps = 0
  let pitExits = 0

  for (const { timeMs, patch } of inOrder) {
    const row = rows[current]!
    const endedMs = current > 0 ? rows[current - 1]!.endMs : null
    const isCarriedOver = endedMs !== null && timeMs - endedMs < CARRY_OVER_MS
    const lapsInPatch = integerAt(patch, 'NumberOfLaps')
    const completesLap = lapsInPatch !== null && lapsInPatch > countedLaps

    const lateRow = isCarriedOver ? rows[current - 1]! : row
    fillTimes(lateRow, patch, timeMs)
    const speeds = recordAt(patch, 'Speeds')
    if (hasSpeed(speeds, ['I1', 'I2', 'FL'])) lateRow.hasSpeed = true
    // The trap on the long straight may lie within seconds of the line: its value is never a late one.
    if (hasSpeed(speeds, ['ST'])) row.hasSpeed = true
    if (patch['InPit'] === true && pitExits > 0) row.pitInMs = timeMs
    if (patch['InPit'] === false) {
      const isNextLap = completesLap || (row.endMs !== null && row.endMs - timeMs < CARRY_OVER_MS)
      const out = isNextLap ? rows[current + 1] : row
      if (out !== undefined) out.pitOutMs = timeMs
      pitExits++
    }

    const bestTime = textAt(recordAt(patch, 'BestLapTime'), 'Value')
    const lapTimeMs = bestTime === null ? null : parseDurationMs(bestTime)
    if (lapTimeMs !== null) bestTimes.push({ timeMs, lapTimeMs })
    const part = qualifyingPart(patch)
    if (part !== null && part + 1 > partStartsMs.length) partStartsMs.push(timeMs)

    if (completesLap) {
      // By one, whatever the jump: a counter that leaps ahead says nothing of the laps between.
      countedLaps++
      if (pitExits > 0) current++
      if (current === MAX_LAPS) break
    }
  }
  return current === 0 ? null : { rows, bestTimes, partStartsMs }
}

/**
 * Leaves out patches of laps that were counted before: some recordings jump back in time for a while. Judged by
 * the lap counter, as the stamps go on rising.
 */
function withoutLateData(patches: readonly TimedPatch[]): readonly TimedPatch[] {
  let countedLaps = 0
  let isInPast = false
  return patches.filter(({ patch }) => {
    const laps = integerAt(patch, 'NumberOfLaps')
    if (laps !== null) {
      if (laps === countedLaps) isInPast = false
      if (laps < countedLaps) isInPast = true
      if (!isInPast && laps > countedLaps) countedLaps++
    }
    return !isInPast
  })
}

/**
 * One row for every time the lap counter rises, with its end, and an open one behind them. Ends are needed ahead
 * of everything else: a pit exit just before the line belongs to the lap that begins there. Laps counted before
 * the car first left the pits did not happen.
 */
function rowsByLapEnd(patches: readonly TimedPatch[]): LapRow[] {
  const rows = [emptyRow(1)]
  let countedLaps = 0
  let hasLeftPits = false
  for (const { timeMs, patch } of patches) {
    if (patch['InPit'] === false) hasLeftPits = true
    const laps = integerAt(patch, 'NumberOfLaps')
    if (laps === null || laps <= countedLaps) continue
    countedLaps++
    if (!hasLeftPits) continue
    rows.at(-1)!.endMs = timeMs
    rows.push(emptyRow(rows.length + 1))
    if (rows.length > MAX_LAPS) break
  }
  return rows
}

function emptyRow(lap: number): LapRow {
  return {
    lap,
    lapTimeMs: null,
    lapTimeCleared: false,
    endMs: null,
    sectorsMs: [null, null, null],
    sectorEndsMs: [null, null, null],
    pitInMs: null,
    pitOutMs: null,
    hasSpeed: false,
    personalBest: false,
  }
}

const SECTOR_KEYS = ['0', '1', '2'] as const

/** Sector times and lap time of a patch, into the row they belong to. */
function fillTimes(row: LapRow, patch: FeedRecord, timeMs: number): void {
  // As an array, Sectors is part of a keyframe and its values are those of an earlier lap.
  const sectors = recordAt(patch, 'Sectors')
  for (const [sector, key] of SECTOR_KEYS.entries()) {
    const text = textAt(recordAt(sectors, key), 'Value')
    const sectorMs = text === null ? null : parseDurationMs(text)
    if (sectorMs === null || sectorMs < 0) continue
    row.sectorsMs[sector] = sectorMs
    row.sectorEndsMs[sector] = timeMs
  }

  const lapTime = recordAt(patch, 'LastLapTime')?.['Value']
  if (typeof lapTime === 'string') {
    const lapTimeMs = parseDurationMs(lapTime)
    if (lapTimeMs === null || (lapTimeMs >= 0 && lapTimeMs < LONGEST_LAP_MS)) {
      row.lapTimeMs = lapTimeMs
      row.lapTimeCleared = lapTimeMs === null
    }
  }
}

function hasSpeed(speeds: FeedRecord | null, traps: readonly string[]): boolean {
  return traps.some((trap) => textAt(recordAt(speeds, trap), 'Value') !== null)
}

/** The qualifying part, 0..2, whose best time a patch speaks of; null for a keyframe or another topic. */
function qualifyingPart(patch: FeedRecord): number | null {
  const first = indexedItems(asRecord(patch['BestLapTimes']))[0]
  return first === undefined || first[0] > 2 ? null : first[0]
}
