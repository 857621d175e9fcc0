import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGhostPlayer } from '@renderer/features/compare/ghost-player'

function setUp(durationS = 90) {
  const drawn: (number | null)[] = []
  let pending: ((atMs: number) => void) | null = null
  let nowMs = 0
  const player = createGhostPlayer({
    requestFrame: (frame) => {
      pending = frame
      return 1
    },
    cancelFrame: () => {
      pending = null
    },
  })
  player.setCourse({ durationS, draw: (timeS) => drawn.push(timeS) })
  const frames = (count: number, everyMs = 16): void => {
    for (let i = 0; i < count; i++) {
      nowMs += everyMs
      const frame = pending
      pending = null
      frame?.(nowMs)
    }
  }
  return { player, drawn, frames, isRunning: () => pending !== null }
}

describe('the run of the laps', () => {
  it('goes in true time, at the speed that is chosen', () => {
    const { player, drawn, frames } = setUp()
    player.toggle()
    frames(101, 10)
    expect(drawn.at(-1)).toBeCloseTo(1, 6)
    player.setRate(4)
    frames(100, 10)
    expect(drawn.at(-1)).toBeCloseTo(5, 6)
    player.setRate(0.25)
    frames(100, 10)
    expect(drawn.at(-1)).toBeCloseTo(5.25, 6)
  })

  it('asks for frames only while it plays', () => {
    const { player, frames, isRunning } = setUp()
    expect(isRunning()).toBe(false)
    player.scrub(3)
    player.step(1)
    expect(isRunning()).toBe(false)
    player.toggle()
    expect(isRunning()).toBe(true)
    frames(3)
    player.toggle()
    expect(isRunning()).toBe(false)
  })

  it('ends with the slowest lap, and begins anew from there', () => {
    const { player, drawn, frames, isRunning } = setUp(0.5)
    player.toggle()
    frames(60)
    expect(isRunning()).toBe(false)
    expect(player.state.get()).toMatchObject({ timeS: 0.5, isPlaying: false, isOut: true })
    player.toggle()
    expect(drawn.at(-1)).toBe(0)
  })

  it('tells the page much less often than it draws', () => {
    const { player, drawn, frames } = setUp()
    let told = 0
    player.toggle()
    player.state.subscribe(() => told++)
    frames(125, 8)
    expect(drawn.length).toBeGreaterThan(120)
    expect(told).toBeLessThanOrEqual(11)
  })

  it('moves by steps where less motion is wished for', () => {
    const { player, drawn, frames } = setUp()
    player.setReducedMotion(true)
    player.toggle()
    frames(320, 10)
    const seen = [...new Set(drawn)]
    expect(seen.length).toBeLessThanOrEqual(5)
    expect(seen.at(-1)).toBeGreaterThan(2.5)
  })

  it('does not jump after the page was hidden', () => {
    const { player, drawn, frames } = setUp()
    player.toggle()
    frames(2, 16)
    frames(1, 60_000)
    expect(drawn.at(-1)!).toBeLessThan(1)
  })

  it('takes the bodies off when it is stopped, or when nothing is left to run', () => {
    const { player, drawn } = setUp()
    for (const end of [() => player.stop(), () => player.setCourse(null)]) {
      player.scrub(10)
      end()
      expect(drawn.at(-1)).toBeNull()
      expect(player.state.get()).toMatchObject({ timeS: 0, isOut: false })
    }
  })

  it('goes on where it was when the set of laps changes', () => {
    const { player } = setUp()
    player.scrub(10)
    const other: (number | null)[] = []
    player.setCourse({ durationS: 80, draw: (timeS) => other.push(timeS) })
    expect(other).toEqual([10])
  })

  it('never leaves the lap, whatever is pressed', () => {
    const press = fc.constantFrom('toggle', 'stop', 'back', 'on', 'frame', 'end')
    fc.assert(
      fc.property(fc.array(press, { maxLength: 60 }), (presses) => {
        const { player, frames } = setUp(2)
        for (const each of presses) {
          if (each === 'toggle') player.toggle()
          else if (each === 'stop') player.stop()
          else if (each === 'back') player.step(-1)
          else if (each === 'on') player.step(1)
          else if (each === 'end') player.scrub(5)
          else frames(4, 200)
          const { timeS } = player.state.get()
          expect(timeS).toBeGreaterThanOrEqual(0)
          expect(timeS).toBeLessThanOrEqual(2)
        }
      }),
    )
  })
})
