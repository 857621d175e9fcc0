// What one must not do, as a yardstick: lateral G from a local cubic through the positions over time.

import type { PositionSamples } from '@main/core/session/samples'

const HALF_WINDOW_S = 0.9

/** Largest |lateral G| in the span by cubics through the fixes within 0.9 s of each instant. */
export function localCubicLateral(position: PositionSamples, startMs: number, endMs: number): number {
  let largest = 0
  for (let t = startMs; t < endMs; t += 50) {
    const near: number[] = []
    position.timeMs.forEach((at, i) => {
      if (Math.abs(at - t) < 1000 * HALF_WINDOW_S) near.push(i)
    })
    if (near.length < 5) continue
    const times = near.map((i) => (position.timeMs[i]! - t) / 1000)
    const [, dx, ddx] = cubic(
      times,
      near.map((i) => position.xM[i]!),
    )
    const [, dy, ddy] = cubic(
      times,
      near.map((i) => position.yM[i]!),
    )
    const speed = Math.hypot(dx, dy)
    if (speed > 10) largest = Math.max(largest, Math.abs(dx * ddy - dy * ddx) / speed / 9.80665)
  }
  return largest
}

/** Value, first and second derivative at 0 of the least-squares cubic. */
function cubic(t: readonly number[], y: readonly number[]): [number, number, number] {
  const matrix = Array.from({ length: 4 }, (_, i) =>
    Array.from({ length: 5 }, (_, j) => t.reduce((sum, x, k) => sum + x ** i * (j < 4 ? x ** j : y[k]!), 0)),
  )
  for (let i = 0; i < 4; i++) {
    for (let k = 0; k < 4; k++) {
      if (k === i) continue
      const factor = matrix[k]![i]! / matrix[i]![i]!
      matrix[k] = matrix[k]!.map((a, j) => a - factor * matrix[i]![j]!)
    }
  }
  const c = (i: number): number => matrix[i]![4]! / matrix[i]![i]!
  return [c(0), c(1), 2 * c(2)]
}
