// Why work stands still, as half a sentence: for the page, the tray and the menu alike.

import type { HoldReason } from './warming'

export const HOLD_WORDS: Readonly<Record<HoldReason | 'next-attempt', string>> = {
  paused: 'it is paused',
  offline: 'there is no network',
  disk: 'the disk takes no more',
  battery: 'the computer runs on battery',
  metered: 'the connection is metered',
  'live-session': 'a session is under way',
  'other-run': 'another run comes first',
  'next-attempt': 'it tries again soon',
}
