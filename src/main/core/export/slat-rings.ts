// Rings in plan out of cross-sections of the body: along a chain of them, or over the hull of two that cross. Pure.

import type { Ring, RingPoint } from './ring-solid'

/** The points of one station from right to left, two or more. */
export interface Slat {
  readonly points: readonly RingPoint[]
  readonly x: number
  readonly y: number
}

/** True when the cell between two slats is not a convex quadrilateral that runs counter-clockwise. */
export function isFolded({ points: from }: Slat, { points: to }: Slat): boolean {
  const corners = [from[0]!, to[0]!, to.at(-1)!, from.at(-1)!]
  return corners.some((corner, i) => cross(corner, corners[(i + 1) % 4]!, corners[(i + 2) % 4]!) <= 0)
}

/** Points slat by slat, each from right to left; the outline runs along the right side and back along the left. */
export function chainRing(chain: readonly Slat[], matter: Ring['matter']): Ring {
  const points = chain.flatMap((slat) => slat.points)
  const across = chain[0]!.points.length
  const slats = chain.length
  const index = (slat: number, column: number): number => slat * across + column
  const range = (length: number): readonly number[] => Array.from({ length }, (_, i) => i)
  const outline = [
    ...range(slats).map((slat) => index(slat, 0)),
    ...range(across - 2).map((column) => index(slats - 1, column + 1)),
    ...range(slats).map((slat) => index(slats - 1 - slat, across - 1)),
    ...range(across - 2).map((column) => index(0, across - 2 - column)),
  ]
  const caps: (readonly [number, number, number])[] = []
  for (let slat = 0; slat + 1 < slats; slat++)
    for (let column = 0; column + 1 < across; column++) {
      const far = index(slat + 1, column + 1)
      caps.push(
        [index(slat, column), index(slat + 1, column), far],
        [index(slat, column), far, index(slat, column + 1)],
      )
    }
  return { points, outline, caps, matter }
}

/**
 * The convex hulls of two slats, one a pair of columns from the outermost inwards: nested, so that no two share a face.
 * A round section is stepped there. None where they cover nothing.
 */
export function hullRings(
  { points: from }: Slat,
  { points: to }: Slat,
  matter: Ring['matter'],
): readonly Ring[] {
  return from.slice(0, Math.floor(from.length / 2)).flatMap((right, column): Ring[] => {
    const points = convexHull([right, from.at(-1 - column)!, to[column]!, to.at(-1 - column)!])
    if (points.length < 3) return []
    const caps = points.slice(2).map((_, i) => [0, i + 1, i + 2] as const)
    return [{ points, outline: points.map((_, i) => i), caps, matter }]
  })
}

/** Andrew's monotone chain (1979): counter-clockwise, without points on the edges. */
function convexHull(points: readonly RingPoint[]): readonly RingPoint[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const half = (ordered: readonly RingPoint[]): RingPoint[] => {
    const chain: RingPoint[] = []
    for (const point of ordered) {
      while (chain.length > 1 && cross(chain.at(-2)!, chain.at(-1)!, point) <= 1e-12) chain.pop()
      chain.push(point)
    }
    chain.pop()
    return chain
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

/** Twice the area of the triangle, mm²; positive counter-clockwise. */
function cross(a: RingPoint, b: RingPoint, c: RingPoint): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}
