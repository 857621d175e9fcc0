// Why work stands still, as half a sentence: for the page, the tray and the menu alike.

import type { Language } from './language'
import type { HoldReason } from './warming'

export const HOLD_WORDS: Readonly<Record<Language, Readonly<Record<HoldReason | 'next-attempt', string>>>> = {
  en: {
    paused: 'it is paused',
    offline: 'there is no network',
    disk: 'the disk takes no more',
    battery: 'the computer runs on battery',
    metered: 'the connection is metered',
    'live-session': 'a session is under way',
    'other-run': 'another run comes first',
    'next-attempt': 'it tries again soon',
  },
  de: {
    paused: 'er pausiert',
    offline: 'es ist kein Netz da',
    disk: 'der Datenträger nimmt nichts mehr auf',
    battery: 'der Rechner läuft im Akkubetrieb',
    metered: 'die Verbindung ist getaktet',
    'live-session': 'eine Session ist im Gange',
    'other-run': 'ein anderer Durchlauf geht vor',
    'next-attempt': 'es folgt bald ein neuer Versuch',
  },
}
