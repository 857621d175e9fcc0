// Samples a lap's fitted motion, the circuit's line and the driver's controls at given places.
// Lateral G is v^2 kappa / g with the line's curvature: horizontal, not what a seat feels on a banked corner. Vertical
// G is v^2 kappa_z / g with the curvature of its elevation, on top of the 1 G of standing still.

import { SAMPLE_FLAGS, type SculptureChannels } from '@contract/sculpture'
import type { CarSamples } from '../session/samples'
import {
  curvature,
  curvatureAt,
  emptyCurvePoint,
  evaluateCurve,
  verticalCurvature,
  wrapS,
} from '../track/closed-curve'
import { GRAVITY_MS2, KMH_PER_MS } from '../conventions'
import { isWithin } from '../track/grip-envelope'
import { lowerBound } from '../track/lap-traces'
import { LONGEST_M } from '../track/smoothing'
import type { TrackLine } from '../track/track-line'
import type { LapMotion } from './lap-motion'

/** A sample this far (s) from every measured one is the motion model's own. */
const HOLE_HALF_S = 0.5
/** Half of the span over which the change of curvature is taken, metres. */
const SLOPE_M = 2
/** Scatter of one fix across the line: rounding to 0.1 m. Corners have 0.045-0.055 m, straights 0.031 m. */
const FIX_SIGMA_M = 0.035
/** How well a place on the line stands for the place of the bend; never better than a metre. */
const PLACE_SIGMA_M = 1
/** Measured for laps that are placed by their speed alone. */
const PLACE_SIGMA_BY_SPEED_M = 4.7
/** What the smoothing of the line takes off the apexes, and the floor of everything not listed. */
const SMOOTHING_SIGMA_RATIO = 0.02
const FLOOR_SIGMA_G = 0.02
/** Below this a relative error of speed has no meaning (m/s). */
const SLOWEST_MS = 5
const UNKNOWN = 255

/**
 * @param placesM unwrapped places along the line, even steps. @param timesS when the car is there, seconds of
 *   session time on the fit's clock.
 */
export function sampleChannels(
  line: TrackLine,
  car: CarSamples,
  motion: LapMotion,
  placesM: Float64Array,
  timesS: Float64Array,
): SculptureChannels {
  const n = placesM.length
  const channels = emptyChannels(n)
  const { fit } = motion
  const point = emptyCurvePoint()
  const startS = timesS[0]!
  for (let i = 0; i < n; i++) {
    const s = placesM[i]!
    const t = timesS[i]!
    evaluateCurve(line, s, point)
    const kappa = curvature(point)
    // Distance by the wheels: the line's own coordinate runs up to 10 % fast or slow.
    const v = fit.speedMs(t)
    channels.xM[i] = point.x
    channels.yM[i] = point.y
    channels.zM[i] = point.z
    channels.timeS[i] = t - startS
    channels.speedKmh[i] = v * KMH_PER_MS
    channels.longitudinalG[i] = fit.longitudinalG(t)
    channels.lateralG[i] = (v * v * kappa) / GRAVITY_MS2
    channels.verticalG[i] = (v * v * verticalCurvature(point)) / GRAVITY_MS2
    channels.longitudinalSigmaG[i] = fit.longitudinalSigmaG(t)
    channels.lateralSigmaG[i] = lateralSigma(line, motion, s, t, v, channels.lateralG[i]!)
    channels.flags[i] = flagsAt(line, motion, s, t)
  }
  sampleControls(car, motion.speedAgeS, timesS, channels)
  return channels
}

function emptyChannels(n: number): SculptureChannels {
  return {
    xM: new Float64Array(n),
    yM: new Float64Array(n),
    zM: new Float64Array(n),
    timeS: new Float64Array(n),
    speedKmh: new Float64Array(n),
    throttlePct: new Float64Array(n),
    brake: new Uint8Array(n),
    gear: new Uint8Array(n),
    drs: new Uint8Array(n),
    longitudinalG: new Float64Array(n),
    lateralG: new Float64Array(n),
    verticalG: new Float64Array(n),
    lateralSigmaG: new Float64Array(n),
    longitudinalSigmaG: new Float64Array(n),
    flags: new Uint8Array(n),
  }
}

/** Errors of speed, of the line's curvature and of the place on it, and what the smoothing cannot show. */
function lateralSigma(
  line: TrackLine,
  motion: LapMotion,
  s: number,
  t: number,
  v: number,
  lateralG: number,
): number {
  const smoothingM = Math.min(LONGEST_M, Math.max(line.smoothingM, line.tauBS * v))
  const curvatureSigma = FIX_SIGMA_M / Math.sqrt(line.pointsPerM * smoothingM ** 5)
  const curvatureSlope = (curvatureAt(line, s + SLOPE_M) - curvatureAt(line, s - SLOPE_M)) / (2 * SLOPE_M)
  const placeFloorM = motion.placedBy === 'speed' ? PLACE_SIGMA_BY_SPEED_M : PLACE_SIGMA_M
  const placeSigmaM = Math.hypot(motion.fit.distanceSigmaM(t), placeFloorM)
  const perCurvature = (v * v) / GRAVITY_MS2
  return Math.hypot(
    (2 * lateralG * motion.fit.speedSigmaMs(t)) / Math.max(v, SLOWEST_MS),
    perCurvature * curvatureSigma,
    perCurvature * curvatureSlope * placeSigmaM,
    SMOOTHING_SIGMA_RATIO * lateralG,
    FLOOR_SIGMA_G,
  )
}

function flagsAt(line: TrackLine, motion: LapMotion, s: number, t: number): number {
  const times = motion.sampleTimesS
  const next = lowerBound(times, t)
  const isHole =
    (times[next] ?? Infinity) - t > HOLE_HALF_S && t - (times[next - 1] ?? -Infinity) > HOLE_HALF_S
  const place = wrapS(s, line.lengthM)
  const isTighter = line.tighterThanDriven.some((stretch) => isWithin(stretch, place))
  return (
    (isHole ? SAMPLE_FLAGS.hole : 0) |
    (isTighter ? SAMPLE_FLAGS.lineTighterThanDriven : 0) |
    (motion.placedBy === 'speed' ? SAMPLE_FLAGS.placedBySpeed : 0) |
    (motion.hasSpeeds ? 0 : SAMPLE_FLAGS.speedFromPositions)
  )
}

/** Throttle is interpolated; brake, gear and DRS keep the value of the last sample before. */
function sampleControls(
  car: CarSamples,
  ageS: number,
  timesS: Float64Array,
  channels: SculptureChannels,
): void {
  let k = lowerBound(car.timeMs, (timesS[0]! + ageS) * 1000) - 1
  for (let i = 0; i < timesS.length; i++) {
    const atMs = (timesS[i]! + ageS) * 1000
    while (k + 1 < car.timeMs.length && car.timeMs[k + 1]! <= atMs) k++
    channels.brake[i] = car.brake[k] ?? UNKNOWN
    channels.gear[i] = car.gear[k] ?? UNKNOWN
    channels.drs[i] = car.drs[k] ?? UNKNOWN
    const a = car.throttlePct[k] ?? NaN
    const b = car.throttlePct[k + 1] ?? NaN
    const share = (atMs - car.timeMs[k]!) / (car.timeMs[k + 1]! - car.timeMs[k]!)
    channels.throttlePct[i] = a + share * (b - a)
  }
}
