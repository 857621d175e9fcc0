// What one sees when a sculpture is cut across: where the vertices of one station stand, and between which of them
// skin is stretched to the next station. One section a style; each is closed, so each body is watertight. Pure.
//
// Units are metres in three.js axes (y up). Of every section the first part is stone up to the road, in the room's
// colour; the second is the body, in the colours of the legend.

import { BODY_FORM, type SculptureForm } from '@contract/sculpture-form'

import type { SculptureStyle } from '@contract/sculpture-look'

export type Vector = readonly [number, number, number]

/** One place of the lap, as a section needs it. */
export interface Station {
  readonly x: number
  readonly z: number
  /** Height of the road above the plinth. */
  readonly roadM: number
  /** Height of the force above the road. */
  readonly heightM: number
  /** Climb of the body's top per metre of plan. */
  readonly rise: number
  /** Unit vectors in plan: left of the direction of travel, and along it. */
  readonly leftX: number
  readonly leftZ: number
  readonly alongX: number
  readonly alongZ: number
}

/**
 * Takes one vertex.
 * @param level share of the station's force that it stands for, 0..1; 0 on the stone.
 */
export type Put = (column: number, at: Vector, normal: Vector, level: number) => void

/** Two columns of vertices, the lower and the upper edge of a strip as seen from outside. */
export type Strip = readonly [number, number]

export interface BodySection {
  /** Vertices per station. No column belongs to stone and body both. */
  readonly columns: number
  readonly stone: readonly Strip[]
  readonly body: readonly Strip[]
  /** From the height of the force to the highest point of the body. */
  readonly crestM: number
  /** From the height of the force to the underside, which posts carry; null for a body that stands on the stone. */
  readonly undersideM: number | null
  fill(station: Station, scale: SculptureForm, put: Put): void
}

const { ribbonHalfM, ribbonThickM, tubeRadiusM, tubeSides, liftM } = BODY_FORM

/** Levels of colour between the road and the crest. Four keep the mixed colours within a step of the legend's. */
const LEVELS = 4

const wall: BodySection = (() => {
  // Two sides of (foot, road | road, levels) and two each for crest and underside, up the left side and down the right.
  // The road twice: stone and body share no vertex, so that one material can tell them apart.
  const side = LEVELS + 3
  const columns = 2 * side + 4
  const right = side + 2
  const body: Strip[] = [[side, side + 1]]
  for (let level = 0; level < LEVELS; level++)
    body.push([level + 2, level + 3], [right + level, right + level + 1])
  return {
    columns,
    stone: [
      [0, 1],
      [2 * side, 2 * side + 1],
      [columns - 2, columns - 1],
    ],
    body,
    crestM: 0,
    undersideM: null,
    fill(station, { bandWidthM }, put) {
      const { roadM, heightM } = station
      const up = upOf(station)
      for (const sign of [1, -1] as const) {
        const normal = sideways(station, sign)
        const column = (row: number): number => (sign === 1 ? row : 2 * side + 1 - row)
        const at = (y: number): Vector => beside(station, (sign * bandWidthM) / 2, y)
        put(column(0), at(0), normal, 0)
        put(column(1), at(roadM), normal, 0)
        for (let level = 0; level <= LEVELS; level++)
          put(column(level + 2), at(roadM + (heightM * level) / LEVELS), normal, level / LEVELS)
        put(sign === 1 ? side : side + 1, at(roadM + heightM), up, 1)
        put(sign === 1 ? columns - 1 : columns - 2, at(0), DOWN, 0)
      }
    },
  }
})()

/** Stone for the styles that float: both sides, the road on top, and the underside. */
const KERB_COLUMNS = 8
const KERB: readonly Strip[] = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
]

function fillKerb(station: Station, halfM: number, put: Put): void {
  const left = sideways(station, 1)
  const right = sideways(station, -1)
  const at = (across: number, y: number): Vector => beside(station, across, y)
  put(0, at(halfM, 0), left, 0)
  put(1, at(halfM, station.roadM), left, 0)
  put(2, at(halfM, station.roadM), UP, 0)
  put(3, at(-halfM, station.roadM), UP, 0)
  put(4, at(-halfM, station.roadM), right, 0)
  put(5, at(-halfM, 0), right, 0)
  put(6, at(-halfM, 0), DOWN, 0)
  put(7, at(halfM, 0), DOWN, 0)
}

const ribbon: BodySection = {
  columns: KERB_COLUMNS + 8,
  stone: KERB,
  body: [
    [8, 9],
    [10, 11],
    [12, 13],
    [14, 15],
  ],
  crestM: liftM + ribbonThickM,
  undersideM: liftM,
  fill(station, { bandWidthM }, put) {
    fillKerb(station, bandWidthM / 2, put)
    const up = upOf(station)
    const down: Vector = [-up[0], -up[1], -up[2]]
    const y = station.roadM + station.heightM + liftM
    // Thickness at right angles to the slope: measured straight up, a steep ribbon would be thin as paper.
    const at = (sign: 1 | -1, thickM: number): Vector =>
      moved(beside(station, sign * ribbonHalfM, y), up, thickM)
    const left = sideways(station, 1)
    const right = sideways(station, -1)
    put(8, at(1, 0), left, 1)
    put(9, at(1, ribbonThickM), left, 1)
    put(10, at(1, ribbonThickM), up, 1)
    put(11, at(-1, ribbonThickM), up, 1)
    put(12, at(-1, ribbonThickM), right, 1)
    put(13, at(-1, 0), right, 1)
    put(14, at(-1, 0), down, 1)
    put(15, at(1, 0), down, 1)
  },
}

const tube: BodySection = {
  columns: KERB_COLUMNS + tubeSides,
  stone: KERB,
  body: Array.from({ length: tubeSides }, (_, i): Strip => [
    KERB_COLUMNS + i,
    KERB_COLUMNS + ((i + 1) % tubeSides),
  ]),
  crestM: liftM + 2 * tubeRadiusM,
  undersideM: liftM,
  fill(station, { bandWidthM }, put) {
    fillKerb(station, bandWidthM / 2, put)
    const up = upOf(station)
    const centre = beside(station, 0, station.roadM + station.heightM + liftM + tubeRadiusM)
    for (let i = 0; i < tubeSides; i++) {
      const angle = (2 * Math.PI * i) / tubeSides
      const across = Math.cos(angle)
      const above = Math.sin(angle)
      const normal: Vector = [
        across * station.leftX + above * up[0],
        above * up[1],
        across * station.leftZ + above * up[2],
      ]
      put(KERB_COLUMNS + i, moved(centre, normal, tubeRadiusM), normal, 1)
    }
  },
}

export const BODY_SECTIONS: Readonly<Record<SculptureStyle, BodySection>> = { wall, ribbon, tube }

const UP: Vector = [0, 1, 0]
const DOWN: Vector = [0, -1, 0]

function sideways({ leftX, leftZ }: Station, sign: 1 | -1): Vector {
  return [sign * leftX, 0, sign * leftZ]
}

/** @param across metres to the left. */
function beside({ x, z, leftX, leftZ }: Station, across: number, y: number): Vector {
  return [x + across * leftX, y, z + across * leftZ]
}

/** Up from a body that climbs: at right angles to it, in the plane of travel. */
function upOf({ rise, alongX, alongZ }: Station): Vector {
  const tilt = Math.hypot(1, rise)
  return [(-rise * alongX) / tilt, 1 / tilt, (-rise * alongZ) / tilt]
}

function moved([x, y, z]: Vector, [dx, dy, dz]: Vector, by: number): Vector {
  return [x + dx * by, y + dy * by, z + dz * by]
}
