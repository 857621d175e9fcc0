// Makes three.js objects out of the arrays of one sculpture: the body with its stone, and what it stands on. No
// decisions about shape here; those are in the pure modules beside it.

import { BufferAttribute, BufferGeometry, Group, Mesh } from 'three'
import { buildBaseMesh } from './base-mesh'
import type { LapMarks } from './lap-marks'
import { POST_LEVEL, STONE_LEVEL, type Materials } from './materials'
import type { PlanFrame } from './plan-frame'
import { POST_TRIANGLES } from './post-mesh'
import type { SculptureMesh } from './sculpture-mesh'

export interface SculptureObjects {
  /** Two meshes of one material each, so two draw calls, and a third where the shadow is drawn anew. */
  readonly root: Group
  /** Wall, ribbon or tube, with its stone: what a pointer can hit. */
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
  const body = new Mesh(bodyGeometry(mesh), materials.body)
  // It throws its shadow on the plinth but receives none: a shadow on it would darken the colours one reads.
  body.castShadow = true

  const shape = buildBaseMesh(mesh, frame, marks)
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(shape.positions, 3))
  geometry.setAttribute('normal', new BufferAttribute(shape.normals, 3))
  geometry.setAttribute('tone', new BufferAttribute(shape.tones, 1))
  geometry.setAttribute('strength', new BufferAttribute(shape.opacities, 1))
  geometry.setIndex(new BufferAttribute(shape.indices, 1))
  const base = new Mesh(geometry, materials.base)
  base.receiveShadow = true

  const outline = new Float32Array(mesh.crest.length + shape.rim.length)
  outline.set(mesh.crest)
  outline.set(shape.rim, mesh.crest.length)
  return { root: new Group().add(base, body), body, outline }
}

function bodyGeometry(mesh: SculptureMesh): BufferGeometry {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(mesh.positions, 3))
  geometry.setAttribute('normal', new BufferAttribute(mesh.normals, 3))
  geometry.setAttribute('color', new BufferAttribute(mesh.colours, 3))
  geometry.setAttribute('levelG', new BufferAttribute(levelsWithStone(mesh), 1))
  geometry.setIndex(new BufferAttribute(mesh.indices, 1))
  return geometry
}

/** The levels, with the material's own words where there is stone or a post instead of a force. */
function levelsWithStone({ levelsG, indices, stoneIndexCount, order }: SculptureMesh): Float32Array {
  const levels = levelsG.slice()
  const postIndexCount = order.posts * POST_TRIANGLES * 3
  for (let i = 0; i < stoneIndexCount; i++)
    levels[indices[i]!] = i < postIndexCount ? POST_LEVEL : STONE_LEVEL
  return levels
}
