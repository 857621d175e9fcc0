// Runs after sessions: which ones are over, and how often the archive is asked until it has them. Pure.

import type { Season } from '@contract/calendar'
import { sessionKey, type SessionCode } from '@contract/ids'
import type { WarmingSchedule } from '@contract/settings'
import type { SkipReason } from '@contract/warming'
import { delayMs, ON_TIME_MS } from './due-runs'
import {
  withEntry,
  withSettled,
  type AwaitedSession,
  type RunOrder,
  type ScheduleState,
} from './schedule-state'
import { endedSessions } from './weekend-watch'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** The archive has most sessions within the hour: asked at first every few minutes, later every hour. */
const FIRST_BACK_OFF_MS = 10 * MINUTE_MS
const LONGEST_BACK_OFF_MS = 60 * MINUTE_MS

/** What is not there a day after it was first asked for will be found by the rule, or by a click. */
const GIVE_UP_AFTER_MS = 24 * HOUR_MS

/** Older sessions are left to the rule: by then the archive no longer changes them, and nobody waits for them. */
const MADE_UP_FOR_MS = 7 * 24 * HOUR_MS

type Rules = Pick<WarmingSchedule, 'afterSessions' | 'catchUp' | 'expiresMs' | 'maxDelayMs'>

/** Takes notice of the sessions that have ended, and forgets them all when nothing is to run after them. */
export function withEndedSessions(
  state: ScheduleState,
  settings: Rules,
  codes: readonly SessionCode[],
  season: Season | null,
  now: number,
): ScheduleState {
  if (!settings.afterSessions) return withoutSessions(state)
  const corrected = withClockCorrected(state, now)
  if (season === null) return corrected
  const { sessionsFrom } = corrected
  let next = corrected
  for (const { id, dueAt } of endedSessions(season, codes, now)) {
    const key = sessionKey(id)
    const isOurs = dueAt > (sessionsFrom ?? now) && now - dueAt <= MADE_UP_FOR_MS
    const isKnown =
      next.settled.includes(key) || next.awaited.some((awaited) => sessionKey(awaited.id) === key)
    if (!isOurs || isKnown) continue
    const isMissed = now - dueAt > ON_TIME_MS
    if (isMissed && !settings.catchUp && now - dueAt > settings.expiresMs) {
      next = withOutcome(next, [key], dueAt, { reason: 'catch-up-off', runId: null }, now)
    } else {
      const nextAt = isMissed ? now : dueAt + delayMs(state.seed, dueAt, settings.maxDelayMs)
      next = { ...next, awaited: [...next.awaited, { id, dueAt, attempts: 0, firstAt: null, nextAt }] }
    }
  }
  return next
}

export function withoutSessions(state: ScheduleState): ScheduleState {
  if (state.sessionsFrom === null && state.awaited.length === 0) return state
  return { ...state, sessionsFrom: null, awaited: [] }
}

/** @returns what is to be run for the sessions whose turn it is, or null. */
export function sessionOrder(state: ScheduleState, now: number): RunOrder | null {
  const ready = state.awaited.filter(({ nextAt }) => nextAt <= now)
  if (ready.length === 0) return null
  return {
    trigger: 'session-ended',
    dueAt: Math.min(...ready.map(({ dueAt }) => dueAt)),
    sessions: ready.map(({ id }) => id),
  }
}

/** Counts the attempt before it begins: should the application end within it, the next one is as far off as ever. */
export function withAttempts(state: ScheduleState, order: RunOrder, now: number): ScheduleState {
  const keys = new Set(order.sessions.map(sessionKey))
  const attempted = (awaited: AwaitedSession): AwaitedSession => {
    const attempts = awaited.attempts + 1
    return { ...awaited, attempts, firstAt: awaited.firstAt ?? now, nextAt: now + backOffMs(attempts) }
  }
  return {
    ...state,
    awaited: state.awaited.map((each) => (keys.has(sessionKey(each.id)) ? attempted(each) : each)),
  }
}

/** @param notYet keys of the sessions that the archive did not have; the others are settled. */
export function withSessionsRun(
  state: ScheduleState,
  order: RunOrder,
  notYet: readonly string[],
  result: { readonly reason: SkipReason | null; readonly runId: string | null },
  now: number,
): ScheduleState {
  const keys = order.sessions.map(sessionKey)
  const settled = keys.filter((key) => !notYet.includes(key))
  let next = settled.length === 0 ? state : withOutcome(state, settled, order.dueAt, result, now)
  for (const awaited of state.awaited) {
    const key = sessionKey(awaited.id)
    if (!keys.includes(key) || !notYet.includes(key)) continue
    const nextAt = now + backOffMs(awaited.attempts)
    if (nextAt > (awaited.firstAt ?? now) + GIVE_UP_AFTER_MS)
      next = withOutcome(next, [key], awaited.dueAt, { reason: 'not-in-archive', runId: result.runId }, now)
    else
      next = {
        ...next,
        awaited: next.awaited.map((each) => (each.id === awaited.id ? { ...each, nextAt } : each)),
      }
  }
  return next
}

/** 10, 20, 40, 60, 60… minutes. */
function backOffMs(attempts: number): number {
  return Math.min(FIRST_BACK_OFF_MS * 2 ** (attempts - 1), LONGEST_BACK_OFF_MS)
}

/** What was over when this began is not made up for, and no attempt is further off than a back-off can be. */
function withClockCorrected(state: ScheduleState, now: number): ScheduleState {
  const isAhead = state.awaited.some(({ dueAt, nextAt }) => dueAt > now || nextAt > now + LONGEST_BACK_OFF_MS)
  if (state.sessionsFrom !== null && state.sessionsFrom <= now && !isAhead) return state
  return {
    ...state,
    sessionsFrom: Math.min(state.sessionsFrom ?? now, now),
    awaited: state.awaited
      .filter(({ dueAt }) => dueAt <= now)
      .map((each) => ({
        ...each,
        firstAt: each.firstAt === null ? null : Math.min(each.firstAt, now),
        nextAt: Math.min(each.nextAt, now + LONGEST_BACK_OFF_MS),
      })),
  }
}

function withOutcome(
  state: ScheduleState,
  keys: readonly string[],
  dueAt: number,
  { reason, runId }: { readonly reason: SkipReason | null; readonly runId: string | null },
  now: number,
): ScheduleState {
  const recorded = withEntry(state, {
    dueAt,
    decidedAt: now,
    trigger: 'session-ended',
    sessions: keys,
    outcome: reason === null ? 'ran' : 'skipped',
    reason,
    runId,
  })
  const settled = keys.reduce(withSettled, recorded)
  return { ...settled, awaited: settled.awaited.filter(({ id }) => !keys.includes(sessionKey(id))) }
}
