// The fixes that make a circuit's line, gathered from the chosen laps of all cars.

import { hasFix, type LapTrace } from './lap-traces'
import type { PlacedPoints } from './loop-fit'

/** Fixes of all chosen laps, lap after lap, each in order of time. */
export interface Points {
  readonly timeMs: Float64Array
  readonly xM: Float64Array
  readonly yM: Float64Array
  readonly zM: Float64Array
  /** Index of each lap's first point, and the number of points at the end. */
  readonly laps: readonly number[]
}

export function collectPoints(traces: readonly LapTrace[]): Points {
  const most = traces.reduce((sum, t) => sum + t.to - t.from, 0)
  const timeMs = new Float64Array(most)
  const xM = new Float64Array(most)
  const yM = new Float64Array(most)
  const zM = new Float64Array(most)
  const laps: number[] = []
  // Cars hit the same tenth of a metre again and again where they are slow; each place counts once, or slow
  // corners would outweigh the penalty that is meant for them.
  const seen = new Set<number>()
  let n = 0
  for (const { telemetry, from, to } of traces) {
    const { position } = telemetry
    laps.push(n)
    for (let i = from; i < to; i++) {
      if (!hasFix(position, i)) continue
      const key = Math.round(position.xM[i]! * 10) * 4_000_037 + Math.round(position.yM[i]! * 10)
      if (seen.has(key)) continue
      seen.add(key)
      timeMs[n] = position.timeMs[i]!
      xM[n] = position.xM[i]!
      yM[n] = position.yM[i]!
      zM[n] = position.zM[i]!
      n++
    }
  }
  laps.push(n)
  return {
    timeMs: timeMs.subarray(0, n),
    xM: xM.subarray(0, n),
    yM: yM.subarray(0, n),
    zM: zM.subarray(0, n),
    laps,
  }
}

/** The points of the first `count` laps, which are the fastest. Shares memory. */
export function firstLaps({ timeMs, xM, yM, zM, laps }: Points, count: number): Points {
  const kept = laps.slice(0, count + 1)
  const n = kept.at(-1)!
  return {
    timeMs: timeMs.subarray(0, n),
    xM: xM.subarray(0, n),
    yM: yM.subarray(0, n),
    zM: zM.subarray(0, n),
    laps: kept,
  }
}

export function place(points: Points, used: Int32Array, s: Float64Array): PlacedPoints {
  return { s, xM: pick(points.xM, used), yM: pick(points.yM, used), zM: pick(points.zM, used) }
}

export function pick(values: Float64Array, indices: Int32Array): Float64Array {
  // A loop: Float64Array.from goes through an iterator and is twenty times slower on 25 000 points.
  const picked = new Float64Array(indices.length)
  for (let k = 0; k < picked.length; k++) picked[k] = values[indices[k]!]!
  return picked
}
