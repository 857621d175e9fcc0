// Chooses the laps whose fixes make a circuit's line: complete, closed, quick, and of one length.
// In-laps, out-laps, standing cars and lap times that are wrong in the feed fall out here.

import type { CarTelemetry, PositionSamples, SessionSamples } from '../session/samples'

/** One timed lap of one car. Laps through the pit lane should not be offered. */
export interface LapWindow {
  /** Racing number, key of SessionSamples.cars. */
  readonly number: string
  /** Session time of the lap's end as the timing feed gives it, ms. */
  readonly endMs: number
  readonly lapTimeMs: number
  /** Times of the three sectors, where the feed has them: they tell where the sectors end. */
  readonly sectorsMs?: readonly [number | null, number | null, number | null]
}

export interface LapTrace {
  readonly window: LapWindow
  readonly telemetry: CarTelemetry
  /** Fixes that may serve the line: indices into the position samples, `to` not included. */
  readonly from: number
  readonly to: number
  /** Longest time between neighbouring fixes of the lap, ms. */
  readonly largestHoleMs: number
}

/** Laps slower than this many times the best are not racing: red flags, safety cars, cooling down. */
const SLOWEST_RATIO = 1.25
/**
 * Most laps used for one line. A qualifying hour has about 120, and 40 already give a line within 0.063 G of
 * the truth (0.070 with ten); a race's thousand would cost ten times as much for nothing.
 */
const MOST_LAPS = 150
const FEWEST_FIXES = 30
/** A hole longer than this can hide a whole corner; recordings have 0.7-1.3 s. */
const LARGEST_HOLE_MS = 3000
/** First and last fix of a lap lie this near to each other, as a share of the lap: wrong lap times do not close. */
const CLOSING_RATIO = 0.12
/** Laps whose polygon of fixes differs more from the usual length took another way or lost a corner. */
const LENGTH_TOLERANCE = 0.05
/** The window reaches a little before the lap and stops short of its end, so that nobody is in the pit lane yet. */
const BEFORE_MS = 1000
const SHORT_OF_END_MS = 500

/** First index whose value is at least `value`; `times` is increasing. */
export function lowerBound(times: Float64Array, value: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (times[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** True where a car has a fix: the feed's zeros ("no fix") are left out by the decoder, damaged numbers here. */
export function hasFix(position: PositionSamples, i: number): boolean {
  const x = position.xM[i]!
  const y = position.yM[i]!
  const z = position.zM[i]!
  return Number.isFinite(x + y + z) && (x !== 0 || y !== 0) && z !== 0
}

/** Quick, complete laps, fastest first; empty where there is none. */
export function selectTraces(samples: SessionSamples, windows: readonly LapWindow[]): readonly LapTrace[] {
  const candidates: { trace: LapTrace; polygonM: number }[] = []
  for (const window of windows) {
    const telemetry = samples.cars.get(window.number)
    if (telemetry === undefined || !(window.lapTimeMs > 0) || !Number.isFinite(window.endMs)) continue
    const { position } = telemetry
    const startMs = window.endMs - window.lapTimeMs
    const polygon = measurePolygon(
      position,
      lowerBound(position.timeMs, startMs),
      lowerBound(position.timeMs, window.endMs),
    )
    if (polygon.fixes < FEWEST_FIXES || polygon.largestHoleMs > LARGEST_HOLE_MS) continue
    if (polygon.closingM > CLOSING_RATIO * polygon.lengthM) continue
    const from = lowerBound(position.timeMs, startMs - BEFORE_MS)
    const to = lowerBound(position.timeMs, window.endMs - SHORT_OF_END_MS)
    candidates.push({
      trace: { window, telemetry, from, to, largestHoleMs: polygon.largestHoleMs },
      polygonM: polygon.lengthM,
    })
  }
  const lengths = candidates.map((c) => c.polygonM).sort((a, b) => a - b)
  const usualM = lengths[lengths.length >> 1] ?? 0
  const complete = candidates
    .filter((c) => Math.abs(c.polygonM - usualM) < LENGTH_TOLERANCE * usualM)
    .map((c) => c.trace)
    .sort((a, b) => a.window.lapTimeMs - b.window.lapTimeMs)
  const best = complete[0]?.window.lapTimeMs ?? 0
  return complete.filter((t) => t.window.lapTimeMs < SLOWEST_RATIO * best).slice(0, MOST_LAPS)
}

interface Polygon {
  readonly fixes: number
  readonly lengthM: number
  readonly largestHoleMs: number
  /** From the last fix back to the first. */
  readonly closingM: number
}

function measurePolygon(position: PositionSamples, from: number, to: number): Polygon {
  let fixes = 0
  let lengthM = 0
  let largestHoleMs = 0
  let first = -1
  let previous = -1
  for (let i = from; i < to; i++) {
    if (!hasFix(position, i)) continue
    if (previous >= 0) {
      lengthM += Math.hypot(
        position.xM[i]! - position.xM[previous]!,
        position.yM[i]! - position.yM[previous]!,
      )
      largestHoleMs = Math.max(largestHoleMs, position.timeMs[i]! - position.timeMs[previous]!)
    } else first = i
    previous = i
    fixes++
  }
  const closingM =
    first < 0
      ? Infinity
      : Math.hypot(position.xM[first]! - position.xM[previous]!, position.yM[first]! - position.yM[previous]!)
  return { fixes, lengthM: lengthM + closingM, largestHoleMs, closingM }
}
