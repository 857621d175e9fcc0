// Turns a lap into the sculpture's body: pure arithmetic, typed arrays in, typed arrays out, no GPU.
//
// Axes. Data: right-handed, x and y in plan, z up, metres. three.js: right-handed, y up. The map is
//   (x, y, z) -> (x - cx, height, -(y - cy))
// a turn of -90° about x, so nothing is mirrored and a left-hand corner stays one. One unit is one metre in plan.
//
// Body. A wall of constant width follows the circuit. Up to the road it is stone (the elevation); above the road
// it rises with combined G, and every level of it has the colour the legend gives to that level's G. It closes on
// itself at the finish line and is watertight.

import { combinedG } from '@contract/sculpture'
import { linearColourAt } from './colour-map'
import type { PlanFrame } from './plan-frame'
import type { ShapeChannels } from './thin-channels'

/** How data become heights and widths. Visual only, not physics: chosen by eye, the same for every sculpture. */
export interface MeshScale {
  /** Width of the wall, metres. A real track is 12-15 m wide; narrower reads finer, and hairpins stay open. */
  readonly bandWidthM: number
  /** Height of one G above the road, metres. At 40 the strongest corner is about a tenth of the circuit's size. */
  readonly metresPerG: number
  /** Elevation is drawn this many times its size: at 1 all but the steepest circuits look flat. */
  readonly elevationFactor: number
  /** Stone under the lowest point of the road, metres, so that the circuit is seen to stand on the plinth. */
  readonly groundM: number
}

export const MESH_SCALE: MeshScale = { bandWidthM: 9, metresPerG: 38, elevationFactor: 2, groundM: 7 }

export interface SculptureMesh {
  /** Points along the lap that the mesh has, n: the channels' samples, without the last if it repeats the first. */
  readonly stations: number
  /** xyz per vertex, metres, in three.js axes. */
  readonly positions: Float32Array
  /** Unit vectors, same layout. Smooth along the lap, crisp across it. */
  readonly normals: Float32Array
  /** Linear RGB, same layout. */
  readonly colours: Float32Array
  /** One value per vertex: the combined G at whose height it stands; 0 on the stone. */
  readonly levelsG: Float32Array
  /** Three per triangle, counter-clockwise from outside: all of the stone first, then all of the G body. */
  readonly indices: Uint32Array
  /** Length of the stone's part of `indices`. */
  readonly stoneIndexCount: number
  /** Per station, xyz: the middle of the wall's top, and of its foot. For the marker. */
  readonly crest: Float32Array
  readonly foot: Float32Array
}

/** Levels of colour between the road and the crest. Four keep the mixed colours within a step of the legend's. */
const LEVELS = 4
/** Columns of vertices: two walls of (foot, road, levels) and two each for crest and underside. */
const WALL_COLUMNS = LEVELS + 2
const COLUMNS = 2 * WALL_COLUMNS + 4
const STONE_STRIPS = 3
const BODY_STRIPS = 2 * LEVELS + 1

/** @returns how many points the closed line has: the last sample is dropped where it repeats the first. */
export function stationCount(xM: Float64Array, yM: Float64Array): number {
  const n = xM.length
  if (n < 4) return n
  const gap = Math.hypot(xM[n - 1]! - xM[0]!, yM[n - 1]! - yM[0]!)
  const step = Math.hypot(xM[1]! - xM[0]!, yM[1]! - yM[0]!)
  return gap < step / 2 ? n - 1 : n
}

/**
 * @param channels one lap, at least four samples (the decoder admits no fewer), first and last on the finish line.
 * @param frame of the same lap: gives the middle and the lowest point.
 */
