// The G-forces against circuits whose answer is known: by hand (circle, stadium), by simulation (thirteen corners).

import { describe, expect, it } from 'vitest'
import { fitLapMotion } from '@main/core/sculpture/lap-motion'
import { shapeLap, type ShapedLap } from '@main/core/sculpture/shape-lap'
import type { SessionSamples } from '@main/core/session/samples'
import { curvatureAt } from '@main/core/track/closed-curve'
import { Projector } from '@main/core/track/projector'
import { refineSession } from '@main/core/track/refine-session'
import { carRefinement, type SessionRefinement } from '@main/core/track/refinement'
import { buildTrackLine, type TrackLine } from '@main/core/track/track-line'
import { backwards, inFrame, keepTimes } from '../track/session-edits'
import { circle, stadium, thirteenCorners } from '../track/synthetic-circuit'
import { fastLaps, qualifyingHour } from '../track/synthetic-driving'
import { makeSession, type SyntheticLap, type SyntheticSession } from '../track/synthetic-session'
import { syntheticTruth } from '../track/synthetic-truth'
import { errorTable } from '../../../helpers/error-table'
import { localCubicLateral } from './time-fit'

const G = 9.80665
const circuit = thirteenCorners()

function shape(
  line: TrackLine,
  samples: SessionSamples,
  lap: SyntheticLap,
  refinement?: SessionRefinement,
): ShapedLap {
  const ofCar = refinement === undefined ? null : carRefinement(refinement, lap.number)
  return shapeLap(line, samples.cars.get(lap.number)!, lap, ofCar === null ? {} : { refinement: ofCar })
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}

function deviation(values: readonly number[]): number {
  const m = mean(values)
  return Math.sqrt(mean(values.map((v) => (v - m) ** 2)))
}

describe('a car on a circle', () => {
  const radii = [
    [100, 50],
    [20, 15],
    [300, 80],
  ] as const
  const drive = (radius: number, speed: number, stampErrors: 'none' | 'archive') => {
    const laps = Math.ceil((150 * speed) / (2 * Math.PI * radius))
    const session = makeSession({
      circuit: circle(radius),
      seed: 5,
      cars: 20,
      laps,
      speed: () => speed,
      stampErrors,
    })
    const line = buildTrackLine(session.samples, session.laps)
    const startMs = session.laps.find((l) => l.car === 9)!.startMs + 20_000
    const span = { startMs, endMs: startMs + 60_000 }
    const known = carRefinement(refineSession(line, session.samples, session.laps), '10')
    const { fit } = fitLapMotion(
      line,
      session.samples.cars.get('10')!,
      span,
      stampErrors === 'archive' ? known : null,
    )
    const times = Array.from({ length: 500 }, (_, i) => startMs / 1000 + 5 + i / 10)
    return {
      lateral: times.map((t) => (fit.speedMs(t) ** 2 * curvatureAt(line, fit.distanceM(t))) / G),
      longitudinal: times.map((t) => fit.longitudinalG(t)),
    }
  }

  it.each(radii)('of radius %d m at %d m/s feels v^2/r to the left and nothing along', (radius, speed) => {
    const { lateral, longitudinal } = drive(radius, speed, 'none')
    for (const g of lateral) expect(Math.abs(g - speed ** 2 / radius / G)).toBeLessThan(0.02)
    for (const g of longitudinal) expect(Math.abs(g)).toBeLessThan(0.02)
  })

  it.each(radii)(
    'of radius %d m at %d m/s does so with stamps as wrong as the archive has them',
    (radius, speed) => {
      const { lateral, longitudinal } = drive(radius, speed, 'archive')
      const truth = speed ** 2 / radius / G
      expect(Math.sqrt(mean(lateral.map((g) => (g - truth) ** 2)))).toBeLessThan(0.02)
      // In holes of both streams a few hundredths remain: sigma says so.
      expect(Math.sqrt(mean(longitudinal.map((g) => g * g)))).toBeLessThan(0.03)
    },
  )
})

