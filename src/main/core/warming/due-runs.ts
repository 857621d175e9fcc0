// The runs that the rule calls for: which instant is due, what was missed, what makes way for what. Pure; functions
// give back the very state they were given when there is nothing to change.

import type { WarmingSchedule } from '@contract/settings'
import type { ScheduleEntry, SkipReason } from '@contract/warming'
import { latestUntil, type Rule } from './cron-rule'
import { withEntry, type PendingRun, type ScheduleState } from './schedule-state'

/** The schedule looks at the clock every five minutes: two of these may be late before anything counts as missed. */
export const ON_TIME_MS = 10 * 60_000

/** Missed instants that are listed one by one; a schedule of every 15 minutes has 672 in a week of absence. */
const LISTED_MISSED = 20

/** Once more after the application ended in the middle of a run; if it ends again, the run may be the cause. */
const MAX_ATTEMPTS = 2

type CatchUp = Pick<WarmingSchedule, 'catchUp' | 'expiresMs'>

/** Begins to count anew at the first start, after a pause of the schedule, and when the rule is another one. */
export function withRule(state: ScheduleState, rule: Rule, now: number): ScheduleState {
  const countedBy = `${rule.text} ${rule.zone}`
  if (state.countedBy === countedBy) return state
  return { ...withoutPending(state, 'rule-changed', now), countedBy, handledThrough: now }
}

/** The wall clock was set back: what lies ahead of it again is to come. What has run is kept by `ran` from running twice. */
export function withClockCorrected(state: ScheduleState, now: number): ScheduleState {
  const isAhead = state.pending !== null && state.pending.dueAt > now && state.pending.attempt === 1
  if (state.handledThrough <= now && !isAhead) return state
  return {
    ...state,
    handledThrough: Math.min(state.handledThrough, now),
    pending: isAhead ? null : state.pending,
  }
}

/** A run of the rule that was begun, and that nobody knows how it ended: it is due once more. */
export function withInterrupted(state: ScheduleState, settings: CatchUp, now: number): ScheduleState {
  if (state.begun === null) return state
  const { order, attempt } = state.begun
  const ended: ScheduleState = { ...state, begun: null }
  // Sessions are awaited until they have been warmed: their next attempt is fixed already.
  if (order.trigger === 'session-ended') return ended
  const run: PendingRun = {
    dueAt: order.dueAt,
    trigger: 'catch-up',
    attempt: attempt + 1,
    wasHeld: false,
  }
  if (attempt >= MAX_ATTEMPTS) return withSkipped(ended, run, 'interrupted', now)
  if (state.pending !== null) return withSkipped(ended, run, 'superseded', now)
  if (isTooLate(run, settings, now)) return withSkipped(ended, run, 'catch-up-off', now)
  return { ...ended, pending: run }
}

/** Takes notice of the instants that have come since the last look: the latest is due, all before it make way. */
export function withDue(state: ScheduleState, rule: Rule, settings: CatchUp, now: number): ScheduleState {
  const latest = latestUntil(rule, now)
  if (latest <= state.handledThrough) return state
  const hasRun = (dueAt: number) => state.ran.includes(dueAt)
  const run: PendingRun = {
    dueAt: latest,
    trigger: now - latest <= ON_TIME_MS ? 'schedule' : 'catch-up',
    attempt: 1,
    wasHeld: false,
  }
  let next = state
  // The clock was set back, and has now come by the latest again: whatever waits is older, and stays.
  if (hasRun(latest)) return { ...next, handledThrough: latest }
  if (next.pending !== null) {
    const isExpired = now - next.pending.dueAt > settings.expiresMs
    next = withoutPending(next, isExpired ? 'expired' : 'superseded', now)
  }
  for (const dueAt of missedBefore(rule, latest, state.handledThrough))
    if (!hasRun(dueAt)) next = withSkipped(next, { ...run, dueAt, trigger: 'catch-up' }, 'superseded', now)
  next = { ...next, handledThrough: latest }
  if (run.trigger === 'catch-up' && isTooLate(run, settings, now))
    return withSkipped(next, run, 'catch-up-off', now)
  return { ...next, pending: run }
}

/** A run that was noticed in time, and then slept through its delay, was missed like any other. */
export function withLateness(
  state: ScheduleState,
  settings: CatchUp & Pick<WarmingSchedule, 'maxDelayMs'>,
  now: number,
): ScheduleState {
  const { pending, seed } = state
  if (pending === null || pending.wasHeld || pending.trigger === 'catch-up') return state
  const lateMs = now - beginsAt(pending, seed, settings.maxDelayMs)
  if (lateMs <= ON_TIME_MS) return state
  if (!settings.catchUp && lateMs > settings.expiresMs) return withoutPending(state, 'catch-up-off', now)
  return { ...state, pending: { ...pending, trigger: 'catch-up' } }
}

/** Epoch ms at which a pending run may begin: on time each installation at its own instant, late at once. */
export function beginsAt(run: PendingRun, seed: number, maxDelayMs: number): number {
  return run.trigger === 'catch-up' ? run.dueAt : run.dueAt + delayMs(seed, run.dueAt, maxDelayMs)
}

/**
 * @returns ms, 0..maxDelayMs: the same for the same instant, so that it can be shown beforehand and survives a restart.
 *   The mixing is the finalizer of MurmurHash3, which spreads seeds and instants that differ in one bit.
 */
export function delayMs(seed: number, dueAt: number, maxDelayMs: number): number {
  let h = (seed ^ Math.floor(dueAt / 60_000)) >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85_eb_ca_6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2_b2_ae_35)
  h = (h ^ (h >>> 16)) >>> 0
  return Math.floor((h / 2 ** 32) * maxDelayMs)
}

export function withoutPending(state: ScheduleState, reason: SkipReason, now: number): ScheduleState {
  if (state.pending === null) return state
  return { ...withSkipped(state, state.pending, reason, now), pending: null }
}

function isTooLate(run: PendingRun, { catchUp, expiresMs }: CatchUp, now: number): boolean {
  return !catchUp && now - run.dueAt > expiresMs
}

/** The latest instants between `after` and `latest`, both excluded, oldest first. */
function missedBefore(rule: Rule, latest: number, after: number): readonly number[] {
  const missed: number[] = []
  for (let at = latestUntil(rule, latest - 1); at > after && missed.length < LISTED_MISSED;) {
    missed.unshift(at)
    at = latestUntil(rule, at - 1)
  }
  return missed
}

function withSkipped(
  state: ScheduleState,
  { dueAt, trigger }: PendingRun,
  reason: SkipReason,
  now: number,
): ScheduleState {
  const entry: ScheduleEntry = {
    dueAt,
    decidedAt: now,
    trigger,
    sessions: [],
    outcome: 'skipped',
    reason,
    runId: null,
  }
  return withEntry(state, entry)
}
