// Laps with fewer stations, for pictures too small to show them all. Pure.

import type { ShapeChannels } from '@contract/channel-values'

/** Every `stride`-th station, the first included; the line still closes on itself. */
export function thinned(channels: ShapeChannels, stride: number): ShapeChannels {
  if (stride === 1) return channels
  const thin = (values: Float64Array): Float64Array => values.filter((_, i) => i % stride === 0)
  return {
    xM: thin(channels.xM),
    yM: thin(channels.yM),
    zM: thin(channels.zM),
    longitudinalG: thin(channels.longitudinalG),
    lateralG: thin(channels.lateralG),
    verticalG: thin(channels.verticalG),
    speedKmh: thin(channels.speedKmh),
    throttlePct: thin(channels.throttlePct),
    gear: channels.gear.filter((_, i) => i % stride === 0),
  }
}

const ROUNDABOUT_STATIONS = 48
const turn = (of: (angle: number) => number): Float64Array =>
  Float64Array.from({ length: ROUNDABOUT_STATIONS }, (_, i) => of((2 * Math.PI * i) / ROUNDABOUT_STATIONS))

/** A small circle, flat and at rest: something to draw before there is anything. */
export const ROUNDABOUT: ShapeChannels = {
  xM: turn((angle) => 100 * Math.cos(angle)),
  yM: turn((angle) => 100 * Math.sin(angle)),
  zM: turn(() => 0),
  longitudinalG: turn(() => 0),
  lateralG: turn(() => 0),
  verticalG: turn(() => 0),
  speedKmh: turn(() => 0),
  throttlePct: turn(() => 0),
  gear: new Uint8Array(ROUNDABOUT_STATIONS),
}
