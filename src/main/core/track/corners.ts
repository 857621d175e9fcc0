// The corners of a circuit, found from the curvature of its line and the field's speed, and numbered from the finish
// line. A circuit's official numbers are a convention; this is the rule that comes nearest to it.
//
// A bend is a stretch that turns one way with a radius below 500 m. It is a corner where it turns by 3 degrees or more,
// is tighter than 350 m somewhere, and the field feels 0.45 G there. One bend holds several corners where the curvature
// falls below 0.7 of the lower of two peaks between them, or where it goes on turning by 25 degrees outside of its
// tightest part: the long way out of a stadium hairpin counts by itself, although the curvature has no second peak there.

import { GRAVITY_MS2 } from '../conventions'
import { curvatureTable, wrapS, type ClosedCurve } from './closed-curve'
import { profileSpeed, type SpeedProfile } from './field-speed'

/** Places are metres along the line in [0, length). Structured-clone safe. */
export interface Corner {
  /** 1.. in driving order from the finish line. */
  readonly number: number
  readonly direction: 'left' | 'right'
  /** The tightest place; in a corner without a peak of curvature the middle of its turning. */
  readonly apexM: number
  /** Of the line at the apex, metres; positive in either direction. */
  readonly radiusM: number
  /** Where the curvature passes 0.4 of the apex's. `exitM` < `entryM` where it spans the line's origin. */
  readonly entryM: number
  readonly exitM: number
}

const STEP_M = 1
/** Below are straights with the noise of the line: at 340 km/h it stays below 1/1000 m. */
const BEND_CURVATURE = 1 / 500
/** Mexico's widest numbered corner has 320 m; ways out of corners that nobody counts begin at 360 m. */
const CORNER_CURVATURE = 1 / 350
/**
 * Mexico's smallest numbered corner (15) turns by 3.5 degrees, a wriggle on the way from 5 to 6 that has no number by
 * 2.8. So close to the limit a number is a matter of taste, and ours may differ from the official one elsewhere.
 */
const SMALLEST_TURN_RAD = (3 * Math.PI) / 180
/** Below this a bend is a straight to whoever drives it; Mexico's gentlest numbered one has 0.55 G. */
const SMALLEST_LATERAL_G = 0.45
/** As for the grip: two arcs of one corner stay above 0.7 between them, an S through two corners falls to nothing. */
const DIP_RATIO = 0.7
/** A corner reaches as far as the curvature stays above this share of the apex. */
export const CORNER_END_RATIO = 0.4
/** A clothoid leads out of an arc with a sixth of its turning below 0.4 of the curvature: 10 degrees at the most. */
const LONG_WAY_RAD = (25 * Math.PI) / 180

/** Indices into the table of curvature; `to` not included. Both may exceed its length: they wrap. */
interface Part {
  readonly from: number
  readonly apex: number
  readonly to: number
}

export function findCorners(
  curve: ClosedCurve,
  finishM: number,
  fieldSpeed: SpeedProfile,
): readonly Corner[] {
  const n = Math.round(curve.lengthM / STEP_M)
  const kappa = curvatureTable(curve, n, finishM)
  const step = curve.lengthM / n
  const place = (i: number): number => wrapS(finishM + i * step, curve.lengthM)
  const isCorner = ({ from, apex, to }: Part): boolean => {
    const v = profileSpeed(fieldSpeed, place(apex) / curve.lengthM)
    const bend = Math.abs(at(kappa, apex))
    return (
      bend >= CORNER_CURVATURE &&
      (v * v * bend) / GRAVITY_MS2 >= SMALLEST_LATERAL_G &&
      turnOf(kappa, from, to, step) >= SMALLEST_TURN_RAD
    )
  }
  return bendsOf(kappa)
    .flatMap((bend) => partsOf(kappa, bend))
    .filter(isCorner)
    .flatMap((part) =>
      withLongWays(kappa, part, step).filter((each) => each.apex === part.apex || isCorner(each)),
    )
    .map((part) => ({ ...part, apex: part.apex % n }))
    .sort((a, b) => a.apex - b.apex)
    .map(({ from, apex, to }, index): Corner => ({
      number: index + 1,
      direction: kappa[apex]! > 0 ? 'left' : 'right',
      apexM: place(apex),
      radiusM: 1 / Math.abs(kappa[apex]!),
      entryM: place(from),
      exitM: place(to),
    }))
}

function at(kappa: Float64Array, i: number): number {
  return kappa[i % kappa.length]!
}

/** Radians turned between two indices; positive either way. */
function turnOf(kappa: Float64Array, from: number, to: number, step: number): number {
  let turn = 0
  for (let i = from; i < to; i++) turn += at(kappa, i)
  return Math.abs(turn) * step
}

function bendsOf(kappa: Float64Array): readonly (readonly [number, number])[] {
  const n = kappa.length
  const isBend = (i: number): boolean => Math.abs(at(kappa, i)) >= BEND_CURVATURE
  const goesOn = (i: number): boolean => isBend(i) && at(kappa, i) > 0 === at(kappa, i - 1) > 0
  // Counting begins where no bend is cut in two; a circle has no such place, and is one bend from wherever.
  let origin = 1
  while (origin < n && goesOn(origin)) origin++
  const bends: [number, number][] = []
  for (let i = origin; i < origin + n;) {
    if (!isBend(i)) {
      i++
      continue
    }
    let end = i + 1
    while (end < origin + n && goesOn(end)) end++
    bends.push([i, end])
    i = end
  }
  return bends
}

/** A bend cut at the lowest places between its peaks. */
function partsOf(kappa: Float64Array, [from, to]: readonly [number, number]): readonly Part[] {
  const size = (i: number): number => Math.abs(at(kappa, i))
  const peaks: number[] = []
  const valleys: number[] = []
  let valley = from
  for (let i = from; i < to; i++) {
    if (size(i) < size(valley)) valley = i
    const isPeak = (i === from || size(i) > size(i - 1)) && (i + 1 === to || size(i) >= size(i + 1))
    if (!isPeak) continue
    const last = peaks.at(-1)
    if (last !== undefined && size(valley) >= DIP_RATIO * Math.min(size(last), size(i))) {
      if (size(i) > size(last)) peaks[peaks.length - 1] = i
      else continue
    } else {
      if (last !== undefined) valleys.push(valley)
      peaks.push(i)
    }
    valley = i
  }
  return peaks.map((apex, k) => ({ from: valleys[k - 1] ?? from, apex, to: valleys[k] ?? to }))
}

/** The tightest part by itself, and what lies before and behind it where that turns far enough. */
function withLongWays(kappa: Float64Array, { from, apex, to }: Part, step: number): readonly Part[] {
  const floor = CORNER_END_RATIO * Math.abs(at(kappa, apex))
  let entry = apex
  let exit = apex + 1
  while (entry > from && Math.abs(at(kappa, entry - 1)) >= floor) entry--
  while (exit < to && Math.abs(at(kappa, exit)) >= floor) exit++
  const longWay = (first: number, last: number): readonly Part[] => {
    const turn = turnOf(kappa, first, last, step)
    if (turn < LONG_WAY_RAD) return []
    let middle = first
    while (turnOf(kappa, first, middle, step) < turn / 2) middle++
    return [{ from: first, apex: middle, to: last }]
  }
  return [...longWay(from, entry), { from: entry, apex, to: exit }, ...longWay(exit, to)]
}
