// The second, slower look at a session: repairs the clocks from all cars and learns the line's odometer, alternately.
// Its result makes every lap's longitudinal G and places better; the line itself stays as it is.

import type { SessionSamples } from '../session/samples'
import { repairClocks } from './clock-repair'
import type { LapWindow } from './lap-traces'
import { learnOdometer } from './learn-odometer'
import type { SessionRefinement } from './refinement'
import { findRuns } from './runs'
import type { TrackLine } from './track-line'

/** Never throws: with too few cars or laps the corrections are zero and the trust in them nil. */
export function refineSession(
  line: TrackLine,
  samples: SessionSamples,
  windows: readonly LapWindow[],
): SessionRefinement {
  const runs = findRuns(line, samples)
  const stamps = samples.positionStampsMs.length
  const first = repairClocks(runs, stamps, null, null)
  const guess = learnOdometer(line, samples, windows, first)
  const clocks = repairClocks(runs, stamps, guess, first)
  return { clocks, odometer: learnOdometer(line, samples, windows, clocks) }
}
