// A task is a unit of work the user can see: it has stages, progress, an end, and can be cancelled.

import type { ErrorReport } from './errors'

export type TaskId = string
export type TaskState = 'waiting' | 'active' | 'completed' | 'failed' | 'cancelled'
export type TaskKind =
  'open-session' | 'build-sculpture' | 'load-calendar' | 'revalidate' | 'refine-session' | 'export'

export const TASK_STAGES = [
  'waiting',
  'downloading',
  'decoding',
  'track-line',
  'g-forces',
  'shaping',
  'storing',
  'done',
] as const
export type TaskStage = (typeof TASK_STAGES)[number]

export interface TaskProgress {
  readonly stage: TaskStage
  /** Units of the stage: bytes while downloading, steps elsewhere. */
  readonly done: number
  /** 0 where the total is not known. */
  readonly total: number
  /** Bytes received from the network so far, over the whole task. */
  readonly bytes: number
  /** Expected time until the stage ends, ms; null while nothing can be said (see `core/tasks/remaining-time`). */
  readonly remainingMs: number | null
}

export interface TaskSnapshot {
  readonly id: TaskId
  readonly kind: TaskKind
  /** Cache key of what is being made, so that a view can find the task it waits for. */
  readonly subject: string
  readonly state: TaskState
  readonly progress: TaskProgress
  /** Epoch ms. */
  readonly createdAt: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  readonly error: ErrorReport | null
}
