// The plinth the sculpture stands on: a slab with rounded corners, cut to the circuit, whose sides fade out
// downwards so that it rises out of the room. Pure: typed arrays out.

import type { PlanFrame } from './plan-frame'

export interface PlinthMesh {
  /** xyz per vertex, metres; the top is at height 0. */
  readonly positions: Float32Array
  readonly normals: Float32Array
  /** Opacity per vertex: 1 on top, 0 at the foot of the sides. */
  readonly opacities: Float32Array
  readonly indices: Uint32Array
  /** The edge of its top, xyz per point. */
  readonly rim: Float32Array
}

/** Free space around the circuit as a share of its larger half extent. Visual only. */
const MARGIN_RATIO = 0.13
/** Height of the visible sides as a share of the larger half extent. Visual only. */
const DEPTH_RATIO = 0.3
const CORNER_RATIO = 0.08
/** Points per rounded corner; at 8 the corner looks round at any zoom the camera allows. */
const CORNER_POINTS = 8

export type PlanExtent = Pick<PlanFrame, 'halfLengthM' | 'halfWidthM'>

/** How far the plinth of a circuit reaches along and across the circuit's axis. */
export function plinthExtent({ halfLengthM, halfWidthM }: PlanExtent): PlanExtent {
  const margin = Math.max(halfLengthM, halfWidthM) * MARGIN_RATIO
  return { halfLengthM: halfLengthM + margin, halfWidthM: halfWidthM + margin }
}

export function buildPlinthMesh(frame: PlanFrame): PlinthMesh {
  const larger = Math.max(frame.halfLengthM, frame.halfWidthM)
  const { halfLengthM, halfWidthM } = plinthExtent(frame)
  const radius = larger * CORNER_RATIO
  const depth = larger * DEPTH_RATIO
  const rim = roundedRim(halfLengthM, halfWidthM, radius)
  const n = rim.length
  const cos = Math.cos(frame.axis)
  const sin = Math.sin(frame.axis)
  // One ring for the top, two for the sides (own normals), one vertex in the middle of the top.
  const count = n * 3 + 1
  const positions = new Float32Array(count * 3)
  const normals = new Float32Array(count * 3)
  const opacities = new Float32Array(count).fill(1)
  const indices = new Uint32Array(n * 9)
  rim.forEach((point, i) => {
    const x = point.along * cos - point.across * sin
    const z = -(point.along * sin + point.across * cos)
    const outX = point.outAlong * cos - point.outAcross * sin
    const outZ = -(point.outAlong * sin + point.outAcross * cos)
    positions.set([x, 0, z], i * 3)
    normals.set([0, 1, 0], i * 3)
    positions.set([x, 0, z], (n + i) * 3)
    normals.set([outX, 0, outZ], (n + i) * 3)
    positions.set([x, -depth, z], (2 * n + i) * 3)
    normals.set([outX, 0, outZ], (2 * n + i) * 3)
    opacities[2 * n + i] = 0
    const next = (i + 1) % n
    indices.set([3 * n, i, next], i * 9)
    indices.set([n + i, 2 * n + i, 2 * n + next, n + i, 2 * n + next, n + next], i * 9 + 3)
  })
  normals.set([0, 1, 0], 3 * n * 3)
  return { positions, normals, opacities, indices, rim: positions.slice(0, n * 3) }
}

interface RimPoint {
  readonly along: number
  readonly across: number
  readonly outAlong: number
  readonly outAcross: number
}

/** Counter-clockwise seen from above. */
function roundedRim(halfLength: number, halfWidth: number, radius: number): readonly RimPoint[] {
  const points: RimPoint[] = []
  for (let corner = 0; corner < 4; corner++) {
    const signAlong = corner === 0 || corner === 3 ? 1 : -1
    const signAcross = corner < 2 ? 1 : -1
    for (let step = 0; step <= CORNER_POINTS; step++) {
      const angle = ((corner + step / CORNER_POINTS) * Math.PI) / 2
      const outAlong = Math.cos(angle)
      const outAcross = Math.sin(angle)
      points.push({
        along: signAlong * (halfLength - radius) + radius * outAlong,
        across: signAcross * (halfWidth - radius) + radius * outAcross,
        outAlong,
        outAcross,
      })
    }
  }
  return points
}
