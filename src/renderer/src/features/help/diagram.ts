// The drawing of a sculpture for the help: an invented circuit with a wall on it that is as high as the line is bent.
// Pure; visual only, not physics.

import { colourAt, hexOf, SCALE_END_G } from '@contract/colour-scale'

export interface Diagram {
  /** Of its view box, in its units. */
  readonly width: number
  readonly height: number
  /** SVG path of the line on the ground. */
  readonly plan: string
  /** Panels of the wall, the farthest first, so that near ones cover them, each with the lines engraved in it. */
  readonly walls: readonly { readonly path: string; readonly colour: string; readonly engraved: string }[]
}

const WIDTH = 460
const HEIGHT = 230
/** Stations around the circuit: fine enough that the panels look like one wall. */
const COUNT = 300
/** Units a G is drawn high, and what the tightest bend comes to. */
const UNITS_PER_G = 17
const HIGHEST_G = 4.4
/** What is left on a straight, so that the wall is nowhere lost to sight. */
const LOWEST_G = 0.3
/** Seen from above at a slant: depth is drawn this much shorter than width. */
const SLANT = 0.56
const SIZE = 190
/** Part of a side that goes to the bend at each of its ends, and how often the bends are made rounder after that. */
const BEND_PART = 0.2
const ROUNDINGS = 3

/** Corners of the invented circuit, as one walks it. Its middle is 0, 0 and it is two wide. */
const CORNERS: readonly (readonly [number, number])[] = [
  [-0.95, -0.1],
  [-0.35, -0.62],
  [0.1, -0.55],
  [0.22, -0.12],
  [0.5, -0.18],
  [0.62, -0.6],
  [1, -0.48],
  [0.92, 0.32],
  [0.42, 0.24],
  [0.2, 0.62],
  [-0.42, 0.6],
  [-0.5, 0.22],
  [-0.9, 0.3],
]

interface Station {
  readonly x: number
  readonly y: number
  /** Of the force, in G of the drawing. */
  readonly force: number
}

export function drawDiagram(): Diagram {
  const stations = makeStations()
  const at = (index: number): Station => stations[index % COUNT]!
  const point = ({ x, y }: Station, g: number): string =>
    `${x.toFixed(1)} ${(y - g * UNITS_PER_G).toFixed(1)}`
  const plan = `M${stations.map((station) => point(station, 0)).join('L')}Z`
  const panels = stations
    .map((from, index) => ({ from, to: at(index + 1) }))
    .sort((a, b) => a.from.y + a.to.y - b.from.y - b.to.y)
  const walls = panels.map(({ from, to }) => {
    const speed = 1 - Math.min(1, (from.force + to.force) / 2 / HIGHEST_G)
    const whole = Math.floor(Math.min(from.force, to.force) - BELOW_CREST_G)
    const levels = Array.from({ length: Math.max(0, whole) }, (_, step) => step + 1)
    return {
      engraved: levels.map((g) => `M${point(from, g)}L${point(to, g)}`).join(''),
      path: `M${point(from, 0)}L${point(from, from.force)}L${point(to, to.force)}L${point(to, 0)}Z`,
      colour: hexOf(colourAt(speed * SCALE_END_G)),
    }
  })
  return { width: WIDTH, height: HEIGHT, plan, walls }
}

/** Along the crest there is no line: it would only repeat the edge. */
const BELOW_CREST_G = 0.1

function makeStations(): readonly Station[] {
  let outline = cutCorners(CORNERS, BEND_PART)
  for (let rounding = 0; rounding < ROUNDINGS; rounding++) outline = cutCorners(outline, 0.25)
  const plan = evenly(outline)
  const bends = smooth(plan.map((_, index) => bendAt(plan, index)))
  const sharpest = Math.max(...bends)
  return plan.map(([x, y], index) => ({
    x: WIDTH / 2 + x * SIZE,
    y: HEIGHT * 0.6 + y * SIZE * SLANT,
    force: LOWEST_G + ((HIGHEST_G - LOWEST_G) * bends[index]!) / sharpest,
  }))
}

type Point = readonly [x: number, y: number]

/** As Chaikin's algorithm does it with a quarter: each side loses this part at both ends. */
function cutCorners(outline: readonly Point[], cut: number): readonly Point[] {
  return outline.flatMap((here, index): readonly Point[] => {
    const next = outline[(index + 1) % outline.length]!
    const between = (part: number): Point => [
      here[0] + (next[0] - here[0]) * part,
      here[1] + (next[1] - here[1]) * part,
    ]
    return [between(cut), between(1 - cut)]
  })
}

/** As many points at even distances along the outline. */
function evenly(outline: readonly Point[]): readonly Point[] {
  const lengths = outline.map((here, index) => {
    const next = outline[(index + 1) % outline.length]!
    return Math.hypot(next[0] - here[0], next[1] - here[1])
  })
  const step = lengths.reduce((sum, length) => sum + length, 0) / COUNT
  let side = 0
  let begun = 0
  return Array.from({ length: COUNT }, (_, index): Point => {
    while (begun + lengths[side]! < index * step && side < outline.length - 1) begun += lengths[side++]!
    const here = outline[side]!
    const next = outline[(side + 1) % outline.length]!
    const part = (index * step - begun) / lengths[side]!
    return [here[0] + (next[0] - here[0]) * part, here[1] + (next[1] - here[1]) * part]
  })
}

/** How sharply the line turns over a few stations, radians. */
function bendAt(plan: readonly Point[], index: number): number {
  const reach = 5
  const place = (offset: number): Point => plan[(index + offset + COUNT) % COUNT]!
  const [before, here, after] = [place(-reach), place(0), place(reach)]
  const turn =
    Math.atan2(after[1] - here[1], after[0] - here[0]) - Math.atan2(here[1] - before[1], here[0] - before[0])
  return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)))
}

/** A car brakes before it turns and accelerates out of it: the force comes and goes over a while. */
function smooth(bends: readonly number[]): readonly number[] {
  const reach = 4
  return bends.map((_, index) => {
    let sum = 0
    for (let offset = -reach; offset <= reach; offset++) sum += bends[(index + offset + COUNT) % COUNT]!
    return sum / (2 * reach + 1)
  })
}
