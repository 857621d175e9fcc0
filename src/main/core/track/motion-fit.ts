// The motion of one car along the line as a smooth function of time: distance d(t), fitted jointly to its places
// and its speeds. Speeds are the derivative of d, so both streams correct each other without being merged; what is
// smooth is the acceleration, with a penalty on jerk that is relaxed where the driver touches or leaves the brake.
// SI units; t in seconds of session time, whatever clock the caller has put the two streams on.

import { factorBanded, inverseBand, solveBanded } from './banded'
import { GRAVITY_MS2 } from '../conventions'
import {
  addObservations,
  applyDesign,
  basisWeights,
  designAt,
  penaltyBand,
  splineAt,
  type Derivative,
} from './spline'

/** One car's two streams over a stretch of time; either may be empty, not both. */
export interface MotionSamples {
  /** Seconds, increasing, and the unwrapped distance at each, metres. */
  readonly placeTimeS: Float64Array
  readonly placeM: Float64Array
  /** Factor on the weight of each place, 0..1. */
  readonly placeTrust: Float64Array
  readonly speedTimeS: Float64Array
  readonly speedMs: Float64Array
  /** 1 pressed, 0 not, 255 unknown; at each speed sample. */
  readonly brake: Uint8Array
}

export interface MotionSettings {
  /** Noise of a place, metres. */
  readonly placeSigmaM: number
  /** Error of a place's stamp, seconds. */
  readonly stampSigmaS: number
  /** Noise of a speed, m/s. */
  readonly speedSigmaMs: number
  /** Error of a speed's age, seconds: tells the fit that speed is least reliable while it changes fast. */
  readonly ageSigmaS: number
  /** Penalty on jerk, s^5/m^2; its inverse is the jerk's density a priori. */
  readonly smoothing: number
  /** Factor on `smoothing` while the brake flag flips, for each second between the samples that differ; 1 at most. */
  readonly brakeFlipRatioPerS: number
  readonly rounds: number
}

/**
 * A flip brings its jerk once, wherever between two samples it is: the nearer they are, the denser the jerk, so the
 * factor grows with the gap. One factor of 0.1 for all gaps was too stiff for the usual quarter of a second, and too
 * loose for a second. Chosen on two simulated and two synthetic sessions; on eight others longitudinal RMSE fell by 1
 * to 6 %, and speeds left out of the recorded qualifying are met a little better (braking 5.21 -> 5.16 km/h rms). At
 * 0.1 per second the recorded ones are met worse.
 */
export const BRAKE_FLIP_RATIO_PER_S = 0.15

/** Clocks as given: a quarter of the place stamps are 0.02-0.16 s early (the method's tier 2). */
export const CLOCKS_AS_GIVEN: MotionSettings = {
  placeSigmaM: 0.3,
  stampSigmaS: 0.05,
  speedSigmaMs: 0.15,
  ageSigmaS: 0.06,
  smoothing: 0.01,
  brakeFlipRatioPerS: BRAKE_FLIP_RATIO_PER_S,
  rounds: 5,
}

/** Clocks repaired from all cars together (tier 3). */
export const CLOCKS_REPAIRED: MotionSettings = { ...CLOCKS_AS_GIVEN, stampSigmaS: 0.015 }

/** Distance of the spline's knots. 0.2 s would change longitudinal G by 0.04 rms. */
const KNOT_S = 0.1
/** The flag may flip this long before or after the two samples that differ. */
const FLIP_HALO_S = 0.05
/** In a longer gap the flip could be anywhere, and the stretch would lose its smoothness for nothing. */
const FLIP_LONGEST_GAP_S = 1.6
/** Residuals beyond this many sigmas count linearly (Huber). */
const HUBER = 3
/** Assumed for the first round, before the fit knows the motion. */
const FIRST_SPEED_MS = 50
const FIRST_ACCELERATION_MS2 = 10
/** Half of the span over which longitudinal G is the mean; shorter spans show the samples' age jitter. */
const HALF_MEAN_S = 0.2
/** Diagonals of the inverse that reach from the cell of t-0.2 s to that of t+0.2 s. */
const INVERSE_WIDTH = 8

export class MotionFit {
  private inverse: Float64Array | null = null

