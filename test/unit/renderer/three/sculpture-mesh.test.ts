import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SculptureChannels } from '@contract/sculpture'
import { linearChannelColour } from '@contract/channel-scale'
import { planFrame } from '@renderer/three/plan-frame'
import { DEFAULT_LOOK } from '@contract/sculpture-look'
import {
  buildSculptureMesh,
  MESH_SCALE,
  stationCount,
  stationOfTriangle,
  type SculptureMesh,
} from '@renderer/three/sculpture-mesh'
import { aSculpture } from '../../../helpers/builders'

function meshOf(channels: SculptureChannels): SculptureMesh {
  return buildSculptureMesh(channels, planFrame(channels.xM, channels.yM, channels.zM))
}

/** A lap whose forces change all the way round, on the builder's hilly circle. */
function aLivelyLap(): SculptureChannels {
  const { channels } = aSculpture()
  return {
    ...channels,
    lateralG: channels.lateralG.map((_, i) => 3 * Math.sin(i / 9)),
    longitudinalG: channels.longitudinalG.map((_, i) => 2 * Math.cos(i / 7)),
  }
}

const at = (values: Float32Array, vertex: number): readonly [number, number, number] => [
  values[vertex * 3]!,
  values[vertex * 3 + 1]!,
  values[vertex * 3 + 2]!,
]

