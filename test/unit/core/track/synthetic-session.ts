// Seeded sessions whose truth is known, sampled like the archive: irregular stamps with holes, stamp errors common
// to all cars, speeds that are old by a varying amount, integer km/h, places rounded to 0.1 m.

import type { CarTelemetry, SessionSamples } from '@main/core/session/samples'
import type { LapWindow } from '@main/core/track/track-line'
import type { Circuit } from './synthetic-circuit'

export interface SyntheticOptions {
  readonly circuit: Circuit
  readonly seed: number
  readonly cars: number
  readonly laps: number
  /** Speed in m/s of a car (0..) at a distance since its first crossing of the finish line (s = 0). */
  readonly speed: (distanceM: number, car: number) => number
  /** Stamp errors: true time = stamp + error. `archive`: a quarter 20-158 ms, the others within 10 ms. */
  readonly stampErrors?: 'archive' | 'none' | ((sample: number) => number)
  /** Age of a speed sample: 0.07 s, and a uniform part of up to this much either way. */
  readonly ageJitterS?: number
  readonly noiseM?: number
  /** Mean distance of samples, seconds; the archive has 0.26. */
  readonly intervalS?: number
  readonly holes?: 'archive' | 'none'
  /** Distance by the wheels minus place on the line, metres, periodic. */
  readonly odometer?: (s: number) => number
  /** Metres to the left of the line at which a car is published, by its distance: a pit lane. */
  readonly offset?: (distanceM: number, car: number) => number
}

/** One car's true motion. Distances are by the wheels, 0 at the first crossing of the finish line. */
export interface TrueMotion {
  timeAt(distanceM: number): number
  distanceAt(timeS: number): number
  speedAt(timeS: number): number
}

export interface SyntheticLap extends LapWindow {
  readonly startMs: number
  readonly car: number
  /** 0.. */
  readonly lap: number
}

export interface SyntheticSession {
  readonly samples: SessionSamples
  readonly laps: readonly SyntheticLap[]
  readonly motions: readonly TrueMotion[]
  /** True error of every position stamp, seconds. */
  readonly stampErrorsS: Float64Array
  readonly options: SyntheticOptions
}

export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

const RUN_UP_S = 8
const CAR_GAP_S = 9
const SPEED_AGE_S = 0.07
/** What the timing feed adds to a crossing. */
const MESSAGE_LAG_S = 0.15

export function makeSession(options: SyntheticOptions): SyntheticSession {
  const { circuit, seed, cars, laps, speed } = options
  const random = seededRandom(seed)
  const wheels = options.odometer ?? (() => 0)
  const motions = Array.from({ length: cars }, (_, car) =>
    integrateMotion((d) => speed(d, car), 20 + car * CAR_GAP_S, laps * circuit.lengthM),
  )
  const endS = Math.max(...motions.map((m) => m.timeAt(laps * circuit.lengthM))) + RUN_UP_S + 5
  const interval = options.intervalS ?? 0.26
  const placeTrue = sampleTimes(endS, interval, 0.02, options.holes ?? 'archive', random)
  const carStamps = sampleTimes(endS, interval, 0.04, options.holes ?? 'archive', random)
  const errorOf = options.stampErrors ?? 'archive'
  const stampErrorsS = placeTrue.map((_, i) => {
    if (typeof errorOf === 'function') return errorOf(i)
    if (errorOf === 'none') return 0
    return random() < 0.25 ? 0.02 + 0.138 * random() : 0.02 * (random() - 0.5)
  })
  // Stamps stay in order, as those of the archive are.
  const stampsMs = placeTrue.map((t, i) => Math.round(1000 * (t - stampErrorsS[i]!)))
  for (let i = 1; i < stampsMs.length; i++) stampsMs[i] = Math.max(stampsMs[i]!, stampsMs[i - 1]! + 1)
  for (let i = 0; i < stampsMs.length; i++) stampErrorsS[i] = placeTrue[i]! - stampsMs[i]! / 1000
  const telemetry = new Map<string, CarTelemetry>()
  motions.forEach((motion, car) => {
    const first = motion.timeAt(0) - RUN_UP_S
    const last = motion.timeAt(laps * circuit.lengthM) + RUN_UP_S
    telemetry.set(String(car + 1), {
      car: sampleSpeeds(motion, carStamps, first, last, options.ageJitterS ?? 0.1, random),
      position: samplePlaces(options, car, motion, wheels, placeTrue, stampsMs, first, last, random),
    })
  })
  const windows: SyntheticLap[] = motions.flatMap((motion, car) =>
    Array.from({ length: laps }, (_, lap) => {
      const start = motion.timeAt(lap * circuit.lengthM)
      const end = motion.timeAt((lap + 1) * circuit.lengthM)
      return {
        number: String(car + 1),
        car,
        lap,
        startMs: Math.round(1000 * (start + MESSAGE_LAG_S + 0.02 * normal(random))),
        endMs: Math.round(1000 * (end + MESSAGE_LAG_S + 0.02 * normal(random))),
        lapTimeMs: Math.round(1000 * (end - start)),
      }
    }),
  )
  return {
    samples: { zeroAt: 0, cars: telemetry, positionStampsMs: stampsMs, warnings: [] },
    laps: windows,
    motions,
    stampErrorsS,
    options,
  }
}

