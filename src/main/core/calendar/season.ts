// A source's season as people see it: which sessions are over, running, to come, or never took place.
// Pure: the instant is passed in.

import type { CalendarRound, CalendarSession, Season, SessionState } from '@contract/calendar'
import type { SessionId } from '@contract/ids'
import { AppError } from '../app-error'
import type { SourceRound, SourceSeason, SourceSession } from '../sources/session-source'

/** Time after the scheduled end before the archive can have a session: red flags, then the recorder's work. */
const ARCHIVE_DELAY_MS = 45 * 60_000

/** After this long the archive no longer changes a session. */
const FINAL_AFTER_MS = 7 * 24 * 3_600_000

export function sessionState(session: SourceSession, now: number): SessionState {
  if (session.cancelled) return 'cancelled'
  if (now < session.startAt) return 'future'
  if (now < session.endAt + ARCHIVE_DELAY_MS) return 'live'
  return session.path === null ? 'cancelled' : 'completed'
}

/** True when the session's archive will not change any more. */
export function isFinal(session: SourceSession, now: number): boolean {
  return now > session.endAt + FINAL_AFTER_MS
}

export function seasonAt(season: SourceSeason, now: number): Season {
  return {
    season: season.season,
    warnings: season.warnings,
    rounds: season.rounds.map((round) => roundAt(round, now)),
  }
}

/** @throws AppError `session/unknown` naming what is missing. */
export function findSession(
  season: SourceSeason,
  id: SessionId,
): { readonly round: SourceRound; readonly session: SourceSession } {
  const round = season.rounds.find((candidate) => candidate.round === id.round)
  if (round === undefined) throw new AppError('session/unknown', `${id.season} round ${id.round}`)
  const session = round.sessions.find((candidate) => candidate.code === id.session)
  if (session === undefined)
    throw new AppError('session/unknown', `${id.season} ${round.name}, ${id.session}`, {
      detail: `it has ${round.sessions.map((each) => each.code).join(' ')}`,
    })
  return { round, session }
}

function roundAt(round: SourceRound, now: number): CalendarRound {
  const { name, country, location, format } = round
  return {
    round: round.round,
    name,
    country,
    location,
    format,
    sessions: round.sessions.map((session) => sessionAt(session, now)),
  }
}

function sessionAt(session: SourceSession, now: number): CalendarSession {
  const { code, name, startAt, endAt, gmtOffsetMs } = session
  return { code, name, startAt, endAt, gmtOffsetMs, state: sessionState(session, now) }
}
