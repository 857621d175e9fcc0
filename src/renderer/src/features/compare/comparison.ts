// Everything the page shows of several laps at once, worked out of the laps themselves. Pure.

import type { Sculpture } from '@contract/sculpture'
import type { Exhibit } from '../gallery/exhibit'
import { gapTo, officialTimes, timesOn, valueAt, type Gap } from './gap'
import { lapStyles, type LapStyle } from './lap-style'
import { alignLaps } from './one-line'

interface Measures {
  /** Place on this lap at each station of the reference. */
  readonly stations: Float64Array
  /** Since this lap began, at each station of the reference; and at each of its own. Seconds. */
  readonly timesOnReference: Float64Array
  readonly times: Float64Array
  readonly gap: Gap
  readonly speedKmh: Float64Array
}

export interface ComparedLap extends Measures {
  readonly exhibit: Exhibit
  readonly style: LapStyle
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
  const measures = measured(reference, exhibit.sculpture)
  return measures === null ? [] : [{ ...measures, exhibit, style }]
}

const known = new WeakMap<Sculpture, WeakMap<Sculpture, Measures | null>>()

/** Remembered as long as both laps are: of twenty laps that arrive one by one only the new one is work. */
function measured(reference: Sculpture, other: Sculpture): Measures | null {
  const ofReference = known.get(reference) ?? new WeakMap<Sculpture, Measures | null>()
  known.set(reference, ofReference)
  const before = ofReference.get(other)
  if (before !== undefined) return before
  const measures = measure(reference, other)
  ofReference.set(other, measures)
  return measures
}

/** @returns null where the laps are of different circuits. */
function measure(reference: Sculpture, other: Sculpture): Measures | null {
  const alignment = alignLaps(reference, other)
  if (alignment.kind === 'refused') return null
  const { stations } = alignment
  const { speedKmh } = other.channels
  return {
    stations,
    timesOnReference: timesOn(other, stations),
    times: officialTimes(other),
    gap: gapTo(reference, other, stations),
    speedKmh: stations.map((station) => valueAt(speedKmh, station)),
  }
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
