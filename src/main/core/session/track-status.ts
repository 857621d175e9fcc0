// The flags a lap was driven under.

import type { LapDraft } from './lap-draft'
import type { StatusChange } from './session-status'

/** The feed's statuses are digits; anything else would make the laps' texts grow. */
const IS_STATUS = /^\d$/

/**
 * Sets the distinct status digits of each lap, in order of appearance, in place. A status counts when any part of
 * the lap, its ends included, lies in it.
 *
 * @param changes of the track status, in file order.
 */
export function setTrackStatus(laps: readonly LapDraft[], changes: readonly StatusChange[]): void {
  for (const lap of laps) {
    lap.trackStatus = ''
    for (const [index, { timeMs, status }] of changes.entries()) {
      if (!IS_STATUS.test(status) || lap.trackStatus.includes(status)) continue
      const untilMs = changes[index + 1]?.timeMs ?? Number.POSITIVE_INFINITY
      if (overlaps(lap, timeMs, untilMs)) lap.trackStatus += status
    }
  }
}

/** A lap whose start is unknown, or lies behind its end as some after a red flag do, counts by its end alone. */
function overlaps({ startMs, endMs }: LapDraft, fromMs: number, untilMs: number): boolean {
  if (endMs === null) return startMs !== null && fromMs <= startMs && startMs <= untilMs
  const beginMs = Math.min(startMs ?? endMs, endMs)
  return beginMs <= untilMs && fromMs <= endMs
}
