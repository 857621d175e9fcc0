// Flat shapes that lie on the plinth: the circuit's outline inlaid under the wall, the finish line, and the mark
// that shows which way the lap goes. Pure: positions and triangles in the sculpture's three.js axes.

/** Triangles in the horizontal plane, facing up. */
export interface FlatShape {
  /** xyz per vertex, metres. */
  readonly positions: Float32Array
  readonly indices: Uint32Array
}

/**
 * A closed band of constant width along the circuit.
 * @param foot xyz per station, as SculptureMesh.foot.
 */
export function outlineBand(foot: Float32Array, widthM: number, heightM: number): FlatShape {
  const n = foot.length / 3
  const positions = new Float32Array(n * 6)
  const indices = new Uint32Array(n * 6)
  for (let i = 0; i < n; i++) {
    const { leftX, leftZ } = leftOf(foot, i)
    for (const side of [0, 1] as const) {
      const reach = (widthM / 2) * (side === 0 ? 1 : -1)
      const at = (i * 2 + side) * 3
      positions[at] = foot[i * 3]! + reach * leftX
      positions[at + 1] = heightM
      positions[at + 2] = foot[i * 3 + 2]! + reach * leftZ
    }
    const next = (i + 1) % n
    indices.set([i * 2, i * 2 + 1, next * 2 + 1, i * 2, next * 2 + 1, next * 2], i * 6)
  }
  return { positions, indices }
}

/** A bar across the circuit at its first station, and beside it an arrowhead in the direction of travel. */
export function finishMark(
  foot: Float32Array,
  barLengthM: number,
  barWidthM: number,
  heightM: number,
): FlatShape {
  const { leftX, leftZ, alongX, alongZ } = leftOf(foot, 0)
  const x = foot[0]!
  const z = foot[2]!
  const corner = (along: number, left: number): readonly number[] => [
    x + along * alongX + left * leftX,
    heightM,
    z + along * alongZ + left * leftZ,
  ]
  const half = barLengthM / 2
  const thick = barWidthM / 2
  const arrow = barWidthM * 2
  const positions = new Float32Array([
    ...corner(-thick, half),
    ...corner(-thick, -half),
    ...corner(thick, -half),
    ...corner(thick, half),
    ...corner(arrow, half - arrow),
    ...corner(arrow, half),
    ...corner(arrow * 2.6, half - arrow / 2),
  ])
  return { positions, indices: new Uint32Array([0, 1, 2, 0, 2, 3, 4, 6, 5]) }
}

interface Heading {
  readonly leftX: number
  readonly leftZ: number
  readonly alongX: number
  readonly alongZ: number
}

function leftOf(foot: Float32Array, i: number): Heading {
  const n = foot.length / 3
  const before = (i + n - 1) % n
  const after = (i + 1) % n
  const dx = foot[after * 3]! - foot[before * 3]!
  const dz = foot[after * 3 + 2]! - foot[before * 3 + 2]!
  const run = Math.hypot(dx, dz) || 1
  return { leftX: dz / run, leftZ: -dx / run, alongX: dx / run, alongZ: dz / run }
}
