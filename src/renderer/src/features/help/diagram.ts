// The drawing of a sculpture for the help: an invented circuit, made of a few waves, with a wall as high as it is bent.
// Pure; visual only, not physics.

import { colourAt, hexOf, SCALE_END_G } from '@contract/colour-scale'

export interface Diagram {
  /** Of its view box, in its units. */
  readonly width: number
  readonly height: number
  /** SVG path of the line on the ground. */
  readonly plan: string
  /** Panels of the wall, the farthest first, so that near ones cover them. */
  readonly walls: readonly { readonly path: string; readonly colour: string }[]
  /** Where a line is engraved in them. */
  readonly lines: readonly string[]
}

const WIDTH = 460
const HEIGHT = 240
/** Stations around the circuit: fine enough that the panels look like one wall. */
const COUNT = 240
/** Units a G is drawn high, and what the tightest bend comes to. */
const UNITS_PER_G = 15
const HIGHEST_G = 4.4
/** Seen from above at a slant: depth is drawn this much shorter than width. */
const SLANT = 0.46
const SIZE = 138

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
    return {
      path: `M${point(from, 0)}L${point(from, from.force)}L${point(to, to.force)}L${point(to, 0)}Z`,
      colour: hexOf(colourAt(speed * SCALE_END_G)),
    }
  })
  const lines = Array.from({ length: Math.floor(HIGHEST_G) }, (_, step) => engrave(stations, step + 1, point))
  return { width: WIDTH, height: HEIGHT, plan, walls, lines }
}

/** Along the crest there is no line: it would only repeat the edge. */
function engrave(
  stations: readonly Station[],
  g: number,
  point: (station: Station, g: number) => string,
): string {
  let path = ''
  let isDrawing = false
  for (const station of stations) {
    const isInWall = station.force > g + 0.1
    if (isInWall) path += `${isDrawing ? 'L' : 'M'}${point(station, g)}`
    isDrawing = isInWall
  }
  return path
}

function makeStations(): readonly Station[] {
  const plan = Array.from({ length: COUNT }, (_, index) => placeAt((2 * Math.PI * index) / COUNT))
  const bends = plan.map((_, index) => bendAt(plan, index))
  const sharpest = Math.max(...bends)
  return plan.map(({ x, y }, index) => ({
    x: WIDTH / 2 + x * SIZE,
    y: HEIGHT * 0.64 + y * SIZE * SLANT,
    force: 0.25 + (HIGHEST_G - 0.25) * Math.min(1, bends[index]! / sharpest) ** 0.7,
  }))
}

/** The circuit: a ring with three waves of different lengths in it. */
function placeAt(angle: number): { readonly x: number; readonly y: number } {
  const radius =
    1 + 0.2 * Math.cos(2 * angle + 0.5) + 0.16 * Math.sin(3 * angle) + 0.06 * Math.cos(5 * angle + 1)
  return { x: 1.22 * radius * Math.cos(angle), y: radius * Math.sin(angle) }
}

/** How sharply the line turns over a few stations, radians to the metre of the drawing. */
function bendAt(plan: readonly { readonly x: number; readonly y: number }[], index: number): number {
  const reach = 4
  const place = (offset: number) => plan[(index + offset + COUNT) % COUNT]!
  const [before, here, after] = [place(-reach), place(0), place(reach)]
  const turn =
    Math.atan2(after.y - here.y, after.x - here.x) - Math.atan2(here.y - before.y, here.x - before.x)
  const length = Math.hypot(after.x - here.x, after.y - here.y)
  return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn))) / length
}
