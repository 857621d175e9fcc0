// The stamps' errors, found from all cars together. A position stamp's error is the same for every car of a sample
// (a quarter of them are 0.02-0.16 s early), so the cars' deviations from their own smooth motion show it; the speed
// channel's age and scale are each car's own.

import { KMH_PER_MS } from '../conventions'
import {
  BRAKE_FLIP_RATIO_PER_S,
  fitMotion,
  type MotionFit,
  type MotionSamples,
  type MotionSettings,
} from './motion-fit'
import { wheelDistance, type Odometer } from './odometer'
import { FEWEST_CARS_PER_STAMP, type SessionClocks } from './refinement'
import type { CarRun } from './runs'

const ROUNDS = 6
/** While the stamps are still wrong they are trusted less. */
const LOOSE_ROUNDS = 2
const STAMP_SIGMA_LOOSE_S = 0.03
const STAMP_SIGMA_S = 0.006
/** Stiffer in place and looser in jerk than the fit of a lap: it must show the stamps' errors, not smooth them away. */
const REPAIR: Omit<MotionSettings, 'stampSigmaS' | 'rounds'> = {
  placeSigmaM: 0.1,
  speedSigmaMs: 0.1,
  ageSigmaS: 0.06,
  smoothing: 0.003,
  brakeFlipRatioPerS: BRAKE_FLIP_RATIO_PER_S,
}
/** Reweighting rounds of the first fit of a run, and of the later ones, which start from its weights. */
const FIRST_REWEIGHTS = 4
const LATER_REWEIGHTS = 2
/** Slower cars turn a place's noise into too large an error of time. */
const SLOWEST_MS = 15
const FIRST_AGE_S = 0.06
/** A car that never changes its speed shows no age: steps are held back as if by one to +-0.05 s and +-1 %. */
const AGE_PRIOR = 1 / 0.05 ** 2
const SCALE_PRIOR = 1 / 0.01 ** 2
/** Speed residuals beyond this many sigmas tell nothing of age and scale. */
const OUTLIER = 6
/** Bins of the search for the commonest correction, which stands for "no error". */
const MODE_BIN_S = 0.004
const MODE_FROM_S = -0.2
const MODE_BINS = 125

interface Sums {
  residualTimesAcceleration: number
  accelerationSquared: number
  residualTimesSpeed: number
  speedSquared: number
}

/** Samples of a run as the fit wants them; times and distances are rewritten every round. */
interface RepairRun {
  readonly run: CarRun
  readonly samples: MotionSamples
  /** Stamps and speeds as sent: seconds, m/s. */
  readonly stampS: Float64Array
  readonly sentS: Float64Array
  readonly sentMs: Float64Array
  weights: MotionFit['weights'] | undefined
}

/**
 * @param stampCount number of position stamps of the session.
 * @param odometer null while it is not known; the second repair uses it.
 * @param start clocks to begin with, of an earlier repair.
 */
export function repairClocks(
  runs: readonly CarRun[],
  stampCount: number,
  odometer: Odometer | null,
  start: SessionClocks | null,
): SessionClocks {
  const correctionS = start?.stampCorrectionS.slice() ?? new Float64Array(stampCount)
  const stampCars = new Uint8Array(stampCount)
  const ageS = new Map<string, number>()
  const scale = new Map<string, number>()
  for (const { number } of runs) {
    ageS.set(number, start?.speedAgeS.get(number) ?? FIRST_AGE_S)
    scale.set(number, start?.speedScale.get(number) ?? 1)
  }
  const prepared = runs.map((run) => prepare(run, odometer))
  const medians = new StampMedians(stampCount, runs)
  const rounds = start === null ? ROUNDS : ROUNDS - LOOSE_ROUNDS
  for (let round = 0; round < rounds; round++) {
    const isLoose = start === null && round < LOOSE_ROUNDS
    const sums = new Map<string, Sums>()
    medians.clear()
    for (const each of prepared) {
      const { number } = each.run
      const fit = refit(each, correctionS, ageS.get(number)!, scale.get(number)!, isLoose)
      const { placeM, placeSpeedMs } = fit.residuals
      for (let k = 0; k < placeM.length; k++) {
        if (placeSpeedMs[k]! > SLOWEST_MS) medians.add(each.run.stamp[k]!, placeM[k]! / placeSpeedMs[k]!)
      }
      addSums(sums, number, fit, each.sentMs)
    }
    medians.addTo(correctionS, stampCars)
    centreOnMode(correctionS, stampCars)
    for (const [number, s] of sums) {
      ageS.set(number, ageS.get(number)! - s.residualTimesAcceleration / (s.accelerationSquared + AGE_PRIOR))
      scale.set(number, scale.get(number)! * (1 - s.residualTimesSpeed / (s.speedSquared + SCALE_PRIOR)))
    }
  }
  return { stampCorrectionS: correctionS, stampCars, speedAgeS: ageS, speedScale: scale }
}

