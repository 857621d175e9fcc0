// Which part of the print a face of `ringSolid` belongs to, and which value colours a point of it. Pure.

import type { Ring, RingPoint } from './ring-solid'
import { rowsOf } from './ring-solid'

interface Point {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** Whether a body's colour follows its height, as a legend stood upright, or is that of its station all the way up. */
export type Colouring = 'by-height' | 'by-station'

/** @param face as `ringSolid` numbers them: row by row around the ring, from below; then lid and underside in turn. */
export function partOfFace(ring: Ring, face: number, bodyRows: number): 'base' | 'stone' | 'body' {
  const { outline, matter } = ring
  if (matter !== 'both') return matter
  if (face < outline.length) return 'stone'
  const cap = face - outline.length * rowsOf(ring, bodyRows)
  // The underside lies inside the base; should any of it show, it is of the base's colour.
  return cap < 0 || cap % 2 === 0 ? 'body' : 'base'
}

/**
 * @param face one of the body.
 * @returns the value whose colour the point wears, in the channel's unit; NaN where there is none. By height it is the
 *   share of the station's value at which the point stands: nothing at the road, all of it at the top.
 */
export function bodyValue(
  ring: Ring,
  face: number,
  bodyRows: number,
  { x, y, z }: Point,
  colouring: Colouring,
): number {
  const { points, outline, caps } = ring
  const n = outline.length
  const cap = face - n * rowsOf(ring, bodyRows)
  const corners =
    cap < 0
      ? [points[outline[face % n]!]!, points[outline[(face + 1) % n]!]!]
      : caps[Math.floor(cap / 2)]!.map((corner) => points[corner]!)
  const weights = cap < 0 ? weightsOnSide(corners, x, y) : weightsOnLid(corners, x, y)
  const mean = (value: (point: RingPoint) => number): number =>
    corners.reduce(
      // A neighbour without a value takes nothing from the station that has one.
      (sum, corner, i) => (weights[i]! < LEAST_WEIGHT ? sum : sum + weights[i]! * value(corner)),
      0,
    )
  const value = mean(({ colour }) => colour)
  if (colouring === 'by-station') return value
  const road = mean((corner) => corner.road)
  const height = mean((corner) => corner.top) - road
  return value * Math.min(1, Math.max(0, (z - road) / height))
}

/** A share this small is the union's rounding of places, not a place between two stations. */
const LEAST_WEIGHT = 1e-3

function weightsOnSide(corners: readonly RingPoint[], x: number, y: number): readonly number[] {
  const [a, b] = corners as [RingPoint, RingPoint]
  const dx = b.x - a.x
  const dy = b.y - a.y
  const part = clamp(((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1))
  return [1 - part, part]
}

/** Barycentric, kept within the triangle: the union rounds places. */
function weightsOnLid(corners: readonly RingPoint[], x: number, y: number): readonly number[] {
  const [a, b, c] = corners as [RingPoint, RingPoint, RingPoint]
  const area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  const ofB = clamp(((x - a.x) * (c.y - a.y) - (y - a.y) * (c.x - a.x)) / area)
  const ofC = Math.min(1 - ofB, clamp(((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / area))
  return [1 - ofB - ofC, ofB, ofC]
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