const STEP_M = 0.5

function integrateMotion(speed: (d: number) => number, startS: number, distanceM: number): TrueMotion {
  const from = -RUN_UP_S * 100
  const n = Math.ceil((distanceM + 2 * RUN_UP_S * 100) / STEP_M)
  const time = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) {
    const a = speed(from + i * STEP_M)
    const b = speed(from + (i + 1) * STEP_M)
    // Constant acceleration within a step.
    time[i + 1] = time[i]! + (2 * STEP_M) / (a + b)
  }
  const shift = startS - valueAt(time, -from / STEP_M)
  for (let i = 0; i <= n; i++) time[i] = time[i]! + shift
  const cellOf = (t: number): number => {
    let [low, high] = [0, n]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (time[middle]! <= t) low = middle
      else high = middle
    }
    return low
  }
  const within = (t: number): { d: number; v: number } => {
    const i = cellOf(t)
    const a = speed(from + i * STEP_M)
    const duration = time[i + 1]! - time[i]!
    const acceleration = (speed(from + (i + 1) * STEP_M) - a) / duration
    const elapsed = t - time[i]!
    return {
      d: from + i * STEP_M + a * elapsed + (acceleration * elapsed * elapsed) / 2,
      v: a + acceleration * elapsed,
    }
  }
  return {
    timeAt: (d) => valueAt(time, (d - from) / STEP_M),
    distanceAt: (t) => within(t).d,
    speedAt: (t) => within(t).v,
  }
}

function valueAt(table: Float64Array, q: number): number {
  const i = Math.min(Math.max(Math.floor(q), 0), table.length - 2)
  return table[i]! + (q - i) * (table[i + 1]! - table[i]!)
}

/** Irregular times: intervals in ticks around the mean, and one of 0.7-1.3 s every half minute or so. */
function sampleTimes(
  endS: number,
  meanS: number,
  tickS: number,
  holes: 'archive' | 'none',
  random: () => number,
): Float64Array {
  const times: number[] = []
  let t = 0.013
  let hole = 10 + 30 * random()
  while (t < endS) {
    times.push(t)
    const usual = meanS * (0.6 + 0.8 * random())
    t += Math.max(tickS, Math.round(usual / tickS) * tickS)
    if (holes === 'archive' && t > hole) {
      t += 0.5 + 0.6 * random()
      hole = t + 15 + 30 * random()
    }
  }
  return Float64Array.from(times)
}

function sampleSpeeds(
  motion: TrueMotion,
  stampsS: Float64Array,
  first: number,
  last: number,
  jitterS: number,
  random: () => number,
): CarTelemetry['car'] {
  const times = stampsS.filter((t) => t > first && t < last)
  const speedKmh = new Float32Array(times.length)
  const throttlePct = new Float32Array(times.length)
  const brake = new Uint8Array(times.length)
  times.forEach((stamp, i) => {
    const t = stamp - SPEED_AGE_S - jitterS * (2 * random() - 1)
    const acceleration = (motion.speedAt(t + 0.02) - motion.speedAt(t - 0.02)) / 0.04
    speedKmh[i] = Math.round(motion.speedAt(t) * 3.6)
    brake[i] = acceleration < -10 ? 1 : 0
    throttlePct[i] = acceleration > 0 ? 100 : 0
  })
  return {
    timeMs: times.map((t) => Math.round(1000 * t)),
    speedKmh,
    rpm: new Float32Array(times.length),
    throttlePct,
    brake,
    gear: new Uint8Array(times.length).fill(5),
    drs: new Uint8Array(times.length),
  }
}

function samplePlaces(
  { circuit, noiseM, offset }: SyntheticOptions,
  number: number,
  motion: TrueMotion,
  wheels: (s: number) => number,
  trueS: Float64Array,
  stampsMs: Float64Array,
  first: number,
  last: number,
  random: () => number,
): CarTelemetry['position'] {
  const rows: number[][] = []
  trueS.forEach((t, stamp) => {
    if (t <= first || t >= last) return
    const d = motion.distanceAt(t)
    const s = placeAtDistance(d, wheels)
    const p = circuit.pointAt(s)
    const ahead = circuit.pointAt(s + 1)
    const left = offset?.(d, number) ?? 0
    const x = p.x - left * (ahead.y - p.y)
    const y = p.y + left * (ahead.x - p.x)
    const sigma = noiseM ?? 0.04
    const snap = (value: number): number => Math.round(10 * (value + sigma * normal(random))) / 10
    rows.push([stampsMs[stamp]!, snap(x), snap(y), Math.round(10 * p.z) / 10, stamp])
  })
  const column = (k: number): Float64Array => Float64Array.from(rows, (r) => r[k]!)
  return {
    timeMs: column(0),
    xM: column(1),
    yM: column(2),
    zM: column(3),
    stamp: Int32Array.from(rows, (r) => r[4]!),
  }
}

/** Place on the line at which the wheels have driven d: s + excess(s) = d. */
export function placeAtDistance(d: number, excess: (s: number) => number): number {
  let s = d
  for (let k = 0; k < 30; k++) s = d - excess(s)
  return s
}
