import { describe, expect, it } from 'vitest'
import type { SculptureChannels } from '@contract/sculpture'
import { linearChannelColour } from '@contract/channel-scale'
import { channelValues } from '@contract/channel-values'
import { planFrame } from '@renderer/three/plan-frame'
import { POST_TRIANGLES, POST_VERTICES } from '@renderer/three/post-mesh'
import {
  COLOUR_CHANNELS,
  COLOUR_MAPS,
  DEFAULT_LOOK,
  HEIGHT_CHANNELS,
  STYLES,
  type SculptureLook,
} from '@contract/sculpture-look'
import {
  buildSculptureMesh,
  MESH_SCALE,
  stationOfTriangle,
  type SculptureMesh,
} from '@renderer/three/sculpture-mesh'
import { aSculpture } from '../../../helpers/builders'

/** Forces that change all the way round, on the builder's hilly circle. */
function aLivelyLap(): SculptureChannels {
  const { channels } = aSculpture()
  return {
    ...channels,
    lateralG: channels.lateralG.map((_, i) => 3 * Math.sin(i / 9)),
    longitudinalG: channels.longitudinalG.map((_, i) => 2 * Math.cos(i / 7)),
    speedKmh: channels.speedKmh.map((_, i) => 60 + i),
    gear: channels.gear.map((_, i) => (i === 4 ? 255 : 1 + (i % 8))),
  }
}

function meshOf(channels: SculptureChannels, change: Partial<SculptureLook>): SculptureMesh {
  const frame = planFrame(channels.xM, channels.yM, channels.zM)
  return buildSculptureMesh(channels, frame, { ...DEFAULT_LOOK, ...change })
}

const at = (values: Float32Array, vertex: number): readonly [number, number, number] => [
  values[vertex * 3]!,
  values[vertex * 3 + 1]!,
  values[vertex * 3 + 2]!,
]

/** Vertex numbers that the body's triangles use, without stone and posts. */
const bodyVertices = ({ indices, stoneIndexCount }: SculptureMesh): readonly number[] => [
  ...new Set(indices.slice(stoneIndexCount)),
]

