// An upright solid over a closed ring of corners, each corner with its own height. Its sides are cut into rows, so
// that they can be coloured by height. Pure: plain arrays out, one closed surface.

export interface RingCorner {
  readonly x: number
  readonly y: number
  /** Heights in the same unit: where the stone ends and the body begins, and where the body ends. */
  readonly road: number
  readonly top: number
}

export interface Ring {
  /** Counter-clockwise seen from above. */
  readonly corners: readonly RingCorner[]
  /** Triangles that fill the ring, counter-clockwise seen from above; indices of `corners`. */
  readonly caps: readonly (readonly [number, number, number])[]
}

export interface RingSolid {
  /** xyz per vertex. */
  readonly positions: Float32Array
  /** Three per triangle, counter-clockwise from outside. */
  readonly indices: Uint32Array
  /** One per triangle; the two of one quadrilateral of a side share theirs, all others have their own. */
  readonly faceIds: Uint32Array
}

/** How many triangles `ringSolid` will make. */
export function triangleCount({ corners, caps }: Ring, rows: number): number {
  return (corners.length * (rows + 1) + caps.length) * 2
}

/**
 * @param foot height of the underside, below every road.
 * @param rows the body's rows, 1 or more; the stone is one more.
 */
export function ringSolid(ring: Ring, foot: number, rows: number): RingSolid {
  const { corners, caps } = ring
  const n = corners.length
  const levels = rows + 2
  const positions = new Float32Array(n * levels * 3)
  corners.forEach(({ x, y, road, top }, i) => {
    for (let level = 0; level < levels; level++) {
      const z = level === 0 ? foot : road + ((top - road) * (level - 1)) / rows
      positions.set([x, y, z], (level * n + i) * 3)
    }
  })
  const triangles = triangleCount(ring, rows)
  const indices = new Uint32Array(triangles * 3)
  const faceIds = new Uint32Array(triangles)
  let triangle = 0
  let face = 0
  const add = (a: number, b: number, c: number, faceId: number): void => {
    indices.set([a, b, c], triangle * 3)
    faceIds[triangle++] = faceId
  }
  for (let level = 0; level + 1 < levels; level++) {
    for (let i = 0; i < n; i++) {
      const next = (i + 1) % n
      const below = level * n
      const above = below + n
      add(below + i, below + next, above + next, face)
      add(below + i, above + next, above + i, face++)
    }
  }
  const lid = (levels - 1) * n
  for (const [a, b, c] of caps) {
    add(lid + a, lid + b, lid + c, face++)
    add(a, c, b, face++)
  }
  return { positions, indices, faceIds }
}
