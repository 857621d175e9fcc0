import { Box3, Group, type Vector3 } from 'three'
import { describe, expect, it, vi } from 'vitest'
import type { Sculpture } from '@contract/sculpture'
import { createHall } from '@renderer/three/hall'
import { MOST_LAPS } from '@renderer/three/hall-layout'
import { createLitRoom } from '@renderer/three/lit-room'
import { createMarker, type Pin } from '@renderer/three/marker'
import { DEFAULT_LOOK, STYLES } from '@contract/sculpture-look'
import { MESH_SCALE } from '@renderer/three/sculpture-mesh'
import { aSculpture } from '../../../helpers/builders'

/** Laps of one circuit, a circle of a kilometre, with forces of different sizes. */
function laps(count: number): readonly [Sculpture, ...Sculpture[]] {
  const made = Array.from({ length: count }, (_, i) => {
    const lap = aSculpture({ driver: `D${i}` })
    const { xM, yM, lateralG } = lap.channels
    const channels = {
      ...lap.channels,
      xM: xM.map((x) => x * 10),
      yM: yM.map((y) => y * 10),
      lateralG: lateralG.map((g) => g + i / 10),
    }
    return { ...lap, channels }
  })
  return made as unknown as readonly [Sculpture, ...Sculpture[]]
}

function setUp() {
  const room = createLitRoom(64)
  return { room, hall: createHall(room), empty: room.scene.children.length }
}

