// What is said on a session whose race context is missing, and whether such a session must be read again. Pure.

import type { SessionCode } from '@contract/ids'
import type { SessionLaps } from '@contract/laps'
import { say } from '@contract/phrases'
import type { RaceContext } from '../sources/session-source'

const MISSING = {
  R: {
    unreachable: say('first-laps-unreachable'),
    unpublished: say('first-laps-unpublished'),
  },
  S: {
    unreachable: say('withdrawn-unreachable'),
    unpublished: say('withdrawn-unpublished'),
  },
} as const

const NOTES: ReadonlySet<string> = new Set(Object.values(MISSING).flatMap((notes) => Object.values(notes)))

export function raceNotes(session: SessionCode, { state }: RaceContext): readonly string[] {
  return state === 'complete' || (session !== 'R' && session !== 'S') ? [] : [MISSING[session][state]]
}

/** True for laps that were read without their race context. */
export function lacksRaceContext({ warnings }: SessionLaps): boolean {
  return warnings.some((warning) => NOTES.has(warning))
}
