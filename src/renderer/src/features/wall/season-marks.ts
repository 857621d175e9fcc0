// The season as the calendar knows it, against what hangs here: which sessions are warm, which are past their time, which
// are being warmed at this moment, and which nobody has fetched yet. Pure.

import type { CalendarRound, CalendarSession, Season } from '@contract/calendar'
import { sessionKey, type SourceKind } from '@contract/ids'
import type { TaskSnapshot } from '@contract/tasks'
import type { WallItem } from '@contract/wall'
import { foldedTerms, foldText } from './fold-text'
import type { WallQuery } from './wall-query'

export type SessionMark = 'warm' | 'stale' | 'warming' | 'cold'

export interface MarkedSession {
  /** As `sessionKey` writes it. */
  readonly key: string
  readonly session: CalendarSession
  readonly mark: SessionMark
  /** Sculptures that hang. */
  readonly count: number
}

export interface SeasonRound extends Pick<CalendarRound, 'round' | 'name' | 'location'> {
  /** Completed ones. */
  readonly sessions: readonly MarkedSession[]
}

/**
 * Newest round first; rounds of which nothing has been run are left out, and what the query does not ask for.
 * @param items what hangs, of the calendar's source. @param making see `beingMade`.
 */
export function seasonRounds(
  calendar: Season,
  items: readonly WallItem[],
  making: ReadonlySet<string>,
  query: WallQuery,
): readonly SeasonRound[] {
  if (!isAskedFor(calendar, query)) return []
  const hung = new Map<string, { count: number; stale: number }>()
  for (const { id, isStale } of items) {
    const key = sessionKey(id)
    const known = hung.get(key) ?? { count: 0, stale: 0 }
    known.count++
    if (isStale) known.stale++
    hung.set(key, known)
  }
  const terms = foldedTerms(query.text)
  return calendar.rounds
    .filter((round) => isRoundAskedFor(round, query, terms))
    .map(({ round, name, location, sessions }) => ({
      round,
      name,
      location,
      sessions: sessions
        .filter(({ code, state }) => state === 'completed' && (query.session ?? code) === code)
        .map((session): MarkedSession => {
          const key = sessionKey({ season: calendar.season, round, session: session.code })
          const known = hung.get(key) ?? { count: 0, stale: 0 }
          return { key, session, count: known.count, mark: markOf(known, making.has(key)) }
        }),
    }))
    .filter(({ sessions }) => sessions.length > 0)
    .toSorted((a, b) => b.round - a.round)
}

function markOf(hung: { readonly count: number; readonly stale: number }, isMade: boolean): SessionMark {
  if (isMade) return 'warming'
  if (hung.count === 0) return 'cold'
  return hung.stale > 0 ? 'stale' : 'warm'
}

/** Nobody knows who drove in a session that is not here. */
function isAskedFor(calendar: Season, { driver, team, whose, season }: WallQuery): boolean {
  return (
    driver === null && team === null && whose === 'all' && (season === null || season === calendar.season)
  )
}

function isRoundAskedFor(
  { name, location, country }: CalendarRound,
  { event }: WallQuery,
  terms: readonly string[],
): boolean {
  if (event !== null && event !== name) return false
  const text = foldText(`${name}\n${location}\n${country}`)
  return terms.every((term) => text.includes(term))
}

const MAKING: ReadonlySet<TaskSnapshot['kind']> = new Set(['open-session', 'build-sculpture'])
const UNDER_WAY: ReadonlySet<TaskSnapshot['state']> = new Set(['waiting', 'delayed', 'active'])

/** Keys of the sessions of a source that are being made now, or wait for their turn. */
export function beingMade(tasks: readonly TaskSnapshot[], source: SourceKind): ReadonlySet<string> {
  return new Set(
    tasks
      .filter((task) => task.source === source && MAKING.has(task.kind) && UNDER_WAY.has(task.state))
      .map(({ subject }) => subject),
  )
}
