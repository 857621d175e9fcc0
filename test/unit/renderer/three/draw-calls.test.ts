import { Mesh } from 'three'
import { describe, expect, it, vi } from 'vitest'
import { disposeTree } from '@renderer/three/dispose'
import { createMaterials } from '@renderer/three/materials'
import { planFrame } from '@renderer/three/plan-frame'
import { DEFAULT_LOOK, STYLES, type SculptureStyle } from '@contract/sculpture-look'
import { buildSculptureMesh } from '@renderer/three/sculpture-mesh'
import { createSculptureObjects } from '@renderer/three/sculpture-objects'
import { aSculpture } from '../../../helpers/builders'

function objectsOf(style: SculptureStyle) {
  const { channels } = aSculpture()
  const frame = planFrame(channels.xM, channels.yM, channels.zM)
  const mesh = buildSculptureMesh(channels, frame, { ...DEFAULT_LOOK, style })
  const materials = createMaterials()
  return {
    objects: createSculptureObjects(mesh, frame, materials, { sectorEnds: [40, 90] }),
    materials,
    mesh,
  }
}

/** What three.js draws a mesh in: once, or once for each group when it has several materials. */
const callsOf = (mesh: Mesh): number => (Array.isArray(mesh.material) ? mesh.geometry.groups.length : 1)
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

describe.each(STYLES)('a %s as three.js draws it', (style) => {
  it('costs three draw calls at most, with what it stands on and with its shadow', () => {
    const meshes = objectsOf(style).objects.root.children.filter((child) => child instanceof Mesh)
    const seen = sum(meshes.map(callsOf))
    const inShadow = sum(meshes.filter(({ castShadow }) => castShadow).map(callsOf))
    expect(inShadow).toBeGreaterThan(0)
    expect(seen + inShadow).toBeLessThanOrEqual(3)
  })

  it('tells stone from body by the level, in every triangle', () => {
    const { objects, mesh } = objectsOf(style)
    const level = objects.body.geometry.getAttribute('levelG')
    for (let i = 0; i < mesh.indices.length; i++)
      expect(level.getX(mesh.indices[i]!) < 0).toBe(i < mesh.stoneIndexCount)
  })

  it('gives all of its geometries back, and keeps the shared materials', () => {
    const { objects, materials } = objectsOf(style)
    const meshes = objects.root.children.filter((child) => child instanceof Mesh)
    const freed = meshes.map((mesh) => vi.spyOn(mesh.geometry, 'dispose'))
    const kept = [...materials.all].map((material) => vi.spyOn(material, 'dispose'))
    disposeTree(objects.root, materials.all)
    for (const dispose of freed) expect(dispose).toHaveBeenCalledOnce()
    for (const dispose of kept) expect(dispose).not.toHaveBeenCalled()
  })
})
