// The German mirror of `../english/first-look`.

import type { Shape } from '@contract/language'
import type { ENGLISH_FIRST_LOOK_WORDS } from '../english/first-look'

export const GERMAN_FIRST_LOOK_WORDS: Shape<typeof ENGLISH_FIRST_LOOK_WORDS> = {
  step: (step, steps) => `Was hier steht, ${step} von ${steps}`,
  steps: {
    plan: {
      title: 'Der Grundriss ist die Strecke',
      text: 'Eine Runde, wie sie im Gelände liegt, von Ziellinie zu Ziellinie.',
    },
    height: {
      title: 'Die Höhe ist die Kraft',
      text: 'Wo sie hoch steht, bremst das Auto hart oder nimmt schnell eine Kurve. Eine Linie je G; ein G ist das eigene Gewicht.',
    },
    colour: {
      title: 'Die Farbe ist ein zweites Maß',
      text: 'Tempo, Gas, Gang oder eine Kraft wählen. Ziehen dreht die Skulptur, Daraufzeigen liest sie ab.',
    },
  },
  next: 'Weiter',
  back: 'Zurück',
  done: 'Verstanden',
  skip: 'Überspringen',
  more: 'Mehr in der Hilfe',
}
