// Learns W(s) from the quick laps: between neighbouring fixes the wheels drove one distance and the line's
// coordinate grew by another. Raw speeds are integrated by trapezia: noisy, but not blurred, so that braking is not
// mistaken for a fault of the line.

import type { SessionSamples } from '../session/samples'
import { KMH_PER_MS } from '../conventions'
import { lowerBound, selectTraces, type LapTrace, type LapWindow } from './lap-traces'
import type { Odometer } from './odometer'
import { projectorOf } from './projector'
import type { SessionClocks } from './refinement'
import type { TrackLine } from './track-line'

/** Only laps driven at the limit: cars that cruise take other lines. */
const QUICK_RATIO = 1.05
/** With fewer laps W is noise; the line's coordinate is then taken for the distance. */
const FEWEST_LAPS = 8
/** With so many, more laps change nothing any more and only cost time. */
const MOST_LAPS = 120
const FEWEST_CARS = 3
const GATE_M = 0.5
const STEP_M = 2
/** Width of the Gaussian kernel; the line runs fast or slow over some 25 m. */
const KERNEL_M = 12
const KERNEL_REACH = 2.5
/** Neighbouring fixes between these limits, with speeds all the way, are compared. */
const SHORTEST_S = 0.05
const LONGEST_S = 0.6
const LONGEST_SPEED_GAP_S = 0.6
const SHORTEST_M = 0.3
const LARGEST_RATIO = 0.5

/** Distances driven and distances along the line, pooled by place. */
interface Pools {
  readonly wheelM: Float64Array
  readonly lineM: Float64Array
}

export function learnOdometer(
  line: TrackLine,
  samples: SessionSamples,
  windows: readonly LapWindow[],
  clocks: SessionClocks,
): Odometer {
  const n = Math.round(line.lengthM / STEP_M)
  const excessM = new Float64Array(n)
  const traces = selectTraces(samples, windows)
  const best = traces[0]?.window.lapTimeMs ?? 0
  const quick = traces.filter((t) => t.window.lapTimeMs < QUICK_RATIO * best).slice(0, MOST_LAPS)
  if (quick.length < FEWEST_LAPS) return { lengthM: line.lengthM, excessM }
  const halves = [emptyPools(n), emptyPools(n)] as const
  quick.forEach((trace, lap) => compareDistances(line, trace, clocks, halves[lap % 2 === 0 ? 0 : 1]))
  const step = line.lengthM / n
  const ratio = smoothRatio(sumOf(halves), step)
  const trust = reliability(smoothRatio(halves[0], step), smoothRatio(halves[1], step))
  for (let i = 0; i + 1 < n; i++) excessM[i + 1] = excessM[i]! + trust * (ratio[i]! - 1) * step
  const mean = excessM.reduce((a, b) => a + b, 0) / n
  return { lengthM: line.lengthM, excessM: excessM.map((e) => e - mean) }
}

function emptyPools(n: number): Pools {
  return { wheelM: new Float64Array(n), lineM: new Float64Array(n) }
}

function sumOf([a, b]: readonly [Pools, Pools]): Pools {
  return {
    wheelM: a.wheelM.map((m, i) => m + b.wheelM[i]!),
    lineM: a.lineM.map((m, i) => m + b.lineM[i]!),
  }
}

/**
 * How much of what was learned is the line and not noise: 0..1. Two halves of the laps are compared, and the whole is
 * as reliable as 2r / (1 + r) (Spearman and Brown). Recordings have r = 0.96; on a line without faults it is 0, and
 * taking the noise for faults would cost 0.05-0.1 G.
 */
function reliability(a: Float64Array, b: Float64Array): number {
  let ab = 0
  let aa = 0
  let bb = 0
  for (let i = 0; i < a.length; i++) {
    // Both have mean 1.
    const da = a[i]! - 1
    const db = b[i]! - 1
    ab += da * db
    aa += da * da
    bb += db * db
  }
  const r = aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0
  return r > 0 ? (2 * r) / (1 + r) : 0
}

