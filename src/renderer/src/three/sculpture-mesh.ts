// Turns a lap into the sculpture's body: pure arithmetic, typed arrays in, typed arrays out, no GPU.
//
// Axes. Data: right-handed, x and y in plan, z up, metres. three.js: right-handed, y up. The map is
//   (x, y, z) -> (x - cx, height, -(y - cy))
// a turn of -90° about x, so nothing is mirrored and a left-hand corner stays one. One unit is one metre in plan.
//
// Body. It follows the circuit in one of three styles. Up to the road it is stone (the elevation); above the road it
// rises with the chosen force, a sum of two horizontal ones or the size of one of them. It closes on itself at the
// finish line and is watertight.

import {
  BODY_FORM,
  forceHeightM,
  roadHeightM,
  SCULPTURE_FORM,
  stationCount,
  type SculptureForm,
} from '@contract/sculpture-form'
import { BODY_SECTIONS, type BodySection, type Station } from './body-section'
import { linearChannelColour } from '@contract/channel-scale'
import { channelValues, type ShapeChannels } from '@contract/channel-values'
import type { Rgb } from '@contract/colour-scale'
import type { PlanFrame } from './plan-frame'
import { POST_TRIANGLES, POST_VERTICES, writePost } from './post-mesh'
import { DEFAULT_LOOK, type SculptureLook } from '@contract/sculpture-look'

export { stationCount, SCULPTURE_FORM as MESH_SCALE } from '@contract/sculpture-form'

export interface SculptureMesh {
  /** Points along the lap that the mesh has, n: the channels' samples, without the last if it repeats the first. */
  readonly stations: number
  /** xyz per vertex, metres, in three.js axes: columns of n vertices, then the posts. */
  readonly positions: Float32Array
  /** Unit vectors, same layout. Smooth along the lap, crisp across it. */
  readonly normals: Float32Array
  /** Linear RGB, same layout. */
  readonly colours: Float32Array
  /** One value per vertex: the force at whose height it stands, without its sign; 0 on the stone. */
  readonly levelsG: Float32Array
  /** Three per triangle, counter-clockwise from outside: posts and stone first, then all of the body. */
  readonly indices: Uint32Array
  /** Length of the stone's part of `indices`, posts included. */
  readonly stoneIndexCount: number
  /** Per station, xyz: the middle of the body's top, and of its foot. For the marker. */
  readonly crest: Float32Array
  readonly foot: Float32Array
  /** How triangles follow each other in `indices`, for stationOfTriangle. */
  readonly order: TriangleOrder
}

interface TriangleOrder {
  readonly posts: number
  readonly stationsPerPost: number
  readonly stonePerStation: number
  readonly bodyPerStation: number
}

/**
 * @param channels one lap, at least four samples (the decoder admits no fewer), first and last on the finish line.
 * @param frame of the same lap: gives the middle and the lowest point.
 */
export function buildSculptureMesh(
  channels: ShapeChannels,
  frame: PlanFrame,
  look: SculptureLook = DEFAULT_LOOK,
  scale: SculptureForm = SCULPTURE_FORM,
): SculptureMesh {
  const n = stationCount(channels.xM, channels.yM)
  const section = BODY_SECTIONS[look.style]
  const heights = channelValues(channels, look.height)
  const stations = stationsOf(channels, frame, heights, n, scale)
  const stationsPerPost = Math.max(1, Math.round(BODY_FORM.postSpacingM / stepOf(channels)))
  const posts = section.undersideM === null ? 0 : Math.ceil(n / stationsPerPost)
  const vertices = n * section.columns + posts * POST_VERTICES
  const positions = new Float32Array(vertices * 3)
  const normals = new Float32Array(vertices * 3)
  const colours = new Float32Array(vertices * 3)
  const levelsG = new Float32Array(vertices)
  const crest = new Float32Array(n * 3)
  const foot = new Float32Array(n * 3)
  const colourOf = colouring(channels, look, heights)

  stations.forEach((station, i) => {
    section.fill(station, scale, (column, at, normal, level) => {
      const vertex = column * n + i
      positions.set(at, vertex * 3)
      normals.set(normal, vertex * 3)
      colours.set(colourOf(i, level), vertex * 3)
      levelsG[vertex] = Math.abs(heights[i]!) * level
    })
    const { x, z, roadM, heightM } = station
    crest.set([x, roadM + heightM + section.crestM, z], i * 3)
    foot.set([x, 0, z], i * 3)
  })

  const indices = new Uint32Array(posts * POST_TRIANGLES * 3 + stripLength(section, n))
  for (let post = 0; post < posts; post++) {
    const station = stations[post * stationsPerPost]!
    const toM = station.roadM + station.heightM + (section.undersideM ?? 0)
    const arrays = { positions, normals, indices }
    const vertex = n * section.columns + post * POST_VERTICES
    writePost({ ...station, fromM: station.roadM, toM }, arrays, vertex, post * POST_TRIANGLES * 3)
  }
  writeStrips(section, n, indices, posts * POST_TRIANGLES * 3)
  return {
    stations: n,
    positions,
    normals,
    colours,
    levelsG,
    indices,
    stoneIndexCount: posts * POST_TRIANGLES * 3 + n * section.stone.length * 6,
    crest,
    foot,
    order: {
      posts,
      stationsPerPost,
      stonePerStation: section.stone.length * 2,
      bodyPerStation: section.body.length * 2,
    },
  }
}

