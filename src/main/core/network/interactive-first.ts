// Whose request to a host goes first: what a person waits for is sent at once, and while it is under way nothing else
// begins. The rest never takes all of the few connections a host is given.

import PQueue from 'p-queue'
import type { Urgency } from '@contract/tasks'
import { AppError } from '../app-error'

/**
 * Of the six connections that Chromium opens to a host of HTTP/1.1. Two stay free, so that a click finds one at once;
 * four fill a home line already.
 */
const MOST_OTHERS = 4

export class InteractiveFirst {
  private readonly others = new PQueue({ concurrency: MOST_OTHERS })
  private interactive = 0

  /** @throws AppError `task/cancelled` when the signal fires before its turn; what the work throws. */
  async run<T>(urgency: Urgency, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (urgency === 'interactive') return await this.runNow(work)
    let hasBegun = false
    try {
      return await this.others.add(
        () => {
          hasBegun = true
          return work()
        },
        { signal },
      )
    } catch (error) {
      if (hasBegun || !signal.aborted) throw error
      throw new AppError('task/cancelled', '', { cause: error })
    }
  }

  private async runNow<T>(work: () => Promise<T>): Promise<T> {
    this.interactive += 1
    this.others.pause()
    try {
      return await work()
    } finally {
      this.interactive -= 1
      if (this.interactive === 0) this.others.start()
    }
  }
}
