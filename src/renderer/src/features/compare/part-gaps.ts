// What two laps lose to each other sector by sector and corner by corner. Pure.

import type { Sculpture } from '@contract/sculpture'
import { lapMarks, type CornerPlace } from '../../three/lap-marks'
import { gapChange, valueAt, type Gap, type GapChange } from './gap'

export interface SectorGap {
  /** 1..3. */
  readonly sector: number
  readonly referenceMs: number | null
  readonly otherMs: number | null
  /** Other minus reference; null where one of them was not timed. */
  readonly lostMs: number | null
}

/** By the official sector times, exact to a millisecond. */
export function sectorGaps(reference: Sculpture, other: Sculpture): readonly SectorGap[] {
  return reference.header.sectorsMs.map((referenceMs, i) => {
    const otherMs = other.header.sectorsMs[i]!
    const lostMs = referenceMs === null || otherMs === null ? null : otherMs - referenceMs
    return { sector: i + 1, referenceMs, otherMs, lostMs }
  })
}

export interface CornerGap extends GapChange {
  readonly corner: CornerPlace
  /** Speeds at the corner's apex. */
  readonly referenceKmh: number
  readonly otherKmh: number
}

/** @param stations places on the other lap at each station of the reference. */
export function cornerGaps(
  reference: Sculpture,
  other: Sculpture,
  stations: Float64Array,
  gap: Gap,
): readonly CornerGap[] {
  const { speedKmh } = reference.channels
  const last = speedKmh.length - 1
  return lapMarks(reference.header, speedKmh.length).corners.map((corner) => {
    // A corner that spans the finish line counts on the side of it on which its apex lies.
    const spansFinish = corner.exit < corner.entry
    const from = spansFinish && corner.apex <= corner.exit ? 0 : corner.entry
    const to = spansFinish && corner.apex > corner.exit ? last : corner.exit
    return {
      corner,
      referenceKmh: speedKmh[corner.apex]!,
      otherKmh: valueAt(other.channels.speedKmh, stations[corner.apex]!),
      ...gapChange(gap, from, to),
    }
  })
}
