import { describe, expect, it } from 'vitest'
import { planFrame } from '@renderer/three/plan-frame'
import { buildPlinthMesh } from '@renderer/three/plinth-mesh'

/** An ellipse of half axes 300 and 100 m around (1000, -500), its long axis turned by `turn`. */
function ellipse(turn: number, axis?: number) {
  const n = 400
  const along = (value: (angle: number) => number) =>
    Float64Array.from({ length: n }, (_, i) => value((2 * Math.PI * i) / n))
  return planFrame(
    along((a) => 1000 + 300 * Math.cos(a) * Math.cos(turn) - 100 * Math.sin(a) * Math.sin(turn)),
    along((a) => -500 + 300 * Math.cos(a) * Math.sin(turn) + 100 * Math.sin(a) * Math.cos(turn)),
    along((a) => 40 + 6 * Math.cos(a)),
    axis,
  )
}

describe('the frame of a circuit in plan', () => {
  it.each([0, 0.5, -1.2])('finds middle, axis and extent of an ellipse turned by %d', (turn) => {
    const frame = ellipse(turn)
    expect(frame.centreXM).toBeCloseTo(1000, 6)
    expect(frame.centreYM).toBeCloseTo(-500, 6)
    expect(frame.axis).toBeCloseTo(turn, 6)
    expect(frame.halfLengthM).toBeCloseTo(300, 1)
    expect(frame.halfWidthM).toBeCloseTo(100, 1)
    expect(frame.lowestZM).toBeCloseTo(34, 6)
  })
})

describe('the frame along an axis that is given', () => {
  it('has the extent along that axis, around the same middle', () => {
    const across = ellipse(0.4, 0.4 + Math.PI / 2)
    expect(across.axis).toBeCloseTo(0.4 + Math.PI / 2, 9)
    expect(across.halfLengthM).toBeCloseTo(100, 1)
    expect(across.halfWidthM).toBeCloseTo(300, 1)
    expect(across.centreXM).toBeCloseTo(1000, 6)
    expect(across.centreYM).toBeCloseTo(-500, 6)
  })
})

describe('the plinth', () => {
  it('leaves the same margin on all sides of the circuit', () => {
    const { rim } = buildPlinthMesh(ellipse(0))
    const reach = (axis: 0 | 2) => Math.max(...rim.filter((_, i) => i % 3 === axis))
    expect(reach(0) - 300).toBeCloseTo(reach(2) - 100, 1)
    expect(reach(0)).toBeGreaterThan(320)
  })

  it('faces outwards and upwards', () => {
    const { positions, normals, indices } = buildPlinthMesh(ellipse(0.5))
    const at = (values: Float32Array, i: number, axis: number) => values[indices[i]! * 3 + axis]!
    for (let i = 0; i < indices.length; i += 3) {
      const edge = (to: number, axis: number) => at(positions, to, axis) - at(positions, i, axis)
      const cross = [
        edge(i + 1, 1) * edge(i + 2, 2) - edge(i + 1, 2) * edge(i + 2, 1),
        edge(i + 1, 2) * edge(i + 2, 0) - edge(i + 1, 0) * edge(i + 2, 2),
        edge(i + 1, 0) * edge(i + 2, 1) - edge(i + 1, 1) * edge(i + 2, 0),
      ] as const
      const agreement =
        cross[0] * at(normals, i, 0) + cross[1] * at(normals, i, 1) + cross[2] * at(normals, i, 2)
      expect(agreement).toBeGreaterThanOrEqual(0)
    }
  })
})
