// The laps on one track as the view takes them, and the looks of the bodies that run along them. Pure.

import type { GhostLook } from '../../three/ghost-shapes'
import { gapFigures } from '../../three/gap-figures'
import { gapScale, type GapReading, type GapScale } from '../../three/gap-ribbon'
import type { GhostPlace } from '../../three/scene'
import type { SharedTrack } from '../../three/track-overlay'
import { signed } from '../../ui/format'
import { stationAtTime, type ComparedLap, type Comparison } from './comparison'
import { DASH_PATTERNS } from './lap-style'

/** How several laps stand: each on a plinth of its own, or all on the track of the main one. */
export const ARRANGEMENTS = ['beside', 'track'] as const
export type Arrangement = (typeof ARRANGEMENTS)[number]

/** A gap within so many standard deviations of nothing is told from nothing by its colour. */
const SIGMAS = 2

/** @param chosen the lap whose gap is drawn. */
export function sharedTrackOf({ others }: Comparison, chosen: ComparedLap | null): SharedTrack {
  return {
    threads: others.map((lap) => ({
      sculpture: lap.exhibit.sculpture,
      stations: lap.stations,
      colour: lap.style.colour,
      dashes: DASH_PATTERNS[lap.style.dash],
      isChosen: lap === chosen,
    })),
    ribbon: chosen === null ? null : ribbonOf(chosen),
  }
}

/** Hundredths, as the chart below; the tables have thousandths. */
const FIGURE_DIGITS = 2

function ribbonOf(chosen: ComparedLap): NonNullable<SharedTrack['ribbon']> {
  const reading = gapReading(chosen)
  const figures = gapFigures(reading).map((figure) => ({
    ...figure,
    text: signed(figure.gapS, FIGURE_DIGITS),
  }))
  return { reading, scale: ribbonScale(chosen), figures }
}

export function ribbonScale({ gap }: ComparedLap): GapScale {
  return gapScale(gap.gapS)
}

function gapReading({ gap: { gapS, sigmaS } }: ComparedLap): GapReading {
  return { gapS, isTold: Array.from(gapS, (value, i) => Math.abs(value) > SIGMAS * sigmaS[i]!) }
}

export function ghostLooks(comparison: Comparison): readonly GhostLook[] {
  return lapsOf(comparison).map(({ style }) => ({
    shape: style.shape,
    colour: style.colour,
    tag: style.tag,
  }))
}

/** Where each lap's body is `timeS` seconds after all began. */
export function ghostPlaces(
  comparison: Comparison,
  arrangement: Arrangement,
  timeS: number,
): readonly GhostPlace[] {
  const { reference } = comparison
  return lapsOf(comparison).map((lap) =>
    arrangement === 'track'
      ? { on: reference.exhibit.sculpture, station: stationAtTime(lap.timesOnReference, timeS) }
      : { on: lap.exhibit.sculpture, station: stationAtTime(lap.times, timeS) },
  )
}

/** When the last of the laps is over, seconds. */
export function longestLapS(comparison: Comparison): number {
  return Math.max(...lapsOf(comparison).map(({ times }) => times.at(-1)!))
}

/** The lap that is farthest at a time; null where that is shared. */
export function leaderAt(comparison: Comparison, timeS: number): ComparedLap | null {
  let leader: ComparedLap | null = null
  let farthest = -1
  for (const lap of lapsOf(comparison)) {
    const station = stationAtTime(lap.timesOnReference, timeS)
    if (station === farthest) leader = null
    if (station <= farthest) continue
    farthest = station
    leader = lap
  }
  return leader
}

function lapsOf({ reference, others }: Comparison): readonly ComparedLap[] {
  return [reference, ...others]
}