describe('the sculpture mesh', () => {
  it('keeps the proportions of the circuit in plan to a thousandth', () => {
    const { channels } = aSculpture()
    const long = { ...channels, xM: channels.xM.map((x) => x * 7.3) }
    const { crest } = meshOf(long)
    const extent = (axis: 0 | 2) => {
      const values = crest.filter((_, i) => i % 3 === axis)
      return Math.max(...values) - Math.min(...values)
    }
    expect(extent(0) / extent(2)).toBeCloseTo(7.3, 2)
    expect(extent(2)).toBeCloseTo(200, 0)
  })

  it('does not mirror the circuit: a lap driven anticlockwise stays so, seen from above', () => {
    const { crest, stations } = meshOf(aSculpture().channels)
    let area = 0
    for (let i = 0; i < stations; i++) {
      const next = (i + 1) % stations
      // Seen from above (+y), x is right and -z is up.
      area += crest[i * 3]! * -crest[next * 3 + 2]! - crest[next * 3]! * -crest[i * 3 + 2]!
    }
    expect(area / 2).toBeCloseTo(Math.PI * 100 ** 2, -3)
  })

  it('raises every vertex above the road by its G times the scale', () => {
    const channels = aLivelyLap()
    const { positions, levelsG, stations } = meshOf(channels)
    const lowest = Math.min(...channels.zM)
    let checked = 0
    for (let vertex = 0; vertex < levelsG.length; vertex++) {
      if (levelsG[vertex] === 0) continue
      const station = vertex % stations
      const road = MESH_SCALE.groundM + (channels.zM[station]! - lowest) * MESH_SCALE.elevationFactor
      expect(positions[vertex * 3 + 1]! - road).toBeCloseTo(levelsG[vertex]! * MESH_SCALE.metresPerG, 2)
      checked++
    }
    expect(checked).toBeGreaterThan(stations * 8)
  })

  it('has its crest at the length of the horizontal force', () => {
    const channels = aLivelyLap()
    const { crest, stations } = meshOf(channels)
    const lowest = Math.min(...channels.zM)
    for (let i = 0; i < stations; i++) {
      const road = MESH_SCALE.groundM + (channels.zM[i]! - lowest) * MESH_SCALE.elevationFactor
      const g = Math.hypot(channels.longitudinalG[i]!, channels.lateralG[i]!)
      expect((crest[i * 3 + 1]! - road) / MESH_SCALE.metresPerG).toBeCloseTo(g, 3)
    }
  })

  it('gives every vertex the colour that the legend has at its G', () => {
    const { colours, levelsG } = meshOf(aLivelyLap())
    for (let vertex = 0; vertex < levelsG.length; vertex++) {
      const legend = linearChannelColour(DEFAULT_LOOK, levelsG[vertex]!)
      at(colours, vertex).forEach((channel, i) => expect(channel).toBeCloseTo(legend[i]!, 5))
    }
  })

  it('is watertight and closed at the finish line: every edge joins two triangles', () => {
    const { positions, indices } = meshOf(aLivelyLap())
    const weld = (vertex: number) => at(positions, vertex).join(' ')
    const edges = new Map<string, number>()
    for (let i = 0; i < indices.length; i += 3) {
      const corners = [weld(indices[i]!), weld(indices[i + 1]!), weld(indices[i + 2]!)] as const
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [2, 0],
      ] as const) {
        edges.set(`${corners[a]}|${corners[b]}`, (edges.get(`${corners[a]}|${corners[b]}`) ?? 0) + 1)
      }
    }
    for (const [edge, count] of edges) {
      const [from, to] = edge.split('|')
      expect(edges.get(`${to}|${from}`)).toBe(count)
    }
  })

  it('faces outwards: the triangles enclose a positive volume and agree with the normals', () => {
    const { positions, normals, indices } = meshOf(aSculpture().channels)
    let volume = 0
    for (let i = 0; i < indices.length; i += 3) {
      const [a, b, c] = [indices[i]!, indices[i + 1]!, indices[i + 2]!]
      const [p, q, r] = [at(positions, a), at(positions, b), at(positions, c)]
      const cross = [
        (q[1] - p[1]) * (r[2] - p[2]) - (q[2] - p[2]) * (r[1] - p[1]),
        (q[2] - p[2]) * (r[0] - p[0]) - (q[0] - p[0]) * (r[2] - p[2]),
        (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]),
      ] as const
      const normal = at(normals, a)
      expect(cross[0] * normal[0] + cross[1] * normal[1] + cross[2] * normal[2]).toBeGreaterThan(0)
      volume += (p[0] * cross[0] + p[1] * cross[1] + p[2] * cross[2]) / 6
    }
    expect(volume).toBeGreaterThan(0)
  })

  it('has the same width everywhere, and unit normals', () => {
    const { positions, normals, stations } = meshOf(aLivelyLap())
    const columns = positions.length / 3 / stations
    for (let i = 0; i < stations; i++) {
      // First column: foot of the left wall. Last but two: foot of the right wall.
      const left = at(positions, i)
      const right = at(positions, (columns - 3) * stations + i)
      expect(Math.hypot(left[0] - right[0], left[2] - right[2])).toBeCloseTo(MESH_SCALE.bandWidthM, 3)
    }
    for (let vertex = 0; vertex < normals.length / 3; vertex++)
      expect(Math.hypot(...at(normals, vertex))).toBeCloseTo(1, 5)
  })

  it('drops the last sample only where it repeats the first', () => {
    const { channels } = aSculpture()
    const { xM, yM } = channels
    expect(stationCount(xM, yM)).toBe(xM.length - 1)
    expect(stationCount(xM.slice(0, -1), yM.slice(0, -1))).toBe(xM.length - 1)
  })

  it('tells from any triangle which station it belongs to', () => {
    const mesh = meshOf(aLivelyLap())
    for (let triangle = 0; triangle < mesh.indices.length / 3; triangle++) {
      const station = stationOfTriangle(mesh, triangle)
      const next = (station + 1) % mesh.stations
      for (let corner = 0; corner < 3; corner++)
        expect([station, next]).toContain(mesh.indices[triangle * 3 + corner]! % mesh.stations)
    }
  })

  it('is finite whatever the forces and the hills', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            g: fc.double({ min: -9, max: 9, noNaN: true }),
            z: fc.double({ min: -50, max: 3000, noNaN: true }),
          }),
          {
            minLength: 8,
            maxLength: 60,
          },
        ),
        (samples) => {
          const { channels } = aSculpture({}, samples.length)
          const mesh = meshOf({
            ...channels,
            lateralG: Float64Array.from(samples, ({ g }) => g),
            zM: Float64Array.from(samples, ({ z }) => z),
          })
          return mesh.positions.every(Number.isFinite) && mesh.normals.every(Number.isFinite)
        },
      ),
    )
  })
})
