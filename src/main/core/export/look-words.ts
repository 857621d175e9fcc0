// The look of a model in words, for the files and for who reads their notes. Pure.

import type { ColourChannel, HeightChannel, SculptureLook } from '@contract/sculpture-look'

const CHANNEL_WORDS: Readonly<Record<ColourChannel, string>> = {
  combinedG: 'combined G',
  longitudinalG: 'longitudinal G',
  lateralG: 'lateral G',
  verticalG: 'vertical G',
  speedKmh: 'speed',
  throttlePct: 'throttle',
  gear: 'gear',
}

/** Behind a number; empty for a count. */
export const CHANNEL_UNITS: Readonly<Record<ColourChannel, string>> = {
  combinedG: 'G',
  longitudinalG: 'G',
  lateralG: 'G',
  verticalG: 'G',
  speedKmh: 'km/h',
  throttlePct: '%',
  gear: '',
}

/** E.g. `a ribbon raised by lateral G, coloured by speed`. */
export function lookWords({ style, height, colour }: SculptureLook): string {
  return `a ${style} raised by ${CHANNEL_WORDS[height]}, coloured by ${CHANNEL_WORDS[colour]}`
}

/** For a file that holds no colours, with a height that has a sign. */
export function colourlessWarning(height: Exclude<HeightChannel, 'combinedG'>): string {
  const ends = height === 'lateralG' ? 'left from right' : 'acceleration from braking'
  return `Height is the size of ${CHANNEL_WORDS[height]}; without colours nothing tells ${ends}.`
}

export function missingColourWarning(colour: ColourChannel): string {
  return `This lap has no values of ${CHANNEL_WORDS[colour]}: the body is grey.`
}
