// The laps that stand in the room: puts up what is new, takes down what has gone, leaves the rest, and finds each its
// place. All have one scale for metres and for G, one look and one direction, so that they can be compared by eye.

import { Vector3, type Mesh } from 'three'
import type { Sculpture } from '@contract/sculpture'
import { hallLayout } from './hall-layout'
import { homeAzimuth } from './home-view'
import { lapMarks, type CornerPlace } from './lap-marks'
import { crestReach, type LitRoom, type OnPlinth } from './lit-room'
import { planFrame } from './plan-frame'
import { plinthExtent } from './plinth-mesh'
import { lookKey, type SculptureLook } from '@contract/sculpture-look'
import { stationOfTriangle } from './sculpture-mesh'
import { thinned } from './thin-channels'

/** A lap where it stands. */
export interface Standing extends OnPlinth {
  readonly sculpture: Sculpture
  /** Where the middle of its plinth is, three.js axes. */
  readonly at: Vector3
  readonly corners: readonly CornerPlace[]
  /** Stations of the sculpture for each that is drawn. */
  readonly stride: number
  /** The crest at a station of the sculpture, in the room; between two drawn stations on the line that joins them. */
  crestAt(station: number): Vector3
  /** The middle of the plinth's front edge. */
  front(): Vector3
}

export interface Hall {
  /**
   * @param laps in the order of their places, the main one first; null for a place that waits for its lap.
   * @returns the laps that stand there now, the main one first.
   */
  arrange(laps: readonly [Sculpture, ...(Sculpture | null)[]], look: SculptureLook): readonly Standing[]
  /** Builds a lap that may be asked for next, unseen, in the place of the one that was prepared before. */
  prepare(sculpture: Sculpture, look: SculptureLook): void
  /** Puts everything up anew: the GPU has forgotten it. */
  rebuild(): readonly Standing[]
  /** xyz triples that a first view must have in the picture, empty places included. */
  outline(): Float32Array
  /** From the middle of the room to the farthest crest, metres. */
  reachM(): number
  /** Which station of which sculpture one sees at a point of a body. @param triangle as a raycast gives it. */
  stationAt(body: Mesh, triangle: number): { readonly sculpture: Sculpture; readonly station: number } | null
}

/**
 * Of every so many stations one is drawn: from five laps on a pixel is wider than the 3 m between them, and the
 * recording has a sample every 15 m. Twenty laps then cost as much as seven.
 */
function strideFor(places: number): number {
  if (places <= 4) return 1
  return places <= 9 ? 2 : 3
}

/** Bodies of one order stand together as they are; those of another have to be built anew. */
function orderOf(look: SculptureLook, stride: number, axis: number): string {
  return `${lookKey(look)} ${stride} ${axis}`
}

