// How much a circuit's line is smoothed at each of its places. A bend shorter than 2 pi b metres is taken for noise; b
// grows with the field's speed, because no car changes its path within a few metres at 250 km/h.
//
// Where the curvature changes b is less: a corner's curvature, smoothed, overshoots in its middle, the more the longer b is
// compared with the corner (2-6 % at the apexes of a circuit that is known), and leaks out onto the straight. Where it
// stays as it is, on straights and in long arcs, there is nothing to spoil, and b keeps the noise down.

import { GRAVITY_MS2 } from '../conventions'
import { curvatureTable, type ClosedCurve } from './closed-curve'
import { profileSpeed, type SpeedProfile } from './field-speed'

/** Shortest smoothing length at five points per metre, and with very few points. */
const FLOOR_M = 3.5
const CEILING_M = 6
/** Whatever the speed. The uncertainty of curvature counts with it too. */
export const LONGEST_M = 30
/**
 * How much shorter b is where the curvature changes. On the circuit that is known, three seeds, without and with it:
 * apex error 2.4 and 1.8 % rms, lateral RMSE 0.047 and 0.041 G, straights' 95th percentile 0.025 and 0.023 G. With 0.15
 * all three are better still, but Mexico's recorded extremes then leave the reference's by more than its uncertainty.
 */
const SHORTER_WHERE_IT_CHANGES = 0.1
/** Change of the field's lateral G, within the reach below, where b begins to be shorter, and where it is. */
const SMALL_CHANGE_G = 0.5
const LARGE_CHANGE_G = 2
/** The change is that within so many bins (of some 10 m) to either side: as far as a smoothed corner reaches. */
const REACH_BINS = 2
/** The line's curvature is looked at so often within a bin: the tightest hairpins are 30 m long. */
const LOOKS_PER_BIN = 5

/** With fewer points per metre noise is averaged less, so more is smoothed. */
export function shortestSmoothing(pointsPerM: number): number {
  return Math.min(CEILING_M, Math.max(FLOOR_M, FLOOR_M * (5 / pointsPerM) ** 0.2))
}

/**
 * @param rough a first line of the circuit: tells where its corners are.
 * @returns b in metres by place, which is given as a share of the lap.
 */
export function smoothingAlong(
  rough: ClosedCurve,
  speed: SpeedProfile,
  shortestM: number,
  tauBS: number,
): (ratio: number) => number {
  const changes = changeShares(rough, speed)
  return (ratio) => {
    const steadyM = Math.max(shortestM, tauBS * profileSpeed(speed, ratio))
    return Math.min(LONGEST_M, (1 - SHORTER_WHERE_IT_CHANGES * profileSpeed(changes, ratio)) * steadyM)
  }
}

/** 0 where the lateral G stays as it is, to 1 where it changes much: one value for each of the speed's bins. */
function changeShares(curve: ClosedCurve, speed: SpeedProfile): SpeedProfile {
  const n = speed.length * LOOKS_PER_BIN
  const lateralG = curvatureTable(curve, n).map((kappa, i) => {
    const v = profileSpeed(speed, i / n)
    return (v * v * kappa) / GRAVITY_MS2
  })
  const reach = REACH_BINS * LOOKS_PER_BIN
  return speed.map((_, bin) => {
    const middle = bin * LOOKS_PER_BIN + (LOOKS_PER_BIN >> 1)
    let least = Infinity
    let most = -Infinity
    for (let k = -reach; k <= reach; k++) {
      const g = lateralG[(middle + k + n) % n]!
      least = Math.min(least, g)
      most = Math.max(most, g)
    }
    return Math.min(1, Math.max(0, (most - least - SMALL_CHANGE_G) / (LARGE_CHANGE_G - SMALL_CHANGE_G)))
  })
}
