// The words of the views of a sculpture, of the turntable, and of the link to what is on show.

import type { PresetView } from '../../../three/preset-views'

export const ENGLISH_VIEW_WORDS = {
  landmark: 'View',
  names: {
    first: 'First view',
    plan: 'Plan',
    straight: 'Start straight',
    'long-side': 'Long side',
    'short-side': 'Short side',
  } satisfies Record<PresetView, string>,
  what: {
    first: 'The first view',
    plan: 'From above, in plan',
    straight: 'Along the start straight, as it is driven',
    'long-side': 'The long side, in elevation',
    'short-side': 'The short side, in elevation',
  } satisfies Record<PresetView, string>,
  spoken: (what: string) => `View: ${what}.`,
  /** With the key that does the same. */
  withKey: (what: string, key: string) => `${what} (${key})`,
  turn: 'Turn',
  turnStep: 'Turn by 15°',
  turning: { on: 'Turns slowly until somebody takes hold of it', off: 'Stop turning' },
  spokenTurning: 'The sculpture turns.',
  turnAction: 'Turn slowly, or stop; a step where motion is reduced',
  keysSpoken:
    'The figures 1 to 5 bring the first view, the plan, the start straight and the two sides; T turns the sculpture slowly or stops it.',
  label: {
    number: (number: string) => `No.\u00a0${number}`,
    /** How far the G-forces have been computed. */
    computed: {
      first: 'First computation, being refined',
      refined: 'Refined computation',
      plain: 'Computed by the clocks as recorded',
    },
  },
  link: {
    copy: 'Copy link',
    copied: 'The link is on the clipboard. It opens this lap in this view.',
    refused: 'The clipboard did not take the link.',
    keys: 'Ctrl+L',
    keysMac: '⌘L',
    action: 'Copy a link to what is on show',
  },
}
