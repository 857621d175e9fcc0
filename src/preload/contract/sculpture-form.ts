// How data become heights: shared by the mesh on screen and by the exported solids, so that a print has the
// proportions of what one saw. Visual only, not physics: chosen by eye, the same for every sculpture.

/** Lengths in the circuit's own metres. */
export interface SculptureForm {
  /** Width of the wall. A real track is 12-15 m wide; narrower reads finer, and hairpins stay open. */
  readonly bandWidthM: number
  /** Height of one G above the road. At 40 the strongest corner is about a tenth of the circuit's size. */
  readonly metresPerG: number
  /** Elevation is drawn this many times its size: at 1 all but the steepest circuits look flat. */
  readonly elevationFactor: number
  /** Stone under the lowest point of the road, so that the circuit is seen to stand on the plinth. */
  readonly groundM: number
}

export const SCULPTURE_FORM: SculptureForm = {
  bandWidthM: 9,
  metresPerG: 38,
  elevationFactor: 2,
  groundM: 7,
}

/** The body's section in each style, metres of the circuit; visual only, as above. */
export const BODY_FORM = {
  /** Wider than the wall, or its upper side would be too narrow to read colours from. */
  ribbonHalfM: 11,
  ribbonThickM: 3,
  tubeRadiusM: 6.5,
  /** Corners of the tube's section: its normals are smooth, so 14 look round up to the outline. */
  tubeSides: 14,
  /** Free height under a body that floats, where there is no force: without it the two surfaces would flicker. */
  liftM: 4,
  /** Along the lap; near enough for the eye to follow heights from one post to the next. */
  postSpacingM: 45,
} as const

/** @returns height of the road above the plinth, metres. @param zM, lowestZM as the channel. */
export function roadHeightM(zM: number, lowestZM: number, form: SculptureForm = SCULPTURE_FORM): number {
  return form.groundM + (zM - lowestZM) * form.elevationFactor
}

/**
 * @returns height of a force above the road, metres. Of signed forces it is the size: a body that fell below the road
 *   to one side would vanish in the stone, and which way a force points is told by its colour.
 */
export function forceHeightM(forceG: number, form: SculptureForm = SCULPTURE_FORM): number {
  return Math.abs(forceG) * form.metresPerG
}

/** @returns how many points the closed line has: the last sample is dropped where it repeats the first. */
export function stationCount(xM: Float64Array, yM: Float64Array): number {
  const n = xM.length
  if (n < 4) return n
  const gap = Math.hypot(xM[n - 1]! - xM[0]!, yM[n - 1]! - yM[0]!)
  const step = Math.hypot(xM[1]! - xM[0]!, yM[1]! - yM[0]!)
  return gap < step / 2 ? n - 1 : n
}
