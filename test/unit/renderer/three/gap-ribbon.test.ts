import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGapRibbon, gapScale, ribbonLevel } from '@renderer/three/gap-ribbon'
import { isDrawn } from '@renderer/three/lap-threads'
import { aSculpture } from '../../../helpers/builders'
import { planFrame } from '@renderer/three/plan-frame'
import { buildSculptureMesh } from '@renderer/three/sculpture-mesh'

const { channels } = aSculpture()
const mesh = buildSculptureMesh(channels, planFrame(channels.xM, channels.yM, channels.zM))
const gapOf = (value: (ratio: number) => number): Float64Array =>
  channels.xM.map((_, i) => value(i / (channels.xM.length - 1)))
const told = Array.from(channels.xM, () => true)
const heights = (positions: Float32Array): readonly number[] =>
  Array.from({ length: mesh.stations * 8 }, (_, vertex) => positions[vertex * 3 + 1]!)

describe('the ribbon of the gap', () => {
  it('is as high as the gap is long, above the level where the other is behind and below where ahead', () => {
    const gapS = gapOf((ratio) => Math.sin(2 * Math.PI * ratio) * 0.5)
    const scale = gapScale(gapS)
    const { positions } = buildGapRibbon(mesh.crest, { gapS, isTold: told }, scale, 1)
    const level = ribbonLevel(mesh.crest, gapS, scale)
    const all = heights(positions)
    expect(Math.max(...all) - level).toBeCloseTo(0.5 * scale.metresPerS, 0)
    expect(level - Math.min(...all)).toBeCloseTo(0.5 * scale.metresPerS, 0)
  })

  it('never touches the sculpture, however far ahead the other is', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (endS) => {
        const gapS = gapOf((ratio) => ratio * endS)
        const { positions } = buildGapRibbon(mesh.crest, { gapS, isTold: told }, gapScale(gapS), 1)
        const crest = Math.max(...Array.from({ length: mesh.stations }, (_, i) => mesh.crest[i * 3 + 1]!))
        expect(Math.min(...heights(positions))).toBeGreaterThan(crest)
      }),
      { numRuns: 30 },
    )
  })

  it('has engraved lines at steps a person counts in, a handful of them', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 250, noNaN: true }), (largest) => {
        const { stepS } = gapScale(Float64Array.of(0, largest))
        expect(largest / stepS).toBeLessThanOrEqual(6)
        expect([1, 2, 5]).toContain(Number(stepS.toExponential()[0]))
      }),
    )
  })

  it('has faces that look outwards', () => {
    const gapS = gapOf(() => 0.3)
    const { positions, normals, indices } = buildGapRibbon(
      mesh.crest,
      { gapS, isTold: told },
      gapScale(gapS),
      1,
    )
    const at = (array: Float32Array, i: number): readonly number[] =>
      Array.from(array.slice(i * 3, i * 3 + 3))
    let wrong = 0
    for (let t = 0; t < indices.length; t += 3) {
      const [a, b, c] = [indices[t]!, indices[t + 1]!, indices[t + 2]!].map((i) => at(positions, i))
      const u = a!.map((value, k) => b![k]! - value)
      const v = a!.map((value, k) => c![k]! - value)
      const face = [
        u[1]! * v[2]! - u[2]! * v[1]!,
        u[2]! * v[0]! - u[0]! * v[2]!,
        u[0]! * v[1]! - u[1]! * v[0]!,
      ]
      const normal = at(normals, indices[t]!)
      if (face.reduce((sum, value, k) => sum + value * normal[k]!, 0) < 0) wrong++
    }
    expect(wrong).toBe(0)
  })

  it('has the colour of neither side where the two cannot be told apart', () => {
    const gapS = gapOf(() => 0.3)
    const colour = (gaps: Float64Array, isTold: readonly boolean[]): readonly number[] =>
      Array.from(buildGapRibbon(mesh.crest, { gapS: gaps, isTold }, gapScale(gaps), 1).colours.slice(0, 3))
    const behind = colour(gapS, told)
    const untold = colour(
      gapS,
      told.map(() => false),
    )
    const ahead = colour(
      gapS.map((gap) => -gap),
      told,
    )
    expect(new Set([behind, untold, ahead].map(String)).size).toBe(3)
  })
})

describe('dashes of a line on the track', () => {
  it('are drawn and left out by turns, and an empty pattern is unbroken', () => {
    expect([0, 1, 2, 3, 4, 5].map((station) => isDrawn(station, [2, 1]))).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
    ])
    expect(isDrawn(17, [])).toBe(true)
  })
})
