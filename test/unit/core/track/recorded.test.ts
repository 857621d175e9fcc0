// The line and the G-forces of a recorded qualifying hour (Mexico City 2025) against values computed independently.
// The reference takes lap ends from raw messages and samples elsewhere; bounds leave room for that.

import { describe, expect, it } from 'vitest'
import { SAMPLE_FLAGS } from '@contract/sculpture'
import { fitLapMotion } from '@main/core/sculpture/lap-motion'
import { shapeLap, type ShapedLap } from '@main/core/sculpture/shape-lap'
import { curvatureAt } from '@main/core/track/closed-curve'
import { isWithin } from '@main/core/track/grip-envelope'
import { refineSession } from '@main/core/track/refine-session'
import { carRefinement } from '@main/core/track/refinement'
import { buildTrackLine } from '@main/core/track/track-line'
import { recordingsFolder, RECORDINGS_MISSING } from '../../../helpers/recordings'
import { readRecordedSession, type RecordedLap } from './recorded-session'

const folder = recordingsFolder()
if (folder === null) console.warn(RECORDINGS_MISSING)

function compute(from: string) {
  const { samples, laps, physics } = readRecordedSession(from)
  const line = buildTrackLine(samples, laps)
  const refinement = refineSession(line, samples, laps)
  const best = laps.filter((l) => l.isFastest)
  const shape = (lap: RecordedLap, tier: 2 | 3): ShapedLap => {
    const ofCar = tier === 3 ? carRefinement(refinement, lap.number) : null
    return shapeLap(line, samples.cars.get(lap.number)!, lap, ofCar === null ? {} : { refinement: ofCar })
  }
  return {
    physics,
    line,
    refinement,
    samples,
    best,
    tier2: best.map((l) => shape(l, 2)),
    tier3: best.map((l) => shape(l, 3)),
  }
}

/** Value at a place between two samples. */
function at(channel: Float64Array, shaped: ShapedLap, s: number): number {
  const q = s / shaped.stepM
  const i = Math.min(Math.floor(q), channel.length - 2)
  return channel[i]! + (q - i) * (channel[i + 1]! - channel[i]!)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[sorted.length >> 1]! + sorted[(sorted.length - 1) >> 1]!) / 2
}