  constructor(
    readonly startS: number,
    readonly endS: number,
    private readonly originM: number,
    private readonly coefficients: Float64Array,
    private readonly factor: Float64Array,
    /** Observed minus fitted at the samples, and the fit's own speed and acceleration there. */
    readonly residuals: {
      readonly placeM: Float64Array
      readonly placeSpeedMs: Float64Array
      readonly speedMs: Float64Array
      readonly accelerationMs2: Float64Array
    },
    /** Final weights, from which a refit with slightly changed clocks can start. */
    readonly weights: { readonly place: Float64Array; readonly speed: Float64Array },
  ) {}

  distanceM(t: number): number {
    return this.originM + this.evaluate(t, 0)
  }

  speedMs(t: number): number {
    return this.evaluate(t, 1)
  }

  accelerationMs2(t: number): number {
    return this.evaluate(t, 2)
  }

  /** Mean over 0.4 s round t, G. */
  longitudinalG(t: number): number {
    return (this.speedMs(t + HALF_MEAN_S) - this.speedMs(t - HALF_MEAN_S)) / (2 * HALF_MEAN_S * GRAVITY_MS2)
  }

  distanceSigmaM(t: number): number {
    return this.sigma(t, 0)
  }

  speedSigmaMs(t: number): number {
    return this.sigma(t, 1)
  }

  /** Of `longitudinalG`; grows by itself where samples are missing. */
  longitudinalSigmaG(t: number): number {
    const scale = 1 / (2 * HALF_MEAN_S * GRAVITY_MS2)
    const ahead = this.cellOf(t + HALF_MEAN_S)
    const behind = this.cellOf(t - HALF_MEAN_S)
    const weights = new Float64Array(INVERSE_WIDTH + 1)
    const one = new Float64Array(4)
    for (const [cell, at, sign] of [
      [ahead, t + HALF_MEAN_S, 1],
      [behind, t - HALF_MEAN_S, -1],
    ] as const) {
      basisWeights((at - this.startS) / KNOT_S - cell, KNOT_S, 1, one, 0)
      for (let k = 0; k < 4; k++) weights[cell - behind + k]! += sign * scale * one[k]!
    }
    return this.quadraticForm(behind, weights, ahead - behind + 4)
  }

  private evaluate(t: number, derivative: Derivative): number {
    return splineAt(this.coefficients, this.startS, KNOT_S, t, derivative)
  }

  private cellOf(t: number): number {
    const cells = this.coefficients.length - 4
    return Math.min(Math.max(Math.floor((t - this.startS) / KNOT_S), 0), cells)
  }

  private sigma(t: number, derivative: Derivative): number {
    const weights = new Float64Array(4)
    const cell = this.cellOf(t)
    basisWeights((t - this.startS) / KNOT_S - cell, KNOT_S, derivative, weights, 0)
    return this.quadraticForm(cell, weights, 4)
  }

  /** sqrt(w^T A^-1 w) for weights on `count` neighbouring coefficients. */
  private quadraticForm(first: number, weights: Float64Array, count: number): number {
    this.inverse ??= inverseBand(this.factor, INVERSE_WIDTH)
    const stride = INVERSE_WIDTH + 1
    let sum = 0
    for (let i = 0; i < count; i++) {
      const row = (first + i) * stride
      sum += weights[i]! * weights[i]! * this.inverse[row]!
      for (let m = 1; i + m < count; m++) sum += 2 * weights[i]! * weights[i + m]! * this.inverse[row + m]!
    }
    return Math.sqrt(Math.max(0, sum))
  }
}

/**
 * @param warm weights of an earlier fit of the same samples; `rounds` may then be 1 or 2.
 * @returns the fit, valid from `startS` to `endS` (0.2 s beyond the outermost samples).
 */
