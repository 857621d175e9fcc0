import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { coalesce } from '@main/adapters/coalesce'

describe('coalescing', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('acts at once, then at most once an interval, and never loses the last request', async () => {
    let actions = 0
    const coalesced = coalesce(() => (actions += 1), 100)
    for (let i = 0; i < 50; i++) coalesced.request()
    expect(actions).toBe(1)
    await vi.advanceTimersByTimeAsync(100)
    expect(actions).toBe(2)
    await vi.advanceTimersByTimeAsync(1000)
    expect(actions).toBe(2)
    coalesced.request()
    expect(actions).toBe(3)
  })

  it('is silent after it was closed, also when closed twice', async () => {
    let actions = 0
    const coalesced = coalesce(() => (actions += 1), 100)
    coalesced.request()
    coalesced.request()
    coalesced.close()
    coalesced.close()
    await vi.advanceTimersByTimeAsync(1000)
    expect(actions).toBe(1)
  })
})
