// When each lap began: where the lap before ended, with the exceptions that a start, a pit stop or a red flag make.

import type { LapDraft } from './lap-draft'

/** How a session begins: cars in practice and qualifying leave the pits whenever they like, races start at once. */
export interface SessionBegin {
  readonly isRace: boolean
  /** Session time, ms; null where the recording does not say. */
  readonly startMs: number | null
  /** Restarts after a red flag, session time, ms. */
  readonly restartsMs: readonly number[]
}

/** Sets the starts of one driver's laps, in place. A start stays null where neither lap end nor pit exit tells it. */
export function setLapStarts(laps: readonly LapDraft[], begin: SessionBegin): void {
  for (const [index, lap] of laps.entries()) {
    lap.startMs = index > 0 ? laps[index - 1]!.endMs : begin.isRace ? begin.startMs : null
  }
  for (const restartMs of begin.restartsMs) {
    const lap = laps.find(({ pitOutMs }) => pitOutMs !== null && pitOutMs > restartMs)
    if (lap === undefined) continue
    // A timed lap began before the restart: unlapping, or a formation lap to a standing restart.
    if (begin.isRace && lap.lapTimeMs === null) lap.startMs = restartMs
    if (!begin.isRace) lap.startMs = lap.pitOutMs
  }
  for (const lap of laps) lap.startMs ??= lap.pitOutMs

  // The way to the grid is no pit stop of the first lap.
  const first = laps[0]
  if (first === undefined || first.pitOutMs === null || begin.startMs === null) return
  if (first.pitOutMs < begin.startMs) first.pitOutMs = null
}