export function fitMotion(
  samples: MotionSamples,
  settings: MotionSettings,
  warm?: MotionFit['weights'],
): MotionFit {
  const { placeTimeS, placeM, placeTrust, speedTimeS, speedMs } = samples
  const first = Math.min(placeTimeS[0] ?? Infinity, speedTimeS[0] ?? Infinity)
  const last = Math.max(placeTimeS.at(-1) ?? -Infinity, speedTimeS.at(-1) ?? -Infinity)
  const startS = first - 2 * KNOT_S
  const endS = last + 2 * KNOT_S
  const size = Math.ceil((endS - startS) / KNOT_S) + 4
  const originM = placeM[0] ?? 0
  const relativeM = placeM.map((d) => d - originM)
  const placeDesign = designAt(placeTimeS, startS, KNOT_S, size, 0)
  const placeSpeedDesign = designAt(placeTimeS, startS, KNOT_S, size, 1)
  const speedDesign = designAt(speedTimeS, startS, KNOT_S, size, 1)
  const accelerationDesign = designAt(speedTimeS, startS, KNOT_S, size, 2)
  const penalty = penaltyBand(smoothingRows(samples, settings, startS, size), KNOT_S)

  const weights = {
    place:
      warm?.place ?? firstWeights(placeTrust, settings.placeSigmaM, settings.stampSigmaS * FIRST_SPEED_MS),
    speed:
      warm?.speed ??
      firstWeights(
        new Float64Array(speedMs.length).fill(1),
        settings.speedSigmaMs,
        settings.ageSigmaS * FIRST_ACCELERATION_MS2,
      ),
  }
  const band = new Float64Array(penalty.length)
  const coefficients = new Float64Array(size)
  const residuals = {
    placeM: new Float64Array(placeM.length),
    placeSpeedMs: new Float64Array(placeM.length),
    speedMs: new Float64Array(speedMs.length),
    accelerationMs2: new Float64Array(speedMs.length),
  }
  for (let round = 0; round < settings.rounds; round++) {
    band.set(penalty)
    coefficients.fill(0)
    addObservations(band, coefficients, placeDesign, weights.place, relativeM)
    addObservations(band, coefficients, speedDesign, weights.speed, speedMs)
    factorBanded(band)
    solveBanded(band, coefficients)
    applyDesign(placeDesign, coefficients, residuals.placeM)
    applyDesign(placeSpeedDesign, coefficients, residuals.placeSpeedMs)
    applyDesign(speedDesign, coefficients, residuals.speedMs)
    applyDesign(accelerationDesign, coefficients, residuals.accelerationMs2)
    weights.place = reweight(
      relativeM,
      residuals.placeM,
      residuals.placeSpeedMs,
      settings.placeSigmaM,
      settings.stampSigmaS,
      placeTrust,
    )
    weights.speed = reweight(
      speedMs,
      residuals.speedMs,
      residuals.accelerationMs2,
      settings.speedSigmaMs,
      settings.ageSigmaS,
      null,
    )
  }
  return new MotionFit(startS, endS, originM, coefficients, band, residuals, weights)
}

/** Penalty per cell: smaller where the brake flag flips, because jerk is then large by nature. */
function smoothingRows(
  { speedTimeS, brake }: MotionSamples,
  { smoothing, brakeFlipRatioPerS }: MotionSettings,
  startS: number,
  size: number,
): Float64Array {
  const rows = new Float64Array(size - 3).fill(smoothing)
  for (let i = 0; i + 1 < speedTimeS.length; i++) {
    if (brake[i] === brake[i + 1] || brake[i]! > 1 || brake[i + 1]! > 1) continue
    const from = speedTimeS[i]!
    const to = speedTimeS[i + 1]!
    if (to - from > FLIP_LONGEST_GAP_S) continue
    const firstRow = Math.max(0, Math.ceil((from - FLIP_HALO_S - startS) / KNOT_S - 0.5))
    const lastRow = Math.min(rows.length - 1, Math.floor((to + FLIP_HALO_S - startS) / KNOT_S - 0.5))
    const relaxed = smoothing * Math.min(1, brakeFlipRatioPerS * (to - from))
    for (let j = firstRow; j <= lastRow; j++) rows[j] = relaxed
  }
  return rows
}

function firstWeights(trust: Float64Array, sigma: number, timing: number): Float64Array {
  return trust.map((t) => t / (sigma * sigma + timing * timing))
}

/**
 * Weights for the next round: noise and timing error added, outliers counted less. `fitted` holds the fitted
 * values and becomes the residuals.
 */
function reweight(
  observed: Float64Array,
  fitted: Float64Array,
  rate: Float64Array,
  sigma: number,
  timingSigmaS: number,
  trust: Float64Array | null,
): Float64Array {
  const weights = new Float64Array(observed.length)
  for (let i = 0; i < weights.length; i++) {
    const residual = observed[i]! - fitted[i]!
    fitted[i] = residual
    const timing = timingSigmaS * rate[i]!
    const variance = sigma * sigma + timing * timing
    const z = Math.abs(residual) / Math.sqrt(variance)
    weights[i] = ((trust?.[i] ?? 1) / variance) * (z > HUBER ? HUBER / z : 1)
  }
  return weights
}
