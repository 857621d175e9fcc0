import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shifted, windowOf, zoomed } from '@renderer/features/gallery/chart-window'

const LAST = 1000
const WHOLE = { from: 0, to: LAST }

describe('the part of the lap in the charts', () => {
  it('keeps the pointed-at station in its place while it zooms', () => {
    expect(zoomed(WHOLE, 0.5, 600, LAST)).toEqual({ from: 300, to: 800 })
    expect(zoomed({ from: 300, to: 800 }, 2, 600, LAST)).toEqual(WHOLE)
  })

  it('stops at the ends of the lap and at the nearest view', () => {
    expect(zoomed(WHOLE, 0.5, 0, LAST)).toEqual({ from: 0, to: 500 })
    expect(zoomed(WHOLE, 0.5, LAST, LAST)).toEqual({ from: 500, to: LAST })
    expect(zoomed({ from: 100, to: 150 }, 0.5, 125, LAST)).toEqual({ from: 100, to: 150 })
    expect(shifted({ from: 800, to: 900 }, 500, LAST)).toEqual({ from: 900, to: LAST })
    expect(shifted({ from: 100, to: 200 }, -500, LAST)).toEqual({ from: 0, to: 100 })
  })

  it('is the whole lap until one zooms, and again on a shorter circuit', () => {
    expect(windowOf(null, LAST)).toEqual(WHOLE)
    expect(windowOf({ from: 10, to: 90 }, LAST)).toEqual({ from: 10, to: 90 })
    expect(windowOf({ from: 10, to: 90 }, 80)).toEqual({ from: 0, to: 80 })
  })

  it('never leaves the lap and never turns round, whatever one does', () => {
    const turn = fc.record({
      factor: fc.double({ min: 0.05, max: 20, noNaN: true }),
      around: fc.integer({ min: 0, max: LAST }),
      by: fc.integer({ min: -2000, max: 2000 }),
    })
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 20 }), (turns) => {
        let window = WHOLE
        for (const { factor, around, by } of turns)
          window = shifted(zoomed(window, factor, around, LAST), by, LAST)
        return window.from >= 0 && window.to <= LAST && window.to - window.from >= 49
      }),
    )
  })
})
