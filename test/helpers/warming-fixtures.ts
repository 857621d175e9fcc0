// Runs, tasks and the state of the warming, as the main process tells of them.
import type { TaskSnapshot } from '@contract/tasks'
import type { RunReport, ScheduleStatus, WarmingStatus } from '@contract/warming'
import { aRunReport, aTask, someProgress } from './task-fixtures'

/** A Thursday noon. */
export const NOW = Date.UTC(2026, 10, 26, 12)

export function aSchedule(change: Partial<ScheduleStatus> = {}): ScheduleStatus {
  return {
    isOn: true,
    rule: '0 3 * * 1',
    zone: 'UTC',
    problem: null,
    next: [NOW + 3 * 86_400_000],
    held: null,
    lastRunAt: null,
    history: [],
    ...change,
  }
}

export function aStatus(change: Partial<WarmingStatus> = {}): WarmingStatus {
  return { runId: null, paused: null, schedule: aSchedule(), ...change }
}

/** Going on, a third of it done. */
export function aRunTask(change: Partial<TaskSnapshot> = {}): TaskSnapshot {
  return aTask({
    id: 't7',
    kind: 'warm-recent',
    subject: 'recent',
    urgency: 'warming',
    progress: someProgress({ stage: 'warming', done: 30, total: 90 }),
    createdAt: NOW - 10_000,
    startedAt: NOW - 10_000,
    run: aRunReport(),
    ...change,
  })
}

/** A run that has ended so many minutes ago. */
export function anEndedRun(
  minutesAgo: number,
  outcome: RunReport['outcome'],
  counts: Partial<RunReport['summary']> = {},
): TaskSnapshot & { readonly run: RunReport } {
  const { summary } = aRunReport()
  const run = aRunReport({ outcome, summary: { ...summary, ...counts } })
  const finishedAt = NOW - minutesAgo * 60_000
  return { ...aRunTask({ id: `t${1000 - minutesAgo}`, state: 'completed', finishedAt }), run }
}
