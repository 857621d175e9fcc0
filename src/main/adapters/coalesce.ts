// Many calls in, few out: for pushes that describe a state, of which only the newest matters.

export interface Coalesced {
  /** Calls `action` at once, or at the end of the current interval. */
  request(): void
  close(): void
}

/** @param intervalMs at least this long between two calls of `action`; the last request is never lost. */
export function coalesce(action: () => void, intervalMs: number): Coalesced {
  let timer: NodeJS.Timeout | null = null
  let isAskedAgain = false
  const act = () => {
    isAskedAgain = false
    timer = setTimeout(() => {
      timer = null
      if (isAskedAgain) act()
    }, intervalMs)
    timer.unref()
    action()
  }
  return {
    request: () => {
      if (timer === null) act()
      else isAskedAgain = true
    },
    close: () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
