// The thin posts under a body that floats: they carry it, and their length is the force. Pure.

/** Visual only: thin enough to look through. */
const POST_HALF_M = 1.1

/** Vertices and triangles of one post: four sides with normals of their own, open at both ends. */
export const POST_VERTICES = 16
export const POST_TRIANGLES = 8

export interface Post {
  readonly x: number
  readonly z: number
  readonly fromM: number
  readonly toM: number
  /** Unit vectors in plan. */
  readonly leftX: number
  readonly leftZ: number
  readonly alongX: number
  readonly alongZ: number
}

export interface PostArrays {
  /** xyz per vertex. */
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly indices: Uint32Array
}

/** Writes a post. @param vertex, index where it begins in `positions` (vertices) and `indices` (numbers). */
export function writePost(post: Post, arrays: PostArrays, vertex: number, index: number): void {
  const { x, z, fromM, toM, leftX, leftZ, alongX, alongZ } = post
  for (let side = 0; side < 4; side++) {
    const [outX, outZ] = turned(side)
    const [nextX, nextZ] = turned(side + 1)
    const first = vertex + side * 4
    // A side's two edges lie halfway to its neighbours; seen from outside they go against the turn.
    const edges = [
      [outX - nextX, outZ - nextZ],
      [outX + nextX, outZ + nextZ],
    ] as const
    edges.forEach(([edgeX, edgeZ], edge) => {
      for (const [row, y] of [fromM, toM].entries()) {
        const at = (first + edge * 2 + row) * 3
        arrays.positions.set([x + edgeX * POST_HALF_M, y, z + edgeZ * POST_HALF_M], at)
        arrays.normals.set([outX, 0, outZ], at)
      }
    })
    arrays.indices.set([first, first + 2, first + 3, first, first + 3, first + 1], index + side * 6)
  }

  /** Along, left, back, right: a turn against the clock seen from above. */
  function turned(side: number): readonly [number, number] {
    const sign = side % 4 < 2 ? 1 : -1
    return side % 2 === 0 ? [sign * alongX, sign * alongZ] : [sign * leftX, sign * leftZ]
  }
}
