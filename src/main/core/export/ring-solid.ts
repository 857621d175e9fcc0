// An upright solid over a closed ring in plan, each point with its own heights. Its sides can be cut into rows, so that
// they can be coloured by height. Pure: plain arrays out, one closed surface.

import type { Matter, Span } from './body-profiles'

export interface RingPoint extends Span {
  readonly x: number
  readonly y: number
  /** Value of the channel that colours the body; NaN where there is none. */
  readonly colour: number
}

export interface Ring {
  readonly points: readonly RingPoint[]
  /** Counter-clockwise seen from above; indices of `points`, each at most once. Other points lie within. */
  readonly outline: readonly number[]
  /** Triangles that fill the outline, counter-clockwise seen from above; indices of `points`. */
  readonly caps: readonly (readonly [number, number, number])[]
  readonly matter: Matter
}

export interface RingSolid {
  /** xyz per vertex. */
  readonly positions: Float32Array
  /** Three per triangle, counter-clockwise from outside. */
  readonly indices: Uint32Array
  /** One per triangle; the two of one quadrilateral of a side share theirs, all others have their own. */
  readonly faceIds: Uint32Array
}

/** Rows of the sides: where there is stone below the body, it is the first. */
export function rowsOf({ matter }: Ring, bodyRows: number): number {
  return matter === 'both' ? bodyRows + 1 : 1
}

/** How many triangles `ringSolid` will make. */
export function triangleCount(ring: Ring, bodyRows: number): number {
  return (ring.outline.length * rowsOf(ring, bodyRows) + ring.caps.length) * 2
}

/** @param bodyRows rows of a body that stands on stone, 1 or more; all else has one. */
export function ringSolid(ring: Ring, bodyRows: number): RingSolid {
  const { points, outline, caps } = ring
  const n = points.length
  const rows = rowsOf(ring, bodyRows)
  const positions = new Float32Array(n * (rows + 1) * 3)
  points.forEach(({ x, y, bottom, road, top }, i) => {
    for (let level = 0; level <= rows; level++) {
      const z = level === 0 ? bottom : rows === 1 ? top : road + ((top - road) * (level - 1)) / (rows - 1)
      positions.set([x, y, z], (level * n + i) * 3)
    }
  })
  const triangles = triangleCount(ring, bodyRows)
  const indices = new Uint32Array(triangles * 3)
  const faceIds = new Uint32Array(triangles)
  let triangle = 0
  let face = 0
  const add = (a: number, b: number, c: number, faceId: number): void => {
    indices.set([a, b, c], triangle * 3)
    faceIds[triangle++] = faceId
  }
  for (let row = 0; row < rows; row++) {
    outline.forEach((point, i) => {
      const next = outline[(i + 1) % outline.length]!
      const below = row * n
      const above = below + n
      add(below + point, below + next, above + next, face)
      add(below + point, above + next, above + point, face++)
    })
  }
  const lid = rows * n
  for (const [a, b, c] of caps) {
    add(lid + a, lid + b, lid + c, face++)
    add(a, c, b, face++)
  }
  return { positions, indices, faceIds }
}
