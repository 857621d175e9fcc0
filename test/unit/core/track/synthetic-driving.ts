// Drives a circuit at the limit: a speed profile from grip, traction, power, drag and brakes, for laps that alternate
// between slow and fast as in a qualifying hour.

import type { Circuit } from './synthetic-circuit'
import {
  makeSession,
  placeAtDistance,
  seededRandom,
  type SyntheticLap,
  type SyntheticOptions,
  type SyntheticSession,
} from './synthetic-session'

const G = 9.80665
const STEP_M = 1
/** Half-width of the smoothing of the profile: drivers and brakes take that long to act. */
const SMOOTHING_STEPS = 6

/** Twenty cars, five laps each, two of them fast; everything about the sampling as in the archive. */
export function qualifyingHour(
  circuit: Circuit,
  seed: number,
  options: Partial<SyntheticOptions> = {},
): SyntheticSession {
  const cars = options.cars ?? 20
  const laps = options.laps ?? 5
  const odometer = options.odometer ?? wavyOdometer(circuit, seed + 5)
  const speed = racingSpeed(circuit, laps, cars, seed, odometer)
  return makeSession({ circuit, seed, cars, laps, speed, odometer, ...options })
}

export function fastLaps(session: SyntheticSession): readonly SyntheticLap[] {
  return session.laps.filter((l) => isFastLap(l.lap))
}

/** Odd laps (1, 3, ...) are fast, even ones slow. */
function isFastLap(lap: number): boolean {
  return lap % 2 === 1
}

function racingSpeed(
  circuit: Circuit,
  laps: number,
  cars: number,
  seed: number,
  excess: (s: number) => number,
): (distanceM: number, car: number) => number {
  const random = seededRandom(seed)
  const tables = Array.from({ length: cars }, () => planStint(circuit, laps, 0.9 + 0.1 * random(), excess))
  const from = -800
  return (d, car) => {
    const table = tables[car]!
    const q = Math.min(Math.max((d - from) / STEP_M, 0), table.length - 1.001)
    const i = Math.floor(q)
    return table[i]! + (q - i) * (table[i + 1]! - table[i]!)
  }
}

/** Excess of the wheels over the line, metres: waves of 40-400 m, up to 10 % fast or slow, some 1.2 m in all. */
function wavyOdometer(circuit: Circuit, seed: number): (s: number) => number {
  const random = seededRandom(seed)
  const lowest = Math.max(3, Math.round(circuit.lengthM / 400))
  const highest = Math.round(circuit.lengthM / 40)
  const waves = Array.from({ length: 24 }, () => {
    const k = Math.round(lowest + (highest - lowest) * random() ** 2)
    return {
      k,
      amplitude: (random() * 0.05 * circuit.lengthM) / (2 * Math.PI * k) / 3,
      phase: 6.28 * random(),
    }
  })
  const table = Float64Array.from({ length: Math.round(circuit.lengthM) }, (_, i) =>
    waves.reduce(
      (sum, w) =>
        sum + w.amplitude * Math.sin((2 * Math.PI * w.k * i) / Math.round(circuit.lengthM) + w.phase),
      0,
    ),
  )
  return (s) => {
    const q = (s / circuit.lengthM - Math.floor(s / circuit.lengthM)) * table.length
    const i = Math.min(Math.floor(q), table.length - 1)
    return table[i]! + (q - i) * (table[(i + 1) % table.length]! - table[i]!) - table[0]!
  }
}

function planStint(
  circuit: Circuit,
  laps: number,
  grip: number,
  excess: (s: number) => number,
): Float64Array {
  const from = -800
  const n = Math.ceil((laps * circuit.lengthM + 1600) / STEP_M)
  const v = new Float64Array(n)
  const kappa = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const d = from + i * STEP_M
    kappa[i] = Math.abs(circuit.pointAt(placeAtDistance(d, excess)).curvature)
    const lap = Math.floor((d + 250) / circuit.lengthM)
    v[i] = cornerSpeed(kappa[i]!, isFastLap(lap) ? grip : 0.35 * grip, isFastLap(lap) ? 97 : 55)
  }
  for (let i = n - 2; i >= 0; i--) {
    const brake = brakingMs2(v[i + 1]!, kappa[i]!, grip)
    v[i] = Math.min(v[i]!, Math.sqrt(v[i + 1]! ** 2 + 2 * brake * STEP_M))
  }
  for (let i = 1; i < n; i++) {
    const drive = drivingMs2(v[i - 1]!, kappa[i]!, grip)
    v[i] = Math.min(v[i]!, Math.sqrt(Math.max(25, v[i - 1]! ** 2 + 2 * drive * STEP_M)))
  }
  return smooth(smooth(v))
}

/** Lateral limit in G: tyres 2.0, downforce 0.25 at 100 km/h. */
function limitMs2(v: number, grip: number): number {
  return G * grip * (2 + 0.25 * (v / 27.78) ** 2)
}

function cornerSpeed(kappa: number, grip: number, top: number): number {
  // v^2 kappa = limit(v), linear in v^2.
  const slope = kappa - (G * grip * 0.25) / 27.78 ** 2
  return slope <= 0 ? top : Math.min(top, Math.sqrt((G * grip * 2) / slope))
}

function remaining(v: number, kappa: number, grip: number): number {
  const used = (v * v * kappa) / limitMs2(v, grip)
  return Math.sqrt(Math.max(0.02, 1 - used * used))
}

function brakingMs2(v: number, kappa: number, grip: number): number {
  return Math.min(5 * G, limitMs2(v, grip) * 0.95) * remaining(v, kappa, grip)
}

function drivingMs2(v: number, kappa: number, grip: number): number {
  const traction = 1.35 * G * remaining(v, kappa, grip)
  return Math.min(traction, 830 / v) - 0.00095 * v * v
}

function smooth(v: Float64Array): Float64Array {
  return v.map((_, i) => {
    let sum = 0
    let weight = 0
    for (let k = -SMOOTHING_STEPS; k <= SMOOTHING_STEPS; k++) {
      const value = v[i + k]
      if (value === undefined) continue
      const w = SMOOTHING_STEPS + 1 - Math.abs(k)
      sum += w * value
      weight += w
    }
    return sum / weight
  })
}
