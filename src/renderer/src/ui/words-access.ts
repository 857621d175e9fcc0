// Names of places that are seen for what they are, and have to be said to who does not see them.

import { GERMAN_ACCESS_WORDS } from './german/words-access'
import { spoken } from './language'

export const ENGLISH_ACCESS_WORDS = {
  wallStatus: 'What hangs here',
  chartPanels: 'The charts',
} as const

export const ACCESS_WORDS = spoken<typeof ENGLISH_ACCESS_WORDS>({
  en: ENGLISH_ACCESS_WORDS,
  de: GERMAN_ACCESS_WORDS,
})
