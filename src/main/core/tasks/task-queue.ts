// The queue of work that people can see: priorities, progress, cancel, a bounded history. Knows nothing of F1.

import PQueue from 'p-queue'
import type { TaskId, TaskKind, TaskProgress, TaskSnapshot, TaskStage, TaskState } from '@contract/tasks'
import { AppError, isAbort, toReport } from '../app-error'
import type { Clock } from '../ports'
import { UNKNOWN_REMAINING, withProgress, type RemainingTime } from './remaining-time'

/** Larger runs first. A click overtakes whatever was asked for in the background. */
export const PRIORITY = { background: 0, interactive: 10 } as const

/** Ended tasks kept for the list: enough for a day of clicking, small enough to send whole. */
const HISTORY_LENGTH = 200

export interface TaskContext {
  readonly signal: AbortSignal
  report(stage: TaskStage, done: number, total: number): void
  /** Adds to the bytes that came over the network. */
  received(bytes: number): void
}

export interface TaskOrder<T> {
  readonly kind: TaskKind
  readonly subject: string
  readonly priority: number
  readonly work: (context: TaskContext) => Promise<T>
}

interface Task {
  snapshot: TaskSnapshot
  readonly controller: AbortController
}

export class TaskQueue {
  private readonly queue: PQueue
  /** Insertion order; ended tasks beyond HISTORY_LENGTH are dropped from the front. */
  private readonly tasks = new Map<TaskId, Task>()
  private lastNumber = 0

  constructor(
    private readonly clock: Clock,
    concurrency: number,
    private readonly onChange: () => void = () => {},
  ) {
    this.queue = new PQueue({ concurrency })
  }

  /**
   * Queues the work and resolves with its result.
   * @throws AppError `task/cancelled` when it was cancelled, otherwise what the work throws.
   */
  async run<T>(order: TaskOrder<T>): Promise<T> {
    const task = this.add(order)
    const { signal } = task.controller
    const execute = async (): Promise<T> => {
      signal.throwIfAborted()
      this.change(task, { state: 'active', startedAt: this.clock.now() })
      return await order.work(this.contextOf(task))
    }
    try {
      const value = await this.queue.add(execute, { priority: order.priority, signal })
      this.end(task, 'completed')
      return value
    } catch (error) {
      if (signal.aborted || isAbort(error)) {
        this.end(task, 'cancelled')
        throw new AppError('task/cancelled', order.subject, { cause: error })
      }
      this.end(task, 'failed', error)
      throw error
    }
  }

  /** @returns false when there is no such task or it has ended. */
  cancel(id: TaskId): boolean {
    const task = this.tasks.get(id)
    if (task === undefined || hasEnded(task.snapshot.state)) return false
    task.controller.abort()
    return true
  }

  cancelAll(): void {
    for (const id of this.tasks.keys()) this.cancel(id)
  }

  /** Newest last. */
  list(): readonly TaskSnapshot[] {
    return [...this.tasks.values()].map((task) => task.snapshot)
  }

  /** Resolves when nothing is running or waiting. */
  async idle(): Promise<void> {
    await this.queue.onIdle()
  }

  private add(order: TaskOrder<unknown>): Task {
    this.lastNumber += 1
    const snapshot: TaskSnapshot = {
      id: `t${this.lastNumber}`,
      kind: order.kind,
      subject: order.subject,
      state: 'waiting',
      progress: { stage: 'waiting', done: 0, total: 0, bytes: 0, remainingMs: null },
      createdAt: this.clock.now(),
      startedAt: null,
      finishedAt: null,
      error: null,
    }
    const task: Task = { snapshot, controller: new AbortController() }
    this.tasks.set(snapshot.id, task)
    this.onChange()
    return task
  }

  private contextOf(task: Task): TaskContext {
    let remaining: RemainingTime = UNKNOWN_REMAINING
    const progress = (change: Partial<TaskProgress>) =>
      this.change(task, { progress: { ...task.snapshot.progress, ...change } })
    return {
      signal: task.controller.signal,
      report: (stage, done, total) => {
        // Only bytes come evenly enough to tell from them when the rest will be there.
        remaining =
          stage === 'downloading'
            ? withProgress(remaining, done, total, this.clock.elapsed())
            : UNKNOWN_REMAINING
        progress({ stage, done, total, remainingMs: remaining.remainingMs })
      },
      received: (bytes) => progress({ bytes: task.snapshot.progress.bytes + bytes }),
    }
  }

  private end(
    task: Task,
    state: Extract<TaskState, 'completed' | 'failed' | 'cancelled'>,
    error?: unknown,
  ): void {
    const stage = state === 'completed' ? ('done' as const) : task.snapshot.progress.stage
    this.change(task, {
      state,
      finishedAt: this.clock.now(),
      progress: { ...task.snapshot.progress, stage, remainingMs: null },
      error: state === 'failed' ? toReport(error, task.snapshot.id) : null,
    })
    this.forgetOldest()
  }

  private change(task: Task, change: Partial<TaskSnapshot>): void {
    task.snapshot = { ...task.snapshot, ...change }
    this.onChange()
  }

  private forgetOldest(): void {
    const ended = [...this.tasks.values()].filter((task) => hasEnded(task.snapshot.state))
    for (const task of ended.slice(0, Math.max(0, ended.length - HISTORY_LENGTH)))
      this.tasks.delete(task.snapshot.id)
  }
}

function hasEnded(state: TaskState): boolean {
  return state === 'completed' || state === 'failed' || state === 'cancelled'
}
