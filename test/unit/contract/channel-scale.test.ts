import { describe, expect, it } from 'vitest'
import {
  CHANNEL_SCALES,
  channelColour,
  cssChannelColour,
  linearChannelColour,
  NO_VALUE,
} from '@contract/channel-scale'
import { channelValues, hasChannel } from '@contract/channel-values'
import { colourAt, linearFromSrgb, SCALE_END_G, type Rgb } from '@contract/colour-scale'
import { COLOUR_CHANNELS, DEFAULT_LOOK, lookKey, parseLook } from '@contract/sculpture-look'
import { aSculpture } from '../../helpers/builders'

/** CIE 1976 lightness of an sRGB colour, 0..100. */
function lightness([r, g, b]: Rgb): number {
  const y = 0.2126 * linearFromSrgb(r) + 0.7152 * linearFromSrgb(g) + 0.0722 * linearFromSrgb(b)
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y
}

describe('the scales of the channels', () => {
  it('have the ends of the published tables', () => {
    expect(cssChannelColour({ colour: 'speedKmh', map: 'viridis' }, 50)).toBe('#440154')
    expect(cssChannelColour({ colour: 'speedKmh', map: 'viridis' }, 350)).toBe('#fde725')
    expect(cssChannelColour({ colour: 'gear', map: 'turbo' }, 1)).toBe('#30123b')
    expect(cssChannelColour({ colour: 'gear', map: 'turbo' }, 8)).toBe('#7a0403')
    expect(cssChannelColour({ colour: 'throttlePct', map: 'cividis' }, 100)).toBe('#fee838')
  })

  it('are the same as on the wall for combined G in cividis', () => {
    for (const g of [0, 0.7, 3, 5.9, 8]) expect(channelColour(DEFAULT_LOOK, g)).toEqual(colourAt(g))
    expect(cssChannelColour(DEFAULT_LOOK, 0)).toBe('#00224e')
    expect(cssChannelColour(DEFAULT_LOOK, SCALE_END_G)).toBe('#fee838')
  })

  it('grow lighter with every step in cividis and viridis, so that they also read in grey', () => {
    for (const map of ['cividis', 'viridis'] as const)
      for (let pct = 1; pct <= 100; pct++) {
        const look = { colour: 'throttlePct', map } as const
        expect(lightness(channelColour(look, pct))).toBeGreaterThan(lightness(channelColour(look, pct - 1)))
      }
  })

  it('are lightest at nothing for signed forces, and darken alike on both sides', () => {
    const look = { colour: 'lateralG', map: 'turbo' } as const
    const at = (g: number): number => lightness(channelColour(look, g))
    for (const g of [1, 2, 4, 6]) {
      expect(at(g)).toBeLessThan(at(g - 1))
      expect(at(-g)).toBeLessThan(at(1 - g))
      expect(Math.abs(at(g) - at(-g))).toBeLessThan(4)
    }
  })

  it('give a sample without a value a grey of its own', () => {
    expect(channelColour({ colour: 'gear', map: 'turbo' }, Number.NaN)).toEqual(NO_VALUE)
  })

  it('say the same in CSS and in linear light', () => {
    const look = { colour: 'speedKmh', map: 'turbo' } as const
    for (const kmh of CHANNEL_SCALES.speedKmh.ticks) {
      const css = cssChannelColour(look, kmh)
      linearChannelColour(look, kmh).forEach((value, i) => {
        const written = Number.parseInt(css.slice(1 + i * 2, 3 + i * 2), 16) / 255
        expect(linearFromSrgb(written)).toBeCloseTo(value, 2)
      })
    }
  })

  it('write their ends on the legend', () => {
    for (const channel of COLOUR_CHANNELS) {
      const { low, high, ticks, isSigned } = CHANNEL_SCALES[channel]
      expect([ticks[0], ticks.at(-1)]).toEqual([low, high])
      if (isSigned) expect(low).toBe(-high)
    }
  })
})

describe('the values of a channel', () => {
  it('are the length of the force, and gaps where the feed had none', () => {
    const { channels } = aSculpture()
    const odd = { ...channels, gear: channels.gear.map((gear, i) => (i === 2 ? 255 : gear)) }
    expect(channelValues(odd, 'combinedG')[0]).toBeCloseTo(50 ** 2 / 100 / 9.80665, 9)
    expect(channelValues(odd, 'gear')[1]).toBe(6)
    expect(channelValues(odd, 'gear')[2]).toBeNaN()
    expect(channelValues(odd, 'throttlePct')[7]).toBeNaN()
  })

  it('are missing where a lap lacks the channel', () => {
    const { channels } = aSculpture()
    const unknown = { ...channels, gear: channels.gear.map(() => 255) }
    expect(hasChannel(unknown, 'gear')).toBe(false)
    expect(hasChannel(unknown, 'verticalG')).toBe(true)
  })
})

describe('a look', () => {
  it('is read back as it was written', () => {
    const look = { style: 'tube', height: 'lateralG', colour: 'gear', map: 'turbo' } as const
    expect(parseLook(JSON.parse(JSON.stringify(look)))).toEqual(look)
    expect(lookKey(look)).toBe('tube:lateralG:gear:turbo')
  })

  it('takes the default for what it does not know', () => {
    expect(parseLook({ style: 'cube', map: 'turbo', height: 3 })).toEqual({ ...DEFAULT_LOOK, map: 'turbo' })
    for (const odd of [null, undefined, 'wall', 7, []]) expect(parseLook(odd)).toEqual(DEFAULT_LOOK)
  })
})
