import { describe, expect, it } from 'vitest'
import { colourAt, linearFromSrgb, SCALE_END_G, SCALE_TICKS_G } from '@contract/colour-scale'

/** CIE 1976 lightness of an sRGB colour, 0..100. */
function lightness([r, g, b]: readonly [number, number, number]): number {
  const y = 0.2126 * linearFromSrgb(r) + 0.7152 * linearFromSrgb(g) + 0.0722 * linearFromSrgb(b)
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y
}

describe('the colour scale', () => {
  it('grows lighter with every step, so that it also reads in grey', () => {
    for (let i = 1; i <= 120; i++) {
      const g = (SCALE_END_G * i) / 120
      expect(lightness(colourAt(g))).toBeGreaterThan(lightness(colourAt(g - SCALE_END_G / 120)))
    }
  })

  it('grows lighter evenly: no tenth of the scale takes more than a sixth of the lightness', () => {
    const range = lightness(colourAt(SCALE_END_G)) - lightness(colourAt(0))
    for (let i = 1; i <= 10; i++) {
      const step =
        lightness(colourAt((SCALE_END_G * i) / 10)) - lightness(colourAt((SCALE_END_G * (i - 1)) / 10))
      expect(step / range).toBeLessThan(1 / 6)
      expect(step / range).toBeGreaterThan(1 / 20)
    }
  })

  it('keeps its ends for what lies beyond them', () => {
    expect(colourAt(9)).toEqual(colourAt(SCALE_END_G))
    expect(colourAt(-1)).toEqual(colourAt(0))
    expect(colourAt(Number.NaN)).toEqual(colourAt(0))
  })

  it('ticks from nothing to the end of the scale', () => {
    expect(SCALE_TICKS_G[0]).toBe(0)
    expect(SCALE_TICKS_G.at(-1)).toBe(SCALE_END_G)
  })
})
