// What can happen to a task, as changes of its snapshot. Pure.

import type { ErrorReport } from '@contract/errors'
import type { TaskDelay, TaskProgress, TaskSnapshot, TaskStage, TaskState, Urgency } from '@contract/tasks'
import { UNKNOWN_REMAINING, withProgress, type RemainingTime } from './remaining-time'

export type EndState = Extract<TaskState, 'completed' | 'failed' | 'cancelled'>

/** One instant by both clocks. */
export interface Instant {
  /** Epoch ms. */
  readonly at: number
  /** Monotonic ms. */
  readonly elapsed: number
}

/** A task's snapshot, with what is needed to carry it on. */
export interface TaskCourse {
  readonly snapshot: TaskSnapshot
  readonly remaining: RemainingTime
  /** Monotonic ms up to which `snapshot.stages` counts. */
  readonly countedUntil: number
}

export type NewTask = Pick<
  TaskSnapshot,
  'id' | 'kind' | 'source' | 'subject' | 'runId' | 'urgency' | 'maxAttempts'
>

const AT_THE_START: TaskProgress = { stage: 'waiting', done: 0, total: 0, bytes: 0, remainingMs: null }

export function hasEnded({ state }: TaskSnapshot): boolean {
  return state === 'completed' || state === 'failed' || state === 'cancelled'
}

export function newCourse(task: NewTask, now: Instant): TaskCourse {
  return {
    snapshot: {
      ...task,
      state: 'waiting',
      attempt: 1,
      delay: null,
      progress: AT_THE_START,
      stages: [],
      createdAt: now.at,
      startedAt: null,
      finishedAt: null,
      error: null,
      run: null,
    },
    remaining: UNKNOWN_REMAINING,
    countedUntil: now.elapsed,
  }
}

/** In a slot. The instant of the first attempt is that of the task. */
export function begun(course: TaskCourse, now: Instant): TaskCourse {
  const startedAt = course.snapshot.startedAt ?? now.at
  return {
    ...changed(course, { state: 'active', delay: null, error: null, startedAt }),
    countedUntil: now.elapsed,
  }
}

/** @param hold what keeps it from its turn, or null when it merely waits for that. */
export function waiting(course: TaskCourse, hold: TaskDelay | null): TaskCourse {
  return changed(course, { state: hold === null ? 'waiting' : 'delayed', delay: hold })
}

/** @param error why the attempt failed that the next one is to make good; null for any other delay. */
export function delayed(
  course: TaskCourse,
  delay: TaskDelay,
  error: ErrorReport | null,
  now: Instant,
): TaskCourse {
  const { snapshot } = counted(course, now)
  const progress = { ...snapshot.progress, remainingMs: null }
  return { ...course, snapshot: { ...snapshot, state: 'delayed', delay, error, progress } }
}

export function nextAttempt(course: TaskCourse): TaskCourse {
  const { attempt, progress } = course.snapshot
  return changed(course, {
    attempt: attempt + 1,
    progress: { ...AT_THE_START, bytes: progress.bytes },
  })
}

/** Somebody who waits is not made to wait for further attempts, of which the one under way or due is the last. */
export function raised(course: TaskCourse, urgency: Urgency): TaskCourse {
  const { attempt, maxAttempts, delay } = course.snapshot
  const isBetween = delay?.reason === 'next-attempt'
  const last = urgency === 'interactive' ? attempt + (isBetween ? 1 : 0) : maxAttempts
  return changed(course, { urgency, maxAttempts: Math.min(last, maxAttempts) })
}

export function reported(
  course: TaskCourse,
  stage: TaskStage,
  done: number,
  total: number,
  now: Instant,
): TaskCourse {
  const { snapshot } = counted(course, now)
  // Only bytes come evenly enough to tell from them when the rest will be there.
  const remaining =
    stage === 'downloading' ? withProgress(course.remaining, done, total, now.elapsed) : UNKNOWN_REMAINING
  const progress = { ...snapshot.progress, stage, done, total, remainingMs: remaining.remainingMs }
  const stages = withTime(snapshot.stages, stage, 0)
  return { snapshot: { ...snapshot, progress, stages }, remaining, countedUntil: now.elapsed }
}

export function received(course: TaskCourse, bytes: number): TaskCourse {
  const { progress } = course.snapshot
  return changed(course, { progress: { ...progress, bytes: progress.bytes + bytes } })
}

/** @param error of a failed task, else null. */
export function ended(
  course: TaskCourse,
  state: EndState,
  error: ErrorReport | null,
  now: Instant,
): TaskCourse {
  const { snapshot } = counted(course, now)
  const stage = state === 'completed' ? 'done' : snapshot.progress.stage
  const progress = { ...snapshot.progress, stage, remainingMs: null }
  return { ...course, snapshot: { ...snapshot, state, error, progress, delay: null, finishedAt: now.at } }
}

export function changed(course: TaskCourse, change: Partial<TaskSnapshot>): TaskCourse {
  return { ...course, snapshot: { ...course.snapshot, ...change } }
}

/** The time since it was last counted belongs to the stage that was reported then, if the task was at work. */
function counted(course: TaskCourse, { elapsed }: Instant): TaskCourse {
  const { snapshot, countedUntil } = course
  if (snapshot.state !== 'active') return course
  const stages = withTime(snapshot.stages, snapshot.progress.stage, elapsed - countedUntil)
  return { ...changed(course, { stages }), countedUntil: elapsed }
}

function withTime(stages: TaskSnapshot['stages'], stage: TaskStage, ms: number): TaskSnapshot['stages'] {
  if (stage === 'waiting' || stage === 'done') return stages
  if (!stages.some((each) => each.stage === stage)) return [...stages, { stage, durationMs: ms }]
  return stages.map((each) => (each.stage === stage ? { stage, durationMs: each.durationMs + ms } : each))
}
