// What the gallery says in passing, and the list in which it can be read again. No times of laps and no ranks: notices
// appear wherever one is, and are not to give a result away.

import type { RunOutcome } from '@contract/runs'
import { counted } from '../../counted'
import { whole } from '../../format'

/** English only. */
function sculptures(count: number): string {
  return counted(count, 'sculpture', 'sculptures')
}

export const ENGLISH_NOTICE_WORDS = {
  landmark: 'Notices',
  dismiss: 'Put away',
  dismissName: (text: string) => `Put away: ${text}`,
  bell: (unread: number) => (unread === 0 ? 'Notices' : `Notices, ${whole(unread)} not read`),
  list: 'Notices of this visit',
  none: 'Nothing has been said yet.',
  forget: 'Clear the list',

  runs: {
    complete: (warmed: number) =>
      warmed === 0
        ? 'The warming found everything warm already.'
        : `The warming has made ${sculptures(warmed)} ready.`,
    'partly-failed': (warmed: number) =>
      `The warming has made ${sculptures(warmed)} ready, and failed in part. Its list of tasks tells more.`,
    failed: () => 'A run of the warming came to nothing. Its list of tasks tells why.',
    cancelled: () => 'The run of the warming was stopped.',
  } satisfies Record<Exclude<RunOutcome, 'running'>, (warmed: number) => string>,
  diskAgain: 'The cache can be written again. What waited goes on.',
} as const
