// When the sessions of a simulated season take place, as seen at an instant. Dates are fixed, but for one weekend:
// somebody is always driving. Until the next session's date has come, what is left of its weekend is brought
// forward so that this session is under way; so a running session can be seen on any day of the week.

import type { SessionCode } from '@contract/ids'
import type { SourceRound, SourceSession } from '../session-source'
import { DAY_MS, grandPrixName, grandsPrixOf, HOUR_MS, type DemoGrandPrix } from './grand-prix'
import { SESSION_WORDS } from './words'

/** Days before the race and local time of day, hours. */
type Slot = readonly [code: SessionCode, daysBefore: number, hour: number]

const CONVENTIONAL: readonly Slot[] = [
  ['FP1', 2, 13.5],
  ['FP2', 2, 17],
  ['FP3', 1, 12.5],
  ['Q', 1, 16],
  ['R', 0, 15],
]
const SPRINT: readonly Slot[] = [
  ['FP1', 2, 12.5],
  ['SQ', 2, 16.5],
  ['S', 1, 12],
  ['Q', 1, 16],
  ['R', 0, 15],
]

/** A session counts as over this long after its scheduled end: as long as calendars give the real archive. */
const PUBLISHED_AFTER_MS = 45 * 60_000
/** What was on the track this long ago has reached the archive. */
export const RECORDED_AFTER_MS = 4_000
/** All sessions have ended this long after their scheduled end, with everything that belongs to them. */
export const COMPLETE_AFTER_MS = 15 * 60_000

/** A session that is under way ahead of its date began 15 to 45 minutes ago, at a quarter past or to an hour. */
const RUNNING_GRID_MS = HOUR_MS / 2
const RUNNING_SINCE_MS = HOUR_MS / 4

/** @param now epoch ms. */
export function scheduleSeason(season: number, now: number): readonly SourceRound[] {
  const rounds = grandsPrixOf(season).map((grandPrix) => ({ grandPrix, sessions: sessionsOf(grandPrix) }))
  const next = rounds.find(({ sessions }) => sessions.some((session) => !isOver(session, now)))
  return rounds.map((round) => {
    const { grandPrix } = round
    return {
      round: grandPrix.round,
      name: grandPrixName(grandPrix),
      country: grandPrix.place,
      location: grandPrix.circuit.name,
      format: grandPrix.isSprint ? 'sprint_qualifying' : 'conventional',
      sessions: round === next ? broughtForward(round.sessions, now) : round.sessions,
    }
  })
}

function isOver({ endAt }: SourceSession, now: number): boolean {
  return now >= endAt + PUBLISHED_AFTER_MS
}

/**
 * Seasons there are at an instant, newest first. A new one is there once its first qualifying is over: before that
 * it has nothing to show.
 */
export function seasonsAt(now: number): readonly [number, number] {
  const year = new Date(now).getUTCFullYear()
  const first = grandsPrixOf(year)[0]!
  const qualifying = sessionsOf(first).find(({ code }) => code === 'Q')!
  const newest = isOver(qualifying, now) ? year : year - 1
  return [newest, newest - 1]
}

/** The Grand Prix and session whose topics lie under a path; null if no season has it. */
export function findByPath(
  path: string,
): { readonly grandPrix: DemoGrandPrix; readonly code: SessionCode } | null {
  const season = Number.parseInt(path, 10)
  if (!Number.isInteger(season)) return null
  for (const grandPrix of grandsPrixOf(season))
    for (const { code, path: own } of sessionsOf(grandPrix)) if (own === path) return { grandPrix, code }
  return null
}

/** With the dates the season has given them. */
function sessionsOf(grandPrix: DemoGrandPrix): readonly SourceSession[] {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
  const meeting = `${grandPrix.season}/${day(grandPrix.raceDayAt)}_${grandPrixName(grandPrix).replaceAll(' ', '_')}`
  return (grandPrix.isSprint ? SPRINT : CONVENTIONAL).map(([code, daysBefore, hour]) => {
    const { name, minutes } = SESSION_WORDS[code]
    const localAt = grandPrix.raceDayAt - daysBefore * DAY_MS + hour * HOUR_MS
    const startAt = localAt - grandPrix.gmtOffsetMs
    return {
      code,
      name,
      startAt,
      endAt: startAt + minutes * 60_000,
      gmtOffsetMs: grandPrix.gmtOffsetMs,
      path: `${meeting}/${day(localAt)}_${name.replaceAll(' ', '_')}/`,
      cancelled: false,
    }
  })
}

/** @param sessions of a weekend that is not over. */
function broughtForward(sessions: readonly SourceSession[], now: number): readonly SourceSession[] {
  const running = sessions.find((session) => !isOver(session, now))
  if (running === undefined || running.startAt <= now) return sessions
  const startAt = Math.floor(now / RUNNING_GRID_MS) * RUNNING_GRID_MS - RUNNING_SINCE_MS
  const earlierMs = running.startAt - startAt
  return sessions.map((session) =>
    session.startAt < running.startAt
      ? session
      : { ...session, startAt: session.startAt - earlierMs, endAt: session.endAt - earlierMs },
  )
}
