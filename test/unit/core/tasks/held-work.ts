// Work and waiting that end when a test says so.
import type { Sleep } from '@main/core/ports'
import type { TaskContext, TaskOrder } from '@main/core/tasks/task-orders'
import { AppError } from '@main/core/app-error'

export const SESSION = 'f1:session:2025:20:Q'
export const WORK = { kind: 'open-session', source: 'archive', subject: SESSION } as const

export function anOrder<T>(
  work: (context: TaskContext) => Promise<T>,
  change: Partial<Omit<TaskOrder<T>, 'work'>> = {},
): TaskOrder<T> {
  return { ...WORK, urgency: 'interactive', work, ...change }
}

/** Work that ends when it is told to, or when its task is cancelled. */
export function heldWork() {
  let release = () => {}
  let fail = (_error: Error) => {}
  const promise = new Promise<void>((resolve, reject) => {
    release = resolve
    fail = reject
  })
  promise.catch(() => {})
  const work = ({ signal }: Pick<TaskContext, 'signal'>) =>
    Promise.race([
      promise,
      new Promise<never>((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      ),
    ])
  return { work, release: () => release(), fail: (error: Error) => fail(error) }
}

/** A sleep of which the test decides when it is over. */
export function heldSleep() {
  const waits: number[] = []
  const sleepers: (() => void)[] = []
  const sleep: Sleep = (ms, signal) => {
    waits.push(ms)
    return new Promise((resolve, reject) => {
      sleepers.push(resolve)
      signal.addEventListener('abort', () => reject(new AppError('task/cancelled', '')))
    })
  }
  return { sleep, waits, wakeAll: () => sleepers.splice(0).forEach((wake) => wake()) }
}

/** Lets everything that can happen happen. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
