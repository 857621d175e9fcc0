// When the warming runs by itself. Pure: settings, memory, conditions and the instant go in; the new memory and what
// is to be done come out. It is asked again and again, and nothing here depends on having been asked in time: sleep,
// absence and clocks that are set are seen in the difference between the rule and what the memory says was handled.

import { sessionKey, type SessionCode } from '@contract/ids'
import type { WarmingSchedule } from '@contract/settings'
import type { HoldReason } from '@contract/warming'
import {
  sessionOrder,
  withAttempts,
  withEndedSessions,
  withoutSessions,
  withSessionsRun,
} from './awaited-sessions'
import { nextAfter, nextRuns, type Rule } from './cron-rule'
import {
  beginsAt,
  delayMs,
  withClockCorrected,
  withDue,
  withInterrupted,
  withLateness,
  withoutPending,
  withRule,
} from './due-runs'
import { holdReason, type Conditions } from './hold-reasons'
import { withEntry, withRan, type RunOrder, type ScheduleState } from './schedule-state'
import { liveSessionAt, type LiveSession } from './weekend-watch'

export interface DecisionInput {
  readonly settings: WarmingSchedule
  /** Sessions of the strategy; those of the current season are what `afterSessions` means. */
  readonly sessions: readonly SessionCode[]
  /** `settings.rule` in `settings.zone`; null when it cannot be read, which is like a schedule that is off. */
  readonly rule: Rule | null
  readonly state: ScheduleState
  readonly conditions: Conditions
  /** Epoch ms. */
  readonly now: number
}

export type ScheduleAction =
  | { readonly kind: 'none' }
  /** The new state has it as begun: it must be stored before the run begins. */
  | { readonly kind: 'run'; readonly order: RunOrder }
  | { readonly kind: 'hold'; readonly dueAt: number; readonly reason: HoldReason }

export interface Decision {
  /** The very state that was given when nothing has changed. */
  readonly state: ScheduleState
  readonly action: ScheduleAction
  /** Epoch ms at which something may have changed without anybody telling; null when nothing will. */
  readonly nextCheckAt: number | null
}

/** How a run ended. */
export interface RunOutcome {
  /** `cancelled`: by a person. `failed`: nothing of it could be done. */
  readonly result: 'done' | 'failed' | 'cancelled'
  readonly runId: string | null
  /** Keys of sessions of the order that the archive does not have yet. */
  readonly notYet: readonly string[]
}

export function decide(input: DecisionInput): Decision {
  const { settings, rule, conditions, now } = input
  const isOwnRunning = conditions.running === 'own'
  if (rule === null || !settings.isOn)
    return {
      state: switchedOff(input.state, isOwnRunning, now),
      action: { kind: 'none' },
      nextCheckAt: null,
    }
  let state = withClockCorrected(withRule(input.state, rule, now), now)
  if (!isOwnRunning) state = withInterrupted(state, settings, now)
  state = withLateness(withDue(state, rule, settings, now), settings, now)
  state = withEndedSessions(state, settings, input.sessions, conditions.season, now)
  const decided = act(state, input)
  return { ...decided, nextCheckAt: nextChange(decided.state, rule, input) }
}

/** What has become of the run that `state.begun` tells of. */
export function finish(state: ScheduleState, outcome: RunOutcome, now: number): ScheduleState {
  if (state.begun === null) return state
  const { order } = state.begun
  const isCancelled = outcome.result === 'cancelled'
  // An attempt to which the archive had nothing to give is not worth being called a run.
  const isAllMissing = order.sessions.length > 0 && outcome.notYet.length >= order.sessions.length
  const result = { reason: isCancelled ? ('stopped' as const) : null, runId: outcome.runId }
  const ended: ScheduleState = {
    ...state,
    begun: null,
    lastRunAt: isCancelled || isAllMissing ? state.lastRunAt : now,
  }
  if (order.trigger !== 'session-ended')
    return withEntry(ended, {
      dueAt: order.dueAt,
      decidedAt: now,
      trigger: order.trigger,
      sessions: [],
      outcome: isCancelled ? 'skipped' : 'ran',
      ...result,
    })
  const notYet = {
    done: outcome.notYet,
    failed: order.sessions.map(sessionKey),
    cancelled: [],
  }[outcome.result]
  return withSessionsRun(ended, order, notYet, result, now)
}

