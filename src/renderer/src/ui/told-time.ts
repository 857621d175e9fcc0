// The one place where a lap's time becomes text: whoever writes one cannot forget that it may be hidden.

import { lapTime } from './format'
import { WORDS } from './words'

/** Stands for the time of a lap of a hidden weekend. Not a number, so whatever reckons with it tells nothing either. */
export const VEILED_MS = Number.NaN

/** @param ms null where the lap has none. @returns words where it is hidden, for the eye and for a screen reader. */
export function toldTime(ms: number | null): string {
  if (ms === null) return WORDS.caption.noTime
  return Number.isNaN(ms) ? WORDS.spoilers.timeHidden : lapTime(ms)
}

export function isVeiled(ms: number | null): boolean {
  return Number.isNaN(ms)
}
