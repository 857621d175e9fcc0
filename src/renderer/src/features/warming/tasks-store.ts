// What is chosen of the list of tasks, the details of the one that is open, and what can be done to tasks.

import type { ErrorReport } from '@contract/errors'
import { taskOf } from '@contract/runs'
import type { TaskDetails, TaskId, TaskSnapshot } from '@contract/tasks'
import { toReport, type GalleryClient } from '../../ipc/client'
import { createValue, type Value } from '../../ui/value'
import type { TaskChoice } from './task-list'

export interface TasksState extends TaskChoice {
  /** The task whose details are shown. */
  readonly open: TaskId | null
  /** Null while they are on their way; `gone`: the task is forgotten. */
  readonly details: TaskDetails | 'gone' | null
  readonly items: 'all' | 'failed'
  readonly trouble: ErrorReport | null
  /** A task that was to be done once more, and could not be. */
  readonly notRetried: TaskId | null
}

export interface TasksStore {
  readonly state: Value<TasksState>
  choose(choice: Partial<TaskChoice>): void
  /** Shows the details of a task, or none. */
  open(id: TaskId | null): Promise<void>
  showItems(items: TasksState['items']): void
  cancel(id: TaskId): Promise<void>
  /** Does a failed or cancelled task once more; of a run that failed in part, what is missing. */
  retry(task: TaskSnapshot): Promise<void>
  retryFailed(): Promise<void>
  close(): void
}

export function createTasksStore(
  client: GalleryClient,
  tasks: Value<readonly TaskSnapshot[] | null>,
): TasksStore {
  const state = createValue<TasksState>({
    state: 'all',
    search: '',
    sort: 'newest',
    open: null,
    details: null,
    items: 'all',
    trouble: null,
    notRetried: null,
  })
  const change = (by: Partial<TasksState>): void => state.change((known) => ({ ...known, ...by }))
  let isAsking = false
  /** What the details on show, or on their way, are of: a task that has not changed is not asked for again. */
  let askedFor = ''

  const refresh = async (): Promise<void> => {
    const { open } = state.get()
    if (open === null || isAsking || askedFor === stampOf(open, tasks.get())) return
    askedFor = stampOf(open, tasks.get())
    isAsking = true
    const details = await client.call('tasks:get', open).catch(() => null)
    isAsking = false
    if (state.get().open === open) change({ details: details ?? 'gone' })
    await refresh()
  }
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
      change({ trouble: null })
    } catch (error) {
      change({ trouble: toReport(error) })
    }
  }
  const unsubscribe = tasks.subscribe(() => void refresh())

  return {
    state,
    choose: change,
    open: async (id) => {
      askedFor = ''
      change({ open: id, details: null, items: 'all' })
      await refresh()
    },
    showItems: (items) => change({ items }),
    cancel: (id) => attempt(() => client.call('tasks:cancel', id)),
    retry: (task) =>
      attempt(async () => {
        change({ notRetried: null })
        // Such a run has come to its end: what it would do once more is the same wish, of which most is warm by now.
        if (task.state === 'completed' && task.run !== null)
          await client.call('warming:start', task.run.request)
        else if (!(await client.call('tasks:retry', task.id))) change({ notRetried: task.id })
      }),
    retryFailed: () => attempt(() => client.call('tasks:retryFailed')),
    close: unsubscribe,
  }
}

/** Changes whenever the task's details may have. */
function stampOf(id: TaskId, tasks: readonly TaskSnapshot[] | null): string {
  const task = taskOf(tasks ?? [], id)
  if (task === null) return `${id} unknown`
  const { state, attempt, progress, run } = task
  const { done, stage } = progress
  return JSON.stringify([id, state, attempt, stage, run === null ? null : done])
}
