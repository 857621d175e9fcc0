// Which session the gallery opens when nobody has chosen one yet. Pure.

import type { CalendarSession, Season } from '@contract/calendar'
import type { SessionCode } from '@contract/ids'

export interface SessionChoice {
  readonly round: number
  readonly session: SessionCode
}

/**
 * Completed sessions in the order in which to try them: newest round first, and within a round qualifying first
 * (everyone drives flat out on low fuel there), then the newest.
 */
export function firstSessions(season: Season): readonly SessionChoice[] {
  return season.rounds
    .map((round) => ({ round: round.round, sessions: round.sessions.filter(isCompleted).sort(preferred) }))
    .filter(({ sessions }) => sessions.length > 0)
    .sort((a, b) => newest(b.sessions) - newest(a.sessions))
    .flatMap(({ round, sessions }) => sessions.map((session) => ({ round, session: session.code })))
}

function isCompleted(session: CalendarSession): boolean {
  return session.state === 'completed'
}

function preferred(a: CalendarSession, b: CalendarSession): number {
  if ((a.code === 'Q') !== (b.code === 'Q')) return a.code === 'Q' ? -1 : 1
  return b.startAt - a.startAt
}

function newest(sessions: readonly CalendarSession[]): number {
  return Math.max(...sessions.map((session) => session.startAt))
}
