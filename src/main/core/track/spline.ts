// Cubic B-splines on a uniform grid and their weighted least-squares fit with a penalty on the third difference:
// minimise sum w (y - f(x))^2 + sum_j lambda_j (D3 c)_j^2 / h^5, the discrete form of the integral of lambda (f''')^2.
// One solver for the circuit (over distance) and for a lap (over time). Pure numbers, no units.

import { BAND } from './banded'

export type Derivative = 0 | 1 | 2

/**
 * Weights of the four coefficients that act in one cell of the grid, by the position f (0..1) within the cell.
 * Written to out[at..at+3].
 */
export function basisWeights(
  f: number,
  step: number,
  derivative: Derivative,
  out: Float64Array,
  at: number,
): void {
  const g = 1 - f
  switch (derivative) {
    case 0:
      out[at] = (g * g * g) / 6
      out[at + 1] = (3 * f * f * f - 6 * f * f + 4) / 6
      out[at + 2] = (-3 * f * f * f + 3 * f * f + 3 * f + 1) / 6
      out[at + 3] = (f * f * f) / 6
      return
    case 1: {
      const scale = 1 / (2 * step)
      out[at] = -g * g * scale
      out[at + 1] = (3 * f * f - 4 * f) * scale
      out[at + 2] = (-3 * f * f + 2 * f + 1) * scale
      out[at + 3] = f * f * scale
      return
    }
    case 2: {
      const scale = 1 / (step * step)
      out[at] = g * scale
      out[at + 1] = (3 * f - 2) * scale
      out[at + 2] = (1 - 3 * f) * scale
      out[at + 3] = f * scale
      return
    }
  }
}

/** Data points prepared for a fit: the cell of each and the weights of its four coefficients. */
export interface Design {
  /** Index of the first of the four coefficients, length m. */
  readonly cell: Int32Array
  /** m*4. */
  readonly basis: Float64Array
}

/** @param size number of coefficients; points outside the grid use its first or last cell. */
export function designAt(
  x: ArrayLike<number>,
  start: number,
  step: number,
  size: number,
  derivative: Derivative,
): Design {
  const m = x.length
  const cell = new Int32Array(m)
  const basis = new Float64Array(4 * m)
  for (let i = 0; i < m; i++) {
    const z = (x[i]! - start) / step
    const c = Math.min(Math.max(Math.floor(z), 0), size - BAND)
    cell[i] = c
    basisWeights(z - c, step, derivative, basis, 4 * i)
  }
  return { cell, basis }
}

/** Adds the points' share of the normal equations: band += B^T W B, rhs += B^T W y. */
export function addObservations(
  band: Float64Array,
  rhs: Float64Array,
  design: Design,
  weight: Float64Array,
  y: Float64Array,
): void {
  const { cell, basis } = design
  for (let i = 0; i < cell.length; i++) {
    const w = weight[i]!
    const c = cell[i]!
    const b0 = basis[4 * i]!
    const b1 = basis[4 * i + 1]!
    const b2 = basis[4 * i + 2]!
    const b3 = basis[4 * i + 3]!
    const w0 = w * b0
    const w1 = w * b1
    const w2 = w * b2
    const w3 = w * b3
    const o = 4 * c
    band[o] = band[o]! + w0 * b0
    band[o + 1] = band[o + 1]! + w0 * b1
    band[o + 2] = band[o + 2]! + w0 * b2
    band[o + 3] = band[o + 3]! + w0 * b3
    band[o + 4] = band[o + 4]! + w1 * b1
    band[o + 5] = band[o + 5]! + w1 * b2
    band[o + 6] = band[o + 6]! + w1 * b3
    band[o + 8] = band[o + 8]! + w2 * b2
    band[o + 9] = band[o + 9]! + w2 * b3
    band[o + 12] = band[o + 12]! + w3 * b3
    const v = y[i]!
    rhs[c] = rhs[c]! + w0 * v
    rhs[c + 1] = rhs[c + 1]! + w1 * v
    rhs[c + 2] = rhs[c + 2]! + w2 * v
    rhs[c + 3] = rhs[c + 3]! + w3 * v
  }
}

/** Keeps the matrix regular where neither data nor penalty reach; far below any weight in use. */
const RIDGE = 1e-9

/**
 * The penalty's matrix, n*4.
 * @param lambda n-3 weights, one per cell of the grid.
 */
export function penaltyBand(lambda: Float64Array, step: number): Float64Array {
  const size = lambda.length + 3
  const band = new Float64Array(BAND * size)
  const scale = 1 / step ** 5
  for (let j = 0; j < lambda.length; j++) {
    const l = lambda[j]! * scale
    const o = 4 * j
    // Products of the third difference's weights -1, 3, -3, 1.
    band[o] = band[o]! + l
    band[o + 1] = band[o + 1]! - 3 * l
    band[o + 2] = band[o + 2]! + 3 * l
    band[o + 3] = band[o + 3]! - l
    band[o + 4] = band[o + 4]! + 9 * l
    band[o + 5] = band[o + 5]! - 9 * l
    band[o + 6] = band[o + 6]! + 3 * l
    band[o + 8] = band[o + 8]! + 9 * l
    band[o + 9] = band[o + 9]! - 3 * l
    band[o + 12] = band[o + 12]! + l
  }
  for (let i = 0; i < size; i++) band[4 * i] = band[4 * i]! + RIDGE
  return band
}

/** Value of the spline (or its derivative, if the design is one) at every point of a design. */
export function applyDesign(design: Design, coefficients: Float64Array, out: Float64Array): void {
  const { cell, basis } = design
  for (let i = 0; i < cell.length; i++) {
    const c = cell[i]!
    const o = 4 * i
    out[i] =
      basis[o]! * coefficients[c]! +
      basis[o + 1]! * coefficients[c + 1]! +
      basis[o + 2]! * coefficients[c + 2]! +
      basis[o + 3]! * coefficients[c + 3]!
  }
}

/** One value of a spline or of a derivative; outside the grid the end cells are continued. */
export function splineAt(
  coefficients: Float64Array,
  start: number,
  step: number,
  x: number,
  derivative: Derivative,
): number {
  const z = (x - start) / step
  const i = Math.min(Math.max(Math.floor(z), 0), coefficients.length - BAND)
  const f = z - i
  const c0 = coefficients[i]!
  const c1 = coefficients[i + 1]!
  const c2 = coefficients[i + 2]!
  const c3 = coefficients[i + 3]!
  const g = 1 - f
  switch (derivative) {
    case 0:
      return (
        (g * g * g * c0 +
          (3 * f * f * f - 6 * f * f + 4) * c1 +
          (-3 * f * f * f + 3 * f * f + 3 * f + 1) * c2 +
          f * f * f * c3) /
        6
      )
    case 1:
      return (
        (-g * g * c0 + (3 * f * f - 4 * f) * c1 + (-3 * f * f + 2 * f + 1) * c2 + f * f * c3) / (2 * step)
      )
    case 2:
      return (g * c0 + (3 * f - 2) * c1 + (1 - 3 * f) * c2 + f * c3) / (step * step)
  }
}
