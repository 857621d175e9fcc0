// The lateral G the field's tyres could give, as a function of speed, read from the corners themselves; and the
// corners where the circuit's line asks for far more, so that no car can have driven it at that speed.

import { GRAVITY_MS2 } from '../conventions'
import { curvatureTable, type ClosedCurve } from './closed-curve'
import { CORNER_END_RATIO } from './corners'
import { profileSpeed, type SpeedProfile } from './field-speed'

/** Lateral G at the limit: a + b (v / 100 km/h)^2, the tyres' own grip and what downforce adds. */
export interface GripEnvelope {
  readonly aG: number
  readonly bG: number
}

/** From `fromM` forward to `toM` along the line; `fromM` > `toM` where it spans the line's origin. */
export interface Stretch {
  readonly fromM: number
  readonly toM: number
}

/** A corner counts as beyond the grip from here on; Mexico's two lie at 1.44 and 1.62, the next at 1.17. */
const TIGHTER_RATIO = 1.3
/** Bends below this are no corners to a racing car. */
const SMALLEST_CORNER_G = 1
/** Two peaks of curvature are one corner unless it falls below this share of the lower one between them. */
const DIP_RATIO = 0.7
/**
 * A corner is driven at the limit where the field slows down for it: its speed is the lowest near by, and was higher
 * before. Kinks taken flat out and bends taken while accelerating say nothing of grip.
 */
const SLOWEST_WITHIN_M = 40
const SLOWEST_TOLERANCE = 1.04
const SLOWING_WITHIN_M = 200
const SLOWING_RATIO = 1.04
const FEWEST_CORNERS = 5
/** Squares of the speeds must differ at least so much, or the slope of the envelope is a guess. */
const SPEED_SPREAD = 2
const STEP_M = 1

interface Apex {
  readonly index: number
  readonly lateralG: number
  /** (v / 100 km/h)^2. */
  readonly speedSquared: number
  readonly isAtLimit: boolean
}

/** @returns null envelope and no stretches where the circuit has too few corners to tell. */
export function findGripEnvelope(
  curve: ClosedCurve,
  fieldSpeed: SpeedProfile,
): { readonly envelope: GripEnvelope | null; readonly tighterThanDriven: readonly Stretch[] } {
  const kappa = curvatureTable(curve, Math.round(curve.lengthM / STEP_M))
  const apexes = findApexes(kappa, fieldSpeed)
  const envelope = fitEnvelope(apexes)
  if (envelope === null) return { envelope, tighterThanDriven: [] }
  const tighterThanDriven = apexes
    .filter((a) => a.lateralG > TIGHTER_RATIO * (envelope.aG + envelope.bG * a.speedSquared))
    .map((a) => cornerAround(kappa, a.index, curve.lengthM))
  return { envelope, tighterThanDriven }
}

export function isWithin(stretch: Stretch, s: number): boolean {
  return stretch.fromM <= stretch.toM
    ? s >= stretch.fromM && s <= stretch.toM
    : s >= stretch.fromM || s <= stretch.toM
}

function findApexes(kappa: Float64Array, fieldSpeed: SpeedProfile): readonly Apex[] {
  const n = kappa.length
  const peaks: number[] = []
  for (let i = 0; i < n; i++) {
    const here = Math.abs(kappa[i]!)
    const isPeak = here > Math.abs(kappa[(i - 1 + n) % n]!) && here >= Math.abs(kappa[(i + 1) % n]!)
    const v = profileSpeed(fieldSpeed, i / n)
    if (!isPeak || (v * v * here) / GRAVITY_MS2 < SMALLEST_CORNER_G) continue
    const previous = peaks.at(-1)
    if (previous !== undefined && isSameCorner(kappa, previous, i)) {
      if (here > Math.abs(kappa[previous]!)) peaks[peaks.length - 1] = i
    } else peaks.push(i)
  }
  return peaks.map((index) => {
    const v = profileSpeed(fieldSpeed, index / n)
    return {
      index,
      lateralG: (v * v * Math.abs(kappa[index]!)) / GRAVITY_MS2,
      speedSquared: (v * 0.036) ** 2,
      isAtLimit: isSlowedFor(fieldSpeed, index, n),
    }
  })
}

function isSameCorner(kappa: Float64Array, a: number, b: number): boolean {
  const sign = Math.sign(kappa[a]!)
  const dip = DIP_RATIO * Math.min(Math.abs(kappa[a]!), Math.abs(kappa[b]!))
  for (let i = a; i <= b; i++) if (kappa[i]! * sign < dip) return false
  return true
}

function isSlowedFor(fieldSpeed: SpeedProfile, apex: number, n: number): boolean {
  const v = profileSpeed(fieldSpeed, apex / n)
  let slowest = v
  let fastestBefore = v
  for (let k = -SLOWEST_WITHIN_M; k <= SLOWEST_WITHIN_M; k++) {
    slowest = Math.min(slowest, profileSpeed(fieldSpeed, (apex + k) / n))
  }
  for (let k = 0; k <= SLOWING_WITHIN_M; k++) {
    fastestBefore = Math.max(fastestBefore, profileSpeed(fieldSpeed, (apex - k) / n))
  }
  return v < SLOWEST_TOLERANCE * slowest && fastestBefore > SLOWING_RATIO * v
}

/** Line of least absolute deviations through the corners driven at the limit. */
function fitEnvelope(apexes: readonly Apex[]): GripEnvelope | null {
  const atLimit = apexes.filter((a) => a.isAtLimit)
  const squares = atLimit.map((a) => a.speedSquared)
  if (atLimit.length < FEWEST_CORNERS || Math.max(...squares) < SPEED_SPREAD * Math.min(...squares))
    return null
  return leastAbsoluteLine(atLimit)
}

/** The best line goes through two of the points, so trying all pairs finds it exactly (some 20 corners). */
function leastAbsoluteLine(apexes: readonly Apex[]): GripEnvelope | null {
  let best: GripEnvelope | null = null
  let bestCost = Infinity
  for (const p of apexes) {
    for (const q of apexes) {
      const bG = (q.lateralG - p.lateralG) / (q.speedSquared - p.speedSquared)
      const aG = p.lateralG - bG * p.speedSquared
      // Grip neither shrinks with speed nor vanishes without it. NaN (equal speeds) fails the test as well.
      if (!(bG >= 0 && aG > 0)) continue
      const cost = apexes.reduce((sum, r) => sum + Math.abs(r.lateralG - aG - bG * r.speedSquared), 0)
      if (cost < bestCost) {
        bestCost = cost
        best = { aG, bG }
      }
    }
  }
  return best
}

function cornerAround(kappa: Float64Array, apex: number, lengthM: number): Stretch {
  const n = kappa.length
  const floor = kappa[apex]! * CORNER_END_RATIO
  const belongs = (i: number): boolean => kappa[((i % n) + n) % n]! / floor >= 1
  let from = apex
  let to = apex
  while (apex - from < n / 2 && belongs(from - 1)) from--
  while (to - apex < n / 2 && belongs(to + 1)) to++
  const step = lengthM / n
  return { fromM: ((from + n) % n) * step, toM: (to % n) * step }
}
