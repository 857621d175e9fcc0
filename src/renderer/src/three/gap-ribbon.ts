// The gap between two laps as a ribbon over the track: a level ring above the sculpture, which rises where the other
// lap is behind and hangs down where it is ahead. Pure: typed arrays in, typed arrays out.
//
// Level, not on the crest: on a ground that goes up and down by a hundred metres no height could be read. Its width
// grows with its height, so that it is seen from above too; the scale is the height.

import { Color } from 'three'
import type { Rgb } from '@contract/colour-scale'
import { POST_LEVEL } from './materials'
import { POST_TRIANGLES, POST_VERTICES, writePost } from './post-mesh'

/** What the ribbon tells; one value for each station of the reference's channels. */
export interface GapReading {
  /** Seconds the other lap is behind the reference; negative where it is ahead. */
  readonly gapS: Float64Array
  /** Where the measurement tells the two apart. */
  readonly isTold: readonly boolean[]
}

/** How seconds become heights. */
export interface GapScale {
  /** Between two engraved lines. */
  readonly stepS: number
  readonly metresPerS: number
}

export interface RibbonMesh {
  /** xyz per vertex, metres, three.js axes. */
  readonly positions: Float32Array
  readonly normals: Float32Array
  /** Linear RGB. */
  readonly colours: Float32Array
  /** In steps of the scale: a line is engraved at each whole one. */
  readonly levels: Float32Array
  readonly indices: Uint32Array
}

/** Height of the ribbon at its largest gap, metres: about two G of the wall. Visual only, as all below. */
const LARGEST_M = 72
/** Free height between the highest crest and the lowest the ribbon hangs. */
const CLEAR_M = 22
/** Half the ribbon's thickness where there is no gap: the ring that marks none. */
const RING_HALF_M = 1.2
const HALF_WIDTH_M = 2.6
/** Width gained per metre of height, on each side. */
const WIDENING = 0.1
/** Steps a person counts in, seconds; five or so of them to the largest gap. */
const STEPS_S = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50] as const
const MOST_STEPS = 6
/** Posts along the lap that carry the ring. */
const POSTS = 12

/** Told apart by people who see no red or no green, and from each other in grey; sides tell them as well. */
export const GAP_COLOURS = { behind: '#e07b1f', ahead: '#2f80c4', untold: '#9a9385' } as const

/** @returns a scale on which the largest gap is drawn about LARGEST_M high. Zero gaps give the finest. */
export function gapScale(gapS: Float64Array): GapScale {
  const largest = gapS.reduce((most, gap) => Math.max(most, Math.abs(gap)), 0)
  const stepS = STEPS_S.find((step) => largest / step <= MOST_STEPS) ?? STEPS_S.at(-1)!
  const steps = Math.max(1, Math.ceil(largest / stepS))
  return { stepS, metresPerS: LARGEST_M / (steps * stepS) }
}

/** @param crest xyz per drawn station, as SculptureMesh. @returns the height of the ring that marks no gap. */
export function ribbonLevel(crest: Float32Array, gapS: Float64Array, { metresPerS }: GapScale): number {
  let highest = 0
  for (let i = 1; i < crest.length; i += 3) highest = Math.max(highest, crest[i]!)
  const deepest = gapS.reduce((least, gap) => Math.min(least, gap), 0)
  return highest + CLEAR_M - deepest * metresPerS
}

/**
 * @param crest xyz per drawn station.
 * @param stride stations of the reading per drawn one.
 * @returns a closed band of four sides, then its posts.
 */
export function buildGapRibbon(
  crest: Float32Array,
  { gapS, isTold }: GapReading,
  scale: GapScale,
  stride: number,
): RibbonMesh {
  const n = crest.length / 3
  const level = ribbonLevel(crest, gapS, scale)
  const band = n * SIDES.length * 2
  const vertices = band + POSTS * POST_VERTICES
  const positions = new Float32Array(vertices * 3)
  const normals = new Float32Array(vertices * 3)
  const colours = new Float32Array(vertices * 3)
  const levels = new Float32Array(vertices).fill(POST_LEVEL)
  const indices = new Uint32Array(n * SIDES.length * 6 + POSTS * POST_TRIANGLES * 3)
  const paints = {
    behind: linearOf(GAP_COLOURS.behind),
    ahead: linearOf(GAP_COLOURS.ahead),
    untold: linearOf(GAP_COLOURS.untold),
  }
  for (let i = 0; i < n; i++) {
    const { leftX, leftZ } = headingAt(crest, i)
    const at = Math.min(i * stride, gapS.length - 1)
    const gap = gapS[at]!
    const heightM = gap * scale.metresPerS
    const paint: Rgb = isTold[at] === true ? paints[gap > 0 ? 'behind' : 'ahead'] : paints.untold
    const half = HALF_WIDTH_M + WIDENING * Math.abs(heightM)
    const top = level + Math.max(RING_HALF_M, heightM)
    const foot = level + Math.min(-RING_HALF_M, heightM)
    SIDES.forEach(({ outX, outY, edges }, side) => {
      edges.forEach(([across, up], edge) => {
        const vertex = (side * 2 + edge) * n + i
        const y = up > 0 ? top : foot
        positions.set(
          [crest[i * 3]! + across * half * leftX, y, crest[i * 3 + 2]! + across * half * leftZ],
          vertex * 3,
        )
        normals.set([outX * leftX, outY, outX * leftZ], vertex * 3)
        colours.set(paint, vertex * 3)
        levels[vertex] = Math.abs(y - level) / (scale.metresPerS * scale.stepS)
      })
    })
  }
  let index = 0
  for (let side = 0; side < SIDES.length; side++) {
    const from = side * 2 * n
    for (let i = 0; i < n; i++) {
      const next = (i + 1) % n
      const [a, b, c, d] = [from + i, from + next, from + n + i, from + n + next]
      indices.set([a, b, c, b, d, c], index)
      index += 6
    }
  }
  for (let post = 0; post < POSTS; post++) {
    const i = Math.round((post * n) / POSTS) % n
    const heading = headingAt(crest, i)
    const spot = { x: crest[i * 3]!, z: crest[i * 3 + 2]!, fromM: crest[i * 3 + 1]!, toM: level }
    writePost({ ...spot, ...heading }, { positions, normals, indices }, band + post * POST_VERTICES, index)
    index += POST_TRIANGLES * 3
  }
  return { positions, normals, colours, levels, indices }
}

/** The four sides of the band: which way each faces (left and up), and its two edges, wound to face outwards. */
const SIDES = [
  { outX: 0, outY: 1, edges: [[-1, 1], [1, 1]] },
  { outX: 1, outY: 0, edges: [[1, 1], [1, -1]] },
  { outX: 0, outY: -1, edges: [[1, -1], [-1, -1]] },
  { outX: -1, outY: 0, edges: [[-1, -1], [-1, 1]] },
] as const // prettier-ignore

/** Linear light, as vertex colours are given in. */
function linearOf(colour: string): Rgb {
  const { r, g, b } = new Color(colour)
  return [r, g, b]
}

function headingAt(
  points: Float32Array,
  i: number,
): { readonly leftX: number; readonly leftZ: number; readonly alongX: number; readonly alongZ: number } {
  const n = points.length / 3
  const before = ((i + n - 1) % n) * 3
  const after = ((i + 1) % n) * 3
  const dx = points[after]! - points[before]!
  const dz = points[after + 2]! - points[before + 2]!
  const run = Math.hypot(dx, dz) || 1
  return { leftX: dz / run, leftZ: -dx / run, alongX: dx / run, alongZ: dz / run }
}
