// Makes three.js objects out of the arrays of one sculpture: body, plinth, inlay, finish and sector marks. No decisions about
// shape here; those are in the pure modules beside it.

import { BufferAttribute, BufferGeometry, Group, Mesh } from 'three'
import { barAcross, finishMark, joined, outlineBand, type FlatShape } from './flat-band'
import type { LapMarks } from './lap-marks'
import type { Materials } from './materials'
import type { PlanFrame } from './plan-frame'
import { buildPlinthMesh } from './plinth-mesh'
import { MESH_SCALE, type SculptureMesh } from './sculpture-mesh'

/** Visual only: the inlay shows on both sides of the wall, the finish bar beyond the inlay. Metres. */
const INLAY_WIDTH_M = MESH_SCALE.bandWidthM * 2.6
const FINISH_LENGTH_M = MESH_SCALE.bandWidthM * 10
const FINISH_WIDTH_M = MESH_SCALE.bandWidthM * 0.8
/** A sector's end is shorter and thinner than the finish line. */
const SECTOR_LENGTH_M = MESH_SCALE.bandWidthM * 6
const SECTOR_WIDTH_M = MESH_SCALE.bandWidthM * 0.4
const INLAY_HEIGHT_M = 0.2
const FINISH_HEIGHT_M = 0.4

export interface SculptureObjects {
  readonly root: Group
  /** Wall, ribbon or tube, with its stone: what a pointer can hit. Two draw calls, one a material. */
  readonly body: Mesh
  /** xyz triples that a first view must have in the picture: the crest and the plinth's edge. */
  readonly outline: Float32Array
}

export function createSculptureObjects(
  mesh: SculptureMesh,
  frame: PlanFrame,
  materials: Materials,
  marks: Pick<LapMarks, 'sectorEnds'>,
): SculptureObjects {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(mesh.positions, 3))
  geometry.setAttribute('normal', new BufferAttribute(mesh.normals, 3))
  geometry.setAttribute('color', new BufferAttribute(mesh.colours, 3))
  geometry.setAttribute('levelG', new BufferAttribute(mesh.levelsG, 1))
  geometry.setIndex(new BufferAttribute(mesh.indices, 1))
  geometry.addGroup(0, mesh.stoneIndexCount, 0)
  geometry.addGroup(mesh.stoneIndexCount, mesh.indices.length - mesh.stoneIndexCount, 1)
  const body = new Mesh(geometry, [materials.stone, materials.body])
  // It throws its shadow on the plinth but receives none: a shadow on it would darken the colours one reads.
  body.castShadow = true

  const slab = buildPlinthMesh(frame)
  const slabGeometry = new BufferGeometry()
  slabGeometry.setAttribute('position', new BufferAttribute(slab.positions, 3))
  slabGeometry.setAttribute('normal', new BufferAttribute(slab.normals, 3))
  slabGeometry.setAttribute('color', new BufferAttribute(slab.colours, 4))
  slabGeometry.setIndex(new BufferAttribute(slab.indices, 1))
  const plinth = new Mesh(slabGeometry, materials.plinth)
  plinth.receiveShadow = true

  const inlay = flatMesh(outlineBand(mesh.foot, INLAY_WIDTH_M, INLAY_HEIGHT_M), materials.inlay)
  const lines = [
    finishMark(mesh.foot, FINISH_LENGTH_M, FINISH_WIDTH_M, FINISH_HEIGHT_M),
    ...marks.sectorEnds.map((station) =>
      barAcross(mesh.foot, station % mesh.stations, SECTOR_LENGTH_M, SECTOR_WIDTH_M, FINISH_HEIGHT_M),
    ),
  ]
  const finish = flatMesh(joined(lines), materials.finish)
  const outline = new Float32Array(mesh.crest.length + slab.rim.length)
  outline.set(mesh.crest)
  outline.set(slab.rim, mesh.crest.length)
  return { root: new Group().add(plinth, inlay, finish, body), body, outline }
}

function flatMesh(shape: FlatShape, material: Materials['inlay']): Mesh {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(shape.positions, 3))
  const up = new Float32Array(shape.positions.length)
  for (let i = 1; i < up.length; i += 3) up[i] = 1
  geometry.setAttribute('normal', new BufferAttribute(up, 3))
  geometry.setIndex(new BufferAttribute(shape.indices, 1))
  const mesh = new Mesh(geometry, material)
  mesh.receiveShadow = true
  return mesh
}
