// The first view of every sculpture, on the plinth and on the wall alike: same lens, same angles, same margin. Other views
// are fitted by the same rule.

import { MathUtils, type PerspectiveCamera } from 'three'
import type { PlanFrame } from './plan-frame'
import { fitView, viewAxes, type Fit } from './view-fit'

/** A long lens: little perspective, so equal heights look equal at both ends of the circuit. */
export const FIELD_OF_VIEW_DEG = 26
/** Radians from straight above: steep enough to read the plan, flat enough to read the heights. */
export const HOME_POLAR = 0.92
/** Turn away from looking straight across the circuit, radians: shows the plinth's corner. */
const HOME_TURN = 0.22
/** Share of the picture that plinth and sculpture fill. */
export const FILL_RATIO = 0.95
/** Where several stand, none may be behind what lies over the picture's edges, nor its name plate. */
const HALL_FILL_RATIO = 0.88

/** Direction of the first view, radians around y: across the circuit's long axis, turned a little to the side. */
export function homeAzimuth(plan: PlanFrame): number {
  return plan.axis + HOME_TURN
}

/** Shares of the picture's height that something else lies over, 0..1. */
export interface Covered {
  readonly top: number
  readonly bottom: number
}

export const NOTHING_COVERED: Covered = { top: 0, bottom: 0 }

/** At least this much of the picture's half is the sculpture's, whatever lies over it: in a very low window it is behind. */
const LEAST_SHARE = 0.4

/**
 * From where all points are in the uncovered part of the picture.
 * @param points xyz triples. @param pieces how many sculptures they are of. @param aspect of the picture.
 */
export function fitFrom(
  points: Float32Array,
  { azimuth, polar }: { readonly azimuth: number; readonly polar: number },
  aspect: number,
  pieces = 1,
  covered: Covered = NOTHING_COVERED,
): Fit {
  const fill = pieces === 1 ? FILL_RATIO : HALL_FILL_RATIO
  const tan = Math.tan(MathUtils.degToRad(FIELD_OF_VIEW_DEG / 2)) * fill
  return fitView(points, viewAxes(azimuth, polar), {
    horizontal: tan * aspect,
    up: tan * Math.max(LEAST_SHARE, 1 - 2 * covered.top),
    down: tan * Math.max(LEAST_SHARE, 1 - 2 * covered.bottom),
  })
}

/**
 * Puts the camera where all `points` are in the picture. Its aspect must be set; its direction is the caller's, who
 * may have controls for it.
 */
export function placeAtHome(camera: PerspectiveCamera, points: Float32Array, azimuth: number): Fit {
  const fit = fitFrom(points, { azimuth, polar: HOME_POLAR }, camera.aspect)
  camera.position.set(...fit.eye)
  setDepths(camera, fit.distance)
  return fit
}

/** Depth range as tight as the zoom allows: a wide one makes the inlay flicker on the plinth. */
export function setDepths(camera: PerspectiveCamera, distance: number): void {
  camera.near = distance / 40
  camera.far = distance * 4
  camera.updateProjectionMatrix()
}
