// Which laps' times can be relied on: everything timed, nothing contradictory, nothing special going on.

import type { LapDraft } from './lap-draft'

/** Sector times, lap time and lap ends are rounded one by one; more than this apart they disagree. */
const TOLERANCE_S = 0.003

/** Clear and yellow only: times under a safety car or a red flag are often attached to the wrong lap. */
const NORMAL_TRACK = new Set(['1', '2', '12', '21'])

/** Sets `accurate` on the laps of one driver, in place. Needs track status and generated flags. */
export function setAccuracy(laps: readonly LapDraft[]): void {
  for (const [index, lap] of laps.entries()) {
    const previous = laps[index - 1]
    lap.accurate = isCompleteLap(lap) && (previous === undefined || followsOn(lap, previous))
  }
}

function isCompleteLap(lap: LapDraft): boolean {
  if (lap.generated || lap.pitInMs !== null || lap.pitOutMs !== null) return false
  if (!NORMAL_TRACK.has(lap.trackStatus) || lap.lapTimeMs === null) return false
  const [first, second, third] = lap.sectorsMs
  if (first === null || second === null || third === null) return false
  return agree(first + second + third, lap.lapTimeMs)
}

function followsOn(lap: LapDraft, previous: LapDraft): boolean {
  if (previous.trackStatus === '4') return false
  if (previous.endMs === null) return true
  if (lap.endMs === null || lap.lapTimeMs === null) return false
  return agree(lap.endMs - previous.endMs, lap.lapTimeMs)
}

/**
 * Compared in seconds, as FastF1 does: at exactly 3 ms the binary fractions decide, nearly always against the
 * lap (90.003 s and 90.000 s disagree, 60.032 s and 60.029 s do not). In whole milliseconds all of them would pass.
 */
function agree(aMs: number, bMs: number): boolean {
  return Math.abs(aMs / 1000 - bMs / 1000) <= TOLERANCE_S
}
