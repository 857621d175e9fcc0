// What the archive's calendar means to the schedule: which session is under way, and which are over. Pure.

import type { CalendarSession, Season } from '@contract/calendar'
import type { SessionCode, SessionId } from '@contract/ids'

const MINUTE_MS = 60_000

/** People open the timing page before the lights go out: from then on the archive's hosts are theirs. */
const QUIET_BEFORE_MS = 15 * MINUTE_MS
/** Red flags and late starts; races that run longer than this are a handful in ten years. */
const QUIET_AFTER_MS = 45 * MINUTE_MS

/** When the archive can have a session at the earliest. It has most of them within the hour. */
const ARCHIVED_AFTER_MS = 30 * MINUTE_MS

interface DatedSession {
  readonly id: SessionId
  readonly session: CalendarSession
}

export interface LiveSession {
  readonly id: SessionId
  /** Epoch ms from which on it no longer counts as under way. */
  readonly untilAt: number
}

/** @returns the session of the season that is under way, or about to begin or just over; null when none is. */
export function liveSessionAt(season: Season, now: number): LiveSession | null {
  for (const { id, session } of sessionsOf(season)) {
    const untilAt = session.endAt + QUIET_AFTER_MS
    const isOver = session.state === 'cancelled' || session.state === 'completed'
    if (!isOver && now >= session.startAt - QUIET_BEFORE_MS && now < untilAt) return { id, untilAt }
  }
  return null
}

export interface EndedSession {
  readonly id: SessionId
  /** Epoch ms from which on the archive may have it. */
  readonly dueAt: number
}

/** @returns the sessions among `codes` that have been over for long enough by the calendar, in its order. */
export function endedSessions(
  season: Season,
  codes: readonly SessionCode[],
  now: number,
): readonly EndedSession[] {
  return sessionsOf(season)
    .filter(({ session }) => codes.includes(session.code) && session.state !== 'cancelled')
    .map(({ id, session }) => ({ id, dueAt: session.endAt + ARCHIVED_AFTER_MS }))
    .filter(({ dueAt }) => dueAt <= now)
}

function sessionsOf({ season, rounds }: Season): readonly DatedSession[] {
  return rounds.flatMap(({ round, sessions }) =>
    sessions.map((session) => ({
      id: { source: 'archive', season, round, session: session.code } as const,
      session,
    })),
  )
}
