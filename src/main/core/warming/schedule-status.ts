// The schedule as it is shown: by the application that keeps it, and by whoever only reads its memory. Pure.

import type { WarmingSchedule } from '@contract/settings'
import type { ScheduleStatus } from '@contract/warming'
import { AppError, toReport } from '../app-error'
import { parseRule, type Rule } from './cron-rule'
import { nextBeginnings } from './schedule-policy'
import type { ScheduleState } from './schedule-state'

/** As many as a person plans ahead. */
const NEXT_SHOWN = 5

/** A rule as it was understood, or why not. */
export interface ReadRule {
  readonly text: string
  readonly zone: string
  readonly rule: Rule | null
  readonly problem: AppError | null
}

export function readRule(text: string, zone: string): ReadRule {
  try {
    return { text, zone, rule: parseRule(text, zone), problem: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { text, zone, rule: null, problem: error }
  }
}

/** @param state null before anything was ever remembered. */
export function scheduleStatus(
  { isOn, rule: text, zone, maxDelayMs }: WarmingSchedule,
  { rule, problem }: ReadRule,
  state: ScheduleState | null,
  held: ScheduleStatus['held'],
  now: number,
): ScheduleStatus {
  const runs = isOn && state !== null && rule !== null
  return {
    isOn,
    rule: text,
    zone,
    problem: problem === null ? null : toReport(problem),
    next: runs ? nextBeginnings(state, rule, maxDelayMs, now, NEXT_SHOWN) : [],
    held,
    lastRunAt: state?.lastRunAt ?? null,
    history: state?.history ?? [],
  }
}
