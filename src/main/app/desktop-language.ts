// Which of its languages the gallery speaks: what a person has chosen, else the system's.

import { app } from 'electron'
import { chooseLocale, type LanguageChoice } from '@contract/language'
import { desktopLocale, setDesktopLocale } from './desktop-locale'

/**
 * Once the application is ready; again whenever the choice changes.
 *
 * @param onChange what is on screen is to be said anew.
 */
export function speak(choice: LanguageChoice, onChange: () => void): void {
  const locale = chooseLocale(choice, systemLocales())
  if (locale === desktopLocale()) return
  setDesktopLocale(locale)
  onChange()
}

/** Chromium's own switch goes before the system's list, which on Linux does not know of it. */
function systemLocales(): readonly string[] {
  const asked = app.commandLine.getSwitchValue('lang')
  return [...(asked === '' ? [] : [asked]), ...app.getPreferredSystemLanguages()]
}
