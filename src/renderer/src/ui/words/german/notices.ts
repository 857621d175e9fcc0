// The German mirror of `../english/notices`.

import type { Shape } from '@contract/language'
import { plural } from '../../counted'
import { whole } from '../../format'
import type { ENGLISH_NOTICE_WORDS } from '../english/notices'

export const GERMAN_NOTICE_WORDS: Shape<typeof ENGLISH_NOTICE_WORDS> = {
  landmark: 'Hinweise',
  dismiss: 'Weglegen',
  dismissName: (text) => `Weglegen: ${text}`,
  bell: (unread) => (unread === 0 ? 'Hinweise' : `Hinweise, ${whole(unread)} ungelesen`),
  list: 'Hinweise dieses Besuchs',
  none: 'Noch wurde nichts gesagt.',
  forget: 'Liste leeren',

  runs: {
    complete: (warmed) =>
      warmed === 0
        ? 'Das Vorwärmen fand alles schon warm vor.'
        : plural(
            warmed,
            'Vorgewärmt: 1 Skulptur steht bereit.',
            `Vorgewärmt: ${whole(warmed)} Skulpturen stehen bereit.`,
          ),
    'partly-failed': (warmed) =>
      plural(
        warmed,
        'Vorgewärmt: 1 Skulptur steht bereit, anderes scheiterte. Mehr steht in der Liste der Aufgaben.',
        `Vorgewärmt: ${whole(warmed)} Skulpturen stehen bereit, anderes scheiterte. Mehr steht in der Liste der Aufgaben.`,
      ),
    failed: () => 'Ein Durchlauf des Vorwärmens blieb ohne Ergebnis. Warum, steht in der Liste der Aufgaben.',
    cancelled: () => 'Der Durchlauf des Vorwärmens wurde beendet.',
  },
  diskAgain: 'Der Cache lässt sich wieder beschreiben. Was wartete, geht weiter.',
}
