// The gate of one host: requests pass in the order they came, not faster than the limits allow, and not before a
// host that asked for patience wants them. What has passed is remembered, where a limit outlasts the process.

import { say } from '@contract/phrases'
import { AppError } from '../../core/app-error'
import {
  freeAt,
  mergeRecords,
  NO_REQUESTS,
  withRequest,
  type RequestLimit,
  type RequestRecord,
} from '../../core/network/request-limits'
import { clockTime } from '../../core/network/retry-policy'
import type { Clock, Sleep } from '../../core/ports'

/** Where a record outlasts the process. Neither function throws: a limit that is not kept must not stop a download. */
export interface RequestRecords {
  read(name: string): Promise<RequestRecord>
  write(name: string, record: RequestRecord): Promise<void>
}

export interface GateOptions {
  /** For messages and for the record. */
  readonly host: string
  readonly limits: readonly RequestLimit[]
  /** Null where the limits are over before the application could start again. */
  readonly records: RequestRecords | null
  readonly clock: Clock
  readonly sleep: Sleep
  /** The longest a request waits for its turn at the front, ms; what must wait longer fails at once. */
  readonly maxWaitMs: number
}

export class RequestGate {
  private record: RequestRecord = NO_REQUESTS
  private lastInLine: Promise<void> = Promise.resolve()

  constructor(private readonly options: GateOptions) {}

  /**
   * Resolves when a request may go; it then counts as sent.
   * @throws AppError `source/rate-limited` with the time when the host is free again, `task/cancelled`.
   */
  async pass(signal: AbortSignal): Promise<void> {
    const before = this.lastInLine
    let leave = () => {}
    const turn = new Promise<void>((resolve) => {
      leave = resolve
    })
    // Whoever gives up in the middle of the line leaves it in order: those behind still wait for those before.
    this.lastInLine = before.then(() => turn)
    try {
      await unlessAborted(before, signal, this.options.host)
      await this.atTheFront(signal)
    } finally {
      leave()
    }
  }

  /** @param until epoch ms before which the host does not want another request. */
  async hold(until: number): Promise<void> {
    this.record = { ...this.record, heldUntil: Math.max(this.record.heldUntil, until) }
    await this.options.records?.write(this.options.host, this.record)
  }

  private async atTheFront(signal: AbortSignal): Promise<void> {
    const { host, limits, records, clock, sleep, maxWaitMs } = this.options
    for (;;) {
      // Read each time: the command line and the window are two processes with one address.
      const kept = records === null ? NO_REQUESTS : await records.read(host)
      const now = clock.now()
      this.record = mergeRecords(this.record, kept, now)
      const at = freeAt(this.record, limits, now)
      if (at - now > maxWaitMs)
        throw new AppError('source/rate-limited', host, {
          detail: say('free-again', { time: clockTime(at) }),
        })
      if (at <= now) {
        this.record = withRequest(this.record, limits, now)
        await records?.write(host, this.record)
        return
      }
      await sleep(at - now, signal)
    }
  }
}

async function unlessAborted(promise: Promise<void>, signal: AbortSignal, subject: string): Promise<void> {
  let onAbort = () => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(new AppError('task/cancelled', subject, { cause: signal.reason }))
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort)
  })
  try {
    await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
