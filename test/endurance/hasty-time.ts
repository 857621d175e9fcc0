// Time that passes as fast as it is told to: hours in moments, and at the usual pace in between. Who waits is woken when
// the hour has come; while the computer sleeps only the wall clock goes on.
import { sleep as realSleep } from '@main/adapters/sleep'
import type { Clock, Sleep } from '@main/core/ports'

interface Sleeper {
  readonly until: number
  readonly wake: AbortController
}

export class HastyTime {
  private wallAhead: number
  private ahead = 0
  private readonly sleepers = new Set<Sleeper>()
  readonly clock: Clock = {
    now: () => Date.now() + this.wallAhead,
    elapsed: () => performance.now() + this.ahead,
  }

  /** @param startAt epoch ms. */
  constructor(startAt: number) {
    this.wallAhead = startAt - Date.now()
  }

  readonly sleep: Sleep = async (ms, signal) => {
    const sleeper = { until: this.clock.elapsed() + ms, wake: new AbortController() }
    this.sleepers.add(sleeper)
    // A signal of its own that is removed again: `AbortSignal.any` would be kept by one that lives long.
    const onAbort = (): void => sleeper.wake.abort()
    signal.addEventListener('abort', onAbort)
    try {
      if (signal.aborted) onAbort()
      await realSleep(ms, sleeper.wake.signal)
    } catch (error) {
      if (signal.aborted || this.clock.elapsed() < sleeper.until) throw error
    } finally {
      signal.removeEventListener('abort', onAbort)
      this.sleepers.delete(sleeper)
    }
  }

  get waiting(): number {
    return this.sleepers.size
  }

  /** @param ms at least 0. */
  pass(ms: number): void {
    this.wallAhead += ms
    this.ahead += ms
    for (const { until, wake } of this.sleepers) if (this.clock.elapsed() >= until) wake.abort()
  }

  /** The computer is asleep: no timer runs. */
  sleepThrough(ms: number): void {
    this.wallAhead += ms
  }
}
