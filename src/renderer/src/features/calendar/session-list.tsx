// The sessions of one round. Only completed ones can be opened; the others say when or why not.

import type { CalendarSession } from '@contract/calendar'
import type { SessionCode } from '@contract/ids'
import { dateTime, timeThere } from '../../ui/format'
import { isByCircuitClock } from '../../ui/page-settings'
import { WORDS } from '../../ui/words'

interface SessionListProps {
  readonly sessions: readonly CalendarSession[]
  readonly chosen: SessionCode | null
  readonly onOpen: (code: SessionCode) => void
}

export function SessionList({ sessions, chosen, onOpen }: SessionListProps) {
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">{WORDS.catalogue.sessions}</h2>
      {sessions.length === 0 && <p className="quiet">{WORDS.catalogue.noSessions}</p>}
      <ul className="rows">
        {sessions.map((session) => (
          <li key={session.code}>
            <button
              type="button"
              className="row session"
              disabled={session.state !== 'completed'}
              aria-current={session.code === chosen ? 'true' : undefined}
              onClick={() => onOpen(session.code)}
            >
              <span className="row-main">{WORDS.sessionName(session.code, session.name)}</span>
              <span className="row-side">{sessionWhen(session)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** State in words, with the start by the clock the reader goes by and, where it differs, by the other one. */
export function sessionWhen(session: CalendarSession): string {
  const { startAt, gmtOffsetMs } = session
  const here = dateTime(startAt)
  const isElsewhere = gmtOffsetMs !== null && dateTime(startAt + gmtOffsetMs, 'UTC') !== here
  const when = isElsewhere ? whenElsewhere(startAt, gmtOffsetMs) : WORDS.catalogue.here(here)
  switch (session.state) {
    case 'completed':
      return WORDS.catalogue.completed(when)
    case 'live':
      return WORDS.catalogue.live
    case 'future':
      return WORDS.catalogue.future(when)
    case 'cancelled':
      return WORDS.catalogue.cancelled
  }
}

function whenElsewhere(startAt: number, gmtOffsetMs: number): string {
  if (!isByCircuitClock())
    return WORDS.catalogue.hereAndThere(dateTime(startAt), timeThere(startAt, gmtOffsetMs))
  // Moved and read as UTC, and so the other way round.
  const there = startAt + gmtOffsetMs
  return WORDS.catalogue.thereAndHere(dateTime(there, 'UTC'), dateTime(startAt))
}
