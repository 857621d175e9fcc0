// All cars' fixes of a session -> one closed, smooth line of the circuit. Fixes are snapped to one line per
// circuit by the source, so curvature comes from every quick lap together, never from one car's 4 Hz samples.
// Pure computation on typed arrays; the result is plain data that can be cached and sent to another thread.

import type { LineQuality } from '@contract/sculpture'
import { say } from '@contract/phrases'
import type { SessionSamples } from '../session/samples'
import {
  curvature,
  emptyCurvePoint,
  evaluateCurve,
  measureArc,
  turningNumberOf,
  wrapS,
  type ClosedCurve,
} from './closed-curve'
import { coarseLoop } from './coarse-loop'
import { GRAVITY_MS2 } from '../conventions'
import {
  fieldSpeedProfile,
  profileSpeed,
  smoothedProfile,
  type PlacedLap,
  type SpeedProfile,
} from './field-speed'
import { findCorners, type Corner } from './corners'
import { findTimingLines } from './finish-line'
import { findGripEnvelope, type GripEnvelope, type Stretch } from './grip-envelope'
import { selectTraces, type LapTrace, type LapWindow } from './lap-traces'
import { checkLine, refusal } from './line-checks'
import { collectPoints, firstLaps, pick, place, type Points } from './line-points'
import { fitLoop, loopCells } from './loop-fit'
import { Projector } from './projector'
import { shortestSmoothing, smoothingAlong } from './smoothing'

export type { LapWindow } from './lap-traces'

/** The circuit's line with what is known about it. Structured-clone safe. */
export interface TrackLine extends ClosedCurve {
  /** Place of the finish line, metres along the line. */
  readonly finishM: number
  /** Places where the first and the second sector end; null where the laps have no sector times. */
  readonly sectorEndsM: readonly [number, number] | null
  /** +1 anticlockwise, -1 clockwise, 0 for a figure of eight. */
  readonly turningNumber: number
  /** Distance of the fixes from the line, root mean square, metres. */
  readonly residualRmsM: number
  readonly pointsPerM: number
  /** Shortest smoothing length on straights, metres; see smoothing.ts. */
  readonly smoothingM: number
  /** Smoothing length per speed, seconds: bends shorter than 2 pi times this much driving are taken for noise. */
  readonly tauBS: number
  readonly quality: LineQuality
  readonly gripEnvelope: GripEnvelope | null
  /** Corners where the line is tighter than any car could drive at the field's speed. */
  readonly tighterThanDriven: readonly Stretch[]
  readonly corners: readonly Corner[]
  /** Laps it was made of. */
  readonly laps: number
}

interface SmoothingStep {
  readonly tauBS: number
  readonly quality: LineQuality
}

/** Smoothing lengths per speed that are tried, each with the quality it stands for. */
const SMOOTHING_STEPS: readonly [SmoothingStep, ...SmoothingStep[]] = [
  { tauBS: 0.15, quality: 'good' },
  { tauBS: 0.2, quality: 'fair' },
  { tauBS: 0.25, quality: 'fair' },
  { tauBS: 0.3, quality: 'poor' },
]
/** A line on which the field would exceed this for half a percent of its length is rough: it is smoothed more. */
const ROUGH_LATERAL_G = 5.8
const ROUGH_SHARE = 0.995
const ROUGH_STEP_M = 2

const SMOOTHING_Z_M = 20
const CELL_M = 3
/** Largest distance of a fix from the line in each round, metres: a polygon's corner cut first, then less. */
const COARSE_GATES_M = [25, 4, 2] as const
const FINE_GATES_M = [1, 0.6, 0.6] as const
/** The first two rounds only find the way from one lap's polygon to a line: the fastest laps are enough for it. */
const COARSE_LAPS = 40
/** The first two rounds smooth more, because a single lap's polygon is what they start from. */
const COARSE_SMOOTHING = 1.4
const COARSE_CELL = 1.5

const FEWEST_POINTS = 30
/** Pit lanes run 12-21 m beside the track: a wider gate lets both in, and the majority decides. */
const LANES_APART_M = 10
const LANE_BIN_M = 20
const LANE_HALF_WIDTH_M = 5

/** One round's result. */
interface Fit {
  readonly curve: ClosedCurve
  /** Indices of the points that passed the gate, and their places along `curve`. */
  readonly used: Int32Array
  readonly s: Float64Array
  readonly pointsPerM: number
}

/**
 * @throws AppError `session/no-line` where no lap is complete, or the line fails its checks (turning
 *   number near +-1 or 0, length as driven, fixes on it, no long gaps).
 */
