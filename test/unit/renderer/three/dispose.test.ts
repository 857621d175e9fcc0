import { BufferGeometry, Group, Mesh, MeshBasicMaterial, Scene } from 'three'
import { describe, expect, it, vi } from 'vitest'
import { disposeTree } from '@renderer/three/dispose'

describe('disposing a subtree', () => {
  it('gives back geometries and own materials, leaves shared ones, and takes the tree out', () => {
    const shared = new MeshBasicMaterial()
    const own = new MeshBasicMaterial()
    const geometries = [new BufferGeometry(), new BufferGeometry()] as const
    const root = new Group().add(
      new Mesh(geometries[0], [shared, own]),
      new Group().add(new Mesh(geometries[1], shared)),
    )
    const scene = new Scene().add(root)
    const freed: string[] = []
    geometries.forEach((geometry, i) =>
      geometry.addEventListener('dispose', () => freed.push(`geometry ${i}`)),
    )
    shared.addEventListener('dispose', () => freed.push('shared'))
    own.addEventListener('dispose', () => freed.push('own'))

    disposeTree(root, new Set([shared]))

    expect(freed.toSorted()).toEqual(['geometry 0', 'geometry 1', 'own'])
    expect(scene.children).toHaveLength(0)
  })

  it('may be called twice', () => {
    const geometry = new BufferGeometry()
    const dispose = vi.spyOn(geometry, 'dispose')
    const root = new Group().add(new Mesh(geometry, new MeshBasicMaterial()))
    disposeTree(root, new Set())
    expect(() => disposeTree(root, new Set())).not.toThrow()
    expect(dispose).toHaveBeenCalled()
  })
})
