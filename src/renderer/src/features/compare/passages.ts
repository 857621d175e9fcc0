// The lap in passages a driver would name: into a corner and out of it. Pure.
//
// A passage into a corner runs from where the reference is fastest before it to where it is slowest in it; the one out
// of it goes on to where the next begins. So they share no place and leave none out, and what is lost in each adds up
// to the gap at the finish.

import type { Sculpture } from '@contract/sculpture'
import { stationsOfCorner, type CornerPlace } from '../../three/lap-marks'

export interface Passage {
  readonly kind: 'first' | 'into' | 'out'
  /** Number of the corner; of the first passage, the corner it leads to. */
  readonly corner: number
  /** Stations of the reference. */
  readonly from: number
  readonly to: number
}

/** A corner costs at least this much speed, km/h; with less it is a bend in a straight and starts no passage. */
const LEAST_DROP_KMH = 15

/** @param corners of the reference lap, in driving order. @returns none where no corner slows the car. */
export function passagesOf({ channels }: Sculpture, corners: readonly CornerPlace[]): readonly Passage[] {
  const { speedKmh } = channels
  const last = speedKmh.length - 1
  const braked: { readonly number: number; readonly peak: number; readonly slowest: number }[] = []
  for (const corner of corners) {
    const slowest = extreme(
      speedKmh,
      stationsOfCorner(corner, speedKmh.length).filter(
        (i) => corner.entry <= corner.exit || i >= corner.entry,
      ),
      -1,
    )
    const from = braked.at(-1)?.slowest ?? 0
    if (slowest === null || slowest <= from) continue
    const peak = extreme(speedKmh, range(from, slowest), 1)!
    if (speedKmh[peak]! - speedKmh[slowest]! >= LEAST_DROP_KMH)
      braked.push({ number: corner.number, peak, slowest })
  }
  const [first] = braked
  if (first === undefined) return []
  const passages: Passage[] = [{ kind: 'first', corner: first.number, from: 0, to: first.peak }]
  braked.forEach(({ number, peak, slowest }, i) => {
    passages.push({ kind: 'into', corner: number, from: peak, to: slowest })
    passages.push({ kind: 'out', corner: number, from: slowest, to: braked[i + 1]?.peak ?? last })
  })
  return passages.filter(({ from, to }) => to > from)
}

/** @param sign 1 for the largest, -1 for the smallest. @returns its station, the first of equals. */
function extreme(values: Float64Array, stations: readonly number[], sign: 1 | -1): number | null {
  let best: number | null = null
  for (const i of stations) if (best === null || sign * values[i]! > sign * values[best]!) best = i
  return best
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
