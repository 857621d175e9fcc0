// How fast the quick laps go at every place of the circuit: decides how much the line is smoothed there, and what
// grip the cars had in the corners.

import { KMH_PER_MS } from '../conventions'
import { lowerBound, type LapTrace } from './lap-traces'

/** Speed every ~10 m once round: entry i is the place (i + 0.5) * length / n. Metres per second. */
export type SpeedProfile = Float64Array

/** Places of one lap's fixes: equal length, in order of time. */
export interface PlacedLap {
  readonly trace: LapTrace
  readonly timeMs: Float64Array
  /** In [0, lengthM). */
  readonly s: Float64Array
}

/**
 * The speed channel is 0.055-0.085 s old when it is stamped, differently for each car. Without this the slowest
 * point of a hairpin would lie 1.5 m late; the spread of the cars' ages is worth 0.3 m.
 */
export const SPEED_AGE_MS = 70

/** Laps this close to the best one are driven at the limit. */
const QUICK_RATIO = 1.07
const BIN_M = 10
const FEWEST_SAMPLES = 4
/** A speed sample is placed between two fixes no farther apart than this. */
const LONGEST_GAP_MS = 1000
/** Used where nobody was seen within 300 m, which the line's own checks refuse anyway. */
const UNKNOWN_MS = 50
const FARTHEST_BINS = 30

/**
 * Median speed of the quick laps near every place. (The method's own choice is the 75th percentile of everything
 * on the line, slow laps included. Over the quick laps alone the median is 2 % above that, at a tenth of the cost.)
 * @param laps fastest first.
 */
export function fieldSpeedProfile(laps: readonly PlacedLap[], lengthM: number): SpeedProfile {
  const n = Math.max(8, Math.round(lengthM / BIN_M))
  const bins: number[][] = Array.from({ length: n }, () => [])
  const best = laps[0]?.trace.window.lapTimeMs ?? 0
  for (const lap of laps) {
    if (lap.trace.window.lapTimeMs < QUICK_RATIO * best) placeSpeeds(lap, lengthM, bins)
  }
  const profile = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let near = bins[i]!
    for (let reach = 1; near.length < FEWEST_SAMPLES && reach <= FARTHEST_BINS; reach++) {
      near = near.concat(bins[(i + reach) % n]!, bins[(((i - reach) % n) + n) % n]!)
    }
    near = [...near].sort((a, b) => a - b)
    profile[i] =
      near.length === 0 ? UNKNOWN_MS : (near[near.length >> 1]! + near[(near.length - 1) >> 1]!) / 2
  }
  return profile
}

function placeSpeeds({ trace, timeMs, s }: PlacedLap, lengthM: number, bins: number[][]): void {
  const { car } = trace.telemetry
  let k = 0
  for (let i = lowerBound(car.timeMs, (timeMs[0] ?? Infinity) + SPEED_AGE_MS); i < car.timeMs.length; i++) {
    const at = car.timeMs[i]! - SPEED_AGE_MS
    while (k + 1 < timeMs.length && timeMs[k + 1]! < at) k++
    if (k + 1 >= timeMs.length) return
    const gapMs = timeMs[k + 1]! - timeMs[k]!
    const v = car.speedKmh[i]! / KMH_PER_MS
    if (gapMs > LONGEST_GAP_MS || !(v > 0)) continue
    const step = s[k + 1]! - s[k]!
    const ahead = step < -lengthM / 2 ? step + lengthM : step
    const place = s[k]! + (ahead * (at - timeMs[k]!)) / gapMs
    bins[Math.floor((place / lengthM) * bins.length) % bins.length]?.push(v)
  }
}

/** Mean over five bins: what the smoothing of the line follows. */
export function smoothedProfile(profile: SpeedProfile): SpeedProfile {
  const n = profile.length
  return profile.map((_, i) => {
    let sum = 0
    for (let k = -2; k <= 2; k++) sum += profile[(i + k + n) % n]!
    return sum / 5
  })
}

/** Linear between the middles of the bins. @param ratio place as a share of the lap, any number. */
export function profileSpeed(profile: SpeedProfile, ratio: number): number {
  const n = profile.length
  const q = (ratio - Math.floor(ratio)) * n - 0.5
  const i = Math.floor(q)
  const a = profile[(i + n) % n]!
  return a + (q - i) * (profile[(i + 1) % n]! - a)
}
