// Laps over curves one can draw by hand, for the solids that are made of them.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Sculpture } from '@contract/sculpture'
import type { ExhibitLabels } from '@main/core/export/exhibit-labels'
import { aSculpture } from './builders'

export interface CurvePoint {
  readonly x: number
  readonly y: number
  readonly z?: number
  readonly g?: number
}

/** @param at the curve over one turn, 0..2π, metres. */
export function lapAlong(at: (angle: number) => CurvePoint, n = 600): Sculpture {
  const { header, channels } = aSculpture({}, n)
  const points = Array.from({ length: n }, (_, i) => at((2 * Math.PI * i) / (n - 1)))
  const along = (value: (point: CurvePoint) => number) => Float64Array.from(points, value)
  return {
    header,
    channels: {
      ...channels,
      xM: along(({ x }) => x),
      yM: along(({ y }) => y),
      zM: along(({ z = 0 }) => z),
      lateralG: along(({ g = 2 }) => g),
    },
  }
}

export const circle = (radiusM = 500) =>
  lapAlong((angle) => ({ x: radiusM * Math.cos(angle), y: radiusM * Math.sin(angle) }))

/** Crosses itself in the middle, both times at the same height. */
export const figureOfEight = () =>
  lapAlong((angle) => ({
    x: 700 * Math.sin(angle),
    y: 350 * Math.sin(2 * angle),
    g: 2 + Math.sin(7 * angle),
  }))

export const LABELS: ExhibitLabels = {
  key: 'f1:sculpture:2026:1:Q:AAA',
  driverName: 'Ada Apex',
  occasion: '2026 Grand Prix of São Paulo, Qualifying',
  eventName: 'Grand Prix of São Paulo',
  sessionName: 'Qualifying',
  lapTime: '1:02.832',
  lap: 3,
  isSimulated: false,
}

const { resolve } = createRequire(import.meta.url)

/** The subsets of the lettering's font, as shipped. */
export const FONTS: readonly Uint8Array[] = ['latin', 'latin-ext'].map((subset) =>
  readFileSync(resolve(`@fontsource/barlow-condensed/files/barlow-condensed-${subset}-600-normal.woff`)),
)

/** As a reader of a file without indices sees it: equal places are one vertex. */
export function welded({
  positions,
  indices,
}: {
  readonly positions: Float32Array
  readonly indices: Uint32Array
}) {
  const known = new Map<string, number>()
  const vertexAt = (vertex: number): number => {
    const place = positions.slice(vertex * 3, vertex * 3 + 3).join()
    const found = known.get(place) ?? known.size
    known.set(place, found)
    return found
  }
  const joined = indices.map(vertexAt)
  return {
    positions: Float32Array.from([...known.keys()].flatMap((place) => place.split(',').map(Number))),
    indices: joined,
  }
}
