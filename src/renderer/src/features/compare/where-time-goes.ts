// Who gains where: of the lap's passages those in which the measurement can tell two laps apart, the largest first.
// Pure; the sentences are made of it elsewhere.

import type { Sculpture } from '@contract/sculpture'
import { lapMarks } from '../../three/lap-marks'
import { gapChange, type Gap, type GapChange } from './gap'
import { passagesOf, type Passage } from './passages'

export interface Difference extends GapChange {
  readonly passage: Passage
}

export interface WhereTimeGoes {
  /** Official difference of the lap times, seconds; positive where the other is slower. */
  readonly lapS: number
  /** Beyond twice their standard deviation, largest first; no more than are read. */
  readonly told: readonly Difference[]
  /** Told apart as well, but smaller than those: how many passages, and what they add up to. */
  readonly further: number
  readonly furtherS: number
  /** How many passages are not told apart, and what they add up to. */
  readonly untold: number
  readonly untoldS: number
  /** What a difference in one of those must exceed to be told, seconds: the usual one of them. */
  readonly resolutionS: number
}

/** A difference counts from so many standard deviations on: one in twenty is chance all the same. */
const SIGMAS = 2
/** So many sentences are read; the smaller ones are in the table of the corners. */
const MOST_TOLD = 6

/** @returns null where the lap has no corners to speak of. */
export function whereTimeGoes(reference: Sculpture, gap: Gap): WhereTimeGoes | null {
  const { corners } = lapMarks(reference.header, reference.channels.xM.length)
  const all = passagesOf(reference, corners).map((passage): Difference => ({
    passage,
    ...gapChange(gap, passage.from, passage.to),
  }))
  if (all.length === 0) return null
  const tellable = all
    .filter(({ lostS, sigmaS }) => Math.abs(lostS) > SIGMAS * sigmaS)
    .sort((a, b) => Math.abs(b.lostS) - Math.abs(a.lostS))
  const further = tellable.slice(MOST_TOLD)
  const rest = all.filter((each) => !tellable.includes(each))
  const thresholds = (rest.length > 0 ? rest : all).map(({ sigmaS }) => SIGMAS * sigmaS).sort((a, b) => a - b)
  return {
    lapS: gap.gapS.at(-1)!,
    told: tellable.slice(0, MOST_TOLD),
    further: further.length,
    furtherS: total(further),
    untold: rest.length,
    untoldS: total(rest),
    resolutionS: thresholds[Math.floor(thresholds.length / 2)]!,
  }
}

function total(differences: readonly Difference[]): number {
  return differences.reduce((sum, { lostS }) => sum + lostS, 0)
}
