import { describe, expect, it } from 'vitest'
import { inspectSurface, partCoincidentVertices } from '@main/core/export/closed-surface'

const cube = {
  positions: Float32Array.from([0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1]),
  indices: Uint32Array.from([
    0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7, 0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4,
    7,
  ]),
}

describe('a closed surface', () => {
  it('of a unit cube has no open edge, volume 1 and Euler characteristic 2', () => {
    expect(inspectSurface(cube)).toEqual({ openEdges: 0, volume: 1, eulerCharacteristic: 2, bodies: 1 })
  })

  it('is not one with a triangle missing, turned round or doubled', () => {
    const { positions, indices } = cube
    expect(inspectSurface({ positions, indices: indices.slice(3) }).openEdges).toBe(3)
    const turned = Uint32Array.from(indices)
    turned.set([0, 1, 2])
    expect(inspectSurface({ positions, indices: turned }).openEdges).toBeGreaterThan(0)
    const doubled = Uint32Array.from([...indices, 0, 2, 1])
    expect(inspectSurface({ positions, indices: doubled }).openEdges).toBeGreaterThan(0)
  })

  it('has a negative volume when it is inside out, and counts its bodies', () => {
    const { positions, indices } = cube
    expect(inspectSurface({ positions, indices: Uint32Array.from(indices).reverse() }).volume).toBe(-1)
    const two = {
      positions: Float32Array.from([...positions, ...positions.map((value) => value + 2)]),
      indices: Uint32Array.from([...indices, ...indices.map((index) => index + 8)]),
    }
    expect(inspectSurface(two)).toMatchObject({ bodies: 2, eulerCharacteristic: 4, openEdges: 0 })
  })

  it('keeps vertices apart that share a place, and moves no others', () => {
    const two = Float32Array.from([...cube.positions, ...cube.positions])
    partCoincidentVertices(two)
    expect(new Set(Array.from({ length: 16 }, (_, i) => two.slice(i * 3, i * 3 + 3).join())).size).toBe(16)
    expect(two.slice(0, 24)).toEqual(cube.positions)
    expect(Math.max(...two)).toBeLessThan(1.001)
  })
})
