// Tasks as they are pushed, reduced to what the page needs: the one it waits for, and how far it is. Pure.

import type { TaskProgress, TaskSnapshot, TaskStage } from '@contract/tasks'

/** Stages in the order a task goes through them; a person sees these five. */
export const SHOWN_STAGES = ['downloading', 'decoding', 'track-line', 'g-forces', 'storing'] as const

/**
 * Unfinished tasks, newest state of each. Works whether a push holds all tasks or only the changed ones.
 * @returns the same array when nothing changed.
 */
export function mergeTasks(
  known: readonly TaskSnapshot[] | null,
  changed: readonly TaskSnapshot[],
): readonly TaskSnapshot[] {
  if (known !== null && changed.length === 0) return known
  const byId = new Map((known ?? []).map((task) => [task.id, task]))
  for (const task of changed) byId.set(task.id, task)
  return [...byId.values()].filter(isUnfinished)
}

/** The unfinished task that makes one of `subjects`: a running one before a waiting one, then the youngest. */
export function taskFor(tasks: readonly TaskSnapshot[], subjects: readonly string[]): TaskSnapshot | null {
  const ours = tasks.filter((task) => isUnfinished(task) && subjects.includes(task.subject))
  const byPreference = (a: TaskSnapshot, b: TaskSnapshot): number =>
    a.state === b.state ? b.createdAt - a.createdAt : a.state === 'active' ? -1 : 1
  return ours.sort(byPreference)[0] ?? null
}

/** Part of the current stage that is done, 0..1; null where the total is not known. */
export function stageRatio(progress: TaskProgress): number | null {
  return progress.total > 0 ? Math.min(1, progress.done / progress.total) : null
}

/** Where a stage stands relative to the current one. */
export function stageState(stage: TaskStage, current: TaskStage): 'before' | 'now' | 'after' {
  const order: readonly TaskStage[] = ['waiting', ...SHOWN_STAGES, 'done']
  const difference = order.indexOf(stage) - order.indexOf(current)
  return difference < 0 ? 'before' : difference === 0 ? 'now' : 'after'
}

function isUnfinished({ state }: TaskSnapshot): boolean {
  return state === 'waiting' || state === 'delayed' || state === 'active'
}