describe('a car in a stadium', () => {
  const straightM = 1000
  const accelerating = (d: number): number => {
    const lap = straightM * 2 + 200 * Math.PI
    const s = (d - Math.floor(d / lap) * lap) % (lap / 2)
    const up = Math.sqrt(400 + 16 * Math.max(0, s - 80))
    const down = Math.sqrt(400 + 16 * Math.max(0, 900 - s))
    return Math.min(up, down, 75)
  }

  it.each([
    ['exact clocks', 0, 'none', 0.05],
    ['clocks like the archive', 0.1, 'archive', 0.15],
  ] as const)('that speeds up by 8 m/s^2 shows 0.816 G, with %s', (_, ageJitterS, stampErrors, scatter) => {
    const circuit = stadium(straightM, 100)
    const session = makeSession({
      circuit,
      seed: 11,
      cars: 10,
      laps: 4,
      speed: accelerating,
      ageJitterS,
      stampErrors,
    })
    const line = buildTrackLine(session.samples, session.laps)
    const values: number[] = []
    for (const lap of session.laps.filter((l) => l.lap === 1)) {
      const { channels } = shape(line, session.samples, lap)
      channels.longitudinalG.forEach((g, i) => {
        const at = circuit.placeOf(channels.xM[i]!, channels.yM[i]!, i * 3)
        if (at > 130 && at < 330) values.push(g)
      })
    }
    expect(mean(values)).toBeCloseTo(0.816, 1.5)
    expect(deviation(values)).toBeLessThan(scatter)
  })
})

describe('a car that goes round a stadium at an even speed', () => {
  it('feels nothing on the straights and v^2/r in the bends, its line turning once round', () => {
    const circuit = stadium(1000, 100)
    const session = makeSession({ circuit, seed: 2, cars: 20, laps: 4, speed: () => 60 })
    const line = buildTrackLine(session.samples, session.laps)
    const refinement = refineSession(line, session.samples, session.laps)
    expect(Math.abs(line.turningNumber - 1)).toBeLessThan(0.005)
    for (const lap of session.laps.filter((l) => l.lap === 1)) {
      const { channels } = shape(line, session.samples, lap, refinement)
      channels.lateralG.forEach((g, i) => {
        const s = circuit.placeOf(channels.xM[i]!, channels.yM[i]!)
        const bend = (d: number): number => circuit.pointAt(s + d).curvature
        if (bend(-40) === 0 && bend(40) === 0) expect(Math.abs(g)).toBeLessThan(0.2)
        // The bend begins without a clothoid: 60 m inside of it the line's smoothing has settled.
        if (bend(-60) > 0 && bend(60) > 0) expect(Math.abs(g / (3600 / 100 / G) - 1)).toBeLessThan(0.03)
        expect(Math.abs(channels.longitudinalG[i]!)).toBeLessThan(0.2)
      })
    }
  })
})

