// What a lap did in each numbered corner. Pure.

import type { Sculpture } from '@contract/sculpture'
import { stationsOfCorner, type CornerPlace } from '../../three/lap-marks'
import { isCounted, readLap, type LapReading } from './lap-reading'

export interface CornerReading {
  readonly corner: CornerPlace
  /** Lowest speed between entry and exit. */
  readonly slowestKmh: number
  /** Where the force to the corner's own side is largest; null where no sample of the corner counts. */
  readonly strongest: LapReading | null
}

/** @returns a reading for each of `corners`, in their order. */
export function cornerReadings(
  sculpture: Sculpture,
  corners: readonly CornerPlace[],
): readonly CornerReading[] {
  const { lateralG, speedKmh } = sculpture.channels
  return corners.map((corner) => {
    const side = corner.direction === 'left' ? 1 : -1
    let slowestKmh = Infinity
    let best: number | null = null
    for (const station of stationsOfCorner(corner, lateralG.length)) {
      slowestKmh = Math.min(slowestKmh, speedKmh[station]!)
      if (!isCounted(sculpture, station)) continue
      if (best === null || side * lateralG[station]! > side * lateralG[best]!) best = station
    }
    return { corner, slowestKmh, strongest: best === null ? null : readLap(sculpture, best) }
  })
}