describe.skipIf(folder === null)('Mexico City 2025, qualifying', () => {
  const { physics, line, refinement, samples, best, tier2, tier3 } =
    folder === null ? ({} as never) : compute(folder)
  const tiers = [
    ['tier 2', () => tier2],
    ['tier 3', () => tier3],
  ] as const

  it('has a smooth, clockwise line of 4246.6 m', () => {
    expect(Math.abs(line.lengthM - 4246.6)).toBeLessThan(0.5)
    expect(Math.abs(line.turningNumber + 1)).toBeLessThan(0.005)
    expect(line.residualRmsM).toBeLessThan(0.06)
    expect(line.quality).toBe('good')
    expect(line.pointsPerM).toBeGreaterThan(5)
  })

  it('bends as the reference line does', () => {
    const { s, kappa } = physics.line.samplesOfKappa
    const difference = s.map((place, i) => {
      const here = line.finishM + place
      // Ten metres apart and rounded to 10^-4; the finish lines differ by some decimetres.
      return Math.min(...[-1, -0.5, 0, 0.5, 1].map((d) => Math.abs(curvatureAt(line, here + d) - kappa[i]!)))
    })
    expect(Math.max(...difference)).toBeLessThan(0.0012)
    expect(median(difference)).toBeLessThan(0.00005)
  })

  it('marks the two corners where the line is tighter than anybody drove, and no other', () => {
    for (const corner of Object.values(physics.corners)) {
      const place = (line.finishM + corner.apexAtM) % line.lengthM
      const isMarked = line.tighterThanDriven.some((stretch) => isWithin(stretch, place))
      expect(isMarked).toBe(corner.lineProbablyTighterThanDriven)
    }
    expect(line.tighterThanDriven).toHaveLength(2)
  })

  it.each(tiers)('has the corner speeds and lateral G of the reference, %s', (_, shaped) => {
    for (const corner of Object.values(physics.corners)) {
      const lateral = median(shaped().map((s) => Math.abs(at(s.channels.lateralG, s, corner.apexAtM))))
      const speed = median(shaped().map((s) => at(s.channels.speedKmh, s, corner.apexAtM)))
      expect(Math.abs(lateral - corner.medianAbsLateralG)).toBeLessThan(0.1 + 0.03 * corner.medianAbsLateralG)
      expect(Math.abs(speed - corner.medianSpeedKmh)).toBeLessThan(2.5)
    }
  })

  it.each(tiers)('has the drivers the reference gives, %s', (tier, shaped) => {
    for (const [code, expected] of Object.entries(physics.drivers)) {
      const lap = shaped()[best.findIndex((l) => l.driver === code)]!
      for (const [number, corner] of Object.entries(expected.corners)) {
        const place = physics.corners[number]!.apexAtM
        expect(Math.abs(at(lap.channels.lateralG, lap, place) - corner.lateralG)).toBeLessThan(0.15)
        expect(Math.abs(at(lap.channels.longitudinalG, lap, place) - corner.longitudinalG)).toBeLessThan(0.4)
      }
      const { stats } = lap
      // The reference states 0.10 to 0.14 G for its own extremes.
      expect(Math.abs(stats.maxLateralLeftG - expected.maxLateralLeftOutsideFlaggedG)).toBeLessThan(0.14)
      expect(Math.abs(stats.maxLateralRightG - expected.maxLateralRightOutsideFlaggedG)).toBeLessThan(0.14)
      expect(Math.abs(stats.maxAccelerationG - expected.maxLongitudinalG)).toBeLessThan(0.2)
      expect(Math.abs(stats.maxBrakingG + expected.minLongitudinalG)).toBeLessThan(0.4)
      expect(Math.abs(stats.meanCombinedG - expected.meanCombinedG)).toBeLessThan(0.03)
      expect(Math.abs(stats.topSpeedKmh - expected.topSpeedKmh)).toBeLessThan(2)
      const sigmas = [...lap.channels.longitudinalSigmaG].sort((a, b) => a - b)
      expect(median(sigmas)).toBeCloseTo(expected.lonSigmaMedianG, 1.3)
      expect(tier).toMatch(String(lap.tier))
    }
  })

  it.each(tiers)('has nothing that no car can do, %s', (_, shaped) => {
    for (const { channels } of shaped()) {
      expect(Math.max(...channels.lateralG.map(Math.abs))).toBeLessThan(5.8)
      expect(Math.min(...channels.longitudinalG)).toBeGreaterThan(-6)
      expect(Math.max(...channels.longitudinalG)).toBeLessThan(2.6)
    }
  })

  it.each(tiers)('shows every driver the same curvature at an apex, %s', (_, shaped) => {
    const scatters = Object.values(physics.corners).map((corner) => {
      const curvatures = shaped().map((s) => {
        const i = Math.round(corner.apexAtM / s.stepM)
        return s.channels.lateralG[i]! / s.channels.speedKmh[i]! ** 2
      })
      const mean = curvatures.reduce((a, b) => a + b, 0) / curvatures.length
      return (
        Math.sqrt(curvatures.reduce((a, c) => a + (c - mean) ** 2, 0) / curvatures.length) / Math.abs(mean)
      )
    })
    expect(Math.max(...scatters)).toBeLessThan(0.01)
  })

  it.each(tiers)('takes the official time from line to line, %s', (_, shaped) => {
    const differences = shaped().map((s, i) => s.channels.timeS.at(-1)! - best[i]!.lapTimeMs / 1000)
    for (const d of differences) expect(Math.abs(d)).toBeLessThan(0.06)
    expect(Math.abs(median(differences))).toBeLessThan(0.02)
    expect(shaped().flatMap((s) => s.warnings)).toEqual([])
  })

  it('closes: from one crossing to the next the wheels drive the length of the line', () => {
    const offs = best.map((lap) => {
      const telemetry = samples.cars.get(lap.number)!
      const { fit } = fitLapMotion(line, telemetry, lap, carRefinement(refinement, lap.number))
      const endS = lap.endMs / 1000 - 0.3
      return fit.distanceM(endS) - fit.distanceM(endS - lap.lapTimeMs / 1000) - line.lengthM
    })
    for (const off of offs) expect(Math.abs(off)).toBeLessThan(4)
    expect(Math.abs(median(offs))).toBeLessThan(1.5)
  })

  it('adds up: acceleration over time is the change of speed between steady points, to 0.5 m/s', () => {
    const errors: number[] = []
    for (const { channels } of tier3) {
      const { timeS, speedKmh, longitudinalG } = channels
      let gained = 0
      let from = 0
      for (let i = 1; i < timeS.length; i++) {
        gained += ((longitudinalG[i]! + longitudinalG[i - 1]!) / 2) * 9.80665 * (timeS[i]! - timeS[i - 1]!)
        if (Math.abs(longitudinalG[i]!) > 0.3) continue
        errors.push((gained - (speedKmh[i]! - speedKmh[from]!) / 3.6) ** 2)
        gained = 0
        from = i
      }
    }
    expect(errors.length).toBeGreaterThan(500)
    expect(Math.sqrt(errors.reduce((a, b) => a + b, 0) / errors.length)).toBeLessThan(0.5)
  })

  it('has hardly any vertical G on the even straight, and no more than cars feel anywhere', () => {
    for (const { channels, stepM } of tier3) {
      const straight = channels.verticalG.slice(Math.round(200 / stepM), Math.round(900 / stepM))
      expect(Math.sqrt(straight.reduce((a, g) => a + g * g, 0) / straight.length)).toBeLessThan(0.1)
      expect(Math.max(...channels.verticalG.map(Math.abs))).toBeLessThan(1)
    }
  })

  it('brakes for the first corner from 335 to 112 km/h in about 2.6 s', () => {
    const durations = tier3.map(({ channels, stepM }) => {
      const apex = Math.round(1200.8 / stepM)
      let i = apex
      while (channels.speedKmh[i]! < 112) i--
      const end = channels.timeS[i]!
      while (channels.speedKmh[i]! < 335 && i > 0) i--
      return end - channels.timeS[i]!
    })
    // Laps whose top speed or apex speed does not span the range run into other places.
    const spanning = durations.filter((d) => d > 1 && d < 5)
    expect(spanning.length).toBeGreaterThan(10)
    expect(Math.abs(median(spanning) - 2.6)).toBeLessThan(0.3)
  })

  it('finds a quarter of the stamps early, and speeds that are 0.05-0.09 s old', () => {
    const { stampCorrectionS, stampCars, speedAgeS } = refinement.clocks
    const known = [...stampCorrectionS].filter((_, j) => stampCars[j]! >= 2)
    expect(known.length).toBeGreaterThan(10_000)
    expect(known.filter((d) => d > 0.02).length / known.length).toBeCloseTo(0.24, 1)
    const mean = known.reduce((a, d) => a + d, 0) / known.length
    expect(Math.sqrt(known.reduce((a, d) => a + (d - mean) ** 2, 0) / known.length)).toBeCloseTo(0.046, 2)
    for (const age of speedAgeS.values()) {
      expect(age).toBeGreaterThan(0.045)
      expect(age).toBeLessThan(0.095)
    }
  })

  it('flags a sample or two in the archive gaps, and the two corners, on every lap', () => {
    for (const { channels } of tier3) {
      const holes = [...channels.flags].filter((f) => (f & SAMPLE_FLAGS.hole) !== 0).length
      const tighter = [...channels.flags].filter((f) => (f & SAMPLE_FLAGS.lineTighterThanDriven) !== 0).length
      expect(holes).toBeLessThan(12)
      expect(tighter).toBeGreaterThan(20)
      expect(tighter).toBeLessThan(40)
    }
  })
})
