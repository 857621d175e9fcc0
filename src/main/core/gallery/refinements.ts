// Sessions whose sculptures are to be made better behind the scenes: one at a time, the one wished for last first,
// because that is the one somebody looks at. Knows nothing of how it is done.

import { sessionKey, type SessionId } from '@contract/ids'
import { isAbort } from '../app-error'
import type { Logger } from '../ports'

export class Refinements {
  /** In the order of the wishes, newest last. */
  private readonly wished = new Map<string, SessionId>()
  /** Tried in vain: not again in this process, or every click would repeat it. */
  private readonly failed = new Set<string>()
  private isRunning = false
  private isClosed = false

  constructor(
    /** Resolves with the keys of what is better now. */
    private readonly refine: (id: SessionId) => Promise<readonly string[]>,
    private readonly onImproved: (keys: readonly string[]) => void,
    private readonly logger: Logger,
    /** Resolves after a while in which what has just been opened can be shown. */
    private readonly pause: () => Promise<void>,
  ) {}

  /** A session that is being refined at this moment is refined once more: what is wished for may be new since. */
  wish(id: SessionId): void {
    const key = sessionKey(id)
    if (this.isClosed || this.failed.has(key)) return
    this.wished.delete(key)
    this.wished.set(key, id)
    void this.run()
  }

  /** Drops what waits; what runs is for its task to cancel. May be called twice. */
  close(): void {
    this.isClosed = true
    this.wished.clear()
  }

  /** Never rejects. */
  private async run(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    for (;;) {
      await this.pause()
      // What was wished for last may be something else by now, or nothing, after closing.
      const next = [...this.wished].at(-1)
      if (next === undefined) break
      const [key, id] = next
      this.wished.delete(key)
      try {
        const keys = await this.refine(id)
        if (keys.length > 0) this.onImproved(keys)
      } catch (error) {
        this.failed.add(key)
        if (isAbort(error)) continue
        this.logger.log('warn', 'sculptures', `could not improve ${key}: ${String(error)}`)
      }
    }
    this.isRunning = false
  }
}
