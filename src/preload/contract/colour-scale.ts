// The colour scale a sculpture is first seen in: combined G in cividis. The range is fixed, not fitted to the lap: one
// colour means one G in every sculpture. Other channels and maps: channel-scale.ts.

import { CIVIDIS_HEX, CIVIDIS_STEPS } from './cividis'

/** Red, green, blue, 0..1 each. */
export type Rgb = readonly [number, number, number]

/**
 * Where the scale ends, in G. The strongest laps measured so far reach about 6; what lies beyond keeps the last
 * colour, and the legend says so. At 8 most laps would use only the darker half.
 */
export const SCALE_END_G = 6

/** G values at which a legend writes a number. */
export const SCALE_TICKS_G: readonly number[] = [0, 1, 2, 3, 4, 5, 6]

const TABLE: readonly Rgb[] = Array.from({ length: CIVIDIS_STEPS }, (_, step) => {
  const channel = (at: number): number =>
    Number.parseInt(CIVIDIS_HEX.slice(step * 6 + at, step * 6 + at + 2), 16) / 255
  return [channel(0), channel(2), channel(4)] as const
})

/** @returns sRGB of `combinedG`, between the table's steps by straight interpolation. NaN takes the darkest. */
export function colourAt(combinedG: number): Rgb {
  const ratio = Number.isNaN(combinedG) ? 0 : Math.min(1, Math.max(0, combinedG / SCALE_END_G))
  const at = ratio * (CIVIDIS_STEPS - 1)
  const low = Math.floor(at)
  const a = TABLE[low]!
  const b = TABLE[Math.min(low + 1, CIVIDIS_STEPS - 1)]!
  const part = at - low
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part]
}

/** `#rrggbb`. @param rgb sRGB. */
export function hexOf(rgb: Rgb): string {
  const channel = (value: number): string =>
    Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${rgb.map(channel).join('')}`
}

/** sRGB to linear light, which is what vertex colours are given in. */
export function linearRgb([r, g, b]: Rgb): Rgb {
  return [linearFromSrgb(r), linearFromSrgb(g), linearFromSrgb(b)]
}

/** IEC 61966-2-1, one channel, 0..1 both ways. */
export function linearFromSrgb(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
