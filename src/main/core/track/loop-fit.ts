// Fits a closed curve through points that already know their place along it.
// The loop is closed by repeating the points near the seam on both sides, solving, and keeping the middle.

import { BAND, factorBanded, solveBanded } from './banded'
import type { ClosedCurve } from './closed-curve'
import { addObservations, designAt, penaltyBand } from './spline'

/** Points and their places; arrays of equal length. */
export interface PlacedPoints {
  /** In [0, lengthM). */
  readonly s: Float64Array
  readonly xM: Float64Array
  readonly yM: Float64Array
  readonly zM: Float64Array
}

/** Cells repeated beyond the seam on either side: at 3 m cells six times the longest smoothing length. */
const SEAM_CELLS = 60

/** Number of cells a loop of this length is divided into; the cell is then `lengthM / n`, close to `cellM`. */
export function loopCells(lengthM: number, cellM: number): number {
  return Math.max(BAND + 4, Math.round(lengthM / cellM))
}

/**
 * @param lambda one penalty weight per cell, length n (decides the number of cells). For a smoothing length b and
 *   rho points per metre it is rho * b^6: bends shorter than 2 pi b are taken for noise.
 */
export function fitLoop(points: PlacedPoints, lengthM: number, lambda: Float64Array): ClosedCurve {
  const n = lambda.length
  const h = lengthM / n
  const pad = Math.min(SEAM_CELLS, Math.floor(n / 3))
  const size = n + 3 + 2 * pad
  const overlapM = pad * h
  const s = repeatSeam(points.s, points.s, lengthM, overlapM, lengthM)
  const rows = new Float64Array(size - 3)
  for (let j = 0; j < rows.length; j++) rows[j] = lambda[(j - pad + n) % n]!
  const penalty = penaltyBand(rows, h)
  const design = designAt(s, -overlapM, h, size, 0)
  const weight = new Float64Array(s.length).fill(1)
  const scratch = new Float64Array(penalty.length)
  const axes = [points.xM, points.yM, points.zM].map((values) => {
    // Coordinates are taken about their mean: they are 10^4 m, the bends we look for centimetres.
    const mean = meanOf(values)
    const y = repeatSeam(values, points.s, lengthM, overlapM, 0)
    for (let i = 0; i < y.length; i++) y[i] = y[i]! - mean
    const rhs = new Float64Array(size)
    scratch.set(penalty)
    addObservations(scratch, rhs, design, weight, y)
    factorBanded(scratch)
    solveBanded(scratch, rhs)
    return closeCoefficients(rhs.subarray(pad, pad + n + 3), mean)
  })
  return { lengthM, x: axes[0]!, y: axes[1]!, z: axes[2]! }
}

/** All values, then once more those within `overlapM` of either end, moved by `shift` to the other side. */
function repeatSeam(
  values: Float64Array,
  s: Float64Array,
  lengthM: number,
  overlapM: number,
  shift: number,
): Float64Array {
  let extra = 0
  for (let i = 0; i < s.length; i++) {
    if (s[i]! > lengthM - overlapM) extra++
    if (s[i]! < overlapM) extra++
  }
  const all = new Float64Array(values.length + extra)
  all.set(values)
  let n = values.length
  for (let i = 0; i < s.length; i++) {
    if (s[i]! > lengthM - overlapM) all[n++] = values[i]! - shift
    if (s[i]! < overlapM) all[n++] = values[i]! + shift
  }
  return all
}

/** The three coefficients beyond the seam agree with the first three up to rounding; they are made equal. */
function closeCoefficients(padded: Float64Array, mean: number): Float64Array {
  const n = padded.length - 3
  const coefficients = padded.map((c) => c + mean)
  for (let k = 0; k < 3; k++) {
    const both = (coefficients[k]! + coefficients[n + k]!) / 2
    coefficients[k] = both
    coefficients[n + k] = both
  }
  return coefficients
}

function meanOf(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return values.length === 0 ? 0 : sum / values.length
}
