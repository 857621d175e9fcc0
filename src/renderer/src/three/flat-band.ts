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

/** A bar across the circuit at one station. */
export function barAcross(
  foot: Float32Array,
  station: number,
  lengthM: number,
  widthM: number,
  heightM: number,
): FlatShape {
  const corner = cornersAt(foot, station, heightM)
  const half = lengthM / 2
  const thick = widthM / 2
  const positions = new Float32Array([
    ...corner(-thick, half),
    ...corner(-thick, -half),
    ...corner(thick, -half),
    ...corner(thick, half),
  ])
  return { positions, indices: new Uint32Array([0, 1, 2, 0, 2, 3]) }
}

/**
 * A bar across the circuit at its first station, and at both of its ends an arrowhead in the direction of travel: from
 * most places a wall hides one of them.
 */
export function finishMark(
  foot: Float32Array,
  barLengthM: number,
  barWidthM: number,
  heightM: number,
): FlatShape {
  const corner = cornersAt(foot, 0, heightM)
  const arrow = barWidthM * ARROW_RATIO
  // Counted from left to right, so that both heads are wound alike and face up.
  const head = (leftM: number): FlatShape => ({
    positions: new Float32Array([
      ...corner(arrow / 2, leftM),
      ...corner(arrow / 2, leftM - arrow),
      ...corner(arrow * 1.8, leftM - arrow / 2),
    ]),
    indices: new Uint32Array([0, 1, 2]),
  })
  return joined([
    barAcross(foot, 0, barLengthM, barWidthM, heightM),
    head(barLengthM / 2),
    head(arrow - barLengthM / 2),
  ])
}

/** The arrowhead is this many times as wide as the bar. By eye: it must be seen from the first view. */
const ARROW_RATIO = 4

/** Several shapes as one: one draw call. */
export function joined(shapes: readonly FlatShape[]): FlatShape {
  const positions = new Float32Array(shapes.reduce((sum, shape) => sum + shape.positions.length, 0))
  const indices = new Uint32Array(shapes.reduce((sum, shape) => sum + shape.indices.length, 0))
  let at = 0
  let indexAt = 0
  for (const shape of shapes) {
    positions.set(shape.positions, at)
    indices.set(
      shape.indices.map((vertex) => vertex + at / 3),
      indexAt,
    )
    at += shape.positions.length
    indexAt += shape.indices.length
  }
  return { positions, indices }
}

/** @returns the corner of a shape, so many metres along the circuit and to its left, as xyz. */
function cornersAt(
  foot: Float32Array,
  station: number,
  heightM: number,
): (along: number, left: number) => readonly number[] {
  const { leftX, leftZ, alongX, alongZ } = leftOf(foot, station)
  const x = foot[station * 3]!
  const z = foot[station * 3 + 2]!
  return (along, left) => [x + along * alongX + left * leftX, heightM, z + along * alongZ + left * leftZ]
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
