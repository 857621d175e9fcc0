// Brings the lap ends of all drivers of a race onto one clock. Each car's messages are late by an unknown amount;
// the gaps to the leader, which the feed states to the millisecond, say by how much they differ.

import type { LapRow, TimedPatch } from './lap-rows'
import { parseDurationMs, recordAt, textAt } from './patch'

/** What one driver's gap was, from each instant on. */
interface GapChange {
  readonly timeMs: number
  /** `+1.234`, `LAP 12` for the leader, `1L` for a lapped car; null before the first one. */
  readonly gap: string | null
}

/** A driver's completed rows and the patches they came from. */
export interface AlignableDriver {
  readonly number: string
  readonly rows: readonly LapRow[]
  readonly patches: readonly TimedPatch[]
}

/**
 * Shifts every driver's lap ends, in place, so that the gaps between drivers equal the official ones. Without any
 * gap in the feed (practice, qualifying) nothing is done. A driver is aligned on the first lap on which both he
 * and a leader who is aligned already crossed the line without a pit stop; nobody is moved to a later time than
 * received, as no message can come too early.
 */
export function alignLapEnds(drivers: readonly AlignableDriver[]): void {
  const shiftsMs = measureShifts(drivers.map((driver) => ({ ...driver, gaps: gapChanges(driver.patches) })))
  const latestMs = Math.max(0, ...shiftsMs.values())
  for (const { number, rows } of drivers) {
    const shiftMs = shiftsMs.get(number)
    if (shiftMs === undefined) continue
    for (const row of rows) if (row.endMs !== null) row.endMs += shiftMs - latestMs
  }
}

/** How far each driver's ends lie from the first leader's by the official gaps; drivers without a usable lap lack. */
function measureShifts(
  drivers: readonly (AlignableDriver & { readonly gaps: readonly GapChange[] })[],
): ReadonlyMap<string, number> {
  const shiftsMs = new Map<string, number>()
  const laps = Math.max(0, ...drivers.map(({ rows }) => rows.length))
  for (let index = 0; index < laps && shiftsMs.size < drivers.length; index++) {
    const crossings = drivers.flatMap(({ number, rows, gaps }) => {
      const row = rows[index]
      if (row === undefined || row.endMs === null || row.pitInMs !== null || row.pitOutMs !== null) return []
      const gap = gapNearest(gaps, row.endMs)
      return gap === null ? [] : [{ number, endMs: row.endMs, gap }]
    })
    const leader = firstAcross(crossings.filter(({ gap }) => gap.includes('LAP')))
    if (leader === null) continue
    if (shiftsMs.size === 0) shiftsMs.set(leader.number, 0)
    const leaderShiftMs = shiftsMs.get(leader.number)
    if (leaderShiftMs === undefined) continue
    for (const { number, endMs, gap } of crossings) {
      const expectedMs = parseDurationMs(gap)
      if (expectedMs === null || shiftsMs.has(number)) continue
      shiftsMs.set(number, expectedMs - (endMs - leader.endMs) + leaderShiftMs)
    }
  }
  return shiftsMs
}

/** A car overtaken just before the line may still be told as the leader when it gets there. */
function firstAcross<T extends { readonly endMs: number }>(crossings: readonly T[]): T | null {
  return crossings.reduce<T | null>(
    (first, crossing) => (first === null || crossing.endMs < first.endMs ? crossing : first),
    null,
  )
}

/** A row for every patch that changes position, gap or interval, with the gap as it stood then. */
function gapChanges(patches: readonly TimedPatch[]): readonly GapChange[] {
  const changes: GapChange[] = []
  let gap: string | null = null
  for (const { timeMs, patch } of patches) {
    const newGap = textAt(patch, 'GapToLeader')
    const isChange =
      newGap !== null ||
      textAt(patch, 'Position') !== null ||
      textAt(recordAt(patch, 'IntervalToPositionAhead'), 'Value') !== null
    if (!isChange) continue
    gap = newGap ?? gap
    changes.push({ timeMs, gap })
  }
  return changes
}

/** The gap at the change nearest in time, the earlier one of two equally near. */
function gapNearest(changes: readonly GapChange[], timeMs: number): string | null {
  let nearest: GapChange | null = null
  for (const change of changes) {
    if (nearest === null || Math.abs(change.timeMs - timeMs) < Math.abs(nearest.timeMs - timeMs))
      nearest = change
  }
  return nearest?.gap ?? null
}
