import { describe, expect, it } from 'vitest'
import { areaPath, linePath } from '@renderer/features/gallery/chart-path'

const BOX = { width: 100, height: 50, low: 0, high: 10 }

describe('paths of the chart', () => {
  it('spreads values over the width, the low one at the bottom', () => {
    expect(linePath([0, 5, 10], BOX)).toBe('M0,50L50,25L100,0')
  })

  it('breaks the line where a value is missing', () => {
    expect(linePath([0, Number.NaN, 10, 10, 0], BOX)).toBe('M0,50M50,0L75,0L100,50')
  })

  it('keeps what is out of range at the edge', () => {
    expect(linePath([-5, 20], BOX)).toBe('M0,50L100,0')
  })

  it('closes an area along the bottom', () => {
    expect(areaPath([10, Number.NaN, 10], BOX)).toBe('M0,50L0,0L50,50L100,0L100,50Z')
  })

  it('draws nothing without values', () => {
    expect(linePath([], BOX)).toBe('')
    expect(areaPath([], BOX)).toBe('')
  })
})
