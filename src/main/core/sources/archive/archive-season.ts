// One season out of two sources: Jolpica says which rounds there are and how they are numbered, the archive's
// index says where the recordings lie. Either may be missing, and the index is known to have holes. Pure.

import type { WeekendFormat } from '@contract/calendar'
import type { SessionCode } from '@contract/ids'
import { say } from '@contract/phrases'
import type { SourceRound, SourceSeason, SourceSession } from '../session-source'
import { circuitOffsetMs, offsetByLongitudeMs } from './circuit-clock'
import { buildFolders, SESSION_NAMES } from './folder-names'
import type { IndexedMeeting, IndexedSession, SeasonIndex } from './index-json'
import type { Schedule, ScheduledRound, ScheduledSession } from './jolpica'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Scheduled lengths: they decide when a session counts as over. */
const LENGTH_MS: Readonly<Record<SessionCode, number>> = {
  FP1: HOUR_MS,
  FP2: HOUR_MS,
  FP3: HOUR_MS,
  Q: HOUR_MS,
  SQ: HOUR_MS,
  SS: HOUR_MS,
  S: HOUR_MS,
  R: 2 * HOUR_MS,
}

/** Weekends are at least seven days apart, so half of that names a weekend without doubt. */
const SAME_WEEKEND_MS = 3.5 * DAY_MS

/**
 * @param schedule null, or without rounds, where Jolpica did not answer; rounds are then counted from the index,
 *   which skips cancelled events.
 * @param index null where the archive did not answer; folders are then built from the schedule.
 */
export function mergeSeason(
  season: number,
  schedule: Schedule | null,
  index: SeasonIndex | null,
): SourceSeason {
  const meetings = index?.meetings ?? []
  const scheduled = schedule?.rounds ?? []
  const warnings = [...(schedule?.warnings ?? []), ...(index?.warnings ?? [])]
  if (scheduled.length === 0) {
    warnings.push(say('rounds-counted'))
    const rounds = takingPlace(meetings).map((each, i) => roundFromMeeting(season, i + 1, each))
    return { season, rounds, warnings }
  }
  const pairs = scheduled.map((round) => ({ round, meeting: meetingOf(round, meetings) }))
  if (index === null) warnings.push(say('folders-guessed'))
  else warnings.push(...holesIn(pairs))
  return { season, rounds: pairs.map(({ round, meeting }) => mergeRound(season, round, meeting)), warnings }
}

interface Pair {
  readonly round: ScheduledRound
  readonly meeting: IndexedMeeting | null
}

function meetingOf(round: ScheduledRound, meetings: readonly IndexedMeeting[]): IndexedMeeting | null {
  const distance = (meeting: IndexedMeeting) =>
    Math.min(...meeting.sessions.map((session) => Math.abs(session.startAt - round.raceAt)))
  const nearest = meetings.toSorted((a, b) => distance(a) - distance(b))[0]
  return nearest !== undefined && distance(nearest) < SAME_WEEKEND_MS ? nearest : null
}

/** The index grows with the season, so a round missing before one that is there is a hole (2024: rounds 1 to 9). */
function holesIn(pairs: readonly Pair[]): readonly string[] {
  const newest = pairs.findLastIndex(({ meeting }) => meeting !== null)
  const missing = pairs.slice(0, Math.max(0, newest)).filter(({ meeting }) => meeting === null)
  if (missing.length === 0) return []
  const numbers = missing.map(({ round }) => round.round).join(', ')
  return [say('rounds-not-indexed', { list: numbers })]
}

/** Without those that were cancelled: nothing was recorded of them, although of a later one something was. */
function takingPlace(meetings: readonly IndexedMeeting[]): readonly IndexedMeeting[] {
  const isRecorded = ({ sessions }: IndexedMeeting) => sessions.some(({ path }) => path !== null)
  const newest = meetings.findLastIndex(isRecorded)
  return meetings.filter((meeting, i) => i > newest || isRecorded(meeting))
}

function roundFromMeeting(season: number, round: number, meeting: IndexedMeeting): SourceRound {
  const sessions = meeting.sessions.map((session) => sessionFromIndex(session, []))
  const { name, country, location } = meeting
  return { round, name, country, location, format: formatOf(season, sessions), sessions: inOrder(sessions) }
}

function mergeRound(season: number, round: ScheduledRound, meeting: IndexedMeeting | null): SourceRound {
  const indexed = meeting?.sessions ?? []
  const scheduled = round.sessions.filter(({ code }) => !indexed.some((each) => each.code === code))
  const offsetAt = clockOf(round, meeting)
  const folders = (session: ScheduledSession) =>
    buildFolders(season, round, session, (at) => offsetAt(at) ?? offsetByLongitudeMs(round.longitude))
  const sessions = [
    ...indexed.map((session) => {
      const { code, startAt } = session
      return sessionFromIndex(session, folders({ code, startAt, isTimeKnown: true }))
    }),
    ...scheduled.map((session) => sessionFromSchedule(season, session, folders(session), offsetAt)),
  ]
  const { name, country, location } = round
  return {
    round: round.round,
    name,
    country,
    location,
    format: formatOf(season, sessions),
    sessions: inOrder(sessions),
  }
}

/** The circuit's clock: its time zone's, else as the index has it for other sessions of the weekend, else unknown. */
function clockOf(round: ScheduledRound, meeting: IndexedMeeting | null): (at: number) => number | null {
  return (at) => circuitOffsetMs(round.circuitId, at) ?? meeting?.sessions[0]?.gmtOffsetMs ?? null
}

/** @param folders where it may lie although the index names no folder: it may not have been written there yet. */
function sessionFromIndex(indexed: IndexedSession, folders: readonly string[]): SourceSession {
  const { code, name, startAt, gmtOffsetMs, path } = indexed
  const endAt = indexed.endAt ?? startAt + LENGTH_MS[code]
  const session = { code, name, startAt, endAt, gmtOffsetMs, path, cancelled: false }
  return path === null && folders.length > 0 ? { ...session, builtPaths: folders } : session
}

function sessionFromSchedule(
  season: number,
  scheduled: ScheduledSession,
  folders: readonly string[],
  offsetAt: (at: number) => number | null,
): SourceSession {
  const { code, startAt, isTimeKnown } = scheduled
  return {
    code,
    name: code === 'S' && season === 2021 ? SESSION_NAMES.SQ : SESSION_NAMES[code],
    startAt,
    // Of a session without a time it is sure to be over when its day is, anywhere on earth.
    endAt: startAt + LENGTH_MS[code] + (isTimeKnown ? 0 : 1.5 * DAY_MS),
    gmtOffsetMs: isTimeKnown ? offsetAt(startAt) : null,
    path: folders[0] ?? null,
    builtPaths: folders,
    cancelled: false,
  }
}

function formatOf(season: number, sessions: readonly SourceSession[]): WeekendFormat {
  const has = (code: SessionCode) => sessions.some((session) => session.code === code)
  if (has('SS')) return 'sprint_shootout'
  if (has('SQ')) return 'sprint_qualifying'
  if (has('S')) return season >= 2024 ? 'sprint_qualifying' : season === 2023 ? 'sprint_shootout' : 'sprint'
  return 'conventional'
}

function inOrder(sessions: readonly SourceSession[]): readonly SourceSession[] {
  return sessions.toSorted((a, b) => a.startAt - b.startAt)
}
