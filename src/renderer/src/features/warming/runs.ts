// What the room of the warming works out of the runs. Pure.

import { isRun } from '@contract/runs'
import type { TaskSnapshot } from '@contract/tasks'
import type { WarmSummary } from '@contract/warming'

/** Runs that wait behind the one with this id. */
export function queuedRuns(tasks: readonly TaskSnapshot[], runId: string | null): number {
  return tasks.filter((task) => isRun(task) && task.finishedAt === null && task.id !== runId).length
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
