// Laps with fewer stations, for pictures too small to show them all. Pure.

import type { SculptureChannels } from '@contract/sculpture'

/** What the shape of a sculpture depends on. */
export type ShapeChannels = Pick<SculptureChannels, 'xM' | 'yM' | 'zM' | 'longitudinalG' | 'lateralG'>

/** Every `stride`-th station, the first included; the line still closes on itself. */
export function thinned(channels: ShapeChannels, stride: number): ShapeChannels {
  const thin = (values: Float64Array): Float64Array => values.filter((_, i) => i % stride === 0)
  return {
    xM: thin(channels.xM),
    yM: thin(channels.yM),
    zM: thin(channels.zM),
    longitudinalG: thin(channels.longitudinalG),
    lateralG: thin(channels.lateralG),
  }
}

/** A small circle, flat and at rest: something to draw before there is anything. */
export const ROUNDABOUT: ShapeChannels = {
  xM: Float64Array.from({ length: 48 }, (_, i) => 100 * Math.cos((2 * Math.PI * i) / 48)),
  yM: Float64Array.from({ length: 48 }, (_, i) => 100 * Math.sin((2 * Math.PI * i) / 48)),
  zM: new Float64Array(48),
  longitudinalG: new Float64Array(48),
  lateralG: new Float64Array(48),
}
