import { describe, expect, it } from 'vitest'
import { barAcross, finishMark, joined, outlineBand, type FlatShape } from '@renderer/three/flat-band'

/** A square kilometre's circle, driven anticlockwise seen from above: x right, -z up. */
const FOOT = Float32Array.from({ length: 300 }, (_, i) => {
  const angle = (2 * Math.PI * Math.floor(i / 3)) / 100
  return [500 * Math.cos(angle), 0, -500 * Math.sin(angle)][i % 3]!
})

function facesUp({ positions, indices }: FlatShape): boolean {
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]! * 3, indices[i + 1]! * 3, indices[i + 2]! * 3]
    const up =
      (positions[b + 2]! - positions[a + 2]!) * (positions[c]! - positions[a]!) -
      (positions[b]! - positions[a]!) * (positions[c + 2]! - positions[a + 2]!)
    if (up <= 0) return false
  }
  return true
}

describe('shapes on the plinth', () => {
  it('lays a band of even width around the circuit, facing up', () => {
    const band = outlineBand(FOOT, 20, 0.2)
    for (let i = 0; i < 100; i++) {
      const radius = (side: 0 | 1) =>
        Math.hypot(band.positions[(i * 2 + side) * 3]!, band.positions[(i * 2 + side) * 3 + 2]!)
      expect(radius(0)).toBeCloseTo(490, 0)
      expect(radius(1)).toBeCloseTo(510, 0)
    }
    expect(facesUp(band)).toBe(true)
  })

  it('marks the finish across the first station, with an arrow on both sides in the direction of travel', () => {
    const { positions, indices } = finishMark(FOOT, 80, 8, 0.4)
    expect(facesUp({ positions, indices })).toBe(true)
    // The first station is at (500, 0, 0), and the lap goes towards -z there.
    for (const head of [4, 7]) {
      const tip = (head + 2) * 3
      expect(positions[tip + 2]).toBeLessThan(positions[head * 3 + 2]!)
    }
    expect((positions[6 * 3]! + positions[9 * 3]!) / 2).toBeCloseTo(500, 3)
    expect((positions[0]! + positions[3]!) / 2).toBeCloseTo(500, 0)
  })

  it('joins shapes without changing them: one draw call for all marks', () => {
    const bars = [0, 25].map((station) => barAcross(FOOT, station, 40, 4, 0.4))
    const { positions, indices } = joined(bars)
    expect(positions).toEqual(Float32Array.of(...bars[0]!.positions, ...bars[1]!.positions))
    expect(indices.slice(6)).toEqual(bars[1]!.indices.map((vertex) => vertex + 4))
    expect(facesUp({ positions, indices })).toBe(true)
  })
})
