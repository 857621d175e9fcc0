// Everything the page shows of several laps at once, worked out of the laps themselves. Pure.

import type { Sculpture } from '@contract/sculpture'
import type { Exhibit } from '../gallery/gallery-state'
import { gapTo, officialTimes, timesOn, valueAt, type Gap } from './gap'
import { lapStyles, type LapStyle } from './lap-style'
import { alignLaps } from './one-line'

export interface ComparedLap {
  readonly exhibit: Exhibit
  readonly style: LapStyle
  /** Place on this lap at each station of the reference. */
  readonly stations: Float64Array
  /** Since this lap began, at each station of the reference; and at each of its own. Seconds. */
  readonly timesOnReference: Float64Array
  readonly times: Float64Array
  readonly gap: Gap
  readonly speedKmh: Float64Array
}

export interface Comparison {
  readonly reference: ComparedLap
  /** In the order in which they stand. */
  readonly others: readonly ComparedLap[]
}

/** @param laps the main one first; those of another circuit are left out, which `mayStandBeside` lets none be. */
export function compareLaps(laps: readonly [Exhibit, ...Exhibit[]]): Comparison {
  const [main] = laps
  const styles = lapStyles(laps.map(({ sculpture }) => sculpture.header))
  const compared = laps.flatMap((exhibit, i) => comparedWith(main.sculpture, exhibit, styles[i]!))
  const [reference, ...others] = compared
  return { reference: reference!, others }
}

function comparedWith(reference: Sculpture, exhibit: Exhibit, style: LapStyle): readonly ComparedLap[] {
  const { sculpture } = exhibit
  const alignment = alignLaps(reference, sculpture)
  if (alignment.kind === 'refused') return []
  const { stations } = alignment
  const { speedKmh } = sculpture.channels
  return [
    {
      exhibit,
      style,
      stations,
      timesOnReference: timesOn(sculpture, stations),
      times: officialTimes(sculpture),
      gap: gapTo(reference, sculpture, stations),
      speedKmh: stations.map((station) => valueAt(speedKmh, station)),
    },
  ]
}

/** Where on the way the time `timeS` is reached, in stations with fractions; the ends where it lies outside. */
export function stationAtTime(times: Float64Array, timeS: number): number {
  let low = 0
  let high = times.length - 1
  if (timeS <= times[low]!) return low
  if (timeS >= times[high]!) return high
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (times[middle]! <= timeS) low = middle
    else high = middle
  }
  return low + (timeS - times[low]!) / (times[high]! - times[low]!)
}
