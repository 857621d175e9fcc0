// Values of a channel along the lap as colours and charts need them: one kind of array, one kind of gap. Pure.

import { combinedG, type SculptureChannels } from './sculpture'
import type { ColourChannel } from './sculpture-look'

/** What shape and colour of a sculpture depend on. */
export type ShapeChannels = Pick<
  SculptureChannels,
  'xM' | 'yM' | 'zM' | 'longitudinalG' | 'lateralG' | 'verticalG' | 'speedKmh' | 'throttlePct' | 'gear'
>

/** How the feed writes a gear it does not know. */
const GEAR_UNKNOWN = 255

/** @returns a value per sample, not a copy where the channel has that form already; NaN where there is none. */
export function channelValues(channels: ShapeChannels, name: ColourChannel): Float64Array {
  switch (name) {
    case 'combinedG':
      return channels.longitudinalG.map((along, i) => combinedG(along, channels.lateralG[i]!))
    case 'gear':
      return Float64Array.from(channels.gear, (gear) => (gear === GEAR_UNKNOWN ? Number.NaN : gear))
    case 'longitudinalG':
    case 'lateralG':
    case 'verticalG':
    case 'speedKmh':
    case 'throttlePct':
      return channels[name]
  }
}

/** Whether the lap has the channel at all: what it lacks is not offered as a colour. */
export function hasChannel(channels: ShapeChannels, name: ColourChannel): boolean {
  return channelValues(channels, name).some((value) => !Number.isNaN(value))
}