/** @returns the station a triangle belongs to; `triangle` counts through all of `indices`, as a raycast gives it. */
export function stationOfTriangle(mesh: SculptureMesh, triangle: number): number {
  const { posts, stationsPerPost, stonePerStation, bodyPerStation } = mesh.order
  const afterPosts = triangle - posts * POST_TRIANGLES
  if (afterPosts < 0) return Math.floor(triangle / POST_TRIANGLES) * stationsPerPost
  const stone = mesh.stations * stonePerStation
  return afterPosts < stone
    ? Math.floor(afterPosts / stonePerStation)
    : Math.floor((afterPosts - stone) / bodyPerStation)
}

function stepOf({ xM, yM }: ShapeChannels): number {
  return Math.hypot(xM[1]! - xM[0]!, yM[1]! - yM[0]!) || 1
}

function stationsOf(
  { xM, yM, zM }: ShapeChannels,
  frame: PlanFrame,
  heights: Float64Array,
  n: number,
  scale: SculptureForm,
): readonly Station[] {
  const roadAt = (i: number): number => roadHeightM(zM[i]!, frame.lowestZM, scale)
  const heightAt = (i: number): number => forceHeightM(heights[i]!, scale)
  return Array.from({ length: n }, (_, i) => {
    const before = (i + n - 1) % n
    const after = (i + 1) % n
    const stepX = xM[after]! - xM[before]!
    const stepZ = yM[before]! - yM[after]!
    const run = Math.hypot(stepX, stepZ) || 1
    const alongX = stepX / run
    const alongZ = stepZ / run
    return {
      x: xM[i]! - frame.centreXM,
      z: frame.centreYM - yM[i]!,
      roadM: roadAt(i),
      heightM: heightAt(i),
      rise: (roadAt(after) + heightAt(after) - roadAt(before) - heightAt(before)) / run,
      // Left of the direction of travel: up × along.
      leftX: alongZ,
      leftZ: -alongX,
      alongX,
      alongZ,
    }
  })
}

/**
 * Where height and colour tell of the same force, every level has the colour of its own value, as a legend stood
 * upright would; else the whole section has the colour of its station.
 */
function colouring(
  channels: ShapeChannels,
  look: SculptureLook,
  heights: Float64Array,
): (station: number, level: number) => Rgb {
  const colours = Array.from(channelValues(channels, look.colour), (value) =>
    linearChannelColour(look, value),
  )
  if (look.colour !== look.height) return (station) => colours[station]!
  const ofNothing = linearChannelColour(look, 0)
  return (station, level) => {
    // The two most frequent levels by table: a colour costs three powers, and a lap has some 30,000 vertices.
    if (level === 1) return colours[station]!
    return level === 0 ? ofNothing : linearChannelColour(look, heights[station]! * level)
  }
}

function stripLength({ stone, body }: BodySection, n: number): number {
  return n * (stone.length + body.length) * 6
}

/** @param from where in `indices` the strips begin. */
function writeStrips({ stone, body }: BodySection, n: number, indices: Uint32Array, from: number): void {
  let at = from
  for (const part of [stone, body]) {
    for (let i = 0; i < n; i++) {
      const next = (i + 1) % n
      for (const [a, b] of part) {
        indices.set([a * n + next, a * n + i, b * n + i, a * n + next, b * n + i, b * n + next], at)
        at += 6
      }
    }
  }
}
