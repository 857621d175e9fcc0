// Whether there is a network, for who waits until there is one. Systems tell when asked, not by themselves.

import type { Sleep } from '../core/ports'
import type { Obstacle } from '../core/warming/warming-gate'

/** Asked while somebody waits: a question to the system, no packet. */
const ASK_EVERY_MS = 3_000

export function watchOnline(isOnline: () => boolean, sleep: Sleep): Obstacle {
  return {
    reason: 'offline',
    isThere: () => !isOnline(),
    onChange: (listener) => {
      const watching = new AbortController()
      const watch = async (): Promise<void> => {
        let before = isOnline()
        while (!watching.signal.aborted) {
          await sleep(ASK_EVERY_MS, watching.signal)
          const now = isOnline()
          if (now !== before) listener()
          before = now
        }
      }
      // The end of the subscription ends it with `task/cancelled`.
      watch().catch(() => {})
      return () => watching.abort()
    },
  }
}