export function buildTrackLine(samples: SessionSamples, windows: readonly LapWindow[]): TrackLine {
  const traces = selectTraces(samples, windows)
  if (traces.length === 0) {
    const fixes = [...samples.cars.values()].reduce((sum, { position }) => sum + position.timeMs.length, 0)
    throw refusal(say('line-no-lap', { count: windows.length, fixes }))
  }
  const points = collectPoints(traces)
  const polygon = coarseLoop(traces)
  const smoothingM = shortestSmoothing(points.timeMs.length / polygon.lengthM)
  const coarse = refineCoarse(polygon, points, smoothingM)
  const fieldSpeedMs = fieldSpeedProfile(placedLaps(traces, points, coarse), coarse.curve.lengthM)
  const smoothSpeedMs = smoothedProfile(fieldSpeedMs)
  let fine = refineFine(coarse, points, smoothingM, smoothSpeedMs, SMOOTHING_STEPS[0].tauBS)
  let step: SmoothingStep = SMOOTHING_STEPS[0]
  for (const next of SMOOTHING_STEPS.slice(1)) {
    if (!isRough(fine.curve, fieldSpeedMs)) break
    step = next
    fine = refineFine(coarse, points, smoothingM, smoothSpeedMs, step.tauBS)
  }
  const curve = withElevation(fine, points)
  const turningNumber = turningNumberOf(curve)
  checkLine({
    lengthM: curve.lengthM,
    turningNumber,
    largestLateralG: lateralBySize(curve, fieldSpeedMs).at(-1)!,
    places: fine.s,
    offered: points.timeMs.length,
    traces,
  })
  const { finishM, sectorEndsM } = findTimingLines(
    curve,
    samples,
    traces.map((t) => t.window),
  )
  if (Number.isNaN(finishM)) throw refusal(say('line-no-end'))
  const { envelope, tighterThanDriven } = findGripEnvelope(curve, fieldSpeedMs)
  return {
    ...curve,
    finishM,
    sectorEndsM,
    turningNumber,
    residualRmsM: residualRms(curve, points, fine),
    pointsPerM: fine.pointsPerM,
    smoothingM,
    tauBS: step.tauBS,
    quality: step.quality,
    gripEnvelope: envelope,
    tighterThanDriven,
    corners: findCorners(curve, finishM, fieldSpeedMs),
    laps: traces.length,
  }
}

function refineCoarse(polygon: ClosedCurve, points: Points, smoothingM: number): Fit {
  const early = COARSE_SMOOTHING * smoothingM
  const few = firstLaps(points, COARSE_LAPS)
  const first = refine(polygon, few, COARSE_GATES_M[0], COARSE_CELL * CELL_M, () => early)
  const second = refine(first.curve, few, COARSE_GATES_M[1], COARSE_CELL * CELL_M, () => early)
  return refine(second.curve, points, COARSE_GATES_M[2], CELL_M, () => smoothingM)
}

function refineFine(
  coarse: Fit,
  points: Points,
  smoothingM: number,
  speed: SpeedProfile,
  tauBS: number,
): Fit {
  const smoothing = smoothingAlong(coarse.curve, speed, smoothingM, tauBS)
  return FINE_GATES_M.reduce((fit, gateM) => refine(fit.curve, points, gateM, CELL_M, smoothing), coarse)
}

/** One round: place the fixes on the line, measure its length anew, fit again. */
function refine(
  curve: ClosedCurve,
  points: Points,
  gateM: number,
  cellM: number,
  smoothing: (ratio: number) => number,
): Fit {
  const projected = projectLaps(new Projector(curve), points, gateM)
  const { used, parameter } = gateM >= LANES_APART_M ? majority(projected, curve.lengthM) : projected
  if (used.length < FEWEST_POINTS) throw refusal(say('line-hardly-any'))
  const steps = Math.round(2 * curve.lengthM)
  const arc = measureArc(curve, steps)
  const lengthM = arc[steps]!
  const s = new Float64Array(parameter.length)
  for (let k = 0; k < s.length; k++) {
    const q = (wrapS(parameter[k]!, curve.lengthM) / curve.lengthM) * steps
    const i = Math.min(Math.floor(q), steps - 1)
    s[k] = wrapS(arc[i]! + (q - i) * (arc[i + 1]! - arc[i]!), lengthM)
  }
  const cells = loopCells(lengthM, cellM)
  const pointsPerM = used.length / lengthM
  const lambda = Float64Array.from(
    { length: cells },
    (_, j) => pointsPerM * smoothing((j + 0.5) / cells) ** 6,
  )
  return { curve: fitLoop(place(points, used, s), lengthM, lambda), used, s, pointsPerM }
}

