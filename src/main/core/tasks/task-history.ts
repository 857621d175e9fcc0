// What of the tasks outlasts the process, and what is made of it at the next start. Pure.

import type { TaskId, TaskSnapshot } from '@contract/tasks'
import type { WarmItem } from '@contract/warming'
import { say } from '@contract/phrases'
import { AppError, toReport } from '../app-error'
import { hasEnded } from './task-course'

/** Ended tasks kept for the list: enough for a day of clicking, small enough to send whole. */
const KEPT_TASKS = 200
/** Runs are few and worth more: with the rule of a week it is a year of them. */
const KEPT_RUNS = 50
/** Items of one run. A season with all drivers and sessions has four times as many; those that failed are kept first. */
const KEPT_ITEMS = 500

export interface TaskHistory {
  /** That of the last id given out. */
  readonly lastNumber: number
  /** Epoch ms. */
  readonly savedAt: number
  /** Oldest first. */
  readonly tasks: readonly TaskSnapshot[]
  /** By run. */
  readonly items: Readonly<Record<TaskId, readonly WarmItem[]>>
}

/** Ids of the ended tasks that are kept: the newest runs, and the newest of the others. @param tasks oldest first. */
export function keptIds(tasks: readonly TaskSnapshot[]): ReadonlySet<TaskId> {
  const ended = tasks.filter(hasEnded)
  const runs = ended.filter(({ run }) => run !== null).slice(-KEPT_RUNS)
  const others = ended.filter(({ run }) => run === null).slice(-KEPT_TASKS)
  return new Set([...runs, ...others].map(({ id }) => id))
}

export function keepHistory(
  tasks: readonly TaskSnapshot[],
  items: ReadonlyMap<TaskId, readonly WarmItem[]>,
  lastNumber: number,
  savedAt: number,
): TaskHistory {
  const ids = keptIds(tasks)
  const kept = tasks.filter((task) => ids.has(task.id) || !hasEnded(task))
  const keptItems = kept.flatMap(({ id }): [TaskId, readonly WarmItem[]][] => {
    const ofRun = items.get(id) ?? []
    return ofRun.length === 0 ? [] : [[id, boundItems(ofRun)]]
  })
  return { lastNumber, savedAt, tasks: kept, items: Object.fromEntries(keptItems) }
}

/** Whatever was not at its end when the process was has been cut off by it. */
export function closeHistory(history: TaskHistory): TaskHistory {
  const tasks = history.tasks.map((task) => (hasEnded(task) ? task : cutOff(task, history.savedAt)))
  return { ...history, tasks }
}

function cutOff(task: TaskSnapshot, at: number): TaskSnapshot {
  const error = toReport(new AppError('task/cancelled', task.subject, { detail: say('application-ended') }))
  return {
    ...task,
    state: 'cancelled',
    delay: null,
    progress: { ...task.progress, remainingMs: null },
    finishedAt: Math.max(at, task.startedAt ?? task.createdAt),
    error,
  }
}

/** In their order. */
function boundItems(items: readonly WarmItem[]): readonly WarmItem[] {
  if (items.length <= KEPT_ITEMS) return items
  const failed = items.filter(({ state }) => state === 'failed').slice(0, KEPT_ITEMS)
  const others = items.filter(({ state }) => state !== 'failed').slice(0, KEPT_ITEMS - failed.length)
  const kept = new Set([...failed, ...others])
  return items.filter((item) => kept.has(item))
}
