// How a sculpture is looked at: its style, which force raises it, which channel colours it, and by which map. Pure.
// In the contract, because an export takes the look of the stage with it.

export const STYLES = ['wall', 'ribbon', 'tube'] as const
export type SculptureStyle = (typeof STYLES)[number]

export const HEIGHT_CHANNELS = ['combinedG', 'longitudinalG', 'lateralG'] as const
/** What raises the body above the road; of signed forces the size, whichever way they point. */
export type HeightChannel = (typeof HEIGHT_CHANNELS)[number]

export const COLOUR_CHANNELS = [
  'combinedG',
  'longitudinalG',
  'lateralG',
  'verticalG',
  'speedKmh',
  'throttlePct',
  'gear',
] as const
export type ColourChannel = (typeof COLOUR_CHANNELS)[number]

export const COLOUR_MAPS = ['cividis', 'viridis', 'turbo'] as const
/** Map for channels that start at nothing; signed ones have a diverging map of their own. */
export type ColourMap = (typeof COLOUR_MAPS)[number]

export interface SculptureLook {
  readonly style: SculptureStyle
  readonly height: HeightChannel
  readonly colour: ColourChannel
  readonly map: ColourMap
}

/** What the wall of the gallery shows, and what a reset brings back. */
export const DEFAULT_LOOK: SculptureLook = {
  style: 'wall',
  height: 'combinedG',
  colour: 'combinedG',
  map: 'cividis',
}

/** @param written anything, as read from a store; what is missing or unknown takes the default. */
export function parseLook(written: unknown): SculptureLook {
  const fields = typeof written === 'object' && written !== null ? written : {}
  const pick = <T extends string>(name: keyof SculptureLook, known: readonly T[], otherwise: T): T => {
    const value: unknown = Reflect.get(fields, name)
    return known.find((each) => each === value) ?? otherwise
  }
  return {
    style: pick('style', STYLES, DEFAULT_LOOK.style),
    height: pick('height', HEIGHT_CHANNELS, DEFAULT_LOOK.height),
    colour: pick('colour', COLOUR_CHANNELS, DEFAULT_LOOK.colour),
    map: pick('map', COLOUR_MAPS, DEFAULT_LOOK.map),
  }
}

/** Names a look in one word, for attributes and keys: `wall:combinedG:speedKmh:viridis`. */
export function lookKey({ style, height, colour, map }: SculptureLook): string {
  return [style, height, colour, map].join(':')
}
