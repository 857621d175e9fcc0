// The German mirror of `../words-access`.

import type { Shape } from '@contract/language'
import type { ENGLISH_ACCESS_WORDS } from '../words-access'

export const GERMAN_ACCESS_WORDS: Shape<typeof ENGLISH_ACCESS_WORDS> = {
  wallStatus: 'Was hier hängt',
  chartPanels: 'Die Diagramme',
}