describe.each(STYLES)('a %s', (style) => {
  it('closes on itself, and its skin has no hole: every edge joins two triangles', () => {
    const mesh = meshOf(aLivelyLap(), { style })
    const skin = mesh.indices.subarray(mesh.order.posts * POST_TRIANGLES * 3)
    const weld = (vertex: number): string => at(mesh.positions, vertex).join(' ')
    const edges = new Map<string, number>()
    for (let i = 0; i < skin.length; i += 3) {
      const corners = [weld(skin[i]!), weld(skin[i + 1]!), weld(skin[i + 2]!)] as const
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [2, 0],
      ] as const) {
        const edge = `${corners[a]}|${corners[b]}`
        edges.set(edge, (edges.get(edge) ?? 0) + 1)
      }
    }
    const open = [...edges].filter(([edge, count]) => {
      const [from, to] = edge.split('|')
      return edges.get(`${to}|${from}`) !== count
    })
    expect(open).toEqual([])
  })

  it('faces outwards with unit normals, posts included', () => {
    // A force that changes gently: where it jumps, a body of some width folds over itself.
    const { channels } = aSculpture()
    const gentle = {
      ...channels,
      lateralG: channels.lateralG.map((_, i) => 3 + 0.5 * Math.sin((2 * Math.PI * i) / 210)),
    }
    const { positions, normals, indices } = meshOf(gentle, { style })
    let inwards = 0
    for (let i = 0; i < indices.length; i += 3) {
      const [p, q, r] = [0, 1, 2].map((corner) => at(positions, indices[i + corner]!)) as [
        Point,
        Point,
        Point,
      ]
      const cross = crossOf(minus(q, p), minus(r, p))
      if (dot(cross, at(normals, indices[i]!)) < -1e-6) inwards++
    }
    expect(inwards).toBe(0)
    for (let vertex = 0; vertex < normals.length / 3; vertex++)
      expect(Math.hypot(...at(normals, vertex))).toBeCloseTo(1, 5)
  })

  it.each(HEIGHT_CHANNELS)('rises by the size of %s, 38 m for each G, whichever way it points', (height) => {
    const channels = aLivelyLap()
    const { crest, stations } = meshOf(channels, { style, height })
    const values = channelValues(channels, height)
    const lowest = Math.min(...channels.zM)
    const free = (i: number): number =>
      crest[i * 3 + 1]! -
      MESH_SCALE.groundM -
      (channels.zM[i]! - lowest) * MESH_SCALE.elevationFactor -
      Math.abs(values[i]!) * MESH_SCALE.metresPerG
    for (let i = 0; i < stations; i++) expect(free(i)).toBeCloseTo(free(0), 2)
  })

  it.each(COLOUR_CHANNELS)('wears the colours of the legend at every station: %s', (colour) => {
    const channels = aLivelyLap()
    const map = COLOUR_MAPS[2]
    // Longitudinal height: with the combined force as colour, height and colour differ; with its own, levels count.
    const mesh = meshOf(channels, { style, colour, map, height: 'longitudinalG' })
    const values = channelValues(channels, colour)
    for (const vertex of bodyVertices(mesh)) {
      const station = vertex % mesh.stations
      const force = channels.longitudinalG[station]!
      const level = force === 0 ? 1 : mesh.levelsG[vertex]! / Math.abs(force)
      const value = colour === 'longitudinalG' ? force * level : values[station]!
      const legend = linearChannelColour({ colour, map }, value)
      at(mesh.colours, vertex).forEach((part, i) => expect(part).toBeCloseTo(legend[i]!, 4))
    }
  })

  it('tells from any triangle which station it belongs to', () => {
    const mesh = meshOf(aLivelyLap(), { style })
    const { posts, stationsPerPost } = mesh.order
    const firstPost = mesh.positions.length / 3 - posts * POST_VERTICES
    for (let triangle = 0; triangle < mesh.indices.length / 3; triangle++) {
      const station = stationOfTriangle(mesh, triangle)
      const next = (station + 1) % mesh.stations
      const vertex = mesh.indices[triangle * 3]!
      const isPost = vertex >= firstPost && posts > 0
      const own = isPost
        ? Math.floor((vertex - firstPost) / POST_VERTICES) * stationsPerPost
        : vertex % mesh.stations
      expect([station, next]).toContain(own)
    }
  })
})

describe('a body that floats', () => {
  it('stands on posts that reach from the road to its underside, some 45 metres apart', () => {
    const mesh = meshOf(aLivelyLap(), { style: 'ribbon' })
    // A lap of 628 m.
    expect(mesh.order.posts).toBe(14)
    const first = mesh.positions.length / 3 - mesh.order.posts * POST_VERTICES
    const heights = Array.from({ length: POST_VERTICES }, (_, i) => at(mesh.positions, first + i)[1])
    expect(Math.min(...heights)).toBeCloseTo(MESH_SCALE.groundM + 5 * MESH_SCALE.elevationFactor, 1)
    expect(Math.max(...heights)).toBeCloseTo(mesh.crest[1]! - 3, 3)
  })

  it('never touches its stone, even where there is no force', () => {
    const { channels } = aSculpture()
    for (const style of ['ribbon', 'tube'] as const) {
      const still = { ...channels, lateralG: channels.lateralG.map(() => 0) }
      const mesh = meshOf(still, { style })
      const lowest = Math.min(...still.zM)
      for (const vertex of bodyVertices(mesh)) {
        const road =
          MESH_SCALE.groundM + (still.zM[vertex % mesh.stations]! - lowest) * MESH_SCALE.elevationFactor
        expect(mesh.positions[vertex * 3 + 1]! - road).toBeGreaterThan(2)
      }
    }
  })
})

type Point = readonly [number, number, number]

const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const crossOf = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
