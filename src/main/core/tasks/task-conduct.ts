// The way of one task from its first turn to its end: attempts, progress, and what its work is given.

import { AppError, isAbort, toReport } from '../app-error'
import type { Sleep } from '../ports'
import { delayAfter, isWorthAnother, type Attempts } from './attempts'
import * as course from './task-course'
import type { Task, TaskLedger } from './task-ledger'
import type { RunContext, RunOrder, TaskContext, TaskOrder } from './task-orders'
import type { Turns } from './turns'

export class TaskConduct {
  constructor(
    private readonly ledger: TaskLedger,
    private readonly turns: Turns,
    private readonly sleep: Sleep,
  ) {}

  /** @throws as `TaskQueue.run`. */
  work<T>(task: Task, order: TaskOrder<T>, attempts: Attempts): Promise<T> {
    return this.follow(task, () => this.attempt(task, order, attempts))
  }

  /** @throws as `TaskQueue.run`. */
  coordinate<T>(task: Task, order: RunOrder<T>): Promise<T> {
    return this.follow(task, async () => {
      this.ledger.change(task, course.begun(task.course, this.ledger.now()))
      const result = await order.work(this.runContextOf(task))
      // It may end in order, with its summary, after it was told to.
      if (task.controller.signal.aborted) this.ledger.end(task, 'cancelled')
      return result
    })
  }

  private async follow<T>(task: Task, work: () => Promise<T>): Promise<T> {
    try {
      const value = await work()
      this.ledger.end(task, 'completed')
      return value
    } catch (error) {
      if (task.controller.signal.aborted || isAbort(error)) {
        this.ledger.end(task, 'cancelled')
        throw new AppError('task/cancelled', task.course.snapshot.subject, { cause: error })
      }
      this.ledger.end(task, 'failed', error)
      throw error
    }
  }

  private async attempt<T>(task: Task, order: TaskOrder<T>, attempts: Attempts): Promise<T> {
    const context = this.contextOf(task)
    for (;;) {
      try {
        return await this.turns.take(task, () => order.work(context))
      } catch (error) {
        const { attempt, maxAttempts } = task.course.snapshot
        const isLast = attempt >= maxAttempts || !isWorthAnother(error)
        if (task.controller.signal.aborted || isLast) throw error
        await this.delay(task, error, delayAfter(attempt, attempts))
      }
    }
  }

  /** Until the next attempt, without a slot. @throws AppError `task/cancelled`. */
  private async delay(task: Task, error: unknown, ms: number): Promise<void> {
    const { signal } = task.controller
    const wake = new AbortController()
    const now = this.ledger.now()
    const delay = { reason: 'next-attempt', untilAt: now.at + ms } as const
    task.wake = wake
    this.ledger.change(
      task,
      course.delayed(task.course, delay, toReport(error, task.course.snapshot.id), now),
    )
    try {
      await this.sleep(ms, AbortSignal.any([signal, wake.signal]))
    } catch (interrupted) {
      if (signal.aborted || !wake.signal.aborted) throw interrupted
    } finally {
      task.wake = null
    }
    this.ledger.change(task, course.nextAttempt(task.course))
  }

  private contextOf(task: Task): TaskContext {
    const { ledger, turns } = this
    return {
      id: task.course.snapshot.id,
      get urgency() {
        return task.course.snapshot.urgency
      },
      signal: task.controller.signal,
      report: (stage, done, total) =>
        ledger.change(task, course.reported(task.course, stage, done, total, ledger.now())),
      received: (bytes) => ledger.change(task, course.received(task.course, bytes)),
      waitsFor: (work) => turns.lend(task, work),
    }
  }

  private runContextOf(task: Task): RunContext {
    const { ledger } = this
    const { id, signal, report, received } = this.contextOf(task)
    return {
      id,
      signal,
      received,
      report: (stage, done, total, remainingMs) => {
        report(stage, done, total)
        const { progress } = task.course.snapshot
        ledger.change(task, course.changed(task.course, { progress: { ...progress, remainingMs } }))
      },
      setRun: (run) => ledger.change(task, course.changed(task.course, { run })),
      setItems: (items) => {
        task.items = items
      },
      delay: (reason, untilAt) =>
        ledger.change(task, course.delayed(task.course, { reason, untilAt }, null, ledger.now())),
      resume: () => ledger.change(task, course.begun(task.course, ledger.now())),
    }
  }
}