/** @returns the next instants at which runs will begin by the rule, this installation's delay included. */
export function nextBeginnings(
  state: ScheduleState,
  rule: Rule,
  maxDelayMs: number,
  now: number,
  count: number,
): readonly number[] {
  const { pending, ran, seed } = state
  const waiting = pending === null ? [] : [beginsAt(pending, seed, maxDelayMs)]
  // A clock that was set back comes by instants that have run: they are looked past.
  const coming = nextRuns(rule, now, count + ran.filter((dueAt) => dueAt > now).length)
    .filter((dueAt) => !ran.includes(dueAt))
    .map((dueAt) => dueAt + delayMs(seed, dueAt, maxDelayMs))
  return [...waiting.filter((at) => at > now), ...coming].slice(0, count)
}

function switchedOff(state: ScheduleState, isOwnRunning: boolean, now: number): ScheduleState {
  const begun = isOwnRunning ? state.begun : null
  const isOff = state.countedBy === null && state.pending === null && state.begun === begun
  const off = isOff ? state : { ...withoutPending(state, 'schedule-off', now), countedBy: null, begun }
  return withoutSessions(off)
}

function act(state: ScheduleState, input: DecisionInput): Omit<Decision, 'nextCheckAt'> {
  const { settings, conditions, now } = input
  const orders = [ruleOrder(state, settings, now), sessionOrder(state, now)].filter((order) => order !== null)
  const held = orders.map((order) => ({
    order,
    reason: holdReason(settings, conditions, sessionInTheWay(order, conditions, now), now),
  }))
  // What a session under way holds must not keep the run after that very session waiting.
  const free = held.find(({ reason }) => reason === null)
  const isRuleHeld = held.some(({ order, reason }) => order.sessions.length === 0 && reason !== null)
  const pending = state.pending === null ? null : { ...state.pending, wasHeld: true }
  const next = isRuleHeld && state.pending?.wasHeld === false ? { ...state, pending } : state
  if (free !== undefined)
    return { state: withBegun(next, free.order, now), action: { kind: 'run', order: free.order } }
  const [first] = held
  if (first === undefined || first.reason === null) return { state: next, action: { kind: 'none' } }
  return { state: next, action: { kind: 'hold', dueAt: first.order.dueAt, reason: first.reason } }
}

function ruleOrder(
  { pending, seed }: ScheduleState,
  settings: WarmingSchedule,
  now: number,
): RunOrder | null {
  if (pending === null || beginsAt(pending, seed, settings.maxDelayMs) > now) return null
  return { trigger: pending.trigger, dueAt: pending.dueAt, sessions: [] }
}

function withBegun(state: ScheduleState, order: RunOrder, now: number): ScheduleState {
  const isOfRule = order.sessions.length === 0
  const attempt = isOfRule ? (state.pending?.attempt ?? 1) : 1
  const begun = { order, attempt, begunAt: now }
  return isOfRule
    ? withRan({ ...state, pending: null, begun }, order.dueAt)
    : withAttempts({ ...state, begun }, order, now)
}

function liveSession({ season }: Conditions, now: number): LiveSession | null {
  return season === null ? null : liveSessionAt(season, now)
}

/** A session that has just ended counts as under way for a while, but not against the run that is to fetch it. */
function sessionInTheWay(order: RunOrder, conditions: Conditions, now: number): LiveSession | null {
  const live = liveSession(conditions, now)
  const isOwn = live !== null && order.sessions.some((session) => sessionKey(session) === sessionKey(live.id))
  return isOwn ? null : live
}

function nextChange(state: ScheduleState, rule: Rule, { settings, conditions, now }: DecisionInput): number {
  const { pending, awaited, seed } = state
  const instants = [
    nextAfter(rule, now),
    ...(pending === null ? [] : [beginsAt(pending, seed, settings.maxDelayMs)]),
    ...awaited.map(({ nextAt }) => nextAt),
    ...(typeof conditions.paused === 'number' ? [conditions.paused] : []),
    liveSession(conditions, now)?.untilAt ?? now,
  ]
  return Math.min(...instants.filter((at) => at > now))
}
