// The look of a model in words, for the files and for who reads their notes. Pure.

import type { ColourChannel, HeightChannel, SculptureLook } from '@contract/sculpture-look'
import { say } from '@contract/phrases'

function channelWords(channel: ColourChannel): string {
  return say(`channel-${channel}`)
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
  return `a ${style} raised by ${channelWords(height)}, coloured by ${channelWords(colour)}`
}

/** For a file that holds no colours, with a height that has a sign. */
export function colourlessWarning(height: Exclude<HeightChannel, 'combinedG'>): string {
  return say(height === 'lateralG' ? 'colourless-left-right' : 'colourless-braking', {
    channel: channelWords(height),
  })
}

export function missingColourWarning(colour: ColourChannel): string {
  return say('no-colour-values', { channel: channelWords(colour) })
}
