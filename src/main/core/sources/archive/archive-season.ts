// One season out of two sources: Jolpica says which rounds there are and how they are numbered, the archive's
// index says where the recordings lie. Either may be missing. Pure.

import type { WeekendFormat } from '@contract/calendar'
import type { SessionCode } from '@contract/ids'
import type { SourceRound, SourceSeason, SourceSession } from '../session-source'
import type { IndexedMeeting, IndexedSession } from './index-json'
import type { ScheduledRound, ScheduledSession } from './jolpica'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
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

const NAMES: Readonly<Record<SessionCode, string>> = {
  FP1: 'Practice 1',
  FP2: 'Practice 2',
  FP3: 'Practice 3',
  Q: 'Qualifying',
  SQ: 'Sprint Qualifying',
  SS: 'Sprint Shootout',
  S: 'Sprint',
  R: 'Race',
}

/** Weekends are at least seven days apart, so half of that names a weekend without doubt. */
const SAME_WEEKEND_MS = 3.5 * DAY_MS

/**
 * @param schedule null where Jolpica did not answer; rounds are then counted from the index, which skips cancelled events.
 * @param meetings null where the index did not answer; folders are then built from the schedule.
 */
export function mergeSeason(
  season: number,
  schedule: readonly ScheduledRound[] | null,
  meetings: readonly IndexedMeeting[] | null,
): SourceSeason {
  const warnings: string[] = []
  if (schedule === null)
    warnings.push('Round numbers were counted from the archive, because the schedule could not be loaded.')
  if (meetings === null)
    warnings.push(
      'Recordings are looked up by guessed folder names, because the archive has no index of this season.',
    )
  const rounds =
    schedule === null
      ? (meetings ?? []).map((meeting, index) => roundFromMeeting(season, index + 1, meeting))
      : schedule.map((round) => mergeRound(season, round, meetingOf(round, meetings ?? [])))
  return { season, rounds, warnings }
}

function meetingOf(round: ScheduledRound, meetings: readonly IndexedMeeting[]): IndexedMeeting | null {
  const distance = (meeting: IndexedMeeting) =>
    Math.min(...meeting.sessions.map((session) => Math.abs(session.startAt - round.raceAt)))
  const nearest = [...meetings].sort((a, b) => distance(a) - distance(b))[0]
  return nearest !== undefined && distance(nearest) < SAME_WEEKEND_MS ? nearest : null
}

function roundFromMeeting(season: number, round: number, meeting: IndexedMeeting): SourceRound {
  const sessions = meeting.sessions.map((session) => sessionFromIndex(session, session.path))
  const { name, country, location } = meeting
  return { round, name, country, location, format: formatOf(season, sessions), sessions: inOrder(sessions) }
}

function mergeRound(season: number, round: ScheduledRound, meeting: IndexedMeeting | null): SourceRound {
  const guessedOffsetMs = meeting?.sessions[0]?.gmtOffsetMs ?? guessOffset(round)
  const codes = new Set([
    ...round.sessions.map((session) => session.code),
    ...(meeting?.sessions ?? []).map((session) => session.code),
  ])
  const sessions = [...codes].map((code) => {
    const indexed = meeting?.sessions.find((session) => session.code === code)
    // The index lists past sessions without a path when nothing was recorded: do not look for a folder then.
    if (indexed !== undefined) return sessionFromIndex(indexed, indexed.path)
    const scheduled = round.sessions.find((session) => session.code === code)!
    return sessionFromSchedule(round, scheduled, guessedOffsetMs)
  })
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

function sessionFromIndex(indexed: IndexedSession, path: string | null): SourceSession {
  const { code, name, startAt, gmtOffsetMs } = indexed
  const endAt = indexed.endAt ?? startAt + LENGTH_MS[code]
  return { code, name, startAt, endAt, gmtOffsetMs, path, cancelled: false }
}

function sessionFromSchedule(
  round: ScheduledRound,
  scheduled: ScheduledSession,
  gmtOffsetMs: number,
): SourceSession {
  const { code, startAt, isTimeKnown } = scheduled
  return {
    code,
    name: NAMES[code],
    startAt,
    endAt: startAt + LENGTH_MS[code],
    gmtOffsetMs: isTimeKnown ? gmtOffsetMs : null,
    path: buildPath(round, scheduled, gmtOffsetMs),
    cancelled: false,
  }
}

/** `2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying/`: days are the circuit's own. */
function buildPath(round: ScheduledRound, scheduled: ScheduledSession, gmtOffsetMs: number): string {
  const day = (at: number, isTimeKnown: boolean) =>
    new Date(isTimeKnown ? at + gmtOffsetMs : at).toISOString().slice(0, 10)
  const race = round.sessions.find((session) => session.code === 'R')
  const raceDay = day(round.raceAt, race?.isTimeKnown ?? false)
  const sessionDay = day(scheduled.startAt, scheduled.isTimeKnown)
  const path = `${raceDay.slice(0, 4)}/${raceDay} ${round.name}/${sessionDay} ${NAMES[scheduled.code]}/`
  return path.replaceAll(' ', '_')
}

/** The circuit's clock within an hour or two, from its longitude: enough to tell the local day of a session. */
function guessOffset(round: ScheduledRound): number {
  return Math.round((round.longitude ?? 0) / 15) * HOUR_MS
}

function formatOf(season: number, sessions: readonly SourceSession[]): WeekendFormat {
  const has = (code: SessionCode) => sessions.some((session) => session.code === code)
  if (has('SS')) return 'sprint_shootout'
  if (has('SQ')) return 'sprint_qualifying'
  if (has('S')) return season >= 2024 ? 'sprint_qualifying' : season === 2023 ? 'sprint_shootout' : 'sprint'
  return 'conventional'
}

function inOrder(sessions: readonly SourceSession[]): readonly SourceSession[] {
  return [...sessions].sort((a, b) => a.startAt - b.startAt)
}
