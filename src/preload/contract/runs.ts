// Runs of the warming among the tasks: the one that goes on, those that have ended, and how well they went. Pure; the
// page and the tray read the same list and must come to the same answer.

import type { TaskDelay, TaskSnapshot } from './tasks'
import type { RunReport, WarmingStatus } from './warming'

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

/** A run can fail as a task (it could not be planned) or report what failed in it. */
export function outcomeOf({ state, run }: RunTask): RunOutcome {
  if (state === 'cancelled') return 'cancelled'
  return state === 'failed' ? 'failed' : run.outcome
}

/** Part of a run that is done, 0..1; null while its plan is being made. */
export function runRatio({ progress }: TaskSnapshot): number | null {
  return progress.stage === 'warming' && progress.total > 0
    ? Math.min(1, progress.done / progress.total)
    : null
}
