// How much of a timing feed is read at most. A recording holds far less of everything; a forged or broken one must
// not cost more than its size deserves. What is beyond a limit is left out; `limitWarnings` says of what.

import { say } from '@contract/phrases'

/** Racing numbers of a session. It has up to 22, and 37 where a support series is appended to the list. */
export const MAX_DRIVERS = 100

/** Laps of one driver. The longest race has 78. More would make the steps that compare laps with each other slow. */
export const MAX_LAPS = 250

/** Stints of one driver: passes through the pit lane, at most 7 in the recorded sessions. */
export const MAX_STINTS = 100

/** Messages about one driver's stints: at most 90 in the recorded sessions, several times that in a long race. */
export const MAX_STINT_NOTES = 5000

/** Changes of the session's or the track's status: at most 21 in the recorded sessions. */
export const MAX_STATUS_CHANGES = 1000

/**
 * Characters of a message of race control. The longest recorded has 199; patterns with two wildcards take time by
 * the square of the length. A longer one speaks of no lap.
 */
export const MAX_SENTENCE_LENGTH = 500

/**
 * Warnings in words for people about what reached its limit.
 *
 * @param counts how much was read: drivers, and the most laps, messages on stints and status changes of any one.
 */
export function limitWarnings(counts: {
  readonly drivers: number
  readonly laps: number
  readonly stintNotes: number
  readonly statusChanges: number
}): readonly string[] {
  const reached = [
    counts.drivers >= MAX_DRIVERS ? say('limit-drivers', { count: MAX_DRIVERS }) : null,
    counts.laps >= MAX_LAPS ? say('limit-laps', { count: MAX_LAPS }) : null,
    counts.stintNotes >= MAX_STINT_NOTES ? say('limit-stint-notes', { count: MAX_STINT_NOTES }) : null,
    counts.statusChanges >= MAX_STATUS_CHANGES
      ? say('limit-status-changes', { count: MAX_STATUS_CHANGES })
      : null,
  ].filter((what) => what !== null)
  if (reached.length === 0) return []
  return [say('over-limits', { list: reached.join(', ') })]
}
