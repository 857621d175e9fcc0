// Die deutschen Wörter der Ansichten, des Drehtellers und des Links.

import type { Shape } from '@contract/language'
import type { ENGLISH_VIEW_WORDS } from '../english/views'

export const GERMAN_VIEW_WORDS: Shape<typeof ENGLISH_VIEW_WORDS> = {
  landmark: 'Ansicht',
  names: {
    first: 'Erste Ansicht',
    plan: 'Grundriss',
    straight: 'Startgerade',
    'long-side': 'Längsseite',
    'short-side': 'Schmalseite',
  },
  what: {
    first: 'Die erste Ansicht',
    plan: 'Von oben, im Grundriss',
    straight: 'Entlang der Startgeraden, in Fahrtrichtung',
    'long-side': 'Die Längsseite, im Aufriss',
    'short-side': 'Die Schmalseite, im Aufriss',
  },
  spoken: (what) => `Ansicht: ${what}.`,
  withKey: (what, key) => `${what} (${key})`,
  turn: 'Drehen',
  turnStep: 'Um 15° drehen',
  turning: { on: 'Dreht sich langsam, bis jemand sie anfasst', off: 'Drehen beenden' },
  spokenTurning: 'Die Skulptur dreht sich.',
  turnAction: 'Langsam drehen oder anhalten; ein Schritt, wo Bewegung reduziert ist',
  keysSpoken:
    'Die Ziffern 1 bis 5 zeigen die erste Ansicht, den Grundriss, die Startgerade und die beiden Seiten; T dreht die Skulptur langsam oder hält sie an.',
  label: {
    number: (number) => `Nr.\u00a0${number}`,
    computed: {
      first: 'Erste Berechnung, wird verfeinert',
      refined: 'Verfeinerte Berechnung',
      plain: 'Mit den Uhren der Aufzeichnung berechnet',
    },
  },
  link: {
    copy: 'Link kopieren',
    copied: 'Der Link ist in der Zwischenablage. Er öffnet diese Runde in dieser Ansicht.',
    refused: 'Die Zwischenablage hat den Link nicht angenommen.',
    keys: 'Strg+L',
    keysMac: '⌘L',
    action: 'Einen Link auf das Gezeigte kopieren',
  },
}
