// Says things no faster than they can be listened to: what comes too soon waits, and only the last of it is said. Pure but
// for the clock and the timer it is given.

/** Between two announcements, ms. A screen reader drops or queues what comes faster, and lags behind a held key. */
const SAID_EVERY_MS = 1000

export interface Unhurried {
  readonly say: (text: string) => void
  /** What waits is not said any more; it may be used again. */
  readonly close: () => void
}

interface UnhurriedParts {
  /** Milliseconds from an arbitrary start, as performance.now(). */
  readonly nowMs: () => number
  /** @returns the function that calls it off. */
  readonly later: (run: () => void, ms: number) => () => void
  readonly tell: (text: string) => void
}

export function createUnhurried({ nowMs, later, tell }: UnhurriedParts): Unhurried {
  let saidAt = Number.NEGATIVE_INFINITY
  let callOff: (() => void) | null = null
  const close = (): void => {
    callOff?.()
    callOff = null
  }
  return {
    say(text) {
      close()
      const say = (): void => {
        callOff = null
        saidAt = nowMs()
        tell(text)
      }
      const waitMs = saidAt + SAID_EVERY_MS - nowMs()
      if (waitMs <= 0) say()
      else callOff = later(say, waitMs)
    },
    close,
  }
}
