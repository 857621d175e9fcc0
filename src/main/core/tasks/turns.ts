// Whose turn it is: tasks take their turns in the lanes, are hurried when somebody joins, and held when nothing that no
// person waits for is to begin.

import type { TaskDelay, TaskId, Urgency } from '@contract/tasks'
import type { HoldReason } from '@contract/warming'
import { Lanes, type LaneSlots } from './lanes'
import { begun, raised, waiting } from './task-course'
import type { Task, TaskLedger } from './task-ledger'
import type { Work } from './task-orders'
import { isMoreUrgent } from './urgency'

export class Turns {
  private readonly lanes: Lanes
  /** Why nothing that no person waits for begins; null: it does. */
  private hold: TaskDelay | null = null

  constructor(
    private readonly ledger: TaskLedger,
    slots: LaneSlots,
  ) {
    this.lanes = new Lanes(slots)
  }

  /** Does the work when it is the task's turn. @throws what the work throws, or the reason of the task's signal. */
  async take<T>(task: Task, work: () => Promise<T>): Promise<T> {
    const { id, urgency } = task.course.snapshot
    const begin = async (): Promise<T> => {
      this.ledger.change(task, begun(task.course, this.ledger.now()))
      return await work()
    }
    const place = task.isAwaitedBySlot ? 'at-once' : 'in-turn'
    this.ledger.change(task, waiting(task.course, this.holdOf(urgency)))
    return await this.lanes.enter(id, urgency, place, begin, task.controller.signal)
  }

  /** See `TaskQueue.raise`. */
  raise(which: TaskId | Work, urgency: Urgency): void {
    for (const task of this.ledger.unfinished(which)) {
      const { id, urgency: before } = task.course.snapshot
      if (task.isRun || !isMoreUrgent(urgency, before)) continue
      this.ledger.change(task, raised(task.course, urgency))
      if (isInLane(task)) this.ledger.change(task, waiting(task.course, this.holdOf(urgency)))
      this.lanes.raise(id, urgency)
      if (urgency === 'interactive') task.wake?.abort()
    }
  }

  /** See `TaskContext.waitsFor`. */
  lend(lender: Task, work: Work): void {
    this.raise(work, lender.course.snapshot.urgency)
    for (const awaited of this.ledger.unfinished(work)) {
      if (awaited === lender || awaited.isRun) continue
      awaited.isAwaitedBySlot = true
      this.lanes.bringForward(awaited.course.snapshot.id)
    }
  }

  pause(reason: HoldReason, untilAt: number | null): void {
    this.hold = { reason, untilAt }
    this.lanes.pause()
    this.showHold()
  }

  resume(): void {
    this.hold = null
    this.showHold()
    this.lanes.resume()
  }

  private holdOf(urgency: Urgency): TaskDelay | null {
    return urgency === 'interactive' ? null : this.hold
  }

  private showHold(): void {
    for (const task of this.ledger.unfinished())
      if (isInLane(task))
        this.ledger.change(task, waiting(task.course, this.holdOf(task.course.snapshot.urgency)))
  }
}

/** Waits for a slot, whether that could come or is held back. */
function isInLane({ course: { snapshot }, isRun, wake }: Task): boolean {
  return !isRun && wake === null && (snapshot.state === 'waiting' || snapshot.state === 'delayed')
}