export function buildSculptureMesh(
  channels: ShapeChannels,
  frame: PlanFrame,
  scale: MeshScale = MESH_SCALE,
): SculptureMesh {
  const { xM, yM, zM, longitudinalG, lateralG } = channels
  const n = stationCount(xM, yM)
  const positions = new Float32Array(n * COLUMNS * 3)
  const normals = new Float32Array(n * COLUMNS * 3)
  const colours = new Float32Array(n * COLUMNS * 3)
  const levelsG = new Float32Array(n * COLUMNS)
  const crest = new Float32Array(n * 3)
  const foot = new Float32Array(n * 3)
  const half = scale.bandWidthM / 2
  const roadAt = (i: number): number => scale.groundM + (zM[i]! - frame.lowestZM) * scale.elevationFactor
  const gAt = (i: number): number => combinedG(longitudinalG[i]!, lateralG[i]!)

  for (let i = 0; i < n; i++) {
    const before = (i + n - 1) % n
    const after = (i + 1) % n
    const x = xM[i]! - frame.centreXM
    const z = frame.centreYM - yM[i]!
    let alongX = xM[after]! - xM[before]!
    let alongZ = yM[before]! - yM[after]!
    const run = Math.hypot(alongX, alongZ) || 1
    alongX /= run
    alongZ /= run
    // Left of the direction of travel: up × along.
    const leftX = alongZ
    const leftZ = -alongX
    const g = gAt(i)
    const road = roadAt(i)
    const top = road + g * scale.metresPerG
    const rise = (roadAt(after) - roadAt(before) + (gAt(after) - gAt(before)) * scale.metresPerG) / run
    const tilt = Math.hypot(1, rise)

    const put = (column: number, side: 1 | -1, height: number, levelG: number, normal: Vector): void => {
      const vertex = column * n + i
      positions[vertex * 3] = x + side * half * leftX
      positions[vertex * 3 + 1] = height
      positions[vertex * 3 + 2] = z + side * half * leftZ
      normals.set(normal, vertex * 3)
      colours.set(linearColourAt(levelG), vertex * 3)
      levelsG[vertex] = levelG
    }
    const crestNormal: Vector = [(-rise * alongX) / tilt, 1 / tilt, (-rise * alongZ) / tilt]
    // Around the wall's section: up the left side, over the crest, down the right side, back underneath.
    for (const side of [1, -1] as const) {
      const normal: Vector = [side * leftX, 0, side * leftZ]
      const column = (row: number): number => (side === 1 ? row : 2 * WALL_COLUMNS + 1 - row)
      put(column(0), side, 0, 0, normal)
      for (let level = 0; level <= LEVELS; level++) {
        const levelG = (g * level) / LEVELS
        put(column(level + 1), side, road + levelG * scale.metresPerG, levelG, normal)
      }
      put(side === 1 ? WALL_COLUMNS : WALL_COLUMNS + 1, side, top, g, crestNormal)
      put(side === 1 ? COLUMNS - 1 : COLUMNS - 2, side, 0, 0, [0, -1, 0])
    }
    crest.set([x, top, z], i * 3)
    foot.set([x, 0, z], i * 3)
  }
  return {
    stations: n,
    positions,
    normals,
    colours,
    levelsG,
    indices: stripIndices(n),
    stoneIndexCount: n * STONE_STRIPS * 6,
    crest,
    foot,
  }
}

/** @returns the station a triangle belongs to; `triangle` counts through all of `indices`, as a raycast gives it. */
export function stationOfTriangle(mesh: SculptureMesh, triangle: number): number {
  const stone = mesh.stoneIndexCount / 3
  return triangle < stone
    ? Math.floor(triangle / (STONE_STRIPS * 2))
    : Math.floor((triangle - stone) / (BODY_STRIPS * 2))
}

type Vector = readonly [number, number, number]

/** Pairs of neighbouring columns, each the lower and the upper edge of a strip as seen from outside. */
function strips(): { readonly stone: readonly Strip[]; readonly body: readonly Strip[] } {
  const right = WALL_COLUMNS + 2
  const stone: readonly Strip[] = [
    [0, 1],
    [right + LEVELS, right + LEVELS + 1],
    [COLUMNS - 2, COLUMNS - 1],
  ]
  const body: Strip[] = [[WALL_COLUMNS, WALL_COLUMNS + 1]]
  for (let level = 0; level < LEVELS; level++) {
    body.push([level + 1, level + 2], [right + level, right + level + 1])
  }
  return { stone, body }
}

type Strip = readonly [number, number]

function stripIndices(n: number): Uint32Array {
  const { stone, body } = strips()
  const indices = new Uint32Array(n * (stone.length + body.length) * 6)
  let at = 0
  for (const part of [stone, body]) {
    for (let i = 0; i < n; i++) {
      const next = (i + 1) % n
      for (const [a, b] of part) {
        const corner = [a * n + next, a * n + i, b * n + i, a * n + next, b * n + i, b * n + next]
        indices.set(corner, at)
        at += 6
      }
    }
  }
  return indices
}
