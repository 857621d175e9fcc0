import { describe, expect, it } from 'vitest'
import {
  curvature,
  emptyCurvePoint,
  evaluateCurve,
  measureArc,
  slope,
  turningNumberOf,
  verticalCurvature,
  wrapS,
} from '@main/core/track/closed-curve'
import { fitLoop } from '@main/core/track/loop-fit'

/** A circle of radius 100 m whose height goes up and down three times round, 4 m either way. */
function wavyCircle() {
  const radius = 100
  const lengthM = 2 * Math.PI * radius
  const s = Float64Array.from({ length: 3000 }, (_, i) => (i * lengthM) / 3000)
  return {
    lengthM,
    curve: fitLoop(
      {
        s,
        xM: s.map((at) => 5000 + radius * Math.cos(at / radius)),
        yM: s.map((at) => -3000 + radius * Math.sin(at / radius)),
        zM: s.map((at) => 200 + 4 * Math.sin((3 * at) / radius)),
      },
      lengthM,
      new Float64Array(210),
    ),
  }
}

describe('a closed curve', () => {
  const { curve, lengthM } = wavyCircle()

  it('has the curvature, slope and vertical curvature of what it was fitted to, all the way round', () => {
    for (let s = 0; s < lengthM; s += 7) {
      const p = evaluateCurve(curve, s, emptyCurvePoint())
      expect(curvature(p)).toBeCloseTo(0.01, 5)
      const m = (4 * 3 * Math.cos((3 * s) / 100)) / 100
      expect(slope(p)).toBeCloseTo(m, 4)
      const bend = -4 * 0.03 ** 2 * Math.sin((3 * s) / 100)
      expect(verticalCurvature(p)).toBeCloseTo(bend / (1 + m * m) ** 1.5, 5)
    }
  })

  it('turns once round, and its measured length is its length', () => {
    expect(turningNumberOf(curve)).toBeCloseTo(1, 6)
    expect(measureArc(curve, 1000).at(-1)).toBeCloseTo(lengthM, 4)
  })

  it('has the same point on every lap', () => {
    const here = evaluateCurve(curve, 33, emptyCurvePoint())
    const later = evaluateCurve(curve, 33 + 5 * lengthM, emptyCurvePoint())
    const before = evaluateCurve(curve, 33 - 2 * lengthM, emptyCurvePoint())
    expect(later.x).toBeCloseTo(here.x, 8)
    expect(before.ddy).toBeCloseTo(here.ddy, 8)
  })

  it('wraps places into one lap, also the tiniest step before its origin', () => {
    expect(wrapS(-1, lengthM)).toBeCloseTo(lengthM - 1, 9)
    expect(wrapS(-1e-20, lengthM)).toBe(0)
    expect(wrapS(lengthM, lengthM)).toBe(0)
  })
})
