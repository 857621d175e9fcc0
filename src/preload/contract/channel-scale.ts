// Values of any channel to colours. Mesh, legend, charts and exported models all read them from here, so they cannot
// disagree. Ranges are fixed, not fitted to the lap: one colour means one value in every sculpture.

import { colourAt, hexOf, linearRgb, SCALE_END_G, SCALE_TICKS_G, type Rgb } from './colour-scale'
import { COOLWARM_HEX } from './coolwarm'
import type { ColourChannel, ColourMap, SculptureLook } from './sculpture-look'
import { TURBO_HEX } from './turbo'
import { VIRIDIS_HEX } from './viridis'

export interface ChannelScale {
  /** Values at the map's ends; what lies beyond keeps the last colour. */
  readonly low: number
  readonly high: number
  /** Where the legend writes a number. */
  readonly ticks: readonly number[]
  /** Nothing lies in the middle, and the map diverges from there. */
  readonly isSigned: boolean
  /** Values beyond the ends do occur, and the legend has to say so. */
  readonly isOpen: boolean
}

const SIGNED_TICKS_G = [-6, -4, -2, 0, 2, 4, 6] as const
const SIGNED_G: ChannelScale = {
  low: -SCALE_END_G,
  high: SCALE_END_G,
  ticks: SIGNED_TICKS_G,
  isSigned: true,
  isOpen: true,
}

export const CHANNEL_SCALES: Readonly<Record<ColourChannel, ChannelScale>> = {
  combinedG: { low: 0, high: SCALE_END_G, ticks: SCALE_TICKS_G, isSigned: false, isOpen: true },
  longitudinalG: SIGNED_G,
  lateralG: SIGNED_G,
  // The steepest compressions in the recordings are near 2; an even circuit stays within half a G.
  verticalG: { low: -2, high: 2, ticks: [-2, -1, 0, 1, 2], isSigned: true, isOpen: true },
  // The slowest hairpin is driven at 45, the fastest straight at 370.
  speedKmh: { low: 50, high: 350, ticks: [50, 100, 150, 200, 250, 300, 350], isSigned: false, isOpen: true },
  throttlePct: { low: 0, high: 100, ticks: [0, 25, 50, 75, 100], isSigned: false, isOpen: false },
  gear: { low: 1, high: 8, ticks: [1, 2, 3, 4, 5, 6, 7, 8], isSigned: false, isOpen: false },
}

/** For samples without a value: a grey that no map has in it, between the two themes' stones. */
export const NO_VALUE: Rgb = [0.5, 0.49, 0.48]

type Map = (ratio: number) => Rgb

const MAPS: Readonly<Record<ColourMap | 'diverging', Map>> = {
  cividis: (ratio) => colourAt(ratio * SCALE_END_G),
  viridis: mapFrom(VIRIDIS_HEX),
  turbo: mapFrom(TURBO_HEX),
  diverging: mapFrom(COOLWARM_HEX),
}

/** @returns sRGB of a channel's value in the look's map; NaN takes NO_VALUE. */
export function channelColour({ colour, map }: Pick<SculptureLook, 'colour' | 'map'>, value: number): Rgb {
  if (Number.isNaN(value)) return NO_VALUE
  const { low, high, isSigned } = CHANNEL_SCALES[colour]
  const ratio = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return MAPS[isSigned ? 'diverging' : map](ratio)
}

/** The same colour in linear light, which is what vertex colours are given in. */
export function linearChannelColour(look: Pick<SculptureLook, 'colour' | 'map'>, value: number): Rgb {
  return linearRgb(channelColour(look, value))
}

/** The same colour as CSS writes it. */
export function cssChannelColour(look: Pick<SculptureLook, 'colour' | 'map'>, value: number): string {
  return hexOf(channelColour(look, value))
}

/** @param hex a table of sRGB steps, six digits each; between them straight interpolation. */
function mapFrom(hex: string): Map {
  const steps = hex.length / 6
  const table = Float64Array.from(
    { length: steps * 3 },
    (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16) / 255,
  )
  return (ratio) => {
    const at = ratio * (steps - 1)
    const low = Math.floor(at)
    const high = Math.min(low + 1, steps - 1)
    const mix = (part: number): number => {
      const a = table[low * 3 + part]!
      return a + (table[high * 3 + part]! - a) * (at - low)
    }
    return [mix(0), mix(1), mix(2)]
  }
}
