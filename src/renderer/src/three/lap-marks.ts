// Numbered corners and sector ends of a lap, as stations of its sculpture. Pure.

import type { CornerMark, SculptureHeader } from '@contract/sculpture'

export type MarkedHeader = Pick<SculptureHeader, 'stepM' | 'corners' | 'sectorEndsM'>

export interface LapMarks {
  readonly corners: readonly CornerPlace[]
  /** Stations at which the first and the second sector end; none where that is not known. */
  readonly sectorEnds: readonly number[]
}

export interface CornerPlace extends CornerMark {
  readonly apex: number
  readonly entry: number
  readonly exit: number
}

/** @param stations how many samples the lap has. */
export function lapMarks(header: MarkedHeader, stations: number): LapMarks {
  const stationAt = (distanceM: number): number =>
    Math.min(stations - 1, Math.max(0, Math.round(distanceM / header.stepM)))
  return {
    corners: header.corners.map((corner) => ({
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
