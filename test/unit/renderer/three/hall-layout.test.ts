import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hallLayout, MOST_LAPS } from '@renderer/three/hall-layout'

const extent = fc.record({
  halfLengthM: fc.double({ min: 50, max: 3000, noNaN: true }),
  halfWidthM: fc.double({ min: 50, max: 3000, noNaN: true }),
})
const extents = fc.array(extent, { minLength: 1, maxLength: MOST_LAPS })

describe('the places of laps that stand side by side', () => {
  it('never overlap, whatever the sizes of the plinths and however many there are', () => {
    fc.assert(
      fc.property(extents, (plinths) => {
        const spots = hallLayout(plinths)
        expect(spots).toHaveLength(plinths.length)
        spots.forEach((a, i) => {
          spots.slice(i + 1).forEach((b, j) => {
            const other = plinths[i + 1 + j]!
            const isApart =
              Math.abs(a.alongM - b.alongM) > plinths[i]!.halfLengthM + other.halfLengthM ||
              Math.abs(a.acrossM - b.acrossM) > plinths[i]!.halfWidthM + other.halfWidthM
            expect(isApart).toBe(true)
          })
        })
      }),
    )
  })

  it('lie around the middle of the hall, where one alone stands', () => {
    fc.assert(
      fc.property(extents, (plinths) => {
        const spots = hallLayout(plinths)
        for (const axis of ['alongM', 'acrossM'] as const) {
          const places = spots.map((spot) => spot[axis])
          expect(Math.min(...places) + Math.max(...places)).toBeCloseTo(0, 6)
        }
      }),
    )
    expect(hallLayout([{ halfLengthM: 900, halfWidthM: 400 }])).toEqual([{ alongM: 0, acrossM: 0 }])
  })

  it('have the main lap in front, and none further to the left there', () => {
    fc.assert(
      fc.property(extents, (plinths) => {
        const [main, ...others] = hallLayout(plinths)
        for (const spot of others) {
          expect(spot.acrossM).toBeGreaterThanOrEqual(main!.acrossM)
          if (spot.acrossM === main!.acrossM) expect(spot.alongM).toBeGreaterThan(main!.alongM)
        }
      }),
    )
  })

  it('put long circuits behind one another rather than in one wide row', () => {
    const spots = hallLayout(Array.from({ length: 4 }, () => ({ halfLengthM: 1000, halfWidthM: 300 })))
    expect(new Set(spots.map(({ acrossM }) => acrossM)).size).toBeGreaterThan(1)
  })
})
