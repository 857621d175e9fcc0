// One thing, or so many, by the plural rules of the page's language.

import { whole } from './format'
import { LOCALE } from './language'

const RULES = new Intl.PluralRules(LOCALE)

/** `1 lap`, `1,204 laps`. */
export function counted(n: number, one: string, many: string): string {
  return `${whole(n)} ${plural(n, one, many)}`
}

/** Where the whole text differs with the number, which it writes itself. */
export function plural(n: number, one: string, many: string): string {
  return RULES.select(n) === 'one' ? one : many
}
