// The queue of work that people can see: what can be asked of it. Who goes first is in `turns`, how a task comes to
// its end in `task-conduct`, what is remembered in `task-ledger`. Knows nothing of F1.

import type { TaskDetails, TaskId, TaskSnapshot, Urgency } from '@contract/tasks'
import type { HoldReason } from '@contract/warming'
import type { Sleep } from '../ports'
import { DEFAULT_ATTEMPTS } from './attempts'
import type { LaneSlots } from './lanes'
import { TaskConduct } from './task-conduct'
import { hasEnded } from './task-course'
import type { TaskHistory } from './task-history'
import { TaskLedger, type LedgerOptions } from './task-ledger'
import type { Retrier, RunOrder, TaskOrder, TrackedRun, Work } from './task-orders'
import { Turns } from './turns'

export interface TaskQueueOptions extends LedgerOptions {
  readonly sleep: Sleep
  readonly slots: LaneSlots
  /** Without it, tasks of an earlier start of the application cannot be done once more. */
  readonly retrier?: Retrier
}

export class TaskQueue {
  private readonly ledger: TaskLedger
  private readonly turns: Turns
  private readonly conduct: TaskConduct

  constructor(private readonly options: TaskQueueOptions) {
    this.ledger = new TaskLedger(options)
    this.turns = new Turns(this.ledger, options.slots)
    this.conduct = new TaskConduct(this.ledger, this.turns, options.sleep)
  }

  /**
   * Queues the work and resolves with its result.
   * @throws AppError `task/cancelled` when it was cancelled, otherwise what the last attempt throws.
   */
  run<T>(order: TaskOrder<T>): Promise<T> {
    const { kind, source, subject, urgency, runId = null } = order
    const attempts = order.attempts ?? DEFAULT_ATTEMPTS[urgency]
    const again = order.again ?? (() => this.run(order))
    const task = this.ledger.add(
      { kind, source, subject, urgency, runId, maxAttempts: attempts.max },
      { again, isRun: false },
    )
    // What still starts parts after its run was cancelled has not noticed yet.
    if (runId !== null && this.ledger.get(runId)?.controller.signal.aborted === true) task.controller.abort()
    return this.conduct.work(task, order, attempts)
  }

  /** Shows a task that has others do its work: those that are run with its id as `runId` are its parts. */
  track<T>(order: RunOrder<T>): TrackedRun<T> {
    const { kind, source, subject } = order
    const again = order.again ?? (() => this.track(order).ended)
    const task = this.ledger.add(
      { kind, source, subject, urgency: 'warming', runId: null, maxAttempts: 1 },
      { again, isRun: true },
    )
    return { id: task.course.snapshot.id, ended: this.conduct.coordinate(task, order) }
  }

  /**
   * Somebody joins work that is under way: it becomes at least as urgent. What waits takes its place among what is as
   * urgent; what waits for a next attempt makes it now, if it is a person who joins. A run cannot be hurried.
   * What has ended is left alone.
   */
  raise(which: TaskId | Work, urgency: Urgency): void {
    this.turns.raise(which, urgency)
  }

  /**
   * A run takes its parts with it, except those a person waits for.
   * @returns false when there is no such task or it has ended.
   */
  cancel(id: TaskId): boolean {
    const task = this.ledger.get(id)
    if (task === null || hasEnded(task.course.snapshot)) return false
    task.controller.abort()
    for (const part of this.ledger.unfinished()) {
      const { runId, urgency } = part.course.snapshot
      if (runId === id && urgency !== 'interactive') part.controller.abort()
    }
    return true
  }

  cancelAll(): void {
    for (const task of this.ledger.unfinished()) task.controller.abort()
  }

  /**
   * Does a failed or cancelled task once more, as a new one; the old one stays in the list.
   * @returns false when there is no such task, it is not one of these, or nobody knows how any more.
   */
  retry(id: TaskId): boolean {
    const task = this.ledger.get(id)
    if (task === null) return false
    const { snapshot } = task.course
    if (snapshot.state !== 'failed' && snapshot.state !== 'cancelled') return false
    const begun = task.again === null ? (this.options.retrier?.(snapshot) ?? null) : task.again()
    // The new task shows how it ends.
    begun?.catch(() => {})
    return begun !== null
  }

  /** Does each failed task once more that has not been since. @returns how many were begun. */
  retryFailed(): number {
    return this.ledger.failed().filter((task) => this.retry(task.course.snapshot.id)).length
  }

  /** Nothing that no person waits for begins any more; what runs goes on. May be called again with another reason. */
  pause(reason: HoldReason = 'paused', untilAt: number | null = null): void {
    this.turns.pause(reason, untilAt)
  }

  resume(): void {
    this.turns.resume()
  }

  /** Newest last. */
  list(): readonly TaskSnapshot[] {
    return this.ledger.snapshots()
  }

  /** Over the network, by all parts of a run so far. */
  receivedBytes(runId: TaskId): number {
    return this.ledger.receivedBytes(runId)
  }

  /** Null when there is no such task, or none any more. */
  details(id: TaskId): TaskDetails | null {
    const task = this.ledger.get(id)
    if (task === null) return null
    const parts = this.list().filter(({ runId }) => runId === id)
    return { task: task.course.snapshot, items: task.items, parts: parts.map((part) => part.id) }
  }

  /** What a later start of the application is to know. */
  history(): TaskHistory {
    return this.ledger.history()
  }

  /** Resolves when no task is left that has not ended. */
  async idle(): Promise<void> {
    await this.ledger.idle()
  }
}
