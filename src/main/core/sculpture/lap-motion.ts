// One lap of one car: picks the samples that can be trusted, puts them on the line and on one clock, and fits the
// motion. Knows nothing of sculptures; refuses laps that the recording does not cover.

import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import type { CarTelemetry } from '../session/samples'
import { SPEED_AGE_MS } from '../track/field-speed'
import { lowerBound } from '../track/lap-traces'
import {
  CLOCKS_AS_GIVEN,
  CLOCKS_REPAIRED,
  fitMotion,
  type MotionFit,
  type MotionSamples,
} from '../track/motion-fit'
import { linePlace, wheelDistance, type Odometer } from '../track/odometer'
import { FEWEST_CARS_PER_STAMP, type CarRefinement } from '../track/refinement'
import type { TrackLine } from '../track/track-line'
import {
  countWithin,
  longestHole,
  mergeSorted,
  placesBySpeed,
  placesOnLine,
  usableSpeeds,
  type LapSpan,
} from './lap-samples'

export interface LapMotion {
  readonly fit: MotionFit
  /** Seconds by which a stamp of the car channel is later than the fit's clock. */
  readonly speedAgeS: number
  /** Map between the line's coordinate and the fit's distance; null: they are the same. */
  readonly odometer: Odometer | null
  /** Times of all samples the fit used, both streams, seconds, increasing. */
  readonly sampleTimesS: Float64Array
  /** 3 where the clocks were repaired from all cars, else 2. */
  readonly tier: 2 | 3
  /** Where the places come from. */
  readonly placedBy: 'positions' | 'speed'
  /** Share of the lap's fixes that lie on the circuit's line. */
  readonly onLineRatio: number
  readonly hasSpeeds: boolean
}

/** Whole laps have 275-316 fixes; with fewer than this a corner may have none. */
const FEWEST_SAMPLES = 120
/** With fewer on the line nothing ties the speeds to the circuit: the car was elsewhere, or the line is another's. */
const FEWEST_ON_LINE = 60
/** With fewer fixes than this a car counts as one without positions, and is placed by its speed. */
const HARDLY_ANY_FIXES = 10
/** The motion model bridges 1.3 s holes with known uncertainty; beyond this it guesses. */
const LONGEST_HOLE_S = 2.5
/** Samples beyond the lap's ends steady the fit there. */
const PADDING_MS = 4000

/**
 * @throws AppError `sculpture/too-few-samples` for fewer than 120 samples in the lap or a hole of more than 2.5 s in
 *   both streams.
 */
export function fitLapMotion(
  line: TrackLine,
  telemetry: CarTelemetry,
  lap: LapSpan,
  refinement: CarRefinement | null,
): LapMotion {
  const { position } = telemetry
  const padded = { startMs: lap.startMs - PADDING_MS, endMs: lap.endMs + PADDING_MS }
  const from = lowerBound(position.timeMs, padded.startMs)
  const to = lowerBound(position.timeMs, padded.endMs)
  const fixes = lowerBound(position.timeMs, lap.endMs) - lowerBound(position.timeMs, lap.startMs)
  const placedBy = fixes < HARDLY_ANY_FIXES ? 'speed' : 'positions'
  const isRepaired =
    refinement !== null && placedBy === 'positions' && knowsStamps(refinement, position.stamp, from, to)
  const repaired = isRepaired ? refinement : null
  const speedAgeS = repaired?.speedAgeS ?? SPEED_AGE_MS / 1000
  const speeds = usableSpeeds(telemetry.car, padded, speedAgeS, repaired?.speedScale ?? 1)
  const speedCount = countWithin(speeds.speedTimeS, lap)
  if ((placedBy === 'positions' ? fixes : speedCount) < FEWEST_SAMPLES) {
    throw tooFew(say('too-few-in-lap', { fixes, speeds: speedCount, needed: FEWEST_SAMPLES }))
  }
  const places =
    placedBy === 'positions'
      ? placesOnLine(line, telemetry, from, to, repaired)
      : placesBySpeed(line, lap, speeds)
  const onLine = countWithin(places.placeTimeS, lap)
  if (placedBy === 'positions' && onLine < FEWEST_ON_LINE)
    throw tooFew(say('too-few-on-line', { count: onLine, fixes, needed: FEWEST_ON_LINE }))
  const samples: MotionSamples = { ...speeds, ...places }
  const sampleTimesS = mergeSorted(samples.placeTimeS, samples.speedTimeS)
  const holeS = longestHole(sampleTimesS, lap)
  if (holeS > LONGEST_HOLE_S) throw tooFew(say('no-sample-for', { seconds: holeS.toFixed(1) }))
  return {
    fit: fitMotion(samples, isRepaired ? CLOCKS_REPAIRED : CLOCKS_AS_GIVEN),
    speedAgeS,
    odometer: repaired?.odometer ?? null,
    sampleTimesS,
    tier: isRepaired ? 3 : 2,
    placedBy,
    onLineRatio: placedBy === 'speed' ? 1 : Math.min(1, onLine / fixes),
    hasSpeeds: speedCount >= FEWEST_SAMPLES,
  }
}

/** Fit distance of an unwrapped place of the line. */
export function distanceOf(motion: LapMotion, s: number): number {
  return motion.odometer === null ? s : wheelDistance(motion.odometer, s)
}

/** Unwrapped place of the line at a fit distance. */
export function placeOf(motion: LapMotion, distanceM: number): number {
  return motion.odometer === null ? distanceM : linePlace(motion.odometer, distanceM)
}

export function tooFew(detail: string): AppError {
  return new AppError('sculpture/too-few-samples', '', { detail })
}

/** A car alone on the track leaves its stamps' errors unknown; then they are taken as given. */
function knowsStamps(refinement: CarRefinement, stamp: Int32Array, from: number, to: number): boolean {
  let known = 0
  for (let i = from; i < to; i++) if ((refinement.stampCars[stamp[i]!] ?? 0) >= FEWEST_CARS_PER_STAMP) known++
  return 2 * known > to - from
}
