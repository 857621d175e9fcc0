// What is said to who sees a sculpture for the first time.

import type { FirstLookStep } from '../subjects'

export const ENGLISH_FIRST_LOOK_WORDS = {
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
  } satisfies Record<FirstLookStep, { title: string; text: string }>,
  next: 'Next',
  back: 'Back',
  done: 'Understood',
  skip: 'Skip',
  more: 'More in the help',
} as const
