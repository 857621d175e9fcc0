// The colour scale a sculpture is first seen in: combined G in cividis. It is in the contract, because exported models
// wear the same colours. Other channels and maps: channel-scale.ts.

export { colourAt, linearFromSrgb, SCALE_END_G, type Rgb } from '@contract/colour-scale'

/** G values at which the legend writes a number. */
export const SCALE_TICKS_G: readonly number[] = [0, 1, 2, 3, 4, 5, 6]
