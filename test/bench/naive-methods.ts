// Two ways of getting G-forces that ours is held against: what one writes first, and what the web application this
// project descends from computes. Both differentiate one lap's samples; neither is used by the application.

import type { CarTelemetry } from '@main/core/session/samples'
import type { LapEstimate } from '../helpers/error-table'

const G = 9.80665

export interface Span {
  readonly startMs: number
  readonly endMs: number
}

/**
 * Naive differencing: speed interpolated to the fixes, central differences over time for longitudinal G, the circle
 * through three neighbouring fixes for lateral G (v^2 / r, > 0 left). Values explode where stamps or places repeat, so
 * they are cut at 6 G, to its benefit.
 */
export function naiveDifferences(telemetry: CarTelemetry, span: Span): LapEstimate {
  const { timeMs, xM, yM } = fixesOf(telemetry, span)
  const speedMs = interpolate(telemetry.car.timeMs, telemetry.car.speedKmh, timeMs).map((v) => v / 3.6)
  const cut = (value: number): number => (Number.isFinite(value) ? Math.min(6, Math.max(-6, value)) : 0)
  return {
    xM,
    yM,
    longitudinalG: timeMs.map((_, i) => {
      const [a, b] = neighbours(i, timeMs.length)
      return cut((1000 * (speedMs[b]! - speedMs[a]!)) / (timeMs[b]! - timeMs[a]!) / G)
    }),
    lateralG: timeMs.map((_, i) => {
      const [a, b] = neighbours(i, timeMs.length)
      if (b - a < 2) return 0
      const [ax, ay] = [xM[i]! - xM[a]!, yM[i]! - yM[a]!]
      const [bx, by] = [xM[b]! - xM[i]!, yM[b]! - yM[i]!]
      const sides = Math.hypot(ax, ay) * Math.hypot(bx, by) * Math.hypot(ax + bx, ay + by)
      return cut((speedMs[i]! ** 2 * ((2 * (ax * by - ay * bx)) / sides)) / G)
    }),
  }
}

/**
 * The original web application (craigderington/f1-sculptures, telemetry_processor.py), on telemetry merged as its
 * library does it: all stamps of both streams, gaps filled linearly, coordinates in tenths of a metre. Longitudinal:
 * change of speed per sample over 9.81, times ten. Lateral: v^2 divided by (curvature times 9.81), times 0.1, where
 * "curvature" is the cross product of first and second differences, unsigned. Clipped at 5 G.
 */
export function originalFormula(telemetry: CarTelemetry, span: Span): LapEstimate {
  const { car, position } = telemetry
  const within = (t: number): boolean => t >= span.startMs && t <= span.endMs
  const timeMs = Float64Array.from(
    new Set([...car.timeMs.filter(within), ...position.timeMs.filter(within)]),
  ).sort()
  const xM = interpolate(position.timeMs, position.xM, timeMs)
  const yM = interpolate(position.timeMs, position.yM, timeMs)
  const speedMs = interpolate(car.timeMs, car.speedKmh, timeMs).map((v) => v / 3.6)
  const dx = gradient(xM.map((x) => 10 * x))
  const dy = gradient(yM.map((y) => 10 * y))
  const ddx = gradient(dx)
  const ddy = gradient(dy)
  return {
    xM,
    yM,
    longitudinalG: gradient(speedMs).map((dv) => Math.min(5, Math.max(-5, (10 * dv) / 9.81))),
    lateralG: speedMs.map((v, i) => {
      const cross = Math.abs(ddx[i]! * dy[i]! - dx[i]! * ddy[i]!)
      const curvature = cross > 0 ? cross : 0.0001
      return Math.min(5, (0.1 * v * v) / (curvature * 9.81))
    }),
  }
}

function fixesOf({ position }: CarTelemetry, { startMs, endMs }: Span) {
  const within = (_: number, i: number): boolean =>
    position.timeMs[i]! >= startMs && position.timeMs[i]! <= endMs
  return {
    timeMs: position.timeMs.filter(within),
    xM: position.xM.filter(within),
    yM: position.yM.filter(within),
  }
}

function neighbours(i: number, n: number): readonly [number, number] {
  return [Math.max(0, i - 1), Math.min(n - 1, i + 1)]
}

/** Differences per sample, central within and one-sided at the ends. */
function gradient(values: Float64Array): Float64Array {
  return values.map((_, i) => {
    const [a, b] = neighbours(i, values.length)
    return (values[b]! - values[a]!) / (b - a)
  })
}

/** Linear; the outermost values beyond the ends. @param times both increasing. */
function interpolate(
  times: Float64Array,
  values: Float32Array | Float64Array,
  at: Float64Array,
): Float64Array {
  let k = 0
  return at.map((t) => {
    while (k + 2 < times.length && times[k + 1]! < t) k++
    const share = Math.min(1, Math.max(0, (t - times[k]!) / (times[k + 1]! - times[k]!)))
    return values[k]! + share * (values[k + 1]! - values[k]!)
  })
}
