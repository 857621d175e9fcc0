// A time as one says it: its two largest units.

import { LOCALE } from '../../ui/language'

const UNITS = [
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1000 },
] as const

/** `2 hr 5 min`, `1 min 12 sec`, `7 sec`; null for less than a second, which nobody has waited for. */
export function savedTime(ms: number): string | null {
  const first = UNITS.findIndex((each) => ms >= each.ms)
  if (first === -1) return null
  let rest = ms
  const parts = UNITS.slice(first, first + 2).map((each) => {
    const count = Math.floor(rest / each.ms)
    rest -= count * each.ms
    return { count, unit: each.unit }
  })
  const texts = parts
    .filter(({ count }) => count > 0)
    .map(({ count, unit }) =>
      new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    )
  return new Intl.ListFormat(LOCALE, { type: 'unit', style: 'narrow' }).format(texts)
}
