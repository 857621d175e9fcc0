// The language of this page, fixed for its life: the main process writes it into the document before any module runs, and
// loads the page anew when it changes. So words are constants, and formats are made once.

import { languageOf, type Language, type Shape } from '@contract/language'

/** For all numbers, dates and lists. English where there is no document, as in unit tests. */
export const LOCALE: string =
  typeof document === 'undefined' ? 'en' : document.documentElement.lang || navigator.language

const LANGUAGE: Language = languageOf(LOCALE)

/** Of the words in both languages those of this page. */
export function spoken<T>(words: Readonly<Record<Language, Shape<T>>>): Shape<T> {
  return words[LANGUAGE]
}
