// The archive's own tables of contents: of all years, of a year, of a session.

import { TELEMETRY_TOPICS, TIMING_TOPICS } from '../../session/topics'
import type { SourceRound } from '../session-source'
import type { DemoGrandPrix } from './grand-prix'
import { meetingInfo, sessionEntry } from './session-topics'

export function yearsIndex(seasons: readonly number[]): object {
  return { Years: seasons.toSorted((a, b) => a - b).map((Year) => ({ Year, Path: `${Year}/` })) }
}

/**
 * `{year}/Index.json`: like the real one it knows sessions that have begun, and grows as they are archived.
 * @param rounds of the season as scheduled at `now`.
 */
export function seasonIndex(
  grandsPrix: readonly DemoGrandPrix[],
  rounds: readonly SourceRound[],
  now: number,
): object {
  const meetings = grandsPrix.flatMap((grandPrix, i) => {
    const begun = rounds[i]!.sessions.filter(({ startAt }) => startAt <= now)
    const sessions = begun.flatMap(({ code, startAt, endAt, path }) =>
      path === null ? [] : [sessionEntry(grandPrix, code, { startAt, endAt, path })],
    )
    return sessions.length === 0 ? [] : [{ Sessions: sessions, ...meetingInfo(grandPrix) }]
  })
  return { Year: grandsPrix[0]!.season, Meetings: meetings }
}

/** `{path}Index.json`: which streams a session has. */
export function sessionIndex(isRace: boolean, hasPositions: boolean): object {
  const topics = [...TIMING_TOPICS, ...TELEMETRY_TOPICS].filter(
    (topic) => (topic !== 'LapCount' || isRace) && (topic !== 'Position.z' || hasPositions),
  )
  return { Feeds: Object.fromEntries(topics.map((topic) => [topic, { StreamPath: `${topic}.jsonStream` }])) }
}
