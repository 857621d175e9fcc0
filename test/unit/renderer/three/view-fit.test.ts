import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitView, viewAxes } from '@renderer/three/view-fit'

const TAN = { horizontal: 0.4, up: 0.2, down: 0.25 }

type Triple = readonly [number, number, number]
const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

/** Where points land in the picture: -1..1 on both axes is inside. */
function project(points: readonly number[], azimuth: number, polar: number) {
  const axes = viewAxes(azimuth, polar)
  const { eye } = fitView(points, axes, TAN)
  return Array.from({ length: points.length / 3 }, (_, i) => {
    const from: Triple = [points[i * 3]! - eye[0], points[i * 3 + 1]! - eye[1], points[i * 3 + 2]! - eye[2]]
    const depth = dot(from, axes.forward)
    return {
      x: dot(from, axes.right) / depth / TAN.horizontal,
      y: dot(from, axes.up) / depth,
      depth,
    }
  })
}

describe('the fit of the camera', () => {
  it('shows everything, and fills the tighter axis of the picture to both edges', () => {
    const inPlan = fc.double({ min: -1000, max: 1000, noNaN: true })
    const height = fc.double({ min: 0, max: 200, noNaN: true })
    const plinth = [-1000, 0, -600, 1000, 0, -600, 1000, 0, 600, -1000, 0, 600]
    fc.assert(
      fc.property(
        fc.array(fc.tuple(inPlan, height, inPlan), { maxLength: 30 }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0.2, max: 1.4, noNaN: true }),
        (points, azimuth, polar) => {
          const seen = project([...plinth, ...points.flat()], azimuth, polar)
          for (const { depth } of seen) expect(depth).toBeGreaterThan(0)
          const reach = {
            right: Math.max(...seen.map(({ x }) => x)),
            left: Math.max(...seen.map(({ x }) => -x)),
            top: Math.max(...seen.map(({ y }) => y / TAN.up)),
            bottom: Math.max(...seen.map(({ y }) => -y / TAN.down)),
          }
          // The tighter axis is filled to both edges; the other stays inside.
          const filled = Math.max(reach.right, reach.top)
          expect(filled).toBeCloseTo(1, 6)
          expect(filled === reach.right ? reach.left : reach.bottom).toBeCloseTo(1, 6)
          for (const each of Object.values(reach)) expect(each).toBeLessThan(1 + 1e-6)
        },
      ),
    )
  })

  it('looks along axes that are at right angles', () => {
    const { right, up, forward } = viewAxes(0.7, 0.9)
    for (const [a, b] of [
      [right, up],
      [up, forward],
      [forward, right],
    ] as const)
      expect(dot(a, b)).toBeCloseTo(0)
    for (const axis of [right, up, forward]) expect(dot(axis, axis)).toBeCloseTo(1)
  })

  it('has the eye on +z at azimuth 0, and above at polar 0', () => {
    expect(viewAxes(0, Math.PI / 2).forward[2]).toBeCloseTo(-1)
    expect(viewAxes(0, 0).forward[1]).toBeCloseTo(-1)
  })
})
