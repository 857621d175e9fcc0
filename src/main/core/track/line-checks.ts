// Decides whether a fitted line can be the circuit's. A line bent by the pit lane or with a lost hairpin looks
// plausible on screen and gives wrong G-forces everywhere, so it is refused rather than shown.

import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import type { CarSamples } from '../session/samples'
import { KMH_PER_MS } from '../conventions'
import { lowerBound, type LapTrace } from './lap-traces'

const TURNING_TOLERANCE = 0.03
/** Line against the distance by the wheels: recordings agree to 0.1 %, a line through the pit lane does not. */
const LENGTH_TOLERANCE = 0.03
/** Share of the fixes that must lie on the finished line; recordings have 0.98. */
const FEWEST_ON_LINE = 0.8
/** Even rough recordings stay below 6 G once smoothed; a line that jumps between two lanes has 30 and more. */
const LARGEST_LATERAL_G = 12
/** A stretch without any fix that is longer than this may hide a corner. */
const LONGEST_GAP_M = 200

export function refusal(detail: string): AppError {
  return new AppError('session/no-line', '', { detail })
}

export interface LineEvidence {
  readonly lengthM: number
  readonly turningNumber: number
  /** What the field's speed and the line's curvature make of its worst place. */
  readonly largestLateralG: number
  /** Places of the fixes that lie on the line, in [0, lengthM). */
  readonly places: Float64Array
  /** How many fixes there were in all. */
  readonly offered: number
  readonly traces: readonly LapTrace[]
}

/** @throws AppError `session/no-line` saying which check failed. */
export function checkLine(evidence: LineEvidence): void {
  const { lengthM, turningNumber, largestLateralG, places, offered, traces } = evidence
  const turns = Math.round(turningNumber)
  if (Math.abs(turns) > 1 || Math.abs(turningNumber - turns) > TURNING_TOLERANCE) {
    throw refusal(say('line-turns', { number: turningNumber.toFixed(3) }))
  }
  if (largestLateralG > LARGEST_LATERAL_G)
    throw refusal(say('line-too-tight', { g: largestLateralG.toFixed(0) }))
  const onLine = places.length / offered
  if (onLine < FEWEST_ON_LINE) throw refusal(say('line-few-fixes', { percent: Math.round(100 * onLine) }))
  const drivenM = medianDrivenM(traces)
  if (Math.abs(lengthM - drivenM) > LENGTH_TOLERANCE * drivenM) {
    throw refusal(say('line-length', { metres: lengthM.toFixed(0), driven: drivenM.toFixed(0) }))
  }
  const gapM = longestGap(places, lengthM)
  if (gapM > LONGEST_GAP_M) throw refusal(say('line-gap', { metres: gapM.toFixed(0) }))
}

/** Distance by the wheels, median over the laps; NaN (which passes the check) where no car has speeds. */
function medianDrivenM(traces: readonly LapTrace[]): number {
  const driven = traces
    .map(({ telemetry, window }) => drivenM(telemetry.car, window.endMs - window.lapTimeMs, window.endMs))
    .filter((d) => d > 0)
    .sort((a, b) => a - b)
  return driven[driven.length >> 1] ?? NaN
}

function drivenM(car: CarSamples, fromMs: number, toMs: number): number {
  let metres = 0
  for (let i = Math.max(1, lowerBound(car.timeMs, fromMs)); i < car.timeMs.length; i++) {
    const a = Math.max(fromMs, car.timeMs[i - 1]!)
    const b = Math.min(toMs, car.timeMs[i]!)
    if (b <= a) break
    metres += (((car.speedKmh[i - 1]! + car.speedKmh[i]!) / 2 / KMH_PER_MS) * (b - a)) / 1000
  }
  return metres
}

/** Longest stretch of the line without a used fix, in steps of ten metres. */
function longestGap(s: Float64Array, lengthM: number): number {
  const n = Math.max(1, Math.round(lengthM / 10))
  const isSeen = new Uint8Array(n)
  for (const at of s) isSeen[Math.min(n - 1, Math.floor((at / lengthM) * n))] = 1
  let longest = 0
  let run = 0
  for (let i = 0; i < 2 * n; i++) {
    run = isSeen[i % n] === 1 ? 0 : run + 1
    longest = Math.max(longest, Math.min(run, n))
  }
  return (longest * lengthM) / n
}
