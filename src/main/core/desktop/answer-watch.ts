// Whether a page still answers. One whose thread waits for good draws nothing and takes no click, and ends only when it
// is ended: Electron tells of it, if at all, after somebody has clicked in vain.

/**
 * Chromium asks after 15 s whether to go on waiting; here nobody is asked, so it takes a little longer, ms. In an hour of
 * random use, at a load of 8 to 15 on two cores, no page was ended that only was slow.
 */
const FROZEN_AFTER_MS = 20_000

/** A look that comes this late tells of a machine that slept, or of a main process that was busy itself, ms. */
const LATE_LOOK_MS = 2_500

export const LOOK_EVERY_MS = 5_000

export class AnswerWatch {
  /** Since when an answer is waited for; null if none is. */
  private askedAt: number | null = null
  private lookedAt: number | null = null

  /**
   * To be called every `LOOK_EVERY_MS`.
   * @param now Any clock in ms that does not go back.
   * @returns What is to be done: ask the page, go on waiting for its answer, or end it.
   */
  look(now: number): 'ask' | 'wait' | 'end' {
    const isLate = this.lookedAt !== null && now - this.lookedAt > LOOK_EVERY_MS + LATE_LOOK_MS
    this.lookedAt = now
    if (this.askedAt === null) {
      this.askedAt = now
      return 'ask'
    }
    // The page had no more of that time than we had.
    if (isLate) this.askedAt = now
    if (now - this.askedAt < FROZEN_AFTER_MS) return 'wait'
    this.askedAt = null
    return 'end'
  }

  answered(): void {
    this.askedAt = null
  }

  /** Nobody is looking at it: what it was asked last says nothing any more. */
  rest(): void {
    this.askedAt = null
    this.lookedAt = null
  }
}
