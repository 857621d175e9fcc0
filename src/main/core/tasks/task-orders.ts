// What can be ordered of the queue, and what the work is given.

import type { SourceKind } from '@contract/ids'
import type { TaskDelay, TaskId, TaskKind, TaskSnapshot, TaskStage, Urgency } from '@contract/tasks'
import type { RunReport, WarmItem } from '@contract/warming'
import type { Attempts } from './attempts'

/** What is to be done, as far as it tells one piece of work from another. */
export interface Work {
  readonly kind: TaskKind
  readonly source: SourceKind
  /** Cache key of what is being made, so that a view can find the task it waits for. */
  readonly subject: string
}

interface Order extends Work {
  /**
   * Does it once more, as a task of its own, after this one has failed or was cancelled. Without it the work itself is
   * done again; needed where others join the work by another way than the queue.
   */
  readonly again?: () => Promise<unknown>
}

export interface TaskOrder<T> extends Order {
  readonly urgency: Urgency
  /** The run this is part of. */
  readonly runId?: TaskId | null
  /** By default those of the urgency, see `DEFAULT_ATTEMPTS`. */
  readonly attempts?: Attempts
  readonly work: (context: TaskContext) => Promise<T>
}

/** A task that has others do the work, and takes no slot. */
export interface RunOrder<T> extends Order {
  readonly work: (context: RunContext) => Promise<T>
}

export interface TaskContext {
  readonly id: TaskId
  /** As it is now: it rises when somebody joins. */
  readonly urgency: Urgency
  readonly signal: AbortSignal
  readonly report: (stage: TaskStage, done: number, total: number) => void
  /** Adds to the bytes that came over the network. */
  readonly received: (bytes: number) => void
  /**
   * Stands still until another task is done: which therefore becomes as urgent, and begins now if it still waits, in the
   * slot that is held here. Otherwise all slots could wait for what waits for a slot.
   */
  readonly waitsFor: (work: Work) => void
}

export interface RunContext extends Omit<TaskContext, 'waitsFor' | 'urgency' | 'report'> {
  /** @param remainingMs as a run expects it of its parts; null while nothing can be said. */
  readonly report: (stage: TaskStage, done: number, total: number, remainingMs: number | null) => void
  readonly setRun: (run: RunReport) => void
  /** Too many for snapshots; `TaskQueue.details` gives them. */
  readonly setItems: (items: readonly WarmItem[]) => void
  readonly delay: (reason: TaskDelay['reason'], untilAt: number | null) => void
  /** The end of a delay. */
  readonly resume: () => void
}

export interface TrackedRun<T> {
  readonly id: TaskId
  /** As the work ends, also when it does so after it was cancelled. @throws AppError as `TaskQueue.run`. */
  readonly ended: Promise<T>
}

/**
 * Does once more what a former start of the application did not bring to its end, or returns null where it cannot.
 * Rejects as the new task does.
 */
export type Retrier = (task: TaskSnapshot) => Promise<unknown> | null
