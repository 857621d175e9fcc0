// Numbered corners and sector ends of a lap, as stations of its sculpture. Pure.
//
// Both are newer than the first sculptures, so a header may lack them; then a lap simply has no marks.

import type { SculptureHeader } from '@contract/sculpture'

/** A numbered corner, metres from the start of the lap. */
export interface Corner {
  readonly number: number
  readonly direction: 'left' | 'right'
  readonly apexM: number
  readonly radiusM: number
  /** `exitM` < `entryM` in a corner that spans the finish line. */
  readonly entryM: number
  readonly exitM: number
}

export type MarkedHeader = Pick<SculptureHeader, 'stepM'> & {
  readonly corners?: readonly Corner[]
  readonly sectorEndsM?: readonly [number, number] | null
}

export interface LapMarks {
  readonly corners: readonly CornerPlace[]
  /** Stations at which the first and the second sector end; none where that is not known. */
  readonly sectorEnds: readonly number[]
}

export interface CornerPlace extends Corner {
  readonly apex: number
  readonly entry: number
  readonly exit: number
}

/** @param stations how many samples the lap has. */
export function lapMarks(header: MarkedHeader, stations: number): LapMarks {
  const stationAt = (distanceM: number): number =>
    Math.min(stations - 1, Math.max(0, Math.round(distanceM / header.stepM)))
  return {
    corners: (header.corners ?? []).map((corner) => ({
      ...corner,
      apex: stationAt(corner.apexM),
      entry: stationAt(corner.entryM),
      exit: stationAt(corner.exitM),
    })),
    sectorEnds: (header.sectorEndsM ?? []).map(stationAt),
  }
}

/** Every station of a corner once, in driving order, also across the finish line. */
export function stationsOfCorner({ entry, exit }: CornerPlace, stations: number): readonly number[] {
  const length = (exit - entry + stations) % stations
  return Array.from({ length: length + 1 }, (_, i) => (entry + i) % stations)
}
