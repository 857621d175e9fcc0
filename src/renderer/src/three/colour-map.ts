// The gallery's colour scale as the page draws it: ticks, CSS and linear light. The scale itself is in the contract,
// because exported models wear the same colours.

import { colourAt, hexOf, linearRgb, type Rgb } from '@contract/colour-scale'

export { colourAt, linearFromSrgb, SCALE_END_G, type Rgb } from '@contract/colour-scale'

/** G values at which the legend and the chart draw a tick. */
export const SCALE_TICKS_G: readonly number[] = [0, 1, 2, 3, 4, 5, 6]

/** The colour of `combinedG` as CSS writes it. */
export function cssColourAt(combinedG: number): string {
  return hexOf(colourAt(combinedG))
}

/** The colour of `combinedG` in linear light, which is what vertex colours are given in. */
export function linearColourAt(combinedG: number): Rgb {
  return linearRgb(colourAt(combinedG))
}
