// Plans, runs, tasks, schedule and log lines as text.

import type { HealthReport } from '@contract/health'
import type { LogLine } from '@contract/logs'
import type { TaskDetails, TaskSnapshot } from '@contract/tasks'
import type { PlannedSession, ScheduleStatus, WarmingStatus, WarmPlan } from '@contract/warming'
import { mib, table } from './table'

export function planText(plan: WarmPlan): string {
  const { totals, gaps } = plan
  const rows = plan.sessions.map((session) => [
    String(session.id.round),
    session.eventName,
    session.sessionName,
    session.warmth,
    `${session.warm} of ${session.warm + session.toDo}`,
    costText(session),
  ])
  const basis = plan.isFromOwnRecord ? "by this machine's own record" : 'by what is usual'
  return [
    `${plan.season}, ${totals.sculptures} sculptures: ${totals.warm} warm, ${totals.toDo} to do`,
    ...(totals.durationMs > 0
      ? [`about ${mib(totals.bytes)} and ${seconds(totals.durationMs)}, ${basis}`]
      : []),
    ...(rows.length > 0
      ? [table(['round', 'Grand Prix', 'session', 'state', 'warm', 'expected'], rows)]
      : []),
    ...gaps.map(({ error }) => error.message),
  ].join('\n')
}

function costText({ warmth, bytes, durationMs }: PlannedSession): string {
  switch (warmth) {
    case 'warm':
      return '-'
    case 'stale':
      return 'a check'
    case 'cold':
      return `${mib(bytes)}, ${seconds(durationMs)}`
  }
}

/** The end of a run: the summary, and each trouble once. */
export function runText({ task, items }: TaskDetails): string {
  const { run } = task
  if (run === null) return taskText({ task, items, parts: [] })
  const { rounds, warmed, alreadyWarm, skipped, failed, bytes, durationMs } = run.summary
  const troubles = new Set(items.flatMap(({ error }) => (error === null ? [] : [error.message])))
  return [
    `${task.id} ${stateText(task)}: ${rounds} rounds, ${warmed} warmed, ${alreadyWarm} already warm, ` +
      `${skipped} skipped, ${failed} failed, ${mib(bytes)} in ${seconds(durationMs)}`,
    ...(task.error === null ? [] : [task.error.message, task.error.hint]),
    ...(run.isOverdue ? ['It took longer than the alert allows.'] : []),
    ...troubles,
  ].join('\n')
}

/** `completed`, or of a run how it came out: `partly failed`. */
function stateText({ state, run }: TaskSnapshot): string {
  return state === 'completed' && run?.outcome === 'partly-failed' ? 'partly failed' : state
}

export function tasksText(tasks: readonly TaskSnapshot[]): string {
  if (tasks.length === 0) return 'no tasks'
  const rows = tasks.map((task) => [
    task.id,
    task.kind,
    task.source,
    task.subject,
    stateText(task),
    instant(task.createdAt),
    task.startedAt === null || task.finishedAt === null ? '-' : seconds(task.finishedAt - task.startedAt),
    task.error?.message ?? '',
  ])
  return table(['id', 'kind', 'source', 'subject', 'state', 'created (UTC)', 'took', ''], rows)
}

export function taskText({ task, items }: TaskDetails): string {
  const rows = [
    ['kind', task.kind],
    ['subject', task.subject],
    ['state', stateText(task)],
    ['attempt', `${task.attempt} of ${task.maxAttempts}`],
    ['created (UTC)', instant(task.createdAt)],
    ...(task.startedAt === null ? [] : [['started (UTC)', instant(task.startedAt)]]),
    ...(task.finishedAt === null ? [] : [['finished (UTC)', instant(task.finishedAt)]]),
    ...task.stages.map(({ stage, durationMs }) => [stage, seconds(durationMs)]),
    ...(task.error === null ? [] : [['error', task.error.message]]),
  ]
  const list = items.map(({ key, state, error }) => [key, state, error?.message ?? ''])
  return [
    table(['task', task.id], rows),
    ...(list.length > 0 ? [table(['item', 'state', ''], list)] : []),
  ].join('\n\n')
}

/** @param words of the rule, or null where there are none. */
export function scheduleText({ schedule, paused, runId }: WarmingStatus, words: string | null): string {
  const { rule, zone, next, held, lastRunAt, history, problem } = schedule
  return [
    schedule.isOn ? `"${rule}" in ${zone}` : 'the schedule is off',
    ...(words === null ? [] : [words]),
    ...(problem === null ? [] : [problem.message]),
    ...(paused === null
      ? []
      : [`paused ${paused === 'until-resumed' ? 'until resumed' : `until ${instant(paused)} UTC`}`]),
    ...(runId === null ? [] : [`running: ${runId}`]),
    ...(held === null ? [] : [`due since ${instant(held.dueAt)} UTC, held: ${held.reason}`]),
    `last run: ${lastRunAt === null ? 'never' : `${instant(lastRunAt)} UTC`}`,
    ...next.map((at, i) => `${i === 0 ? 'next runs (UTC): ' : '                 '}${instant(at)}`),
    ...(history.length > 0 ? ['', historyText(schedule)] : []),
  ].join('\n')
}

function historyText({ history }: ScheduleStatus): string {
  const rows = history.map(({ dueAt, outcome, reason, runId }) => [
    instant(dueAt),
    outcome,
    reason ?? runId ?? '',
  ])
  return table(['due (UTC)', 'outcome', ''], rows)
}

export function healthText({ status, parts }: HealthReport, version: string): string {
  return table(
    ['health', status],
    [
      ['version', version],
      ...parts.map(({ part, state, detail }) => [part, `${state}${detail && `, ${detail}`}`]),
    ],
  )
}

/** `2026-11-23 03:00:01 info warming: a run begins {"run":"t3"}` */
export function logText({ at, level, area, message, fields }: LogLine): string {
  const time = new Date(at).toISOString().replace('T', ' ').slice(0, 19)
  return `${time} ${level} ${area}: ${message}${fields === null ? '' : ` ${fields}`}`
}

/** `warming 12 of 90, 3.1 MiB, about 40 s left`, with a bar. */
export function runProgressText({ progress, state, delay, run }: TaskSnapshot): string {
  const { done, total, remainingMs } = progress
  const ratio = total > 0 ? done / total : 0
  const filled = Math.round(ratio * BAR_LENGTH)
  const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR_LENGTH - filled)}]`
  const what = state === 'delayed' && delay !== null ? `held: ${delay.reason}` : progress.stage
  const received = run !== null && run.summary.bytes > 0 ? `, ${mib(run.summary.bytes)}` : ''
  const left = remainingMs === null ? '' : `, about ${seconds(remainingMs)} left`
  return `${bar} ${done} of ${total} ${what}${received}${left}`
}

/** Fits beside the words on a terminal of 80 columns. */
const BAR_LENGTH = 24

function seconds(ms: number): string {
  const whole = Math.round(ms / 1000)
  if (whole < 60) return `${(ms / 1000).toFixed(1)} s`
  return `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** `2026-11-23 03:00`. */
function instant(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').slice(0, 16)
}
