// A lap of a synthetic session as it truly was.

import type { TrueLap } from '../../../helpers/error-table'
import type { SyntheticLap, SyntheticSession } from './synthetic-session'

const G = 9.80665
const STEP_M = 1
/** The estimated finish line lies some metres off the true one. */
const BEYOND_M = 30

export function syntheticTruth({ options, motions }: SyntheticSession, lap: SyntheticLap): TrueLap {
  const { circuit } = options
  const excess = options.odometer ?? (() => 0)
  const motion = motions[lap.car]!
  const n = Math.ceil((circuit.lengthM + 2 * BEYOND_M) / STEP_M)
  const s = Float64Array.from({ length: n }, (_, i) => i * STEP_M - BEYOND_M)
  const points = Array.from(s, (at) => circuit.pointAt(at))
  const times = s.map((at) => motion.timeAt(lap.lap * circuit.lengthM + at + excess(at)))
  const speedMs = times.map((t) => motion.speedAt(t))
  const startS = motion.timeAt(lap.lap * circuit.lengthM)
  return {
    xM: Float64Array.from(points, ({ x }) => x),
    yM: Float64Array.from(points, ({ y }) => y),
    curvature: Float64Array.from(points, ({ curvature }) => curvature),
    timeS: times.map((t) => t - startS),
    speedMs,
    lateralG: speedMs.map((v, i) => (v * v * points[i]!.curvature) / G),
    longitudinalG: times.map((t) => (motion.speedAt(t + 0.2) - motion.speedAt(t - 0.2)) / 0.4 / G),
  }
}
