// What is said to who sees a sculpture for the first time.

import { GERMAN_FIRST_LOOK_WORDS } from './german/words-first-look'
import { spoken } from './language'

/** In the order in which they are read. */
export const FIRST_LOOK_STEPS = ['plan', 'height', 'colour'] as const

export const ENGLISH = {
  step: (step: number, steps: number) => `What stands here, ${step} of ${steps}`,
  steps: {
    plan: {
      title: 'The plan is the circuit',
      text: 'One lap as it lies in the land, from finish line to finish line.',
    },
    height: {
      title: 'The height is the force',
      text: 'Where it stands high the driver brakes hard or turns fast. A line at each G; one G is one’s own weight.',
    },
    colour: {
      title: 'The colour is a second measure',
      text: 'Choose speed, throttle, gear or a force. Drag to turn it, point at it to read it.',
    },
  } satisfies Record<(typeof FIRST_LOOK_STEPS)[number], { title: string; text: string }>,
  next: 'Next',
  back: 'Back',
  done: 'Understood',
  skip: 'Skip',
  more: 'More in the help',
} as const

export const FIRST_LOOK_WORDS = spoken<typeof ENGLISH>({ en: ENGLISH, de: GERMAN_FIRST_LOOK_WORDS })
