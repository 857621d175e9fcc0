// Symmetric positive definite matrices with three diagonals below the main one: what a cubic spline's normal
// equations look like. Owns factorisation, solution and the entries of the inverse near the diagonal, all O(n).
// Layout of every matrix here: Float64Array of n*4, column by column; entry 4*i+k holds row i+k of column i.

export const BAND = 4

/**
 * Factorises in place: A = L D L^T. Afterwards entry 4*i holds D, entries 4*i+1..3 the column of unit lower L.
 * @param band n*4, see the layout above; entries beyond the last row are ignored.
 */
export function factorBanded(band: Float64Array): void {
  const n = band.length / BAND
  // The last three columns reach beyond the matrix; zeros there let the loop run without bounds tests.
  for (let i = Math.max(0, n - 3); i < n; i++) for (let k = n - i; k < BAND; k++) band[4 * i + k] = 0
  for (let i = 0; i < n; i++) {
    const o = 4 * i
    const inverse = 1 / band[o]!
    const a1 = band[o + 1]!
    const a2 = band[o + 2]!
    const a3 = band[o + 3]!
    const l1 = a1 * inverse
    const l2 = a2 * inverse
    const l3 = a3 * inverse
    band[o + 1] = l1
    band[o + 2] = l2
    band[o + 3] = l3
    if (i + 1 < n) {
      band[o + 4] = band[o + 4]! - l1 * a1
      band[o + 5] = band[o + 5]! - l1 * a2
      band[o + 6] = band[o + 6]! - l1 * a3
    }
    if (i + 2 < n) {
      band[o + 8] = band[o + 8]! - l2 * a2
      band[o + 9] = band[o + 9]! - l2 * a3
    }
    if (i + 3 < n) band[o + 12] = band[o + 12]! - l3 * a3
  }
}

/** Solves A x = b in place. @param factor from `factorBanded`. @param b length n, becomes x. */
export function solveBanded(factor: Float64Array, b: Float64Array): void {
  const n = b.length
  let p1 = 0
  let p2 = 0
  let p3 = 0
  for (let i = 0; i < n; i++) {
    const o = 4 * i
    let x = b[i]!
    if (i > 0) x -= factor[o - 3]! * p1
    if (i > 1) x -= factor[o - 6]! * p2
    if (i > 2) x -= factor[o - 9]! * p3
    b[i] = x
    p3 = p2
    p2 = p1
    p1 = x
  }
  p1 = 0
  p2 = 0
  p3 = 0
  for (let i = n - 1; i >= 0; i--) {
    const o = 4 * i
    const x = b[i]! / factor[o]! - factor[o + 1]! * p1 - factor[o + 2]! * p2 - factor[o + 3]! * p3
    b[i] = x
    p3 = p2
    p2 = p1
    p1 = x
  }
}

/**
 * Entries of the inverse near the diagonal, without the rest of it (Takahashi's recurrence: with Z the inverse,
 * Z = D^-1 L^-1 + (I - L^T) Z, read from the last row upwards).
 * @param factor from `factorBanded`, n*4.
 * @param width how many diagonals above the main one are wanted, at least 3.
 * @returns n*(width+1): entry i*(width+1)+m is row i, column i+m of the inverse; beyond the matrix 0.
 */
export function inverseBand(factor: Float64Array, width: number): Float64Array {
  const n = factor.length / BAND
  const stride = width + 1
  const inverse = new Float64Array(n * stride)
  for (let i = n - 1; i >= 0; i--) {
    const reach = Math.min(3, n - 1 - i)
    for (let m = Math.min(width, n - 1 - i); m >= 0; m--) {
      let z = m === 0 ? 1 / factor[4 * i]! : 0
      for (let k = 1; k <= reach; k++) {
        const neighbour = m >= k ? inverse[(i + k) * stride + m - k]! : inverse[(i + m) * stride + k - m]!
        z -= factor[4 * i + k]! * neighbour
      }
      inverse[i * stride + m] = z
    }
  }
  return inverse
}
