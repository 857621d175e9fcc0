// Which laps were a driver's personal best when they were driven, with those left out that were deleted later.

import type { DriverRows, LapRow } from './lap-rows'

/**
 * Flags the laps that stood as a personal best. When race control deletes a lap, the feed sends the best time
 * before it again; so, read backwards, a time below the last one announced must have been taken back. Each part of
 * a qualifying begins anew. A lap deleted before the driver improved on it again does not show this way;
 * `deletions.ts` finds it by what race control says.
 */
export function flagPersonalBests({ rows, bestTimes, partStartsMs }: DriverRows): void {
  const firstByTime = new Map<number, LapRow>()
  for (const row of rows) {
    if (row.lapTimeMs !== null && !firstByTime.has(row.lapTimeMs)) firstByTime.set(row.lapTimeMs, row)
  }
  let part = partStartsMs.length - 1
  let finalMs: number | null = null
  for (const { timeMs, lapTimeMs } of bestTimes.toReversed()) {
    if (timeMs < partStartsMs[part]!) {
      part--
      finalMs = null
    }
    finalMs ??= lapTimeMs
    const row = firstByTime.get(lapTimeMs)
    if (lapTimeMs >= finalMs && row !== undefined) row.personalBest = true
  }
}
