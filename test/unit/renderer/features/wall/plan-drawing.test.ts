import { describe, expect, it } from 'vitest'
import { DRAWING_SIZE, drawPlan } from '@renderer/features/wall/plan-drawing'

const pointsOf = (text: string) =>
  text.split(' ').map((point) => point.split(',').map(Number) as [number, number])

describe('the drawing of a plan', () => {
  it.each(['0,0 999,0 999,500 0,500', '0,0 300,0 300,999 0,999', '0,0 999,999 500,700'])(
    'fits the card, with the circuit inside its plinth: %s',
    (plan) => {
      const drawing = drawPlan(plan)
      const plinth = pointsOf(drawing?.plinth ?? '')
      for (const [x, y] of plinth) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(DRAWING_SIZE.width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(DRAWING_SIZE.height)
      }
      const [left, right] = [Math.min, Math.max].map((pick) => pick(...plinth.map(([x]) => x)))
      for (const [x] of pointsOf(drawing?.track ?? '')) {
        expect(x).toBeGreaterThan(left!)
        expect(x).toBeLessThan(right!)
      }
    },
  )

  it('is not mirrored: a lap driven to the left stays one', () => {
    const [a, b, c] = pointsOf(drawPlan('0,0 999,0 999,999 0,999')?.track ?? '') as [
      [number, number],
      [number, number],
      [number, number],
    ]
    // Anticlockwise with y up is a left turn; on the screen, y down, its cross product is negative.
    expect((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])).toBeLessThan(0)
  })

  it.each(['', '1,2', 'a,b c,d e,f', '1 2 3'])('is absent for what is no line: %s', (plan) => {
    expect(drawPlan(plan)).toBeNull()
  })
})
