// Which samples of a car serve the fit of one lap, and on which clock and coordinate they are.

import type { CarSamples, CarTelemetry } from '../session/samples'
import { GRAVITY_MS2, KMH_PER_MS } from '../conventions'
import { FINISH_LAG_MS } from '../track/finish-line'
import { lowerBound } from '../track/lap-traces'
import type { MotionSamples } from '../track/motion-fit'
import { wheelDistance } from '../track/odometer'
import { projectorOf } from '../track/projector'
import { FEWEST_CARS_PER_STAMP, type CarRefinement } from '../track/refinement'
import type { TrackLine } from '../track/track-line'

/** A stretch of session time, ms. */
export interface LapSpan {
  readonly startMs: number
  readonly endMs: number
}

export type Places = Pick<MotionSamples, 'placeTimeS' | 'placeM' | 'placeTrust'>

export type Speeds = Pick<MotionSamples, 'speedTimeS' | 'speedMs' | 'brake'>

const GATE_M = 0.5
const UNKNOWN_STAMP_TRUST = 0.02
/** No car changes its speed faster both before and after a sample: such a sample is damaged. */
const SPIKE_MS2 = 8 * GRAVITY_MS2

/** Fixes with indices `from` up to, not including, `to` that lie on the line. */
export function placesOnLine(
  line: TrackLine,
  { position }: CarTelemetry,
  from: number,
  to: number,
  repaired: CarRefinement | null,
): Places {
  const { s } = projectorOf(line).follow(position, from, to, GATE_M)
  const placeTimeS = new Float64Array(s.length)
  const placeM = new Float64Array(s.length)
  const placeTrust = new Float64Array(s.length)
  let n = 0
  for (let k = 0; k < s.length; k++) {
    if (Number.isNaN(s[k]!)) continue
    const stamp = position.stamp[from + k]!
    placeTimeS[n] = position.timeMs[from + k]! / 1000 + (repaired?.stampCorrectionS[stamp] ?? 0)
    placeM[n] = repaired === null ? s[k]! : wheelDistance(repaired.odometer, s[k]!)
    const isKnown = repaired === null || repaired.stampCars[stamp]! >= FEWEST_CARS_PER_STAMP
    placeTrust[n] = isKnown ? 1 : UNKNOWN_STAMP_TRUST
    n++
  }
  return {
    placeTimeS: placeTimeS.subarray(0, n),
    placeM: placeM.subarray(0, n),
    placeTrust: placeTrust.subarray(0, n),
  }
}

/**
 * For a car without fixes: the two crossings of the finish line are all that is known of its place, and its speeds
 * say how it went from one to the other. Tried on twenty laps with fixes, places were right to 4.7 m.
 * @param speeds scaled in place, so that the wheels drive the line's length between the crossings.
 */
export function placesBySpeed(line: TrackLine, lap: LapSpan, { speedTimeS, speedMs }: Speeds): Places {
  const startS = (lap.startMs - FINISH_LAG_MS) / 1000
  const endS = (lap.endMs - FINISH_LAG_MS) / 1000
  const scale = line.lengthM / integrate(speedTimeS, speedMs, startS, endS)
  for (let i = 0; i < speedMs.length; i++) speedMs[i] = speedMs[i]! * scale
  return {
    placeTimeS: Float64Array.of(startS, endS),
    placeM: Float64Array.of(line.finishM, line.finishM + line.lengthM),
    placeTrust: Float64Array.of(1, 1),
  }
}

/** Speed samples on the fit's clock: those with a throttle value ("no value" marks the whole sample), no spikes. */
export function usableSpeeds(car: CarSamples, span: LapSpan, ageS: number, scale: number): Speeds {
  const from = lowerBound(car.timeMs, span.startMs)
  const to = lowerBound(car.timeMs, span.endMs)
  const speedTimeS = new Float64Array(to - from)
  const speedMs = new Float64Array(to - from)
  const brake = new Uint8Array(to - from)
  let n = 0
  for (let i = from; i < to; i++) {
    if (Number.isNaN(car.throttlePct[i]!) || !Number.isFinite(car.speedKmh[i]!) || isSpike(car, i)) continue
    speedTimeS[n] = car.timeMs[i]! / 1000 - ageS
    speedMs[n] = (car.speedKmh[i]! / KMH_PER_MS) * scale
    brake[n] = car.brake[i]!
    n++
  }
  return {
    speedTimeS: speedTimeS.subarray(0, n),
    speedMs: speedMs.subarray(0, n),
    brake: brake.subarray(0, n),
  }
}

function isSpike(car: CarSamples, i: number): boolean {
  if (i === 0 || i + 1 >= car.timeMs.length) return false
  const v = car.speedKmh[i]!
  const before = ((v - car.speedKmh[i - 1]!) / KMH_PER_MS / (car.timeMs[i]! - car.timeMs[i - 1]!)) * 1000
  const after = ((car.speedKmh[i + 1]! - v) / KMH_PER_MS / (car.timeMs[i + 1]! - car.timeMs[i]!)) * 1000
  return before * after < 0 && Math.abs(before) > SPIKE_MS2 && Math.abs(after) > SPIKE_MS2
}

export function countWithin(timesS: Float64Array, { startMs, endMs }: LapSpan): number {
  return lowerBound(timesS, endMs / 1000) - lowerBound(timesS, startMs / 1000)
}

/** Longest time within the span without any of the times, which are increasing; both ends count as times. */
export function longestHole(timesS: Float64Array, { startMs, endMs }: LapSpan): number {
  let longest = 0
  let previous = startMs / 1000
  for (let i = lowerBound(timesS, previous); i < timesS.length && timesS[i]! < endMs / 1000; i++) {
    longest = Math.max(longest, timesS[i]! - previous)
    previous = timesS[i]!
  }
  return Math.max(longest, endMs / 1000 - previous)
}

export function mergeSorted(a: Float64Array, b: Float64Array): Float64Array {
  const merged = new Float64Array(a.length + b.length)
  merged.set(a)
  merged.set(b, a.length)
  return merged.sort()
}

/** Trapezia; samples beyond the limits are cut at them, the outermost speeds continued. */
function integrate(timeS: Float64Array, speedMs: Float64Array, fromS: number, toS: number): number {
  let metres = 0
  for (let i = 0; i <= timeS.length; i++) {
    const left = Math.max(fromS, i === 0 ? -Infinity : timeS[i - 1]!)
    const right = Math.min(toS, i === timeS.length ? Infinity : timeS[i]!)
    if (right > left) {
      const before = speedMs[Math.max(0, i - 1)]!
      const after = speedMs[Math.min(i, timeS.length - 1)]!
      metres += ((before + after) / 2) * (right - left)
    }
  }
  return metres
}
