import { describe, expect, it } from 'vitest'
import { SAMPLE_FLAGS } from '@contract/sculpture'
import { AppError } from '@main/core/app-error'
import { shapeLap, type LapToShape } from '@main/core/sculpture/shape-lap'
import { lapStats } from '@main/core/sculpture/lap-stats'
import type { CarTelemetry } from '@main/core/session/samples'
import { refineSession } from '@main/core/track/refine-session'
import { carRefinement } from '@main/core/track/refinement'
import { buildTrackLine } from '@main/core/track/track-line'
import { keepTimes } from '../track/session-edits'
import { thirteenCorners } from '../track/synthetic-circuit'
import { fastLaps, qualifyingHour } from '../track/synthetic-driving'

const circuit = thirteenCorners()
const session = qualifyingHour(circuit, 4, { cars: 10 })
const line = buildTrackLine(session.samples, session.laps)
const lap = fastLaps(session)[5]!
const telemetry = session.samples.cars.get(lap.number)!
const shaped = shapeLap(line, telemetry, lap)
const none = keepTimes(telemetry, () => false)

function refusalOf(ofTelemetry: CarTelemetry, ofLap: LapToShape): string {
  try {
    shapeLap(line, ofTelemetry, ofLap)
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`
    throw error
  }
  return 'shaped'
}

function rms(values: ArrayLike<number>, others: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i]! - others[i]!) ** 2
  return Math.sqrt(sum / values.length)
}

describe('a shaped lap', () => {
  const { channels, stats } = shaped

  it('goes once round from finish line to finish line in even steps of about three metres', () => {
    const n = Math.round(line.lengthM / 3) + 1
    for (const channel of Object.values(channels)) expect(channel.length).toBe(n)
    expect(shaped.stepM * (n - 1)).toBeCloseTo(line.lengthM, 6)
    expect(
      Math.hypot(channels.xM[0]! - channels.xM[n - 1]!, channels.yM[0]! - channels.yM[n - 1]!),
    ).toBeLessThan(1e-6)
    for (let i = 1; i < n; i++) {
      const chord = Math.hypot(channels.xM[i]! - channels.xM[i - 1]!, channels.yM[i]! - channels.yM[i - 1]!)
      expect(chord).toBeCloseTo(shaped.stepM, 0)
    }
  })

  it('has a clock that starts at zero, only goes forward, and ends near the official time', () => {
    expect(channels.timeS[0]).toBe(0)
    for (let i = 1; i < channels.timeS.length; i++)
      expect(channels.timeS[i]!).toBeGreaterThan(channels.timeS[i - 1]!)
    expect(Math.abs(channels.timeS.at(-1)! - lap.lapTimeMs / 1000)).toBeLessThan(0.1)
    expect(shaped.warnings).toEqual([])
  })

  it('has finite values and honest sigmas everywhere', () => {
    const { brake, gear, drs, flags, ...floats } = channels
    for (const channel of Object.values(floats)) expect(channel.every(Number.isFinite)).toBe(true)
    expect(Math.min(...channels.lateralSigmaG)).toBeGreaterThan(0.015)
    expect(Math.min(...channels.longitudinalSigmaG)).toBeGreaterThan(0.02)
    expect([brake, gear, drs, flags].every((c) => c instanceof Uint8Array)).toBe(true)
  })

  it('is the same for two laps of the session at the same index', () => {
    const other = fastLaps(session)[9]!
    const { channels: others } = shapeLap(line, session.samples.cars.get(other.number)!, other)
    expect(rms(others.xM, channels.xM)).toBeLessThan(1e-9)
  })

  it('shows the brake where the car slows down, and throttle as far as the feed has it', () => {
    const braking = [...channels.longitudinalG].map((g, i) => [g, channels.brake[i]!] as const)
    const agree = braking.filter(([g, b]) => (g < -1.5 && b === 1) || (g > 0.3 && b === 0)).length
    const all = braking.filter(([g]) => g < -1.5 || g > 0.3).length
    expect(agree / all).toBeGreaterThan(0.93)
    const silent = { ...telemetry.car, throttlePct: telemetry.car.throttlePct.slice() }
    const from = lap.startMs + 30_000
    silent.throttlePct.forEach((_, i) => {
      if (silent.timeMs[i]! > from && silent.timeMs[i]! < from + 1000) silent.throttlePct[i] = NaN
    })
    const { channels: partly } = shapeLap(line, { ...telemetry, car: silent }, lap)
    const unknown = [...partly.timeS].filter((_, i) => Number.isNaN(partly.throttlePct[i]!))
    expect(unknown.length).toBeGreaterThan(10)
    expect(Math.min(...unknown)).toBeGreaterThan(29)
    expect(Math.max(...unknown)).toBeLessThan(32)
  })

  it('sums up to statistics that follow from the channels', () => {
    expect(stats.maxLateralLeftG).toBeGreaterThan(3)
    expect(stats.maxBrakingG).toBeGreaterThan(3)
    expect(stats.topSpeedKmh).toBeGreaterThan(300)
    expect(stats.distanceM).toBeCloseTo(circuit.lengthM, 0)
    expect(stats.elevationRangeM).toBeGreaterThan(20)
    expect(stats.meanCombinedG).toBeGreaterThan(0.5)
    expect(stats.meanCombinedG).toBeLessThan(stats.maxCombinedG)
  })

  it('weighs the mean of combined G by time and leaves flagged samples out of the extremes', () => {
    const flat = (...values: number[]): Float64Array => Float64Array.from(values)
    const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
    const result = lapStats(
      {
        xM: flat(0, 3, 6), yM: flat(0, 0, 0), zM: flat(5, 9, 7), timeS: flat(0, 1, 4), speedKmh: flat(100, 110, 300),
        throttlePct: flat(0, 0, 0), brake: bytes(0, 0, 0), gear: bytes(1, 1, 1), drs: bytes(0, 0, 0),
        longitudinalG: flat(0, 0, 0), lateralG: flat(1, 3, -7), verticalG: flat(0, 0, 0), lateralSigmaG: flat(0, 0, 0),
        longitudinalSigmaG: flat(0, 0, 0), flags: bytes(0, 0, SAMPLE_FLAGS.lineTighterThanDriven),
      },
      6,
    ) // prettier-ignore
    expect(result.meanCombinedG).toBeCloseTo((2 * 1 + 5 * 3) / 4, 9)
    expect(result.maxLateralLeftG).toBe(3)
    expect(result.maxLateralRightG).toBe(0)
    expect(result.maxCombinedG).toBe(3)
    expect(result.topSpeedKmh).toBe(110)
    expect(result.elevationRangeM).toBe(4)
  })

  it('says where the corners and sectors are, from the start of the lap', () => {
    expect(shaped.corners.map(({ number }) => number)).toEqual(line.corners.map(({ number }) => number))
    for (const { apexM, direction, radiusM } of shaped.corners) {
      const i = Math.round(apexM / shaped.stepM)
      expect(Math.sign(channels.lateralG[i]!)).toBe(direction === 'left' ? 1 : -1)
      const v = channels.speedKmh[i]! / 3.6
      expect(Math.abs((v * v) / radiusM / 9.80665 / Math.abs(channels.lateralG[i]!) - 1)).toBeLessThan(0.03)
    }
    expect(shaped.sectorEndsM).toBeNull()
    const marked = { ...line, sectorEndsM: [line.finishM + 1200.04, line.finishM + 3000] as const }
    expect(shapeLap(marked, telemetry, lap).sectorEndsM).toEqual([1200, 3000])
  })

  it('feels dips and crests as heavy and light, within the hundredths that even heights allow', () => {
    const errors = [...channels.verticalG].map((g, i) => {
      const s = circuit.placeOf(channels.xM[i]!, channels.yM[i]!)
      const angle = (2 * Math.PI * s) / circuit.lengthM
      const perM = ((2 * Math.PI) / circuit.lengthM) ** 2
      const bend = perM * (-12 * Math.sin(angle) - 27 * Math.cos(3 * angle))
      return g - ((channels.speedKmh[i]! / 3.6) ** 2 * bend) / 9.80665
    })
    expect(Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length)).toBeLessThan(0.02)
  })

  it('marks the middle of a hole in both streams', () => {
    const from = lap.startMs + 40_000
    const holed = keepTimes(telemetry, (t) => t < from || t > from + 1800)
    const { channels: c } = shapeLap(line, holed, lap)
    const marked = [...c.timeS].filter((_, i) => (c.flags[i]! & SAMPLE_FLAGS.hole) !== 0 && c.timeS[i]! > 39)
    expect(marked.length).toBeGreaterThan(5)
    const near = marked.filter((t) => t < 43)
    expect(Math.min(...near)).toBeGreaterThan(40)
    expect(Math.max(...near)).toBeLessThan(41.8)
  })
})

describe('which method a lap was computed with', () => {
  it('is tier 2 without and tier 3 with the session refined', () => {
    const refinement = carRefinement(refineSession(line, session.samples, session.laps), lap.number)!
    expect(shaped.tier).toBe(2)
    expect(shapeLap(line, telemetry, lap, { refinement }).tier).toBe(3)
  })

  it('stays tier 2 for a car that was alone on the track', () => {
    const alone = qualifyingHour(circuit, 6, { cars: 1 })
    const itsLine = buildTrackLine(alone.samples, alone.laps)
    const refinement = carRefinement(refineSession(itsLine, alone.samples, alone.laps), '1')!
    const its = shapeLap(itsLine, alone.samples.cars.get('1')!, fastLaps(alone)[0]!, { refinement })
    expect(its.tier).toBe(2)
  })
})

describe('laps with half of the recording', () => {
  it('are placed by their speed where there are no positions, and say so', () => {
    const blind = shapeLap(line, { car: telemetry.car, position: none.position }, lap)
    expect(blind.warnings.join(' ')).toMatch(/placed on the circuit by its speed/)
    expect(blind.placedBy).toBe('speed')
    expect(blind.channels.flags.every((f) => (f & SAMPLE_FLAGS.placedBySpeed) !== 0)).toBe(true)
    expect(blind.stats.maxLateralLeftG).toBeGreaterThan(3)
    expect(rms(blind.channels.lateralG, shaped.channels.lateralG)).toBeLessThan(0.3)
    expect(Math.max(...blind.channels.timeS)).toBeCloseTo(lap.lapTimeMs / 1000, 1)
    expect(blind.channels.lateralSigmaG[300]!).toBeGreaterThan(0.015)
  })

  it('are derived from positions where there are no speeds, and say so', () => {
    const deaf = shapeLap(line, { car: none.car, position: telemetry.position }, lap)
    expect(deaf.warnings.join(' ')).toMatch(/no speeds/)
    expect(deaf.channels.flags.every((f) => (f & SAMPLE_FLAGS.speedFromPositions) !== 0)).toBe(true)
    expect(rms(deaf.channels.lateralG, shaped.channels.lateralG)).toBeLessThan(0.5)
    expect(deaf.channels.throttlePct.every(Number.isNaN)).toBe(true)
    expect(deaf.channels.gear.every((g) => g === 255)).toBe(true)
  })

  it('are refused where there is neither', () => {
    expect(refusalOf(none, lap)).toMatch(/^sculpture\/too-few-samples/)
  })
})

describe('laps that the recording does not cover', () => {
  it('are refused with fewer than 120 fixes', () => {
    const thin = keepTimes(
      telemetry,
      () => true,
      (t) => Math.floor(t / 260) % 4 === 0,
    )
    expect(refusalOf(thin, lap)).toMatch(
      /^sculpture\/too-few-samples.*\d+ positions and \d+ speeds in the lap, 120 needed/,
    )
  })

  it('are refused where the car was not on this circuit', () => {
    const { position } = telemetry
    const elsewhere = { ...telemetry, position: { ...position, xM: position.xM.map((x) => x + 4000) } }
    expect(refusalOf(elsewhere, lap)).toMatch(/^sculpture\/too-few-samples.*on the circuit's line/)
  })

  it('are refused with a hole of more than two and a half seconds in both streams', () => {
    const from = lap.startMs + 30_000
    const holed = keepTimes(telemetry, (t) => t < from || t > from + 2900)
    expect(refusalOf(holed, lap)).toMatch(/^sculpture\/too-few-samples.*no sample for/)
  })

  it('are shaped when only one stream has such a hole', () => {
    const from = lap.startMs + 30_000
    const holed = keepTimes(
      telemetry,
      () => true,
      (t) => t < from || t > from + 2900,
    )
    expect(rms(shapeLap(line, holed, lap).channels.lateralG, shaped.channels.lateralG)).toBeLessThan(0.1)
  })

  it('are refused when they do not run from line to line', () => {
    const middle = lap.startMs + lap.lapTimeMs / 3
    const partly = keepTimes(telemetry, (t) => t > middle)
    const outLap = { startMs: middle, endMs: lap.endMs, lapTimeMs: null }
    expect(refusalOf(partly, outLap)).toMatch(/finish line/)
  })

  it('warn when the lap took another time than the official one', () => {
    const other = shapeLap(line, telemetry, { ...lap, lapTimeMs: lap.lapTimeMs + 400 })
    expect(other.warnings).toHaveLength(1)
    expect(other.warnings[0]).toMatch(/0\.\d\d s shorter than the official lap time/)
  })

  it('use the lap time where the feed has a wrong beginning', () => {
    const late = shapeLap(line, telemetry, { ...lap, startMs: lap.startMs - 200_000 })
    expect(rms(late.channels.lateralG, shaped.channels.lateralG)).toBeLessThan(0.01)
  })

  it('are not disturbed by a damaged speed sample', () => {
    const speedKmh = telemetry.car.speedKmh.slice()
    const hit = telemetry.car.timeMs.findIndex((t) => t > lap.startMs + 20_000)
    speedKmh[hit] = 0
    const { channels } = shapeLap(line, { ...telemetry, car: { ...telemetry.car, speedKmh } }, lap)
    expect(Math.max(...channels.longitudinalG)).toBeLessThan(2.2)
    expect(rms(channels.lateralG, shaped.channels.lateralG)).toBeLessThan(0.02)
  })
})
