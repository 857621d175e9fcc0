// A lap's samples, thinned to what a nozzle can draw, in the circuit's metres. The first step of every solid. Pure.

import { channelValues } from '@contract/channel-values'
import type { SculptureChannels } from '@contract/sculpture'
import { stationCount } from '@contract/sculpture-form'
import type { SculptureLook } from '@contract/sculpture-look'

/** Points of the closed line, n each: the last is followed by the first. */
export interface Stations {
  readonly xM: Float64Array
  readonly yM: Float64Array
  readonly zM: Float64Array
  /** The force that raises the body, with its sign. */
  readonly forceG: Float64Array
  /** Value of the channel that colours the body, in its unit; NaN where there is none. */
  readonly colour: Float64Array
}

/** Points nearer to each other than this are one, metres: a standing car would give a wall piece of no length. */
const LEAST_STEP_M = 0.05

/**
 * @param stepM distance wanted between neighbours, metres; samples are left out, none are made up.
 * @returns three stations at least, where the samples have as many places.
 */
export function stationsOf(
  channels: SculptureChannels,
  stepM: number,
  look: Pick<SculptureLook, 'height' | 'colour'>,
): Stations {
  const { xM, yM, zM } = channels
  const n = stationCount(xM, yM)
  const kept: number[] = []
  const distance = (i: number, k: number): number => Math.hypot(xM[i]! - xM[k]!, yM[i]! - yM[k]!)
  let since = Infinity
  for (let i = 0; i < n; i++) {
    if (i > 0) since += distance(i, i - 1)
    if (since < stepM || (kept.length > 0 && distance(i, kept.at(-1)!) < LEAST_STEP_M)) continue
    kept.push(i)
    since = 0
  }
  // The last one may stand nearly on the first, which follows it.
  if (kept.length > 3 && distance(kept[0]!, kept.at(-1)!) < Math.max(LEAST_STEP_M, stepM / 2)) kept.pop()
  const pick = (values: Float64Array): Float64Array => Float64Array.from(kept, (i) => values[i]!)
  return {
    xM: pick(xM),
    yM: pick(yM),
    zM: pick(zM),
    forceG: pick(channelValues(channels, look.height)),
    colour: pick(channelValues(channels, look.colour)),
  }
}
