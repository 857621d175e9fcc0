// A source's season as people see it: which sessions are over, running, to come, or never took place.
// Pure: the instant is passed in.

import type { CalendarRound, CalendarSession, Season, SessionState } from '@contract/calendar'
import type { SessionId } from '@contract/ids'
import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import type { SourceRound, SourceSeason, SourceSession } from '../sources/session-source'

/**
 * Time after the scheduled end before the archive can have a session: red flags, then the recorder's work. A race may
 * still be running then (Saudi Arabia 2021 ended 2 h 15 min after its start, and its start may be late as well): so
 * the rule names candidates only, and the archive confirms them.
 */
const ARCHIVE_DELAY_MS = 45 * 60_000

/** After this long the archive no longer changes a session. */
const FINAL_AFTER_MS = 7 * 24 * 3_600_000

/** What the source's index says of a session, folder or none, is the last word this long after its end. */
const CONFIRM_LISTED_MS = 2 * 24 * 3_600_000

/**
 * One that the index does not list, whose folder is built by rule, may not have been run at all: it is asked for until
 * the next weekend is due.
 */
const CONFIRM_BUILT_MS = 7 * 24 * 3_600_000

export function sessionState(session: SourceSession, now: number): SessionState {
  if (session.cancelled) return 'cancelled'
  if (now < session.startAt) return 'future'
  if (!isOverBySchedule(session, now) || session.archived === 'not-yet') return 'live'
  if (session.path !== null) return 'completed'
  return now < session.endAt + CONFIRM_LISTED_MS ? 'live' : 'cancelled'
}

/** True when a session ought to be over and in the archive, by its scheduled end. */
function isOverBySchedule({ endAt }: SourceSession, now: number): boolean {
  return now >= endAt + ARCHIVE_DELAY_MS
}

/**
 * True for a session that is over by schedule, but so lately that the schedule alone does not say whether it is in
 * the archive: it may run long, be late, or have been called off.
 */
export function needsConfirmation(session: SourceSession, now: number): boolean {
  const { path, builtPaths, endAt } = session
  if (session.cancelled || !isOverBySchedule(session, now)) return false
  if (path === null && (builtPaths ?? []).length === 0) return false
  const isListed = path === null || builtPaths === undefined
  return now < endAt + (isListed ? CONFIRM_LISTED_MS : CONFIRM_BUILT_MS)
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
  if (round === undefined) throw new AppError('session/unknown', say('of-round', id))
  const session = round.sessions.find((candidate) => candidate.code === id.session)
  if (session === undefined)
    throw new AppError(
      'session/unknown',
      say('of-session', { season: id.season, event: round.name, session: id.session }),
      {
        detail: say('round-has', { list: round.sessions.map((each) => each.code).join(' ') }),
      },
    )
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
