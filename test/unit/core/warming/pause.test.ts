import { describe, expect, it, vi } from 'vitest'
import { AppError } from '@main/core/app-error'
import { Pause } from '@main/core/warming/pause'
import { createGate, type Obstacle } from '@main/core/warming/warming-gate'
import { fakeClock } from '../../../helpers/fake-clock'

const HOUR_MS = 3_600_000

/** A pause whose timer rings when the test says so. */
function aPause() {
  const clock = fakeClock()
  const rings: (() => void)[] = []
  const pause = new Pause(
    clock,
    (_ms, signal) =>
      new Promise((resolve, reject) => {
        rings.push(resolve)
        signal.addEventListener('abort', () => reject(new AppError('task/cancelled', '')))
      }),
  )
  return { clock, pause, ring: (i: number) => rings[i]?.() }
}

describe('a pause of the warming', () => {
  it('lasts an hour, and says when it began and ended', async () => {
    const { clock, pause, ring } = aPause()
    const listener = vi.fn<() => void>()
    pause.onChange(listener)
    pause.begin(HOUR_MS)
    expect(pause.paused).toBe(clock.now() + HOUR_MS)
    clock.advance(HOUR_MS)
    ring(0)
    await expect.poll(() => listener.mock.calls.length).toBe(2)
    expect(pause.paused).toBeNull()
  })

  it('is over when its time has come, though its timer has slept', () => {
    const { clock, pause } = aPause()
    pause.begin(HOUR_MS)
    clock.advance(3 * HOUR_MS)
    expect(pause.paused).toBeNull()
  })

  it('lasts until it is ended, whatever an earlier one had set', async () => {
    const { clock, pause, ring } = aPause()
    pause.begin(HOUR_MS)
    pause.begin(null)
    ring(0)
    await Promise.resolve()
    clock.advance(100 * HOUR_MS)
    expect(pause.paused).toBe('until-resumed')
    pause.end()
    pause.end()
    expect(pause.paused).toBeNull()
  })
})

describe('the gate of the warming', () => {
  it('names the pause before what else is in the way, and tells of every change until it is left', () => {
    const { pause } = aPause()
    let isOffline = true
    const offline: Obstacle = { reason: 'offline', isThere: () => isOffline, onChange: () => () => {} }
    const gate = createGate(pause, [offline])
    const listener = vi.fn<() => void>()
    const leave = gate.onChange(listener)
    expect(gate.reason()).toEqual({ reason: 'offline', untilAt: null })
    pause.begin(null)
    expect(gate.reason()?.reason).toBe('paused')
    pause.end()
    isOffline = false
    expect(gate.reason()).toBeNull()
    leave()
    pause.begin(null)
    expect(listener).toHaveBeenCalledTimes(2)
  })
})
