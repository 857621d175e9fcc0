import { describe, expect, it, vi } from 'vitest'
import { closeBeforeQuit } from '@main/app/shutdown'

function aQuittingApp() {
  let listener: ((event: { preventDefault(): void }) => void) | null = null
  const app = {
    quits: 0,
    on: (_event: 'before-quit', heard: typeof listener) => (listener = heard),
    quit: () => (app.quits += 1),
    exits: 0,
    exit: () => (app.exits += 1),
  }
  const ask = () => {
    let isPrevented = false
    listener?.({ preventDefault: () => (isPrevented = true) })
    return isPrevented
  }
  return { app, ask }
}

describe('leaving the application', () => {
  it('waits until everything is closed, once, and then goes', async () => {
    const { app, ask } = aQuittingApp()
    let closed = 0
    closeBeforeQuit(app, () => {
      closed += 1
      return Promise.resolve()
    })
    expect([ask(), ask()]).toEqual([true, true])
    await vi.waitFor(() => expect(app.quits).toBe(1))
    expect(ask()).toBe(false)
    expect(closed).toBe(1)
  })

  it('goes although closing fails', async () => {
    const { app, ask } = aQuittingApp()
    closeBeforeQuit(app, () => Promise.reject(new Error('stuck')))
    ask()
    await vi.waitFor(() => expect(app.quits).toBe(1))
  })

  it('goes after the deadline although closing never ends', async () => {
    vi.useFakeTimers()
    const { app, ask } = aQuittingApp()
    closeBeforeQuit(app, () => new Promise(() => {}))
    ask()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(app.quits).toBe(1)
    vi.useRealTimers()
  })
  it('goes within three seconds in all although a page hangs and never lets its window close', async () => {
    vi.useFakeTimers()
    const { app, ask } = aQuittingApp()
    closeBeforeQuit(app, () => new Promise(() => {}))
    ask()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(app.exits).toBe(1)
    vi.useRealTimers()
  })
})
