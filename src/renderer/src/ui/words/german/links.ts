// The German mirror of `../english/links`.

import type { Shape } from '@contract/language'
import type { ENGLISH_LINK_WORDS } from '../english/links'
import { GERMAN_SESSION_NAMES } from './warming'

export const GERMAN_LINK_WORDS: Shape<typeof ENGLISH_LINK_WORDS> = {
  title: 'Diese Runde ist noch nicht hier',
  leadsTo: ({ season, round, session, driver, lap }) => {
    const name = GERMAN_SESSION_NAMES[session]
    return lap === 'fastest'
      ? `Der Link führt zur schnellsten Runde von ${driver}: ${season}, ${round}.\u00a0Saisonlauf, ${name}.`
      : `Der Link führt zur ${lap}.\u00a0Runde von ${driver}: ${season}, ${round}.\u00a0Saisonlauf, ${name}.`
  },
  cost: (size) => `Um sie zu zeigen, würden etwa ${size} aus dem Zeitnahme-Archiv geholt.`,
  costUnknown: 'Um sie zu zeigen, würde ihre Session aus dem Zeitnahme-Archiv geholt.',
  ownRecord: (time) => `Ähnliche Sessions haben auf diesem Rechner etwa ${time} gebraucht.`,
  origin: 'Gefragt wird, weil Links von jedem kommen können.',
  agree: 'Holen und zeigen',
  decline: 'Hier bleiben',
}
