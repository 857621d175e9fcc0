// Second step from the timing feed to laps, one driver at a time: drops rows that were no laps, fills in values
// that the feed leaves out because they repeat, and moves lap ends to the earliest instant that any of the timing
// messages allows. Everything works on the rows of `lap-rows.ts`, in place.

import type { DriverRows, LapRow } from './lap-rows'

/** Messages come late by 0.1 s (median) to some seconds; for counting contradictions only, it moves no lap. */
const CREDIBLE_DELAY_MS = 5000

/**
 * Completes and corrects the rows of one driver.
 *
 * @returns how many laps contradict themselves (sectors longer than the lap, ends out of order); such values are
 *   dropped or left as received.
 */
export function repairRows(driver: DriverRows): number {
  driver.rows = withoutEmptyEnds(driver.rows)
  const { rows } = driver
  let contradictions = repairTimes(rows)
  contradictions += pullEndsToEarliestMessage(rows)
  closeLastRow(rows)
  contradictions += pullEndsToNextLap(rows)
  contradictions += pullEndsToPreviousLap(rows)

  // Laps to the grid pass through the pit lane; only a stop after the last way out ends the first lap.
  const first = rows[0]
  const { pitInMs = null, pitOutMs = null } = first ?? {}
  if (first !== undefined && pitInMs !== null && pitOutMs !== null && pitInMs < pitOutMs) first.pitInMs = null
  return contradictions
}

function hasTimes(row: LapRow): boolean {
  return row.hasSpeed || row.lapTimeMs !== null || row.sectorsMs.some((sectorMs) => sectorMs !== null)
}

/**
 * Without the open row behind the last lap, if nothing was timed in it, and without the first one likewise: in
 * practice and qualifying the lap counter also rises at the first pit exit.
 */
function withoutEmptyEnds(rows: readonly LapRow[]): LapRow[] {
  const kept = rows.filter((row, index) => (index !== 0 && index !== rows.length - 1) || hasTimes(row))
  kept.forEach((row, index) => (row.lap = index + 1))
  return kept
}

/** Lap and sector times of each row against each other and against the row before. */
function repairTimes(rows: readonly LapRow[]): number {
  let contradictions = 0
  for (const [index, row] of rows.entries()) {
    const sumMs = knownSectorsMs(row)
    const missing = row.sectorsMs.filter((sectorMs) => sectorMs === null).length
    if (row.lapTimeMs !== null && sumMs > row.lapTimeMs) {
      row.lapTimeMs = null
      contradictions++
    }
    if (row.lapTimeCleared && missing === 0) row.lapTimeMs = sumMs
    const previous = rows[index - 1]
    if (previous !== undefined) fillRepeatedTime(row, previous, sumMs, missing)
  }
  return contradictions
}

/**
 * The feed sends changes only, so a lap or sector time equal to the one before arrives once. It is taken over if,
 * and only if, the other times of the lap add up to it.
 */
function fillRepeatedTime(row: LapRow, previous: LapRow, sumMs: number, missing: number): void {
  if (missing === 0 && row.lapTimeMs === null && previous.lapTimeMs === sumMs) {
    row.lapTimeMs = sumMs
  } else if (missing === 1 && row.lapTimeMs !== null) {
    const sector = row.sectorsMs.indexOf(null)
    const sectorMs = row.lapTimeMs - sumMs
    if (previous.sectorsMs[sector] === sectorMs) row.sectorsMs[sector] = sectorMs
  }
}

function knownSectorsMs(row: LapRow): number {
  return row.sectorsMs.reduce<number>((sumMs, sectorMs) => sumMs + (sectorMs ?? 0), 0)
}

/**
 * Each lap's end by every message that tells it: the lap counter, the end of the last sector, and earlier sector
 * ends plus the sectors that followed. None of them can come too early, so the earliest is the best.
 */
function pullEndsToEarliestMessage(rows: readonly LapRow[]): number {
  let contradictions = 0
  for (const [index, row] of rows.entries()) {
    const earliestMs = earliestEndMs(row)
    const previousMs = rows[index - 1]?.endMs ?? null
    if (earliestMs !== null && previousMs !== null && earliestMs < previousMs) contradictions++
    else row.endMs = earliestMs
  }
  return contradictions
}

function earliestEndMs(row: LapRow): number | null {
  let earliestMs = row.endMs
  let remainingMs = 0
  for (let sector = 2; sector >= 0; sector--) {
    const receivedMs = row.sectorEndsMs[sector] ?? null
    if (receivedMs !== null && (earliestMs === null || receivedMs + remainingMs < earliestMs)) {
      earliestMs = receivedMs + remainingMs
    }
    const sectorMs = row.sectorsMs[sector] ?? null
    if (sectorMs === null) break
    remainingMs += sectorMs
  }
  return earliestMs
}

/** A last lap without an end ended in the pits; if not there, nobody knows where, and it is dropped. */
function closeLastRow(rows: LapRow[]): void {
  const last = rows.at(-1)
  if (last === undefined || last.endMs !== null) return
  if (last.pitInMs !== null) last.endMs = last.pitInMs
  else rows.pop()
}

/** From the last lap to the first: a lap began no later than its end minus its time. */
function pullEndsToNextLap(rows: readonly LapRow[]): number {
  let contradictions = 0
  for (let index = rows.length - 1; index > 0; index--) {
    const row = rows[index]!
    const previous = rows[index - 1]!
    if (row.endMs === null || row.lapTimeMs === null || previous.endMs === null) continue
    const startMs = row.endMs - row.lapTimeMs
    if (startMs >= previous.endMs) continue
    const beforeMs = rows[index - 2]?.endMs ?? null
    if (beforeMs !== null && startMs < beforeMs) contradictions++
    else previous.endMs = startMs
  }
  return contradictions
}

/**
 * From the first lap to the last: a lap ended no later than the lap before plus its time. On the way out after a red
 * flag the feed may state a time that leaves the standstill out; the end then lands within the standstill, and later
 * laps follow it. Such a lap, told by its missing sector, counts as a contradiction.
 */
function pullEndsToPreviousLap(rows: readonly LapRow[]): number {
  let contradictions = 0
  for (let index = 1; index < rows.length; index++) {
    const row = rows[index]!
    const startMs = rows[index - 1]!.endMs
    if (startMs === null || row.endMs === null || row.lapTimeMs === null) continue
    const earlierMs = row.endMs - (startMs + row.lapTimeMs)
    if (earlierMs <= 0) continue
    row.endMs -= earlierMs
    if (earlierMs > CREDIBLE_DELAY_MS && row.sectorsMs.includes(null)) contradictions++
  }
  return contradictions
}
