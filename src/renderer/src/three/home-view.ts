// The first view of every sculpture, on the plinth and on the wall alike: same lens, same angles, same margin.

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

/**
 * Puts the camera where all `points` are in the picture. Its aspect must be set; its direction is the caller's, who
 * may have controls for it.
 * @param points xyz triples.
 * @param pieces how many sculptures they are of.
 */
export function placeAtHome(
  camera: PerspectiveCamera,
  points: Float32Array,
  azimuth: number,
  pieces = 1,
): Fit {
  const fill = pieces === 1 ? FILL_RATIO : HALL_FILL_RATIO
  const tan = Math.tan(MathUtils.degToRad(FIELD_OF_VIEW_DEG / 2)) * fill
  const fit = fitView(points, viewAxes(azimuth, HOME_POLAR), {
    horizontal: tan * camera.aspect,
    vertical: tan,
  })
  camera.position.set(...fit.eye)
  // Depth range as tight as the zoom allows: a wide one makes the inlay flicker on the plinth.
  camera.near = fit.distance / 40
  camera.far = fit.distance * 4
  camera.updateProjectionMatrix()
  return fit
}
