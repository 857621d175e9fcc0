// What the gallery makes for its wall without being asked: a pure rule from "what is there" to "what next".

import type { CalendarRound, CalendarSession, Season } from '@contract/calendar'
import { sessionKey, type SessionId, type SourceKind } from '@contract/ids'
import { FIRST_HANG, type WallFilling, type WallItem } from '@contract/wall'

/** The sessions a wall is filled with, in the order in which they are made. */
export interface HangPlan {
  /** The newest qualifying of every circuit: everyone drives flat out on low fuel there. */
  readonly circuits: readonly SessionId[]
  /** All other completed sessions, only for a wall that would stay too empty. */
  readonly spare: readonly SessionId[]
}

export function planHang(season: Season, source: SourceKind): HangPlan {
  const completed = season.rounds
    .flatMap((round) => round.sessions.map((session) => ({ round, session })))
    .filter(({ session }) => session.state === 'completed')
    .sort((a, b) => b.session.startAt - a.session.startAt)
  const circuits: Completed[] = []
  const seen = new Set<string>()
  for (const each of completed) {
    if (each.session.code !== 'Q' || seen.has(each.round.location)) continue
    seen.add(each.round.location)
    circuits.push(each)
  }
  const idOf = ({ round, session }: Completed): SessionId => ({
    source,
    season: season.season,
    round: round.round,
    session: session.code,
  })
  const spare = completed.filter((each) => !circuits.includes(each))
  return { circuits: circuits.map(idOf), spare: spare.map(idOf) }
}

/**
 * @param tried keys of the sessions that were made or refused since the application started: none is tried twice.
 * @returns the session whose sculptures to make next, or null when the wall is as full as it gets by itself.
 */
export function nextToHang(
  plan: HangPlan,
  items: readonly WallItem[],
  tried: ReadonlySet<string>,
): SessionId | null {
  const isOpen = isMissingFrom(items, tried)
  const next = plan.circuits.find(isOpen)
  if (next !== undefined) return next
  return items.length < FIRST_HANG ? (plan.spare.find(isOpen) ?? null) : null
}

/** How far the wall is, in circuits; one that could not be made counts as dealt with. */
export function hangProgress(
  plan: HangPlan,
  items: readonly WallItem[],
  tried: ReadonlySet<string>,
): WallFilling {
  const open = plan.circuits.filter(isMissingFrom(items, tried)).length
  return { hung: plan.circuits.length - open, goal: plan.circuits.length }
}

interface Completed {
  readonly round: CalendarRound
  readonly session: CalendarSession
}

function isMissingFrom(
  items: readonly WallItem[],
  tried: ReadonlySet<string>,
): (session: SessionId) => boolean {
  const hung = new Set(items.map(({ id }) => sessionKey(id)))
  return (session) => !hung.has(sessionKey(session)) && !tried.has(sessionKey(session))
}
