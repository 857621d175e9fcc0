// The figures written along the ribbon of the gap: the one at the finish, and the farthest behind and ahead on the way
// there. Pure.

import type { GapReading } from './gap-ribbon'

export interface GapFigure {
  /** Of the reading. */
  readonly station: number
  readonly gapS: number
}

/** Of the largest gap, 0..1: what is smaller is no place to look at. */
const LEAST_SHARE = 0.25
/** Of the lap, 0..1: nearer than that to another figure, one of them says nothing new. */
const LEAST_APART = 0.06

/** @returns at most three, the most telling first: of those that would overlap on the screen the first is shown. */
export function gapFigures({ gapS, isTold }: GapReading): readonly GapFigure[] {
  const finish = gapS.length - 1
  if (finish < 0) return []
  const figureAt = (station: number): GapFigure => ({ station, gapS: gapS[station]! })
  let behind = finish
  let ahead = finish
  gapS.forEach((gap, station) => {
    if (isTold[station] !== true) return
    if (gap > gapS[behind]!) behind = station
    if (gap < gapS[ahead]!) ahead = station
  })
  const largest = Math.max(Math.abs(gapS[behind]!), Math.abs(gapS[ahead]!), Math.abs(gapS[finish]!))
  const figures = [figureAt(finish)]
  const extremes = [figureAt(behind), figureAt(ahead)].sort((a, b) => Math.abs(b.gapS) - Math.abs(a.gapS))
  for (const figure of extremes) {
    const isFar = figures.every(({ station }) => {
      const apart = Math.abs(station - figure.station) / gapS.length
      return Math.min(apart, 1 - apart) >= LEAST_APART
    })
    if (isFar && Math.abs(figure.gapS) >= LEAST_SHARE * largest) figures.push(figure)
  }
  return figures
}