describe('the laps that stand in the room', () => {
  it.each([1, 2, 4, 5, 9, 10, MOST_LAPS])('do not touch each other: %i of them', (count) => {
    const { hall } = setUp()
    const boxes = hall.arrange(laps(count), DEFAULT_LOOK).map(({ objects, frame }) => {
      // Turned until the plinths lie along the axes, as the boxes do.
      const turned = new Group().add(objects.root)
      turned.rotation.y = -frame.axis
      turned.updateMatrixWorld(true)
      return new Box3().setFromObject(turned, true)
    })
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(i + 1)) expect(box.intersectsBox(other)).toBe(false)
    })
  })

  it.each(STYLES)('have one scale: a lap of one G more is higher by what one G is, as a %s', (style) => {
    const { hall } = setUp()
    const [main, other] = hall.arrange(laps(MOST_LAPS), { ...DEFAULT_LOOK, style })
    for (const station of [0, 60, 120]) {
      const rise = other!.crestAt(station).y - main!.crestAt(station).y
      expect(rise).toBeCloseTo(MESH_SCALE.metresPerG / 10, 1)
    }
  })

  it('that are prepared are unseen until they are asked for, and are built once', () => {
    const { room, hall, empty } = setUp()
    const [a, b, c] = laps(3) as unknown as readonly [Sculpture, Sculpture, Sculpture]
    const built = vi.spyOn(room, 'putUp')
    hall.arrange([a], DEFAULT_LOOK)
    hall.prepare(b, DEFAULT_LOOK)
    hall.prepare(b, DEFAULT_LOOK)
    expect(built).toHaveBeenCalledTimes(2)
    const seen = () => room.scene.children.slice(empty).filter(({ visible }) => visible).length
    expect(seen()).toBe(1)
    const [shown] = hall.arrange([b], DEFAULT_LOOK)
    expect([shown?.sculpture, seen()]).toEqual([b, 1])
    expect(built).toHaveBeenCalledTimes(2)
    // Prepared in vain, twice: the room holds one such body at most.
    hall.prepare(a, DEFAULT_LOOK)
    hall.prepare(c, DEFAULT_LOOK)
    expect(room.scene.children).toHaveLength(empty + 2)
    hall.arrange([a], { ...DEFAULT_LOOK, style: 'tube' })
    expect(seen()).toBe(1)
  })

  it('stay as they are when others come or go, as long as they are few', () => {
    const { hall } = setUp()
    const [a, b, c] = laps(3) as unknown as readonly [Sculpture, Sculpture, Sculpture]
    const before = hall.arrange([a, b], DEFAULT_LOOK)
    const with3 = hall.arrange([a, b, c], DEFAULT_LOOK)
    expect(with3.slice(0, 2).map(({ objects }) => objects)).toEqual(before.map(({ objects }) => objects))
    const without = hall.arrange([c, b], DEFAULT_LOOK)
    expect(without.map(({ objects }) => objects)).toEqual([with3[2]!.objects, with3[1]!.objects])
  })

  it('give everything back that they hold on the GPU when they go', () => {
    const { room, hall, empty } = setUp()
    const all = laps(MOST_LAPS)
    const standing = hall.arrange(all, DEFAULT_LOOK)
    const freed = standing.flatMap(({ objects }) =>
      objects.root.children.map((child) => vi.spyOn((child as typeof objects.body).geometry, 'dispose')),
    )
    hall.arrange([all[0]], DEFAULT_LOOK)
    expect(freed).toHaveLength(2 * MOST_LAPS)
    for (const dispose of freed) expect(dispose).toHaveBeenCalled()
    expect(room.scene.children).toHaveLength(empty + 1)
  })

  it('have their places before they come: the first view does not change when they do', () => {
    const { hall } = setUp()
    const all = laps(6)
    const bounds = (): Box3 => new Box3().setFromArray(hall.outline())
    hall.arrange([all[0], null, null, null, null, null], DEFAULT_LOOK)
    const { min, max } = bounds()
    const standing = hall.arrange(all, DEFAULT_LOOK)
    expect(standing).toHaveLength(6)
    for (const axis of ['x', 'z'] as const) {
      expect(bounds().min[axis]).toBeCloseTo(min[axis], 3)
      expect(bounds().max[axis]).toBeCloseTo(max[axis], 3)
    }
  })

  it('are put up anew, each in its place, when the GPU has forgotten them', () => {
    const { room, hall, empty } = setUp()
    const all = laps(3)
    const before = hall.arrange(all, DEFAULT_LOOK)
    const places = before.map(({ at }) => at.clone())
    const after = hall.rebuild()
    expect(after.map(({ sculpture }) => sculpture)).toEqual(all)
    expect(after.map(({ at }) => at)).toEqual(places)
    for (const { objects } of before) expect(after.map((lap) => lap.objects)).not.toContain(objects)
    expect(room.scene.children).toHaveLength(empty + 3)
  })

  it.each([2, MOST_LAPS])('tell which lap and station one sees, %i of them', (count) => {
    const { hall } = setUp()
    const all = laps(count)
    const standing = hall.arrange(all, DEFAULT_LOOK)
    const { objects, mesh } = standing[1]!
    const first = hall.stationAt(objects.body, 0)
    expect(first?.sculpture).toBe(all[1])
    const triangles = mesh.indices.length / 3
    const last = hall.stationAt(objects.body, triangles - 1)!
    const samples = all[1]!.channels.xM.length
    expect(last.station).toBeLessThan(samples)
    expect(last.station).toBeGreaterThan(samples - 6)
  })
})

describe('the pins', () => {
  it('stand one on each lap in one draw call, and give their buffers back', () => {
    const { room, hall } = setUp()
    const marker = createMarker(room.materials.marker, MOST_LAPS)
    room.scene.add(marker.object)
    const standing = hall.arrange(laps(3), DEFAULT_LOOK)
    const pinOn = ({ x, y, z }: Vector3): Pin => ({ x, y, z, scale: 1 })
    marker.place(standing.map((lap) => pinOn(lap.crestAt(40))))
    expect(marker.object.count).toBe(3)
    const tips = standing.map((lap) => lap.crestAt(40))
    for (const tip of tips) expect(tips.filter((each) => each.distanceTo(tip) < 100)).toHaveLength(1)
    marker.place([])
    expect(marker.object.visible).toBe(false)
    const dispose = vi.spyOn(marker.object.geometry, 'dispose')
    marker.dispose()
    marker.dispose()
    expect(dispose).toHaveBeenCalled()
    expect(room.scene.children).not.toContain(marker.object)
  })
})
