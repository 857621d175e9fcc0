// Whether the folder of a cache takes what is written, for all who write there: the first failure is announced once and
// stops the writing, a probe now and then finds out when it is over. Reading is never stopped. It does no I/O itself.

import type { DiskHealth, DiskState } from '@contract/cache'
import { toReport, type AppError } from '../app-error'
import type { Clock } from '../ports'

/** Soon enough that a person who has made room sees it noticed, seldom enough not to keep a sleeping disk awake. */
export const PROBE_EVERY_MS = 5_000

export interface DiskFailure {
  readonly error: AppError
  /** What was to be written. */
  readonly bytes: number
  /** Writes smaller than this may still go well, as those below what is held in reserve do. */
  readonly refusedFromBytes: number
}

export interface DiskHealthParts {
  readonly clock: Clock
  /** Whether as many bytes could be written now: null, or why not. Never rejects. */
  readonly probe: (bytes: number) => Promise<AppError | null>
  /** Resolves after PROBE_EVERY_MS; it must not keep the process alive. */
  readonly pause: () => Promise<void>
  /** Told of every change, once. */
  readonly onChange: (health: DiskHealth) => void
}

export class DiskHealthWatch {
  private failure: DiskFailure | null = null
  private since: number
  private isWaiting = false
  private isClosed = false
  private readonly listeners = new Set<(health: DiskHealth) => void>()

  constructor(private readonly parts: DiskHealthParts) {
    this.since = parts.clock.now()
  }

  current(): DiskHealth {
    const error = this.failure?.error ?? null
    return {
      state: error === null ? 'ok' : stateOf(error),
      since: this.since,
      trouble: error === null ? null : toReport(error),
    }
  }

  /** @returns why not even to try to write so much now, or null. What is refused must fit before it is over. */
  refusal(bytes: number): AppError | null {
    if (this.failure === null || bytes < this.failure.refusedFromBytes) return null
    this.failure = { ...this.failure, bytes: Math.max(bytes, this.failure.bytes) }
    return this.failure.error
  }

  /** A write has failed. */
  report(failure: DiskFailure): void {
    const changes = this.failure?.error.code !== failure.error.code
    // The larger need decides when it is over, or the same write would fail again at once.
    const bytes = Math.max(failure.bytes, this.failure?.bytes ?? 0)
    const refusedFromBytes = Math.min(failure.refusedFromBytes, this.failure?.refusedFromBytes ?? Infinity)
    this.failure = { error: failure.error, bytes, refusedFromBytes }
    if (changes) this.announce()
    if (!this.isWaiting) void this.waitForRecovery()
  }

  /** Looks now instead of at the next time: the folder is another one. */
  async recheck(): Promise<void> {
    if (this.failure !== null) await this.probe(this.failure)
  }

  /** @returns unsubscribe. */
  subscribe(listener: (health: DiskHealth) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Ends the probing. May be called twice. */
  close(): void {
    this.isClosed = true
    this.listeners.clear()
  }

  private async waitForRecovery(): Promise<void> {
    this.isWaiting = true
    while (!this.isClosed && this.failure !== null) {
      await this.parts.pause()
      if (!this.isClosed) await this.recheck()
    }
    this.isWaiting = false
  }

  private async probe(failure: DiskFailure): Promise<void> {
    const error = await this.parts.probe(failure.bytes)
    if (this.isClosed || this.failure === null) return
    if (error !== null) {
      // A folder that is gone cannot be written either; that it is gone says more.
      const isStillGone = this.failure.error.code === 'cache/missing' && error.code !== 'cache/full'
      if (!isStillGone) this.report({ ...this.failure, error })
      return
    }
    this.failure = null
    this.announce()
  }

  private announce(): void {
    this.since = this.parts.clock.now()
    const health = this.current()
    this.parts.onChange(health)
    for (const listener of this.listeners) listener(health)
  }
}

function stateOf({ code }: AppError): DiskState {
  if (code === 'cache/full') return 'full'
  return code === 'cache/missing' ? 'missing' : 'unwritable'
}
