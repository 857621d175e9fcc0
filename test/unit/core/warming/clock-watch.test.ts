import { describe, expect, it } from 'vitest'
import { ClockWatch } from '@main/core/warming/clock-watch'

describe('the watch over the clock', () => {
  it('notices a jump once, in either direction, and no slow correction', () => {
    let [wall, elapsed] = [1_000_000, 0]
    const watch = new ClockWatch({ now: () => wall, elapsed: () => elapsed })
    const pass = (wallMs: number, elapsedMs: number) => {
      wall += wallMs
      elapsed += elapsedMs
      return watch.hasJumped()
    }
    expect(pass(300_000, 300_000)).toBe(false)
    expect(pass(302_000, 300_000)).toBe(false)
    expect(pass(300_000 - 7_200_000, 300_000)).toBe(true)
    expect(pass(300_000, 300_000)).toBe(false)
    expect(pass(3_900_000, 300_000)).toBe(true)
  })
})
