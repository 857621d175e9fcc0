// The list of tasks as it is filtered, searched and sorted. Pure.

import type { TaskSnapshot, TaskState } from '@contract/tasks'
import { WORDS } from '../../ui/words'
import { nameOfTask, type Calendars } from './names'
import { troubleMessage } from '../../ui/trouble-text'

/** In the order of their interest: what goes on first. */
export const SHOWN_STATES: readonly TaskState[] = [
  'active',
  'waiting',
  'delayed',
  'failed',
  'completed',
  'cancelled',
]

export const TASK_SORTS = ['newest', 'longest', 'state'] as const
export type TaskSort = (typeof TASK_SORTS)[number]

export interface TaskChoice {
  readonly state: TaskState | 'all'
  readonly search: string
  readonly sort: TaskSort
}

/** A task with its words. */
export interface NamedTask {
  readonly task: TaskSnapshot
  readonly kind: string
  readonly subject: string
}

export function nameTasks(tasks: readonly TaskSnapshot[], calendars: Calendars): readonly NamedTask[] {
  return tasks.map((task) => ({
    task,
    kind: WORDS.tasks.kinds[task.kind],
    subject: nameOfTask(task, calendars),
  }))
}

/** How many there are in each state, whatever is searched for. */
export function countStates(tasks: readonly TaskSnapshot[]): Readonly<Record<TaskState, number>> {
  const counts = { active: 0, waiting: 0, delayed: 0, completed: 0, failed: 0, cancelled: 0 }
  for (const { state } of tasks) counts[state] += 1
  return counts
}

/** @param now epoch ms: what goes on has taken until now. */
export function chooseTasks(
  tasks: readonly NamedTask[],
  { state, search, sort }: TaskChoice,
  now: number,
): readonly NamedTask[] {
  const parts = search
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '')
  return tasks
    .filter(({ task }) => state === 'all' || task.state === state)
    .filter((named) => {
      const text = searchText(named)
      return parts.every((part) => text.includes(part))
    })
    .sort(comparison(sort, now))
}

function searchText({ task, kind, subject }: NamedTask): string {
  const { source, id, error } = task
  const words = [kind, subject, WORDS.tasks.sources[source], id, error === null ? '' : troubleMessage(error)]
  return words.join(' ').toLocaleLowerCase()
}

function comparison(sort: TaskSort, now: number): (a: NamedTask, b: NamedTask) => number {
  // Ids count up, and many tasks begin in the same millisecond.
  const newer = (a: NamedTask, b: NamedTask): number =>
    b.task.createdAt - a.task.createdAt || numberOf(b.task) - numberOf(a.task)
  switch (sort) {
    case 'newest':
      return newer
    case 'longest':
      return (a, b) => (tookMs(b.task, now) ?? -1) - (tookMs(a.task, now) ?? -1) || newer(a, b)
    case 'state':
      return (a, b) => SHOWN_STATES.indexOf(a.task.state) - SHOWN_STATES.indexOf(b.task.state) || newer(a, b)
  }
}

function numberOf({ id }: TaskSnapshot): number {
  return Number(id.slice(1))
}

/** From its beginning to its end, or to now; null of what has not begun. */
export function tookMs({ startedAt, finishedAt }: TaskSnapshot, now: number): number | null {
  return startedAt === null ? null : Math.max(0, (finishedAt ?? now) - startedAt)
}

/** Failed, and no later task of the same kind and subject: what "retry all" does once more. */
export function failedToRetry(tasks: readonly TaskSnapshot[]): number {
  const last = new Map<string, TaskState>()
  for (const { kind, source, subject, state } of tasks)
    last.set(JSON.stringify([kind, source, subject]), state)
  return [...last.values()].filter((state) => state === 'failed').length
}