describe('a simulated qualifying hour', () => {
  const session = qualifyingHour(circuit, 1)
  const laps = fastLaps(session)
  const line = buildTrackLine(session.samples, session.laps)
  const refinement = refineSession(line, session.samples, session.laps)

  it.each([
    ['clocks as given', undefined, 0.2],
    ['clocks repaired', refinement, 0.16],
  ] as const)('gives G-forces near the truth with %s', (_, known, longitudinalLimit) => {
    const table = errorTable(
      laps.map((lap) => ({
        truth: syntheticTruth(session, lap),
        estimate: shape(line, session.samples, lap, known).channels,
      })),
    )
    expect(table.lateralRmse).toBeLessThan(0.07)
    expect(table.lateralCorrelation).toBeGreaterThan(0.998)
    expect(table.straightsP95).toBeLessThan(0.03)
    // Three seeds, as `npm run bench -- physics` has them, give 0.020 and 0.018; a single one scatters.
    expect(table.apexRms).toBeLessThan(0.023)
    expect(table.entryRms).toBeLessThan(0.1)
    expect(table.exitRms).toBeLessThan(0.1)
    expect(table.longitudinalRmse).toBeLessThan(longitudinalLimit)
    expect(Math.abs(table.maxLateralBias)).toBeLessThan(0.15)
    // Two stated sigmas cover what they should: neither bragging nor hiding.
    expect(table.lateralCoverage).toBeGreaterThan(0.9)
    expect(table.lateralCoverage).toBeLessThan(0.99)
    expect(table.longitudinalCoverage).toBeGreaterThan(0.9)
    expect(table.longitudinalCoverage).toBeLessThan(0.99)
    expect(table.placeRmsM).toBeLessThan(known === undefined ? 3.5 : 1.5)
  })

  it('is unmoved by a session filmed in a mirror, in another place or turned', () => {
    const lap = laps[4]!
    const original = shape(line, session.samples, lap).channels
    const mirrored = inFrame(session.samples, (x, y) => [-x, y])
    const angle = 2.1
    const turned = inFrame(session.samples, (x, y) => [
      3000 + x * Math.cos(angle) - y * Math.sin(angle),
      -2000 + x * Math.sin(angle) + y * Math.cos(angle),
    ])
    const inMirror = shape(buildTrackLine(mirrored, session.laps), mirrored, lap).channels
    const elsewhere = shape(buildTrackLine(turned, session.laps), turned, lap).channels
    original.lateralG.forEach((g, i) => {
      expect(Math.abs(inMirror.lateralG[i]! + g)).toBeLessThan(0.02)
      expect(Math.abs(elsewhere.lateralG[i]! - g)).toBeLessThan(0.02)
      expect(Math.abs(inMirror.longitudinalG[i]! - original.longitudinalG[i]!)).toBeLessThan(0.02)
    })
  })

  it('has both G-forces the other way round when the film runs backwards', () => {
    const lap = laps[6]!
    const lastMs = session.samples.positionStampsMs.at(-1)! + 1000
    const reversed = backwards(session.samples, lastMs)
    const turn = (l: SyntheticLap): SyntheticLap => ({
      ...l,
      startMs: lastMs - l.endMs + 344,
      endMs: lastMs - l.startMs + 344,
    })
    const forwards = shape(line, session.samples, lap).channels
    const otherLine = buildTrackLine(reversed, session.laps.map(turn))
    const back = shape(otherLine, reversed, turn(lap)).channels
    const startS = new Projector(otherLine).refine(back.xM[0]!, back.yM[0]!, otherLine.finishM)
    const step = otherLine.lengthM / (back.xM.length - 1)
    const projector = new Projector(otherLine)
    const n = forwards.xM.length
    const lateral: number[] = []
    const longitudinal: number[] = []
    for (let i = 20; i < n - 20; i++) {
      const guess = startS + otherLine.lengthM - i * step
      const s = projector.refine(forwards.xM[i]!, forwards.yM[i]!, guess)
      const at = Math.round((s - startS) / step)
      const j = ((at % n) + n) % n
      lateral.push((forwards.lateralG[i]! + back.lateralG[j]!) ** 2)
      longitudinal.push((forwards.longitudinalG[i]! + back.longitudinalG[j]!) ** 2)
    }
    expect(Math.sqrt(mean(lateral))).toBeLessThan(0.08)
    expect(Math.sqrt(mean(longitudinal))).toBeLessThan(0.2)
  })

  it('adds up: acceleration over time is the change of speed, and distance never shrinks', () => {
    const lap = laps[2]!
    const { fit } = fitLapMotion(line, session.samples.cars.get(lap.number)!, lap, null)
    const from = lap.startMs / 1000
    const to = lap.endMs / 1000
    // The acceleration is linear between knots 0.1 s apart, so trapezia on the knots are exact.
    const first = Math.ceil((from - fit.startS) / 0.1)
    const last = Math.floor((to - fit.startS) / 0.1)
    const at = (k: number): number => fit.startS + 0.1 * k
    let sum = 0
    for (let k = first; k < last; k++) {
      sum += 0.05 * (fit.accelerationMs2(at(k) + 1e-9) + fit.accelerationMs2(at(k + 1) - 1e-9))
    }
    expect(sum).toBeCloseTo(fit.speedMs(at(last)) - fit.speedMs(at(first)), 6)
    for (let t = from; t < to; t += 0.02) expect(fit.speedMs(t)).toBeGreaterThan(0)
  })

  it('adds up in the channels too: what is read off the sculpture is what the speed does', () => {
    const { channels } = shape(line, session.samples, laps[2]!, refinement)
    const { timeS, speedKmh, longitudinalG } = channels
    // The mean over 0.4 s smooths; between places where the speed is steady it takes nothing away.
    const errors: number[] = []
    let gained = 0
    let from = 0
    for (let i = 1; i < timeS.length; i++) {
      gained += ((longitudinalG[i]! + longitudinalG[i - 1]!) / 2) * G * (timeS[i]! - timeS[i - 1]!)
      if (Math.abs(longitudinalG[i]!) > 0.3) continue
      errors.push((gained - (speedKmh[i]! - speedKmh[from]!) / 3.6) ** 2)
      gained = 0
      from = i
    }
    expect(errors.length).toBeGreaterThan(20)
    expect(Math.sqrt(mean(errors))).toBeLessThan(0.5)
  })

  it('changes little where a second of both streams is cut out, and says that it knows less', () => {
    const lap = laps[8]!
    const telemetry = session.samples.cars.get(lap.number)!
    const whole = shape(line, session.samples, lap).channels
    const rises: number[] = []
    const changes: number[] = []
    for (const cutS of [5, 12, 33, 51, 80]) {
      const fromMs = lap.startMs + 1000 * cutS
      const holed = keepTimes(telemetry, (t) => t < fromMs || t > fromMs + 1000)
      const { channels } = shapeLap(line, holed, lap)
      channels.timeS.forEach((t, i) => {
        const lateral = Math.abs(channels.lateralG[i]! - whole.lateralG[i]!)
        const longitudinal = Math.abs(channels.longitudinalG[i]! - whole.longitudinalG[i]!)
        const isInside = t > cutS - 0.15 && t < cutS + 0.85
        if (isInside) {
          expect(lateral).toBeLessThan(0.3)
          changes.push(lateral * lateral)
          expect(longitudinal).toBeLessThan(1)
          rises.push(channels.longitudinalSigmaG[i]! / whole.longitudinalSigmaG[i]!)
        } else if (Math.abs(t - cutS - 0.35) > 2.5) {
          expect(lateral).toBeLessThan(0.05)
          expect(longitudinal).toBeLessThan(0.15)
        }
      })
    }
    expect(mean(rises)).toBeGreaterThan(1.3)
    expect(Math.sqrt(mean(changes))).toBeLessThan(0.05)
  })
})

