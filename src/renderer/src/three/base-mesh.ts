// What a lap stands on, as one mesh: the plinth, the circuit's outline inlaid in its top, finish line and sector ends.
// One mesh is one draw call, which counts where twenty laps stand side by side. Pure: typed arrays out.

import { barAcross, finishMark, joined, outlineBand } from './flat-band'
import type { LapMarks } from './lap-marks'
import type { PlanFrame } from './plan-frame'
import { buildPlinthMesh } from './plinth-mesh'
import { MESH_SCALE, type SculptureMesh } from './sculpture-mesh'

/** Which colour of the room a vertex has, and how far it lies on top: later ones cover earlier ones. */
export const BASE_TONES = ['plinth', 'inlay', 'finish'] as const

export interface BaseMesh {
  /** xyz per vertex, metres, in three.js axes. */
  readonly positions: Float32Array
  readonly normals: Float32Array
  /** Place of the vertex's colour in BASE_TONES, one a vertex. */
  readonly tones: Float32Array
  /** Opacity, 0..1, one a vertex. */
  readonly opacities: Float32Array
  readonly indices: Uint32Array
  /** The edge of the plinth's top, xyz per point. */
  readonly rim: Float32Array
}

/** Visual only: the inlay shows on both sides of the wall, the finish bar beyond the inlay. Metres. */
const INLAY_WIDTH_M = MESH_SCALE.bandWidthM * 2.6
const FINISH_LENGTH_M = MESH_SCALE.bandWidthM * 10
const FINISH_WIDTH_M = MESH_SCALE.bandWidthM * 0.8
/** A sector's end is shorter and thinner than the finish line. */
const SECTOR_LENGTH_M = MESH_SCALE.bandWidthM * 6
const SECTOR_WIDTH_M = MESH_SCALE.bandWidthM * 0.4
const INLAY_HEIGHT_M = 0.2
const FINISH_HEIGHT_M = 0.4

export function buildBaseMesh(
  { foot, stations }: Pick<SculptureMesh, 'foot' | 'stations'>,
  frame: PlanFrame,
  { sectorEnds }: Pick<LapMarks, 'sectorEnds'>,
): BaseMesh {
  const plinth = buildPlinthMesh(frame)
  const inlay = outlineBand(foot, INLAY_WIDTH_M, INLAY_HEIGHT_M)
  const finish = joined([
    finishMark(foot, FINISH_LENGTH_M, FINISH_WIDTH_M, FINISH_HEIGHT_M),
    ...sectorEnds.map((station) =>
      barAcross(foot, station % stations, SECTOR_LENGTH_M, SECTOR_WIDTH_M, FINISH_HEIGHT_M),
    ),
  ])
  const { positions, indices } = joined([plinth, inlay, finish])
  const normals = new Float32Array(positions.length)
  for (let i = 1; i < normals.length; i += 3) normals[i] = 1
  normals.set(plinth.normals)
  const opacities = new Float32Array(positions.length / 3).fill(1)
  opacities.set(plinth.opacities)
  const tones = new Float32Array(positions.length / 3)
  tones.fill(BASE_TONES.indexOf('inlay'), plinth.positions.length / 3)
  tones.fill(BASE_TONES.indexOf('finish'), (plinth.positions.length + inlay.positions.length) / 3)
  return { positions, normals, tones, opacities, indices, rim: plinth.rim }
}
