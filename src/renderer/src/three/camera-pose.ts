// Where the eye is as a link writes it, and back. Pure.

import type { CameraPose } from '@contract/link'
import type { EyePlace } from './preset-views'

const TENTHS = 1800 / Math.PI
const ROUND = 3600
const PERMILLE = 1000
/** The bounds of the contract; what lies beyond is written as the nearest that can be read again. */
const MOST_SHIFT = 2000
const DISTANCES = { least: 10, most: 4000 }

/** @param first the first view in the same window, by whose distance lengths are measured. */
export function poseOf(place: EyePlace, first: EyePlace): CameraPose {
  const shift = (axis: 0 | 1 | 2): number =>
    within(((place.target[axis] - first.target[axis]) / first.distance) * PERMILLE, -MOST_SHIFT, MOST_SHIFT)
  return {
    azimuth: ((Math.round(place.azimuth * TENTHS) % ROUND) + ROUND) % ROUND,
    polar: within(place.polar * TENTHS, 0, 900),
    distance: within((place.distance / first.distance) * PERMILLE, DISTANCES.least, DISTANCES.most),
    targetX: shift(0),
    targetY: shift(1),
    targetZ: shift(2),
  }
}

export function placeOf(pose: CameraPose, first: EyePlace): EyePlace {
  const at = (axis: 0 | 1 | 2, shift: number): number =>
    first.target[axis] + (shift / PERMILLE) * first.distance
  return {
    azimuth: pose.azimuth / TENTHS,
    polar: pose.polar / TENTHS,
    distance: (pose.distance / PERMILLE) * first.distance,
    target: [at(0, pose.targetX), at(1, pose.targetY), at(2, pose.targetZ)],
  }
}

/** Whole, and never the -0 that rounding leaves. */
function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value))) + 0
}
