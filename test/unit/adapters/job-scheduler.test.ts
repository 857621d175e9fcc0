import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAlarm } from '@main/adapters/job-scheduler'
import { silentLogger } from '../../helpers/silent-logger'

const NOW = Date.UTC(2026, 10, 26, 12)

describe('an alarm', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function anAlarm() {
    const rung: number[] = []
    const run = () => {
      rung.push(Date.now())
      return Promise.resolve()
    }
    return { alarm: createAlarm(run, silentLogger()), rung }
  }

  it('rings once, for the last instant it was set to', async () => {
    const { alarm, rung } = anAlarm()
    alarm.set(NOW + 60_000)
    alarm.set(NOW + 90_000)
    alarm.set(NOW + 90_000)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(rung).toEqual([NOW + 90_000])
  })

  it('rings soon, but not at once, for an instant that has passed', async () => {
    const { alarm, rung } = anAlarm()
    alarm.set(NOW - 5_000)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(rung).toEqual([NOW + 1_000])
  })

  it('can be set anew from its own ringing', async () => {
    const rung: number[] = []
    const alarm = createAlarm(() => {
      rung.push(Date.now())
      if (rung.length < 3) alarm.set(Date.now() + 60_000)
      return Promise.resolve()
    }, silentLogger())
    alarm.set(NOW + 60_000)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(rung).toEqual([NOW + 60_000, NOW + 120_000, NOW + 180_000])
  })

  it('is silent when it is set to nothing, or closed, and may be closed twice', async () => {
    const { alarm, rung } = anAlarm()
    alarm.set(NOW + 60_000)
    alarm.set(null)
    alarm.set(NOW + 60_000)
    alarm.close()
    alarm.close()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(rung).toEqual([])
  })

  it('rings for a year ahead, which is more than a timer can wait', async () => {
    const { alarm, rung } = anAlarm()
    const inAYear = NOW + 365 * 24 * 3_600_000
    alarm.set(inAYear)
    await vi.advanceTimersByTimeAsync(inAYear - NOW + 1_000)
    expect(rung).toEqual([inAYear])
    alarm.close()
  })
})
