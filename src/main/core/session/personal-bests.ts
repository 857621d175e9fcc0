// Which laps were a driver's personal best when they were driven, with those left out that were deleted later.

import type { DriverRows } from './lap-rows'

/**
 * Flags the laps that stood as a personal best. When race control deletes a lap, the feed sends the best time
 * before it again; so, read backwards, a time below those already seen must have been taken back. Each part of a
 * qualifying begins anew. Only deletions soon after the lap show this way; `deletions.ts` handles the others.
 */
export function flagPersonalBests({ rows, bestTimes, partStartsMs }: DriverRows): void {
  let part = partStartsMs.length - 1
  let standing: number[] = []
  for (const { timeMs, lapTimeMs } of bestTimes.toReversed()) {
    if (timeMs < partStartsMs[part]!) {
      part--
      standing = []
    }
    if (standing.includes(lapTimeMs) || standing.some((standingMs) => lapTimeMs < standingMs)) continue
    standing.push(lapTimeMs)
    const row = rows.find((candidate) => candidate.lapTimeMs === lapTimeMs)
    if (row !== undefined) row.personalBest = true
  }
}