interface Projected {
  /** Indices of the fixes within the gate, increasing. */
  readonly used: Int32Array
  /** Their places on the projector's curve, and their distances from it. */
  readonly parameter: Float64Array
  readonly offset: Float64Array
}

function projectLaps(projector: Projector, points: Points, gateM: number): Projected {
  const used = new Int32Array(points.timeMs.length)
  const parameter = new Float64Array(points.timeMs.length)
  const offset = new Float64Array(points.timeMs.length)
  let n = 0
  for (let lap = 0; lap + 1 < points.laps.length; lap++) {
    const from = points.laps[lap]!
    const projection = projector.follow(points, from, points.laps[lap + 1]!, gateM)
    for (let k = 0; k < projection.s.length; k++) {
      if (Number.isNaN(projection.s[k]!)) continue
      used[n] = from + k
      parameter[n] = projection.s[k]!
      offset[n++] = projection.offset[k]!
    }
  }
  return {
    used: used.subarray(0, n),
    parameter: parameter.subarray(0, n),
    offset: offset.subarray(0, n),
  }
}

/**
 * The lap the search starts from may itself have gone through the pit lane. Where fixes lie on two lanes, the lane of
 * the median is kept.
 */
function majority(projected: Projected, lengthM: number): Projected {
  const n = Math.max(1, Math.round(lengthM / LANE_BIN_M))
  const bins: number[][] = Array.from({ length: n }, () => [])
  const binOf = (k: number): number =>
    Math.min(n - 1, Math.floor((wrapS(projected.parameter[k]!, lengthM) / lengthM) * n))
  for (let k = 0; k < projected.used.length; k++) bins[binOf(k)]!.push(projected.offset[k]!)
  const medians = bins.map((offsets) => offsets.sort((a, b) => a - b)[offsets.length >> 1] ?? 0)
  const keep = (_: number, k: number): boolean =>
    Math.abs(projected.offset[k]! - medians[binOf(k)]!) < LANE_HALF_WIDTH_M
  return {
    used: projected.used.filter(keep),
    parameter: projected.parameter.filter(keep),
    offset: projected.offset.filter(keep),
  }
}

/** The used fixes again lap by lap: `used` increases, so each lap's are neighbours in it. */
function placedLaps(traces: readonly LapTrace[], points: Points, fit: Fit): readonly PlacedLap[] {
  let k = 0
  return traces.map((trace, lap) => {
    const first = k
    while (k < fit.used.length && fit.used[k]! < points.laps[lap + 1]!) k++
    return { trace, timeMs: pick(points.timeMs, fit.used.subarray(first, k)), s: fit.s.subarray(first, k) }
  })
}

/** Heights come in steps of 0.1 m and change slowly: they are smoothed over a length of their own. */
function withElevation(fit: Fit, points: Points): ClosedCurve {
  const { lengthM } = fit.curve
  const lambda = new Float64Array(loopCells(lengthM, CELL_M)).fill(fit.pointsPerM * SMOOTHING_Z_M ** 6)
  return { ...fit.curve, z: fitLoop(place(points, fit.used, fit.s), lengthM, lambda).z }
}

/** Lateral G of the field on this line, by size: one value every two metres. */
function lateralBySize(curve: ClosedCurve, fieldSpeedMs: SpeedProfile): Float64Array {
  const n = Math.round(curve.lengthM / ROUGH_STEP_M)
  const point = emptyCurvePoint()
  const lateral = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const kappa = curvature(evaluateCurve(curve, (i * curve.lengthM) / n, point))
    lateral[i] = (profileSpeed(fieldSpeedMs, i / n) ** 2 * Math.abs(kappa)) / GRAVITY_MS2
  }
  return lateral.sort()
}

function isRough(curve: ClosedCurve, fieldSpeedMs: SpeedProfile): boolean {
  const lateral = lateralBySize(curve, fieldSpeedMs)
  return lateral[Math.floor(ROUGH_SHARE * (lateral.length - 1))]! > ROUGH_LATERAL_G
}

function residualRms(curve: ClosedCurve, points: Points, fit: Fit): number {
  const projector = new Projector(curve)
  let sum = 0
  for (let k = 0; k < fit.used.length; k++) {
    const x = points.xM[fit.used[k]!]!
    const y = points.yM[fit.used[k]!]!
    sum += projector.offsetAt(x, y, projector.refine(x, y, fit.s[k]!)) ** 2
  }
  return Math.sqrt(sum / fit.used.length)
}
