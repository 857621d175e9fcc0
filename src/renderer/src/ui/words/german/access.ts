// The German mirror of `../english/access`.

import type { Shape } from '@contract/language'
import type { ENGLISH_ACCESS_WORDS } from '../english/access'

export const GERMAN_ACCESS_WORDS: Shape<typeof ENGLISH_ACCESS_WORDS> = {
  wallStatus: 'Was hier hängt',
  chartPanels: 'Die Diagramme',
}
