// The views one can go to at once, by the circuit's own directions, and the ways between them. Pure: angles in radians,
// metres, three.js axes.

import { homeAzimuth, HOME_POLAR } from './home-view'
import type { PlanFrame } from './plan-frame'

/** In the order of their keys, 1 to 5. */
export const PRESET_VIEWS = ['first', 'plan', 'straight', 'long-side', 'short-side'] as const
export type PresetView = (typeof PRESET_VIEWS)[number]

export interface ViewDirection {
  /** Around y; 0 = eye on +z. */
  readonly azimuth: number
  /** From straight above. */
  readonly polar: number
}

/** Not quite above: exactly there the eye has no direction around the axis, and the camera would choose one. */
const PLAN_POLAR = 0.001
/** Of an elevation. A little above the plinth's edge, or the far side of the circuit would stand behind the near one. */
const SIDE_POLAR = 1.48
/** Low enough to look down the straight, high enough to see where it leads. By eye. */
const STRAIGHT_POLAR = 1.2

/** How far behind the line the direction of the start straight is taken from, metres: a straight is longer. */
const STRAIGHT_M = 60

/** Where the eye is to be for a preset. @param heading as `startHeading`. */
export function presetDirection(view: PresetView, plan: PlanFrame, heading: number): ViewDirection {
  switch (view) {
    case 'first':
      return { azimuth: homeAzimuth(plan), polar: HOME_POLAR }
    case 'plan':
      return { azimuth: plan.axis, polar: PLAN_POLAR }
    case 'straight':
      // The eye stands behind the cars: it looks where they drive.
      return { azimuth: heading - Math.PI / 2, polar: STRAIGHT_POLAR }
    case 'long-side':
      return { azimuth: plan.axis, polar: SIDE_POLAR }
    case 'short-side':
      return { azimuth: plan.axis + Math.PI / 2, polar: SIDE_POLAR }
  }
}

/**
 * Direction of travel on the start straight, radians from +x towards +y in plan.
 * @param xM, yM the lap, metres, first sample on the finish line. @param stepM between samples.
 */
export function startHeading(xM: ArrayLike<number>, yM: ArrayLike<number>, stepM: number): number {
  const on = Math.min(xM.length - 1, Math.max(1, Math.round(STRAIGHT_M / stepM)))
  return Math.atan2(yM[on]! - yM[0]!, xM[on]! - xM[0]!)
}

/** Where an eye is, and what it looks at. */
export interface EyePlace extends ViewDirection {
  readonly distance: number
  readonly target: readonly [number, number, number]
}

/**
 * A place on the way: begins and ends at rest, turns the shorter way round, and comes nearer by equal factors in equal
 * times, so that no part of it rushes.
 * @param ratio of the time that has passed, 0..1.
 */
export function placeOnWay(from: EyePlace, to: EyePlace, ratio: number): EyePlace {
  const share = eased(ratio)
  const mix = (a: number, b: number): number => a + (b - a) * share
  return {
    azimuth: from.azimuth + turnBetween(from.azimuth, to.azimuth) * share,
    polar: mix(from.polar, to.polar),
    distance: from.distance * (to.distance / from.distance) ** share,
    target: [
      mix(from.target[0], to.target[0]),
      mix(from.target[1], to.target[1]),
      mix(from.target[2], to.target[2]),
    ],
  }
}

/** The eye itself, xyz. */
export function eyeOf({ azimuth, polar, distance, target: [x, y, z] }: EyePlace): [number, number, number] {
  const flat = Math.sin(polar) * distance
  return [x + Math.sin(azimuth) * flat, y + Math.cos(polar) * distance, z + Math.cos(azimuth) * flat]
}

/** Smoothstep: at rest at both ends. */
function eased(ratio: number): number {
  const t = Math.min(1, Math.max(0, ratio))
  return t * t * (3 - 2 * t)
}

/** The shorter way round, -π..π. */
function turnBetween(from: number, to: number): number {
  const turn = (to - from) % (2 * Math.PI)
  if (turn > Math.PI) return turn - 2 * Math.PI
  return turn < -Math.PI ? turn + 2 * Math.PI : turn
}