function prepare(run: CarRun, odometer: Odometer | null): RepairRun {
  const sentMs = run.speedKmh.map((v) => v / KMH_PER_MS)
  return {
    run,
    samples: {
      placeTimeS: new Float64Array(run.s.length),
      placeM: odometer === null ? run.s : run.s.map((s) => wheelDistance(odometer, s)),
      placeTrust: new Float64Array(run.s.length).fill(1),
      speedTimeS: new Float64Array(sentMs.length),
      speedMs: new Float64Array(sentMs.length),
      brake: run.brake,
    },
    stampS: run.placeTimeMs.map((t) => t / 1000),
    sentS: run.speedTimeMs.map((t) => t / 1000),
    sentMs,
    weights: undefined,
  }
}

function refit(
  each: RepairRun,
  correctionS: Float64Array,
  ageS: number,
  scale: number,
  isLoose: boolean,
): MotionFit {
  const { samples, stampS, sentS, sentMs, run } = each
  for (let k = 0; k < stampS.length; k++) {
    samples.placeTimeS[k] = stampS[k]! + correctionS[run.stamp[k]!]!
  }
  for (let k = 0; k < sentS.length; k++) {
    samples.speedTimeS[k] = sentS[k]! - ageS
    samples.speedMs[k] = sentMs[k]! * scale
  }
  const settings: MotionSettings = {
    ...REPAIR,
    stampSigmaS: isLoose ? STAMP_SIGMA_LOOSE_S : STAMP_SIGMA_S,
    rounds: each.weights === undefined ? FIRST_REWEIGHTS : LATER_REWEIGHTS,
  }
  const fit = fitMotion(samples, settings, each.weights)
  each.weights = fit.weights
  return fit
}

function addSums(sums: Map<string, Sums>, number: string, fit: MotionFit, sentMs: Float64Array): void {
  const s = sums.get(number) ?? {
    residualTimesAcceleration: 0,
    accelerationSquared: 0,
    residualTimesSpeed: 0,
    speedSquared: 0,
  }
  sums.set(number, s)
  const { speedMs, accelerationMs2 } = fit.residuals
  for (let k = 0; k < speedMs.length; k++) {
    const r = speedMs[k]!
    const a = accelerationMs2[k]!
    const v = sentMs[k]!
    const w = 1 / (REPAIR.speedSigmaMs ** 2 + (REPAIR.ageSigmaS * a) ** 2)
    if (Math.abs(r) * Math.sqrt(w) >= OUTLIER) continue
    s.residualTimesAcceleration += w * r * a
    s.accelerationSquared += w * a * a
    s.residualTimesSpeed += w * r * v
    s.speedSquared += w * v * v
  }
}

/** Median over the cars at every stamp; storage is laid out once, because every round has the same samples. */
class StampMedians {
  private readonly first: Int32Array
  private readonly count: Int32Array
  private readonly values: Float64Array

  constructor(stampCount: number, runs: readonly CarRun[]) {
    this.first = new Int32Array(stampCount + 1)
    for (const { stamp } of runs) for (const j of stamp) this.first[j + 1]! += 1
    for (let j = 0; j < stampCount; j++) this.first[j + 1]! += this.first[j]!
    this.count = new Int32Array(stampCount)
    this.values = new Float64Array(this.first[stampCount]!)
  }

  clear(): void {
    this.count.fill(0)
  }

  add(stamp: number, value: number): void {
    this.values[this.first[stamp]! + this.count[stamp]!] = value
    this.count[stamp]! += 1
  }

  addTo(correctionS: Float64Array, stampCars: Uint8Array): void {
    for (let j = 0; j < this.count.length; j++) {
      const n = this.count[j]!
      stampCars[j] = Math.min(255, n)
      if (n === 0) continue
      const from = this.first[j]!
      const sorted = this.values.subarray(from, from + n).sort()
      correctionS[j] = correctionS[j]! + (sorted[n >> 1]! + sorted[(n - 1) >> 1]!) / 2
    }
  }
}

/** All clocks could be shifted together; the commonest correction is made 0, because most stamps are right. */
function centreOnMode(correctionS: Float64Array, stampCars: Uint8Array): void {
  const histogram = new Float64Array(MODE_BINS)
  for (let j = 0; j < correctionS.length; j++) {
    if (stampCars[j]! < FEWEST_CARS_PER_STAMP) continue
    const bin = Math.floor((correctionS[j]! - MODE_FROM_S) / MODE_BIN_S)
    if (bin >= 0 && bin < MODE_BINS) histogram[bin]! += 1
  }
  let best = 0
  let bestCount = -1
  for (let i = 2; i < MODE_BINS - 2; i++) {
    let count = 0
    for (let k = -2; k <= 2; k++) count += histogram[i + k]!
    if (count > bestCount) {
      bestCount = count
      best = i
    }
  }
  const mode = MODE_FROM_S + (best + 0.5) * MODE_BIN_S
  for (let j = 0; j < correctionS.length; j++) {
    correctionS[j] = stampCars[j]! >= FEWEST_CARS_PER_STAMP ? correctionS[j]! - mode : 0
  }
}
