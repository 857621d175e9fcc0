// Which part of the wall a face of `ringSolid` belongs to, and which G stands at a point of it. Pure.

import type { Ring, RingCorner } from './ring-solid'

interface Point {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** @param face as `ringSolid` numbers them: row by row around the ring, the stone first; then lid and underside in turn. */
export function partOfFace({ corners }: Ring, face: number, rows: number): 'base' | 'stone' | 'body' {
  if (face < corners.length) return 'stone'
  const cap = face - corners.length * (rows + 1)
  // The underside lies inside the base; should any of it show, it is of the base's colour.
  return cap < 0 || cap % 2 === 0 ? 'body' : 'base'
}

/** @returns the combined G at whose height the point lies, 0 or more. @param face one of the body. */
export function bodyLevel(
  { corners, caps }: Ring,
  face: number,
  rows: number,
  { x, y, z }: Point,
  mmPerG: number,
): number {
  const n = corners.length
  const cap = face - n * (rows + 1)
  const road =
    cap < 0
      ? roadOnSide(corners[face % n]!, corners[((face % n) + 1) % n]!, x, y)
      : roadOnLid(
          caps[cap / 2]!.map((corner) => corners[corner]!),
          x,
          y,
        )
  return Math.max(0, (z - road) / mmPerG)
}

function roadOnSide(a: RingCorner, b: RingCorner, x: number, y: number): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const part = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)
  return a.road + (b.road - a.road) * Math.min(1, Math.max(0, part))
}

/** By barycentric weights in plan, kept within the triangle: the union rounds places. */
function roadOnLid(triangle: readonly RingCorner[], x: number, y: number): number {
  const [a, b, c] = triangle as [RingCorner, RingCorner, RingCorner]
  const area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  const clamp = (value: number): number => Math.min(1, Math.max(0, value))
  const ofB = clamp(((x - a.x) * (c.y - a.y) - (y - a.y) * (c.x - a.x)) / area)
  const ofC = clamp(((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / area)
  return a.road + (b.road - a.road) * ofB + (c.road - a.road) * ofC
}
