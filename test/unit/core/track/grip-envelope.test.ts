import { describe, expect, it } from 'vitest'
import { findGripEnvelope, isWithin } from '@main/core/track/grip-envelope'
import { buildTrackLine } from '@main/core/track/track-line'
import { emptyCurvePoint, evaluateCurve } from '@main/core/track/closed-curve'
import { circle, thirteenCorners } from './synthetic-circuit'
import { fastLaps, qualifyingHour } from './synthetic-driving'
import { makeSession } from './synthetic-session'

describe('the grip envelope', () => {
  const circuit = thirteenCorners()
  const session = qualifyingHour(circuit, 1, { cars: 6 })
  const line = buildTrackLine(session.samples, session.laps)

  /** Speed of one fast lap every ten metres, with one corner taken faster by a factor. */
  const profile = (fasterAt: number, factor: number): Float64Array => {
    const lap = fastLaps(session)[0]!
    const motion = session.motions[lap.car]!
    const n = Math.round(line.lengthM / 10)
    return Float64Array.from({ length: n }, (_, i) => {
      const p = evaluateCurve(line, ((i + 0.5) * line.lengthM) / n, emptyCurvePoint())
      const s = circuit.placeOf(p.x, p.y)
      const v = motion.speedAt(motion.timeAt(lap.lap * circuit.lengthM + s))
      return Math.abs(s - fasterAt) < 60 ? factor * v : v
    })
  }

  it('is the grip the cars were driven with', () => {
    expect(line.gripEnvelope?.aG).toBeCloseTo(1.9, 0)
    expect(Math.abs(line.gripEnvelope!.aG - 1.9)).toBeLessThan(0.2)
    expect(Math.abs(line.gripEnvelope!.bG - 0.24)).toBeLessThan(0.06)
  })

  it('marks no corner where all are driven with the same grip', () => {
    expect(line.tighterThanDriven).toEqual([])
  })

  it('marks the one corner that was taken as fast as its line does not allow', () => {
    const apex = circuit.apexesM[4]!
    const { tighterThanDriven } = findGripEnvelope(line, profile(apex, 1.35))
    expect(tighterThanDriven).toHaveLength(1)
    const p = circuit.pointAt(apex)
    let nearest = 0
    let distance = Infinity
    for (let s = 0; s < line.lengthM; s += 1) {
      const q = evaluateCurve(line, s, emptyCurvePoint())
      const d = Math.hypot(q.x - p.x, q.y - p.y)
      if (d < distance) {
        distance = d
        nearest = s
      }
    }
    expect(isWithin(tighterThanDriven[0]!, nearest)).toBe(true)
  })

  it('is not guessed on a circuit without different corners', () => {
    const oval = makeSession({ circuit: circle(150), seed: 1, cars: 5, laps: 6, speed: () => 40 })
    expect(buildTrackLine(oval.samples, oval.laps).gripEnvelope).toBeNull()
  })

  it('knows stretches across the origin of the line', () => {
    const acrossOrigin = { fromM: 4200, toM: 30 }
    expect(isWithin(acrossOrigin, 4210)).toBe(true)
    expect(isWithin(acrossOrigin, 10)).toBe(true)
    expect(isWithin(acrossOrigin, 2000)).toBe(false)
  })
})
