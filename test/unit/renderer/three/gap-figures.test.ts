import { describe, expect, it } from 'vitest'
import { gapFigures } from '@renderer/three/gap-figures'

/** A lap of a hundred stations, whose gap goes straight from one of these to the next. */
function reading(corners: Readonly<Record<number, number>>, toldFrom = 0) {
  const ends = Object.entries(corners).map(([at, gap]) => [Number(at), gap] as const)
  const gapS = Float64Array.from({ length: 100 }, (_, i) => {
    const k = Math.max(1, ends.findIndex(([at]) => at >= i))
    const [from, before] = ends[k - 1]!
    const [to, after] = ends[k]!
    return before + ((after - before) * (i - from)) / (to - from)
  }) // prettier-ignore
  return { gapS, isTold: Array.from(gapS, (_, i) => i >= toldFrom) }
}

describe('the figures on the ribbon of the gap', () => {
  it('are the one at the finish, then the farthest behind and ahead, the larger first', () => {
    const figures = gapFigures(reading({ 0: 0, 30: 0.2, 60: -0.4, 99: 0.1 }))
    expect(figures.map(({ station }) => station)).toEqual([99, 60, 30])
    expect(figures[0]!.gapS).toBeCloseTo(0.1)
    expect(figures[1]!.gapS).toBeCloseTo(-0.4)
  })

  it('are one where the gap only grows to the finish', () => {
    expect(gapFigures(reading({ 0: 0, 99: 0.3 }))).toHaveLength(1)
  })

  it('leave out what lies beside another one, also across the line', () => {
    expect(gapFigures(reading({ 0: 0, 2: -0.3, 50: 0.1, 96: 0.4, 99: 0.38 }))).toHaveLength(1)
  })

  it('leave out a gap that is small beside the largest, and one that cannot be told from none', () => {
    expect(gapFigures(reading({ 0: 0, 30: -0.05, 99: 0.4 }))).toHaveLength(1)
    expect(gapFigures(reading({ 0: 0, 30: -0.4, 70: 0.1, 99: 0.4 }, 70))).toHaveLength(1)
  })
})
