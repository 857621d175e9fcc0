// Names of units, short for figures and in full for the ear. Part of `words`.

import type { UnitSystem } from '@contract/appearance'
import { plural } from '../../counted'
import type { UnitName, UnitWords } from '../subjects'

interface SystemWords {
  readonly speed: UnitWords
  readonly distance: UnitWords
  readonly lap: UnitWords
}

/** English only: one of them, or so many. */
function named(one: string, many: string): UnitName {
  return (value, n) => plural(n, `${value} ${one}`, `${value} ${many}`)
}

const METRES: UnitWords = { short: 'm', long: 'metres', spoken: named('metre', 'metres') }

export const ENGLISH_UNIT_WORDS = {
  systems: {
    metric: {
      speed: {
        short: 'km/h',
        long: 'kilometres an hour',
        spoken: named('kilometre an hour', 'kilometres an hour'),
      },
      distance: METRES,
      lap: METRES,
    },
    imperial: {
      speed: { short: 'mph', long: 'miles an hour', spoken: named('mile an hour', 'miles an hour') },
      distance: { short: 'ft', long: 'feet', spoken: named('foot', 'feet') },
      lap: { short: 'mi', long: 'miles', spoken: named('mile', 'miles') },
    },
  } satisfies Record<UnitSystem, SystemWords>,
  figure: (value: string, unit: string) => `${value}\u00a0${unit}`,
  /** Heads of columns and names of lines. */
  of: (what: string, unit: string) => `${what}, ${unit}`,
} as const
