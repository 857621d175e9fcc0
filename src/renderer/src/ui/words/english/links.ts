// What is said of links from outside.

import type { SculptureId } from '@contract/ids'
import { ENGLISH_WARMING_WORDS } from './warming'

/** Only what the link itself says: the names of event and driver would have to be fetched. */
function leadsTo({ season, round, session, driver, lap }: SculptureId): string {
  const name = ENGLISH_WARMING_WORDS.form.sessionNames[session]
  return lap === 'fastest'
    ? `The link leads to the fastest lap of ${driver}: ${season}, round ${round}, ${name}.`
    : `The link leads to lap ${lap} of ${driver}: ${season}, round ${round}, ${name}.`
}

export const ENGLISH_LINK_WORDS = {
  title: 'This lap is not here yet',
  leadsTo,
  cost: (size: string) => `To show it, about ${size} would be fetched from the timing archive.`,
  costUnknown: 'To show it, its session would be fetched from the timing archive.',
  ownRecord: (time: string) => `Sessions like it have taken about ${time} on this computer.`,
  origin: 'You are asked because links can come from anybody.',
  agree: 'Fetch and show',
  decline: 'Stay here',
}
