// One lap and the circuit's line -> the channels of a sculpture, on an even grid along the line from finish line to
// finish line. Pure; throws only for laps the recording does not cover.

import type { CornerMark, LineQuality, SculptureChannels, SculptureStats } from '@contract/sculpture'
import { say } from '@contract/phrases'
import type { CarTelemetry } from '../session/samples'
import { wrapS } from '../track/closed-curve'
import { FINISH_LAG_MS } from '../track/finish-line'
import type { CarRefinement } from '../track/refinement'
import type { TrackLine } from '../track/track-line'
import { sampleChannels } from './lap-channels'
import { distanceOf, fitLapMotion, placeOf, tooFew, type LapMotion } from './lap-motion'
import type { LapSpan } from './lap-samples'
import { lapStats } from './lap-stats'
import { crossingTimes } from './crossing-times'

export interface LapToShape extends LapSpan {
  /** Official time; null where the feed has none. */
  readonly lapTimeMs: number | null
}

export interface ShapeOptions {
  /** Clocks and odometer of the session as seen by this car; without it clocks are taken as given. */
  readonly refinement?: CarRefinement
}

export interface ShapedLap {
  readonly stepM: number
  readonly channels: SculptureChannels
  readonly stats: SculptureStats
  readonly tier: 2 | 3
  readonly placedBy: 'positions' | 'speed'
  readonly corners: readonly CornerMark[]
  readonly sectorEndsM: readonly [number, number] | null
  readonly lineQuality: LineQuality
  readonly pathSigmaRatio: number
  /** Sentences for people. */
  readonly warnings: readonly string[]
}

/**
 * Distance between samples along the line. The tightest hairpins (radius 10 m, 30 m of road) keep ten samples, and the
 * shape between samples departs from the curve by less than 0.11 m there; a lap is some 1500 samples. 1 m would triple
 * the bytes and the mesh and show only the line's own smoothing, which is longer than that everywhere.
 */
const STEP_M = 3
/** Share of |lateral G| for the driven line that the data do not show: half a metre is worth 10-20 % at an apex. */
const PATH_SIGMA_RATIO = 0.15
const PATH_SIGMA_RATIO_ROUGH = 0.25
/** Crossings agree with official times to 0.013 s; this is far outside, and half a car's length at speed is not. */
const LAP_TIME_TOLERANCE_S = 0.15
/** Start by the feed and end minus lap time usually agree to milliseconds. */
const START_TOLERANCE_MS = 30_000
/** With fewer fixes on the line the car was in the pit lane or off the circuit for seconds. */
const ON_LINE_USUAL = 0.95

/**
 * @throws AppError `sculpture/too-few-samples` where the lap has fewer than 120 samples or a hole of more than 2.5 s
 *   in both streams, or does not run from finish line to finish line (in-laps and out-laps).
 */
export function shapeLap(
  line: TrackLine,
  telemetry: CarTelemetry,
  lap: LapToShape,
  options: ShapeOptions = {},
): ShapedLap {
  const span = trueSpan(lap)
  const motion = fitLapMotion(line, telemetry, span, options.refinement ?? null)
  const intervals = Math.max(2, Math.round(line.lengthM / STEP_M))
  const stepM = line.lengthM / intervals
  const startM = lapEnd(line, motion, span) - line.lengthM
  const placesM = Float64Array.from({ length: intervals + 1 }, (_, i) => startM + i * stepM)
  const timesS = crossingTimes(
    motion.fit,
    placesM.map((s) => distanceOf(motion, s)),
  )
  if (timesS === null) throw tooFew(say('not-line-to-line'))
  const channels = sampleChannels(line, telemetry.car, motion, placesM, timesS)
  return {
    stepM,
    channels,
    stats: lapStats(channels, line.lengthM),
    tier: motion.tier,
    placedBy: motion.placedBy,
    ...marksOf(line),
    lineQuality: line.quality,
    pathSigmaRatio: line.quality === 'good' ? PATH_SIGMA_RATIO : PATH_SIGMA_RATIO_ROUGH,
    warnings: warningsOf(line, motion, lap, channels.timeS.at(-1)!),
  }
}

/** After a red flag the feed's lap may begin long before the car set off; then the lap time tells the beginning. */
function trueSpan(lap: LapToShape): LapSpan {
  if (lap.lapTimeMs === null) return lap
  const startMs = lap.endMs - lap.lapTimeMs
  return {
    startMs: Math.abs(startMs - lap.startMs) > START_TOLERANCE_MS ? startMs : lap.startMs,
    endMs: lap.endMs,
  }
}

/** Unwrapped place of the crossing nearest to the time at which the lap ends: ends are better known than starts. */
function lapEnd(line: TrackLine, motion: LapMotion, lap: LapSpan): number {
  const s = placeOf(motion, motion.fit.distanceM((lap.endMs - FINISH_LAG_MS) / 1000))
  return line.finishM + Math.round((s - line.finishM) / line.lengthM) * line.lengthM
}

/** The circuit's corners and sector ends, measured from the start of a lap: tenths of a metre, as the line is known. */
function marksOf({
  lengthM,
  finishM,
  corners,
  sectorEndsM,
}: TrackLine): Pick<ShapedLap, 'corners' | 'sectorEndsM'> {
  const tenths = (m: number): number => Math.round(10 * m) / 10
  const fromStart = (placeM: number): number => tenths(wrapS(placeM - finishM, lengthM))
  return {
    corners: corners.map((corner) => ({
      ...corner,
      apexM: fromStart(corner.apexM),
      radiusM: tenths(corner.radiusM),
      entryM: fromStart(corner.entryM),
      exitM: fromStart(corner.exitM),
    })),
    sectorEndsM: sectorEndsM === null ? null : [fromStart(sectorEndsM[0]), fromStart(sectorEndsM[1])],
  }
}

function warningsOf(line: TrackLine, motion: LapMotion, lap: LapToShape, timeS: number): readonly string[] {
  const warnings: string[] = []
  if (motion.placedBy === 'speed') {
    warnings.push(say('lap-without-positions'))
  }
  if (!motion.hasSpeeds) {
    warnings.push(say('lap-without-speeds'))
  }
  if (motion.onLineRatio < ON_LINE_USUAL) {
    warnings.push(say('lap-off-line', { percent: Math.round(100 * (1 - motion.onLineRatio)) }))
  }
  const difference = lap.lapTimeMs === null ? 0 : timeS - lap.lapTimeMs / 1000
  if (Math.abs(difference) > LAP_TIME_TOLERANCE_S) {
    warnings.push(
      say(difference > 0 ? 'lap-longer' : 'lap-shorter', { seconds: Math.abs(difference).toFixed(2) }),
    )
  }
  if (line.quality !== 'good') {
    warnings.push(say('line-rough'))
  }
  return warnings
}