describe('the sampling', () => {
  const lapMaxima = (session: SyntheticSession): { lateral: number; braking: number } => {
    const line = buildTrackLine(session.samples, session.laps)
    const shaped = fastLaps(session).map((l) => shape(line, session.samples, l))
    return {
      lateral: mean(shaped.map((s) => Math.max(s.stats.maxLateralLeftG, s.stats.maxLateralRightG))),
      braking: mean(shaped.map((s) => s.stats.maxBrakingG)),
    }
  }
  const usual = lapMaxima(qualifyingHour(circuit, 1))

  it.each([
    ['twice as dense', { intervalS: 0.13 }],
    ['ten a second', { intervalS: 0.1 }],
    ['half as dense', { intervalS: 0.52 }],
    ['at other instants', { intervalS: 0.24, seed: 99 }],
  ])('may be %s without changing the extremes by more than a twentieth', (_, options) => {
    const other = lapMaxima(qualifyingHour(circuit, 1, options))
    expect(Math.abs(other.lateral / usual.lateral - 1)).toBeLessThan(0.05)
    expect(Math.abs(other.braking / usual.braking - 1)).toBeLessThan(0.05)
  })
})

describe('stamps of which every second is 0.1 s early, for all cars alike', () => {
  const calm = qualifyingHour(circuit, 2, { cars: 10, stampErrors: 'none' })
  const shaken = qualifyingHour(circuit, 2, { cars: 10, stampErrors: (i) => (i % 2 === 0 ? 0 : 0.1) })
  const maxLateral = (session: SyntheticSession): number => {
    const line = buildTrackLine(session.samples, session.laps)
    const refinement = refineSession(line, session.samples, session.laps)
    return mean(
      fastLaps(session).map((l) => {
        const { stats } = shape(line, session.samples, l, refinement)
        return Math.max(stats.maxLateralLeftG, stats.maxLateralRightG)
      }),
    )
  }

  it('do not change the largest lateral G once the clocks are repaired', () => {
    expect(Math.abs(maxLateral(shaken) - maxLateral(calm))).toBeLessThan(0.05)
  })

  it('are too much for a fit of positions over time, so this is a fair trial', () => {
    const worst = (session: SyntheticSession): number => {
      const lap = fastLaps(session)[0]!
      return localCubicLateral(session.samples.cars.get(lap.number)!.position, lap.startMs, lap.endMs)
    }
    expect(worst(calm)).toBeLessThan(8)
    expect(worst(shaken)).toBeGreaterThan(worst(calm) + 0.3)
  })
})
