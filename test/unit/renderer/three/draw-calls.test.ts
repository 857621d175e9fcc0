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
  return { objects: createSculptureObjects(mesh, frame, materials, { sectorEnds: [40, 90] }), materials }
}

/** What three.js draws a mesh in: once, or once for each group when it has several materials. */
const callsOf = (mesh: Mesh): number => (Array.isArray(mesh.material) ? mesh.geometry.groups.length : 1)

describe.each(STYLES)('a %s as three.js draws it', (style) => {
  it('costs two draw calls for the lap, and three for the place it stands on', () => {
    const { objects } = objectsOf(style)
    const meshes = objects.root.children.filter((child) => child instanceof Mesh)
    expect(callsOf(objects.body)).toBe(2)
    expect(meshes.reduce((sum, mesh) => sum + callsOf(mesh), 0)).toBe(5)
  })

  it('draws every triangle once: its groups follow each other without a gap', () => {
    const { geometry } = objectsOf(style).objects.body
    const [stone, body] = geometry.groups
    expect(stone!.start).toBe(0)
    expect(body!.start).toBe(stone!.count)
    expect(body!.start + body!.count).toBe(geometry.index!.count)
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
