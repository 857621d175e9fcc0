// The colours of a printed solid: the body by the gallery's one scale, in as many steps as a printer's software likes
// to list; base, stone and lettering as on screen. Pure.

import { colourAt, hexOf, SCALE_END_G } from '@contract/colour-scale'
import { PARTS, type Part, type PrintSolid } from './print-solid'

/** G per step of colour: 24 steps up to the scale's end. Finer ones cannot be told apart on a print. */
export const STEP_G = 0.25
const STEPS = SCALE_END_G / STEP_G

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

const FIXED = ['base', 'stone', 'lettering'] as const

/** All paints there are: the parts, then the steps of the scale by their middle. */
export const PAINTS: readonly Paint[] = [
  ...FIXED.map((part) => ({ name: part, hex: PART_COLOURS[part] })),
  ...Array.from({ length: STEPS }, (_, step) => ({
    name: `${(step * STEP_G).toFixed(2)} G${step === STEPS - 1 ? ' and more' : ''}`,
    hex: hexOf(colourAt((step + 0.5) * STEP_G)),
  })),
]

/** @returns which of PAINTS a triangle wears: on the body the step at its middle height. */
export function paintOf({ parts, levelsG }: PrintSolid, triangle: number): number {
  const part = PARTS[parts[triangle]!]!
  if (part !== 'body') return FIXED.indexOf(part)
  const at = triangle * 3
  const levelG = (levelsG[at]! + levelsG[at + 1]! + levelsG[at + 2]!) / 3
  return FIXED.length + Math.min(STEPS - 1, Math.floor(levelG / STEP_G))
}
