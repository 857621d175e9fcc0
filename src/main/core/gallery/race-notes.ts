// What is said on a session whose race context is missing, and whether such a session must be read again. Pure.

import type { SessionCode } from '@contract/ids'
import type { SessionLaps } from '@contract/laps'
import type { RaceContext } from '../sources/session-source'

const MISSING = {
  R: {
    unreachable: 'First lap times of this race could not be loaded, so first laps have none.',
    unpublished: 'First lap times of this race are not published, so first laps have none.',
  },
  S: {
    unreachable:
      'Who withdrew before this sprint could not be loaded; such a driver may be listed with a lap.',
    unpublished: 'Who withdrew before this sprint is not published; such a driver may be listed with a lap.',
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
