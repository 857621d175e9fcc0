// Leaving in order: work is stopped and threads are ended before the process goes, within a deadline of our own.

/** For closing our own parts; after this we go on anyway. */
const DEADLINE_MS = 2_000

/** For the windows after that: a page that hangs never answers whether it may be closed. */
const LAST_DEADLINE_MS = 1_000

export interface Quitting {
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown
  quit(): void
  /** Goes at once, without asking the windows. */
  exit(): void
}

/** @param close what must be finished first; a failure of it must not keep the user in the application. */
export function closeBeforeQuit(app: Quitting, close: () => Promise<void>): void {
  let state: 'running' | 'closing' | 'closed' = 'running'
  app.on('before-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    const deadline = new Promise<void>((resolve) => setTimeout(resolve, DEADLINE_MS).unref())
    void Promise.race([close().catch(() => {}), deadline]).then(() => {
      state = 'closed'
      app.quit()
      setTimeout(() => app.exit(), LAST_DEADLINE_MS).unref()
    })
  })
}
