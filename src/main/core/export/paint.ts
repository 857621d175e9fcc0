// The colours of a printed solid: the body by the look's channel and map, in as many steps as a printer's software
// likes to list; base, stone and lettering as on screen. Pure.

import { CHANNEL_SCALES, channelColour } from '@contract/channel-scale'
import { hexOf } from '@contract/colour-scale'
import type { SculptureLook } from '@contract/sculpture-look'
import { CHANNEL_UNITS } from './look-words'
import { PARTS, type Part, type PrintSolid } from './print-solid'

/** Steps of colour between a scale's ends: of combined G a quarter each. Finer ones cannot be told apart on a print. */
const STEPS = 24

/** sRGB, as on the plinth of the dark room. */
export const PART_COLOURS: Readonly<Record<Exclude<Part, 'body'>, string>> = {
  base: '#46423c',
  stone: '#6b655b',
  lettering: '#f4efe4',
}

export interface Paint {
  readonly name: string
  /** `#rrggbb`, sRGB. */
  readonly hex: string
}

export interface Palette {
  /** The parts, then the body where it has no value, then the steps of the scale from its low end to its high end. */
  readonly paints: readonly Paint[]
  /** @returns which of them a triangle wears: on the body the step nearest to the middle of its corners' values. */
  readonly paintOf: (solid: Pick<PrintSolid, 'parts' | 'values'>, triangle: number) => number
}

const FIXED = ['base', 'stone', 'lettering'] as const

export function paletteOf(look: SculptureLook): Palette {
  const { low, high, isOpen } = CHANNEL_SCALES[look.colour]
  // A gear is a whole number, and has a colour of its own.
  const steps = look.colour === 'gear' ? high - low : STEPS
  const unit = CHANNEL_UNITS[look.colour]
  const name = (value: number): string => `${Number(value.toFixed(2))} ${unit}`.trimEnd()
  const paints = [
    ...FIXED.map((part) => ({ name: part, hex: PART_COLOURS[part] })),
    { name: 'no value', hex: hexOf(channelColour(look, Number.NaN)) },
    ...Array.from({ length: steps + 1 }, (_, step) => {
      const value = low + ((high - low) * step) / steps
      const more = isOpen && step === steps ? ' and more' : ''
      return { name: name(value) + more, hex: hexOf(channelColour(look, value)) }
    }),
  ]
  return {
    paints,
    paintOf: ({ parts, values }, triangle) => {
      const part = PARTS[parts[triangle]!]!
      if (part !== 'body') return FIXED.indexOf(part)
      const at = triangle * 3
      const value = (values[at]! + values[at + 1]! + values[at + 2]!) / 3
      if (Number.isNaN(value)) return FIXED.length
      const step = Math.round(((value - low) / (high - low)) * steps)
      return FIXED.length + 1 + Math.min(steps, Math.max(0, step))
    },
  }
}
