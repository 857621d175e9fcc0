// The German mirror of `../english/units`.

import type { Shape } from '@contract/language'
import { plural } from '../../counted'
import type { ENGLISH_UNIT_WORDS } from '../english/units'
import type { UnitWords } from '../subjects'

const METRES: UnitWords = { short: 'm', long: 'Meter', spoken: (value) => `${value} Meter` }

export const GERMAN_UNIT_WORDS: Shape<typeof ENGLISH_UNIT_WORDS> = {
  systems: {
    metric: {
      speed: {
        short: 'km/h',
        long: 'Kilometer pro Stunde',
        spoken: (value) => `${value} Kilometer pro Stunde`,
      },
      distance: METRES,
      lap: METRES,
    },
    imperial: {
      speed: {
        short: 'mph',
        long: 'Meilen pro Stunde',
        spoken: (value, n) => plural(n, `${value} Meile pro Stunde`, `${value} Meilen pro Stunde`),
      },
      distance: { short: 'ft', long: 'Fuß', spoken: (value) => `${value} Fuß` },
      lap: {
        short: 'mi',
        long: 'Meilen',
        spoken: (value, n) => plural(n, `${value} Meile`, `${value} Meilen`),
      },
    },
  },
  figure: (value, unit) => `${value}\u00a0${unit}`,
  of: (what, unit) => `${what}, ${unit}`,
}
