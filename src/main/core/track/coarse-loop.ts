// The first guess of a circuit's line: one lap's fixes joined by straight lines, closed and smoothed.

import type { ClosedCurve } from './closed-curve'
import { hasFix, lowerBound, type LapTrace } from './lap-traces'
import { fitLoop, loopCells } from './loop-fit'

/** Only laps this close to the best one are taken for it. */
const COARSE_LAP_RATIO = 1.07
const COARSE_STEP_M = 2
const COARSE_CELL_M = 8
const COARSE_SMOOTHING_M = 8
const COARSE_SHORTEST_CHORD_M = 0.5

/** The quick lap with the smallest hole, closed, smoothed: near enough to the line to project fixes on it. */
export function coarseLoop(traces: readonly LapTrace[]): ClosedCurve {
  const best = traces[0]!.window.lapTimeMs
  const quick = traces.filter((t) => t.window.lapTimeMs < COARSE_LAP_RATIO * best)
  const { telemetry, window } = quick.reduce((a, b) => (b.largestHoleMs < a.largestHoleMs ? b : a))
  const { position } = telemetry
  const x: number[] = []
  const y: number[] = []
  const z: number[] = []
  const along: number[] = []
  const end = lowerBound(position.timeMs, window.endMs)
  const add = (i: number): void => {
    const step = x.length === 0 ? 0 : Math.hypot(position.xM[i]! - x.at(-1)!, position.yM[i]! - y.at(-1)!)
    if (x.length > 0 && step < COARSE_SHORTEST_CHORD_M) return
    along.push((along.at(-1) ?? 0) + step)
    x.push(position.xM[i]!)
    y.push(position.yM[i]!)
    z.push(position.zM[i]!)
  }
  let first = -1
  for (let i = lowerBound(position.timeMs, window.endMs - window.lapTimeMs); i < end; i++) {
    if (!hasFix(position, i)) continue
    if (first < 0) first = i
    add(i)
  }
  add(first)
  const lengthM = along.at(-1)!
  const n = Math.max(8, Math.round(lengthM / COARSE_STEP_M))
  const s = Float64Array.from({ length: n }, (_, i) => (i * lengthM) / n)
  const placed = { s, xM: resample(along, x, s), yM: resample(along, y, s), zM: resample(along, z, s) }
  const lambda = new Float64Array(loopCells(lengthM, COARSE_CELL_M))
  return fitLoop(placed, lengthM, lambda.fill(COARSE_SMOOTHING_M ** 6 / COARSE_STEP_M))
}

/** Piecewise linear; `along` increases, `s` is sorted and within it. */
function resample(along: readonly number[], values: readonly number[], s: Float64Array): Float64Array {
  let k = 0
  return s.map((at) => {
    while (k + 2 < along.length && along[k + 1]! < at) k++
    const share = (at - along[k]!) / (along[k + 1]! - along[k]!)
    return values[k]! + share * (values[k + 1]! - values[k]!)
  })
}
