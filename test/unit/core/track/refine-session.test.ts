import { describe, expect, it } from 'vitest'
import { buildTrackLine } from '@main/core/track/track-line'
import { linePlace, wheelDistance, type Odometer } from '@main/core/track/odometer'
import { refineSession } from '@main/core/track/refine-session'
import { carRefinement, type SessionClocks } from '@main/core/track/refinement'
import { thirteenCorners } from './synthetic-circuit'
import { qualifyingHour } from './synthetic-driving'
import type { SyntheticSession } from './synthetic-session'

const circuit = thirteenCorners()

/** Scatter of the found stamp errors about the true ones, seconds; a common shift of all clocks is no error. */
function scatter(clocks: SessionClocks, session: SyntheticSession): number {
  const errors = [...clocks.stampCorrectionS]
    .map((found, j) => found - session.stampErrorsS[j]!)
    .filter((_, j) => clocks.stampCars[j]! >= 2)
  const mean = errors.reduce((a, b) => a + b, 0) / errors.length
  return Math.sqrt(errors.reduce((a, b) => a + (b - mean) ** 2, 0) / errors.length)
}

describe('refining a session', () => {
  const session = qualifyingHour(circuit, 1)
  const line = buildTrackLine(session.samples, session.laps)
  const refinement = refineSession(line, session.samples, session.laps)

  it('finds the stamp errors common to all cars to a few milliseconds', () => {
    expect(scatter(refinement.clocks, session)).toBeLessThan(0.008)
  })

  it('finds how old the speeds are, and that their scale is right', () => {
    for (const age of refinement.clocks.speedAgeS.values()) expect(Math.abs(age - 0.07)).toBeLessThan(0.02)
    for (const scale of refinement.clocks.speedScale.values()) expect(Math.abs(scale - 1)).toBeLessThan(0.002)
  })

  it('learns where the line runs fast or slow, with mean 1', () => {
    const { excessM } = refinement.odometer
    expect(Math.abs(excessM.reduce((a, b) => a + b, 0) / excessM.length)).toBeLessThan(1e-9)
    const last = excessM.length - 1
    const step = line.lengthM / excessM.length
    let slopes = 0
    excessM.forEach((e, i) => (slopes += (excessM[i === last ? 0 : i + 1]! - e) / step))
    expect(Math.abs(slopes)).toBeLessThan(1e-9)
    expect(Math.max(...excessM)).toBeGreaterThan(0.5)
  })

  it('recovers every second stamp being 0.1 s early', () => {
    const shaken = qualifyingHour(circuit, 2, { cars: 10, stampErrors: (i) => (i % 2 === 0 ? 0 : 0.1) })
    const found = refineSession(buildTrackLine(shaken.samples, shaken.laps), shaken.samples, shaken.laps)
    expect(scatter(found.clocks, shaken)).toBeLessThan(0.01)
  })

  it('knows nothing of a single car alone on the track, and says so', () => {
    const alone = qualifyingHour(circuit, 3, { cars: 1 })
    const { clocks, odometer } = refineSession(
      buildTrackLine(alone.samples, alone.laps),
      alone.samples,
      alone.laps,
    )
    expect(Math.max(...clocks.stampCars)).toBeLessThan(2)
    expect(clocks.stampCorrectionS.every((d) => d === 0)).toBe(true)
    expect(odometer.excessM.every((e) => e === 0)).toBe(true)
  })

  it('survives the way to another thread', () => {
    expect(structuredClone(refinement)).toEqual(refinement)
  })

  it('has nothing for a car that it has not seen', () => {
    expect(carRefinement(refinement, '77')).toBeNull()
    expect(carRefinement(refinement, '3')?.speedScale).toBeCloseTo(1, 2)
  })
})

describe('the odometer', () => {
  const lengthM = 4000
  const odometer: Odometer = {
    lengthM,
    excessM: Float64Array.from({ length: 2000 }, (_, i) => 1.8 * Math.sin(i / 31.83098861837907)),
  }

  it('is undone by its inverse, on any lap', () => {
    for (let s = -5000; s < 9000; s += 13.7) {
      expect(linePlace(odometer, wheelDistance(odometer, s))).toBeCloseTo(s, 8)
    }
  })

  it('counts a whole lap as a whole lap', () => {
    expect(wheelDistance(odometer, 777 + lengthM) - wheelDistance(odometer, 777)).toBeCloseTo(lengthM, 9)
  })
})
