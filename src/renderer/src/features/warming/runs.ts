// Runs of the warming among the tasks: the one that goes on, those that have ended, and how well they went. Pure.

import type { TaskDelay, TaskSnapshot } from '@contract/tasks'
import type { RunReport, WarmingStatus, WarmSummary } from '@contract/warming'

/** A task that is a run, with its report. */
export type RunTask = TaskSnapshot & { readonly run: RunReport }

export type RunOutcome = RunReport['outcome'] | 'cancelled'

export function isRun(task: TaskSnapshot): boolean {
  return task.kind === 'warm-recent' || task.kind === 'warm-race' || task.kind === 'warm-season'
}

function hasReport(task: TaskSnapshot): task is RunTask {
  return task.run !== null
}

/** @returns the task of that id, or null while the list does not hold it yet. */
export function taskOf(tasks: readonly TaskSnapshot[], id: string | null): TaskSnapshot | null {
  return tasks.find((task) => task.id === id) ?? null
}

/**
 * What keeps a run, or null. `ending`: a pause has begun, and what was at work then is finished first. A run whose parts
 * all wait for the end of a pause is as good as held, although it does not say so itself.
 */
export function holdOf(
  run: TaskSnapshot,
  paused: WarmingStatus['paused'],
  tasks: readonly TaskSnapshot[],
): TaskDelay | 'ending' | null {
  if (run.delay !== null || paused === null) return run.delay
  const isAtWork = tasks.some(({ runId, state }) => runId === run.id && state === 'active')
  return isAtWork ? 'ending' : { reason: 'paused', untilAt: paused === 'until-resumed' ? null : paused }
}

/** Runs that have ended, the one that ended last first. One that was stopped before it began is none. */
export function endedRuns(tasks: readonly TaskSnapshot[]): readonly RunTask[] {
  return tasks
    .filter(hasReport)
    .filter(({ finishedAt, startedAt }) => finishedAt !== null && startedAt !== null)
    .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
}

/** Runs that wait behind the one with this id. */
export function queuedRuns(tasks: readonly TaskSnapshot[], runId: string | null): number {
  return tasks.filter((task) => isRun(task) && task.finishedAt === null && task.id !== runId).length
}

/** A run can fail as a task (it could not be planned) or report what failed in it. */
export function outcomeOf({ state, run }: RunTask): RunOutcome {
  if (state === 'cancelled') return 'cancelled'
  return state === 'failed' ? 'failed' : run.outcome
}

/** Sculptures that came out well among those that did or failed, 0..1; null where there was neither. */
export function successShare({ warmed, alreadyWarm, failed }: WarmSummary): number | null {
  const all = warmed + alreadyWarm + failed
  return all === 0 ? null : (warmed + alreadyWarm) / all
}

/** Half of the values are at most this; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
