import { describe, expect, it } from 'vitest'
import { PLAN_SIZE } from '@contract/wall'
import { planOutline } from '@main/core/sculpture/plan-outline'
import { aSculpture } from '../../../helpers/builders'

const pointsOf = (plan: string | null) => (plan ?? '').split(' ').map((point) => point.split(',').map(Number))

describe('the plan of a lap', () => {
  it('draws a circle as a circle that fills the square', () => {
    const { xM, yM } = aSculpture().channels
    const points = pointsOf(planOutline(xM, yM))
    expect(points).toHaveLength(64)
    const middle = PLAN_SIZE / 2
    for (const [x, y] of points) {
      const radius = Math.hypot(x! - middle, y! - middle)
      expect(Math.abs(radius - middle)).toBeLessThan(PLAN_SIZE / 50)
    }
  })

  it('keeps the proportions of a long circuit, and starts at the finish line', () => {
    const n = 400
    const angle = (i: number) => (2 * Math.PI * i) / (n - 1)
    const xM = Float64Array.from({ length: n }, (_, i) => 2_000 * Math.cos(angle(i)))
    const yM = Float64Array.from({ length: n }, (_, i) => 500 * Math.sin(angle(i)))
    const points = pointsOf(planOutline(xM, yM))
    expect(points[0]?.[0]).toBe(PLAN_SIZE)
    expect(Math.max(...points.map(([, y]) => y!))).toBeCloseTo(PLAN_SIZE / 4, -1)
  })

  it('is absent for a lap without extent or with holes in its plan', () => {
    expect(planOutline(new Float64Array(10), new Float64Array(10))).toBeNull()
    expect(planOutline(new Float64Array(10).fill(Number.NaN), new Float64Array(10))).toBeNull()
    expect(planOutline(new Float64Array(0), new Float64Array(0))).toBeNull()
  })
})
