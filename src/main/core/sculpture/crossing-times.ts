// When a car passes given places: the inverse of d(t). A car that rolls back or stands is counted at its first
// passage, so times never run backwards.

import type { MotionFit } from '../track/motion-fit'

/** The inversion walks in steps of this; within one the motion is monotone but for a standing car's noise. */
const STEP_S = 0.05
const NEWTON_STEPS = 4

/**
 * @param distancesM increasing, on the fit's coordinate.
 * @returns seconds, increasing, one per distance; null if the motion does not span them all.
 */
export function crossingTimes(fit: MotionFit, distancesM: Float64Array): Float64Array | null {
  const times = new Float64Array(distancesM.length)
  let t0 = fit.startS
  let d0 = fit.distanceM(t0)
  if (!(d0 <= (distancesM[0] ?? Infinity))) return null
  let t1 = t0 + STEP_S
  let d1 = fit.distanceM(t1)
  for (let i = 0; i < distancesM.length; i++) {
    const target = distancesM[i]!
    while (d1 < target) {
      t0 = t1
      d0 = d1
      t1 += STEP_S
      if (t1 > fit.endS) return null
      // The farthest place reached so far: a standing car's noise must not move it back.
      d1 = Math.max(d0, fit.distanceM(t1))
    }
    times[i] = solveWithin(fit, target, t0, d0, t1, d1)
  }
  return times
}

/** Newton from the chord's crossing, kept within the bracket; the chord where the motion is flat. */
function solveWithin(fit: MotionFit, target: number, t0: number, d0: number, t1: number, d1: number): number {
  const chord = d1 > d0 ? t0 + ((target - d0) / (d1 - d0)) * (t1 - t0) : t1
  let t = chord
  for (let k = 0; k < NEWTON_STEPS; k++) {
    const v = fit.speedMs(t)
    if (v < 1) return chord
    t = Math.min(t1, Math.max(t0, t + (target - fit.distanceM(t)) / v))
  }
  return t
}
