// What the main process says to people: in the tray, the menus, notifications and its few dialogs. The page has its own
// words; both speak alike. The log and the command line are English, whatever the language.

import { languageOf, type Shape } from '@contract/language'
import { desktopLocale } from './desktop-locale'
import { ENGLISH } from './desktop-words-english'
import { GERMAN } from './desktop-words-german'

/** Of the application, in every language. */
export const PRODUCT = 'F1 Sculpture Gallery'

/** Asked for whenever something is said: the language may have changed meanwhile. */
export function desktopWords(): Shape<typeof ENGLISH> {
  return languageOf(desktopLocale()) === 'de' ? GERMAN : ENGLISH
}