export function createHall(room: LitRoom): Hall {
  let built = new Map<Sculpture, Standing>()
  let madeFor = ''
  let shown: {
    readonly laps: readonly [Sculpture, ...(Sculpture | null)[]]
    readonly look: SculptureLook
  } | null = null
  let spots: readonly Vector3[] = []
  /** What has been prepared, and for which order of the hall it was built. */
  let spare: { readonly piece: Standing; readonly order: string } | null = null

  const dropSpare = (): void => {
    if (spare !== null) room.takeDown(spare.piece)
    spare = null
  }
  const takeSpare = (sculpture: Sculpture, order: string): Standing | null => {
    if (spare?.piece.sculpture !== sculpture || spare.order !== order) return null
    const { piece } = spare
    spare = null
    piece.objects.root.visible = true
    return piece
  }

  const takeAllDown = (): void => {
    for (const piece of built.values()) room.takeDown(piece)
    built = new Map()
  }

  const arrange: Hall['arrange'] = (laps, look) => {
    shown = { laps, look }
    const [{ channels }] = laps
    const stride = strideFor(laps.length)
    // The main lap gives the direction; laps of one session share it to the last digit.
    const { axis } = planFrame(channels.xM, channels.yM, channels.zM)
    const order = orderOf(look, stride, axis)
    if (order !== madeFor) takeAllDown()
    madeFor = order
    const wanted = new Set(laps)
    for (const [sculpture, piece] of built) {
      if (wanted.has(sculpture)) continue
      room.takeDown(piece)
      built.delete(sculpture)
    }
    const pieces = laps.map((sculpture) => {
      if (sculpture === null) return null
      const known = built.get(sculpture)
      if (known !== undefined) return known
      const piece = takeSpare(sculpture, order) ?? build(room, sculpture, { axis, stride, look })
      built.set(sculpture, piece)
      return piece
    })
    const main = pieces[0]!
    spots = hallLayout(pieces.map((piece) => plinthExtent((piece ?? main).frame))).map(
      ({ alongM, acrossM }) => inRoom(axis, alongM, acrossM),
    )
    const standing: Standing[] = []
    pieces.forEach((piece, i) => {
      if (piece === null) return
      piece.at.copy(spots[i]!)
      piece.objects.root.position.copy(piece.at)
      standing.push(piece)
    })
    room.light(homeAzimuth(main.frame), reachM())
    return standing
  }

  const reachM = (): number => {
    let reach = 0
    for (const { mesh, at } of built.values()) reach = Math.max(reach, crestReach(mesh, -at.x, -at.z))
    return reach
  }

  return {
    arrange,
    prepare(sculpture, look) {
      const { xM, yM, zM } = sculpture.channels
      const { axis } = planFrame(xM, yM, zM)
      const stride = strideFor(1)
      const order = orderOf(look, stride, axis)
      if (built.has(sculpture) || (spare?.piece.sculpture === sculpture && spare.order === order)) return
      dropSpare()
      const piece = build(room, sculpture, { axis, stride, look })
      piece.objects.root.visible = false
      spare = { piece, order }
    },
    rebuild() {
      dropSpare()
      if (shown === null) return []
      takeAllDown()
      return arrange(shown.laps, shown.look)
    },
    outline() {
      if (shown === null) return new Float32Array()
      const main = built.get(shown.laps[0])!
      const parts = shown.laps.map((sculpture, i) => {
        const piece = sculpture === null ? main : built.get(sculpture)!
        return moved(piece.objects.outline, spots[i]!)
      })
      if (parts.length > 1) parts.push(plateRoom(main, spots))
      const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
      let from = 0
      for (const part of parts) {
        all.set(part, from)
        from += part.length
      }
      return all
    },
    reachM,
    stationAt(body, triangle) {
      for (const { sculpture, mesh, objects, stride } of built.values())
        if (objects.body === body) return { sculpture, station: stationOfTriangle(mesh, triangle) * stride }
      return null
    },
  }
}

function build(
  room: LitRoom,
  sculpture: Sculpture,
  { axis, stride, look }: { readonly axis: number; readonly stride: number; readonly look: SculptureLook },
): Standing {
  const { channels, header } = sculpture
  const frame = planFrame(channels.xM, channels.yM, channels.zM, axis)
  const thin = thinned(channels, stride)
  const marks = lapMarks({ ...header, stepM: header.stepM * stride }, thin.xM.length)
  const piece = room.putUp(thin, frame, look, marks)
  const at = new Vector3()
  const { crest, stations } = piece.mesh
  return {
    ...piece,
    sculpture,
    stride,
    at,
    corners: marks.corners,
    crestAt(station) {
      const place = Math.min(stations, Math.max(0, station / stride))
      const low = Math.min(stations - 1, Math.floor(place))
      // The last drawn station is joined to the first.
      const high = (low + 1) % stations
      const between = (axis: number): number =>
        crest[low * 3 + axis]! + (place - low) * (crest[high * 3 + axis]! - crest[low * 3 + axis]!)
      return new Vector3(between(0), between(1), between(2)).add(at)
    },
    front: () => inRoom(axis, 0, -plinthExtent(frame).halfWidthM).add(at),
  }
}

/** Depth under the front edge that the picture keeps for a plate, as a share of the plinth's width. By eye. */
const PLATE_DEPTH_RATIO = 0.3

/** Points under the front edges, xyz: a plate there should not be cut off. */
function plateRoom({ frame }: Standing, spots: readonly Vector3[]): Float32Array {
  const { halfWidthM } = plinthExtent(frame)
  const front = inRoom(frame.axis, 0, -halfWidthM)
  return Float32Array.from(
    spots.flatMap(({ x, z }) => [x + front.x, -2 * halfWidthM * PLATE_DEPTH_RATIO, z + front.z]),
  )
}

/** A place along and across a circuit's axis in three.js axes. */
function inRoom(axis: number, alongM: number, acrossM: number): Vector3 {
  const cos = Math.cos(axis)
  const sin = Math.sin(axis)
  return new Vector3(alongM * cos - acrossM * sin, 0, -(alongM * sin + acrossM * cos))
}

function moved(points: Float32Array, { x, z }: Vector3): Float32Array {
  const result = points.slice()
  for (let i = 0; i < result.length; i += 3) {
    result[i]! += x
    result[i + 2]! += z
  }
  return result
}
