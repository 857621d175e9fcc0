// All tasks that are known, in the order in which they came: those of this start of the application, and the ended
// ones of earlier starts. It remembers, finds, and tells of every change; what happens is for others to say.

import type { TaskId, TaskSnapshot } from '@contract/tasks'
import type { WarmItem } from '@contract/warming'
import { toReport } from '../app-error'
import type { Clock } from '../ports'
import {
  ended,
  hasEnded,
  newCourse,
  type EndState,
  type Instant,
  type NewTask,
  type TaskCourse,
} from './task-course'
import { keepHistory, keptIds, type TaskHistory } from './task-history'
import type { Work } from './task-orders'

export interface Task {
  course: TaskCourse
  items: readonly WarmItem[]
  readonly controller: AbortController
  /** Does it once more as a new task; null for one of an earlier start. */
  readonly again: (() => Promise<unknown>) | null
  /** A run takes no slot and is neither paused nor hurried by the queue. */
  readonly isRun: boolean
  /** Another task holds a slot and waits for this one. */
  isAwaitedBySlot: boolean
  /** Ends the wait for the next attempt; null while there is none. */
  wake: AbortController | null
}

type Parts = Pick<Task, 'again' | 'isRun'>

export interface LedgerOptions {
  readonly clock: Clock
  /** Told after every change that `snapshots` would show. */
  readonly onChange?: () => void
  /** Told when a task has come, ended, or changed its state: what is worth keeping. */
  readonly onMilestone?: () => void
  /** Of earlier starts of the application; ids go on from there. */
  readonly past?: TaskHistory | null
}

export class TaskLedger {
  private readonly tasks = new Map<TaskId, Task>()
  private readonly idlers: (() => void)[] = []
  /** By run that is still known: what those of its parts had received that are forgotten. */
  private readonly forgottenBytes = new Map<TaskId, number>()
  private lastNumber: number

  constructor(private readonly options: LedgerOptions) {
    const { past } = options
    this.lastNumber = past?.lastNumber ?? 0
    for (const snapshot of past?.tasks ?? []) {
      const course: TaskCourse = { ...newCourse(snapshot, this.now()), snapshot }
      this.put(course, { again: null, isRun: snapshot.run !== null }, past?.items[snapshot.id])
    }
  }

  add(task: Omit<NewTask, 'id'>, parts: Parts): Task {
    this.lastNumber += 1
    const added = this.put(newCourse({ ...task, id: `t${this.lastNumber}` }, this.now()), parts)
    this.options.onChange?.()
    this.options.onMilestone?.()
    return added
  }

  /** Work that goes on after its task has ended, as after cancelling, changes nothing any more. */
  change(task: Task, changed: TaskCourse): void {
    const before = task.course.snapshot
    if (hasEnded(before)) return
    task.course = changed
    this.options.onChange?.()
    if (changed.snapshot.state !== before.state) this.options.onMilestone?.()
  }

  /** Once; a second end is none. */
  end(task: Task, state: EndState, error?: unknown): void {
    if (hasEnded(task.course.snapshot)) return
    const report = state === 'failed' ? toReport(error, task.course.snapshot.id) : null
    this.change(task, ended(task.course, state, report, this.now()))
    this.forgetOldest()
    if (this.unfinished().length === 0) for (const resolve of this.idlers.splice(0)) resolve()
  }

  /** Resolves when no task is left that has not ended. */
  async idle(): Promise<void> {
    if (this.unfinished().length > 0) await new Promise<void>((resolve) => this.idlers.push(resolve))
  }

  now(): Instant {
    return { at: this.options.clock.now(), elapsed: this.options.clock.elapsed() }
  }

  get(id: TaskId): Task | null {
    return this.tasks.get(id) ?? null
  }

  /** In the order in which they came. */
  all(): readonly Task[] {
    return [...this.tasks.values()]
  }

  /** @param which left out: all. */
  unfinished(which?: TaskId | Work): readonly Task[] {
    return this.all().filter(
      ({ course: { snapshot } }) => !hasEnded(snapshot) && (which === undefined || isThat(snapshot, which)),
    )
  }

  snapshots(): readonly TaskSnapshot[] {
    return this.all().map(({ course }) => course.snapshot)
  }

  /** Over the network, by all parts of a run: a long one has more of them than are kept. */
  receivedBytes(runId: TaskId): number {
    let bytes = this.forgottenBytes.get(runId) ?? 0
    for (const { course } of this.tasks.values())
      if (course.snapshot.runId === runId) bytes += course.snapshot.progress.bytes
    return bytes
  }

  /** Failed, and not tried once more since: there is no later task of the same kind and subject. */
  failed(): readonly Task[] {
    const last = new Map<string, Task>()
    for (const task of this.tasks.values()) {
      const { kind, source, subject } = task.course.snapshot
      last.set(JSON.stringify([kind, source, subject]), task)
    }
    return [...last.values()].filter(({ course }) => course.snapshot.state === 'failed')
  }

  /** What a later start of the application is to know. */
  history(): TaskHistory {
    const items = new Map(this.all().map((task) => [task.course.snapshot.id, task.items]))
    return keepHistory(this.snapshots(), items, this.lastNumber, this.now().at)
  }

  private forgetOldest(): void {
    const kept = keptIds(this.snapshots())
    for (const { course } of this.all()) {
      const { id, runId, progress } = course.snapshot
      if (!hasEnded(course.snapshot) || kept.has(id)) continue
      this.tasks.delete(id)
      this.forgottenBytes.delete(id)
      if (runId !== null && this.tasks.has(runId))
        this.forgottenBytes.set(runId, (this.forgottenBytes.get(runId) ?? 0) + progress.bytes)
    }
  }

  private put(course: TaskCourse, parts: Parts, items: readonly WarmItem[] = []): Task {
    const task: Task = {
      ...parts,
      course,
      items,
      controller: new AbortController(),
      isAwaitedBySlot: false,
      wake: null,
    }
    this.tasks.set(course.snapshot.id, task)
    return task
  }
}

function isThat(task: TaskSnapshot, which: TaskId | Work): boolean {
  if (typeof which === 'string') return task.id === which
  return task.kind === which.kind && task.source === which.source && task.subject === which.subject
}
