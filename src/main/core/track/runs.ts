// Stretches of a car's session on which it drives along the circuit's line without interruption.

import type { CarSamples, CarTelemetry, SessionSamples } from '../session/samples'
import { KMH_PER_MS } from '../conventions'
import { hasFix, lowerBound } from './lap-traces'
import { projectorOf } from './projector'
import type { TrackLine } from './track-line'

export interface CarRun {
  readonly number: string
  /** Fixes: stamp (ms of session time and its index), unwrapped place on the line. Equal length. */
  readonly placeTimeMs: Float64Array
  readonly stamp: Int32Array
  readonly s: Float64Array
  /** Speed samples between the first and the last fix. Equal length. */
  readonly speedTimeMs: Float64Array
  readonly speedKmh: Float64Array
  readonly brake: Uint8Array
}

/** Slower cars (pit lane, safety cars, parked) tell nothing of clocks. */
const SLOWEST_KMH = 12 * KMH_PER_MS
const SLOWEST_SPEED_SAMPLE_KMH = 30
const GATE_M = 0.5
const LONGEST_GAP_MS = 2000
const FEWEST_FIXES = 60
const SHORTEST_M = 500
/** A place this far behind the one before is no stamp error any more, but a wrong place. */
const FARTHEST_BACK_M = 8

export function findRuns(line: TrackLine, samples: SessionSamples): readonly CarRun[] {
  const runs: CarRun[] = []
  for (const [number, telemetry] of samples.cars) {
    for (const [from, to] of movingStretches(telemetry)) {
      const { s } = projectorOf(line).follow(telemetry.position, from, to, GATE_M)
      let first = 0
      for (let k = 0; k <= s.length; k++) {
        if (k < s.length && !Number.isNaN(s[k]!)) continue
        const run = runOf(number, telemetry, from + first, s.subarray(first, k))
        if (run !== null) runs.push(run)
        first = k + 1
      }
    }
  }
  return runs
}

/** Index ranges of fixes at which the car moves, without long gaps. */
function movingStretches({ car, position }: CarTelemetry): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = []
  let first = -1
  let k = 0
  const end = (i: number): void => {
    if (first >= 0 && i - first >= FEWEST_FIXES) stretches.push([first, i])
    first = -1
  }
  for (let i = 0; i < position.timeMs.length; i++) {
    const t = position.timeMs[i]!
    while (k + 1 < car.timeMs.length && car.timeMs[k + 1]! < t) k++
    if (first >= 0 && t - position.timeMs[i - 1]! > LONGEST_GAP_MS) end(i)
    if (hasFix(position, i) && speedBetween(car, k, t) > SLOWEST_KMH) first = first < 0 ? i : first
    else end(i)
  }
  end(position.timeMs.length)
  return stretches
}

/** Linear between samples k and k+1; 0 where there is none. */
function speedBetween(car: CarSamples, k: number, timeMs: number): number {
  const a = car.timeMs[k]
  const b = car.timeMs[k + 1]
  if (a === undefined || b === undefined) return 0
  const share = Math.min(1, Math.max(0, (timeMs - a) / (b - a)))
  return car.speedKmh[k]! + share * (car.speedKmh[k + 1]! - car.speedKmh[k]!)
}

function runOf(
  number: string,
  { car, position }: CarTelemetry,
  from: number,
  s: Float64Array,
): CarRun | null {
  const n = s.length
  if (n < FEWEST_FIXES || s[n - 1]! - s[0]! < SHORTEST_M) return null
  for (let i = 1; i < n; i++) if (s[i]! - s[i - 1]! < -FARTHEST_BACK_M) return null
  const placeTimeMs = position.timeMs.subarray(from, from + n)
  const indices: number[] = []
  const last = placeTimeMs[n - 1]!
  for (let i = lowerBound(car.timeMs, placeTimeMs[0]!); i < car.timeMs.length && car.timeMs[i]! < last; i++) {
    if (car.speedKmh[i]! > SLOWEST_SPEED_SAMPLE_KMH && !Number.isNaN(car.throttlePct[i]!)) indices.push(i)
  }
  if (indices.length < n / 2) return null
  return {
    number,
    placeTimeMs,
    stamp: position.stamp.subarray(from, from + n),
    s,
    speedTimeMs: Float64Array.from(indices, (i) => car.timeMs[i]!),
    speedKmh: Float64Array.from(indices, (i) => car.speedKmh[i]!),
    brake: Uint8Array.from(indices, (i) => car.brake[i]!),
  }
}