function compareDistances(
  line: TrackLine,
  { telemetry, window, from, to }: LapTrace,
  clocks: SessionClocks,
  pools: Pools,
): void {
  const { position, car } = telemetry
  const ageS = clocks.speedAgeS.get(window.number)
  const scale = clocks.speedScale.get(window.number)
  if (ageS === undefined || scale === undefined) return
  const { s } = projectorOf(line).follow(position, from, to, GATE_M)
  const wheels = new WheelDistance()
  const first = lowerBound(car.timeMs, window.endMs - window.lapTimeMs - 3000)
  const last = lowerBound(car.timeMs, window.endMs + 2000)
  for (let i = first; i < last; i++) {
    if (Number.isNaN(car.throttlePct[i]!)) continue
    wheels.add(car.timeMs[i]! / 1000 - ageS, (car.speedKmh[i]! / KMH_PER_MS) * scale)
  }
  const n = pools.wheelM.length
  for (let k = 1; k < s.length; k++) {
    const a = position.stamp[from + k - 1]!
    const b = position.stamp[from + k]!
    if (clocks.stampCars[a]! < FEWEST_CARS || clocks.stampCars[b]! < FEWEST_CARS) continue
    const lineM = s[k]! - s[k - 1]!
    const ta = position.timeMs[from + k - 1]! / 1000 + clocks.stampCorrectionS[a]!
    const tb = position.timeMs[from + k]! / 1000 + clocks.stampCorrectionS[b]!
    // NaN (off the line) fails the first comparison.
    if (!(lineM > SHORTEST_M) || tb - ta < SHORTEST_S || tb - ta > LONGEST_S) continue
    const wheelM = wheels.between(ta, tb)
    if (!(Math.abs(wheelM / lineM - 1) < LARGEST_RATIO)) continue
    const middle = ((s[k]! + s[k - 1]!) / 2 / line.lengthM) * n
    const bin = ((Math.floor(middle) % n) + n) % n
    pools.wheelM[bin]! += wheelM
    pools.lineM[bin]! += lineM
  }
}

/** Integral of the raw speeds of one lap. Times are asked for in increasing order. */
class WheelDistance {
  private readonly timeS: number[] = []
  private readonly speedMs: number[] = []
  private readonly drivenM: number[] = []

  add(timeS: number, speedMs: number): void {
    const n = this.timeS.length
    const before = n === 0 ? 0 : ((this.speedMs[n - 1]! + speedMs) / 2) * (timeS - this.timeS[n - 1]!)
    this.drivenM.push((this.drivenM[n - 1] ?? 0) + before)
    this.timeS.push(timeS)
    this.speedMs.push(speedMs)
  }

  /** NaN beyond the samples and across holes. */
  between(fromS: number, toS: number): number {
    const a = this.cellOf(fromS)
    const b = this.cellOf(toS)
    for (let i = a; i <= b; i++) {
      if (!(this.timeS[i + 1]! - this.timeS[i]! <= LONGEST_SPEED_GAP_S)) return NaN
    }
    return this.at(b, toS) - this.at(a, fromS)
  }

  private at(cell: number, t: number): number {
    const elapsed = t - this.timeS[cell]!
    const share = elapsed / (this.timeS[cell + 1]! - this.timeS[cell]!)
    const v0 = this.speedMs[cell]!
    const v = v0 + share * (this.speedMs[cell + 1]! - v0)
    return this.drivenM[cell]! + ((v0 + v) / 2) * elapsed
  }

  /** Index of the last sample at or before t; -1, which yields NaN, if there is none. */
  private cellOf(t: number): number {
    let low = 0
    let high = this.timeS.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.timeS[middle]! <= t) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

/** Wheel distance per line distance, kernel-weighted, mean 1. */
function smoothRatio({ wheelM, lineM }: Pools, stepM: number): Float64Array {
  const n = wheelM.length
  const reach = Math.ceil((KERNEL_REACH * KERNEL_M) / stepM)
  const kernel = Float64Array.from({ length: reach + 1 }, (_, k) =>
    Math.exp(-0.5 * ((k * stepM) / KERNEL_M) ** 2),
  )
  const ratio = new Float64Array(n)
  let sum = 0
  for (let i = 0; i < n; i++) {
    let wheel = 0
    let along = 0
    for (let k = -reach; k <= reach; k++) {
      const j = (((i + k) % n) + n) % n
      wheel += kernel[Math.abs(k)]! * wheelM[j]!
      along += kernel[Math.abs(k)]! * lineM[j]!
    }
    ratio[i] = along > 0 ? wheel / along : 1
    sum += ratio[i]!
  }
  return ratio.map((r) => (r * n) / sum)
}
