// Laps that the feed never closed: of drivers who stopped on track, and of those who did not end their first lap.

import type { DriverDraft, LapDraft } from './lap-draft'
import { generatedLap } from './lap-draft'
import type { StatusChange } from './session-status'
import type { LapTyres } from './tyres'

/**
 * Assumed time from the last crossing to the stop, where no red flag tells it. Chosen longer than any lap, so it
 * is mostly far too long: these laps are for counting, not for measuring.
 */
const ASSUMED_STOP_MS = 150_000

/** The only lap of a driver in a race with tyres but without a timed lap: it ends when the first of all laps ends. */
export function lapOfFirstLapRetirement(
  tyres: LapTyres,
  raceStartMs: number | null,
  firstLapEndMs: number,
): LapDraft {
  return generatedLap(1, raceStartMs, firstLapEndMs, tyres)
}

/**
 * The lap on which a driver stopped, behind his last timed one; null if he did not stop on track, or nothing is
 * known of it.
 *
 * @param statuses of the session, in file order.
 * @param totalLaps of a race or sprint; null where unknown or not a race.
 */
export function lapOfRetirement(
  { laps }: DriverDraft,
  statuses: readonly StatusChange[],
  totalLaps: number | null,
): LapDraft | null {
  const last = laps.at(-1)
  if (last === undefined || last.generated) return null
  const referenceMs = last.endMs ?? last.startMs
  if (referenceMs === null) return null
  const following = statuses.filter(({ timeMs }) => timeMs > referenceMs)
  const hasEnded = statuses.some(({ timeMs, status }) => timeMs <= referenceMs && status === 'Finished')
  const willEnd = following.some(({ status }) => status === 'Finished')
  if (hasEnded || !willEnd || endedInPits(laps)) return null
  if (totalLaps !== null && laps.length >= totalLaps) return null

  const [next] = following
  const stoppedMs = next?.status === 'Aborted' ? next.timeMs : referenceMs + ASSUMED_STOP_MS
  const { compound, tyreLife, fresh, stint } = last
  return generatedLap(last.lap + 1, last.endMs, stoppedMs, {
    compound,
    tyreLife: tyreLife === null ? null : tyreLife + 1,
    fresh,
    stint,
  })
}

/** The last lap went into the pits, or began there (the box may lie behind the line) and never left them. */
function endedInPits(laps: readonly LapDraft[]): boolean {
  const last = laps.at(-1)
  const previous = laps.at(-2)
  if (last === undefined || last.pitInMs !== null) return true
  return previous !== undefined && previous.pitInMs !== null && last.pitOutMs === null
}
