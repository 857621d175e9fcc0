// A task is a unit of work the user can see: it has stages, progress, an end, and can be cancelled.

import type { ErrorReport } from './errors'
import type { SourceKind } from './ids'
import type { HoldReason, RunReport, WarmItem } from './warming'

export type TaskId = string
/** `delayed`: begun or due, and waiting for something other than its turn; `TaskSnapshot.delay` says for what. */
export const TASK_STATES = ['waiting', 'delayed', 'active', 'completed', 'failed', 'cancelled'] as const
export type TaskState = (typeof TASK_STATES)[number]
export const TASK_KINDS = [
  'open-session',
  'build-sculpture',
  'load-calendar',
  'revalidate',
  'refine-session',
  'export',
  'move-cache',
  'warm-recent',
  'warm-race',
  'warm-season',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export const TASK_STAGES = [
  'waiting',
  'planning',
  'warming',
  'downloading',
  'decoding',
  'track-line',
  'g-forces',
  'shaping',
  'copying',
  'storing',
  'done',
] as const
export type TaskStage = (typeof TASK_STAGES)[number]

/** Whether a person waits for it, the warming does, or nobody. */
export const URGENCIES = ['interactive', 'warming', 'background'] as const
export type Urgency = (typeof URGENCIES)[number]

export interface TaskProgress {
  readonly stage: TaskStage
  /** Units of the stage: bytes while downloading and copying, steps elsewhere. */
  readonly done: number
  /** 0 where the total is not known. */
  readonly total: number
  /** Bytes received from the network so far, over the whole task. */
  readonly bytes: number
  /** Expected time until the stage ends, ms; null while nothing can be said (see `core/tasks/remaining-time`). */
  readonly remainingMs: number | null
}

/** What a delayed task waits for: the next attempt, or an end of what holds it. */
export interface TaskDelay {
  readonly reason: HoldReason | 'next-attempt'
  /** Epoch ms; null where nobody can say. */
  readonly untilAt: number | null
}

/** How long one stage took, all attempts together. */
export interface StageTime {
  readonly stage: TaskStage
  readonly durationMs: number
}

export interface TaskSnapshot {
  readonly id: TaskId
  readonly kind: TaskKind
  readonly source: SourceKind
  /** Cache key of what is being made, so that a view can find the task it waits for. */
  readonly subject: string
  readonly state: TaskState
  /** The run of the warming that this is part of, or null. */
  readonly runId: TaskId | null
  /** Rises when somebody joins who is in a greater hurry. */
  readonly urgency: Urgency
  /** 1..maxAttempts. */
  readonly attempt: number
  readonly maxAttempts: number
  readonly delay: TaskDelay | null
  readonly progress: TaskProgress
  /** In the order in which they began. */
  readonly stages: readonly StageTime[]
  /** Epoch ms. */
  readonly createdAt: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  /** Why it failed; of one that is to be tried again, why the last attempt did. */
  readonly error: ErrorReport | null
  /** Of a run of the warming; null for any other task. */
  readonly run: RunReport | null
}

/** A task with everything that is too much for a list. */
export interface TaskDetails {
  readonly task: TaskSnapshot
  /** Of a run of the warming: what it was to make, and what became of each. Empty for any other task. */
  readonly items: readonly WarmItem[]
  /** Of a run: the tasks that are part of it and still known. */
  readonly parts: readonly TaskId[]
}
