import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { DiskHealth } from '@contract/cache'
import { AppError } from '@main/core/app-error'
import { DiskHealthWatch } from '@main/core/cache/disk-health'
import { fakeClock } from '../../../helpers/fake-clock'

const full = new AppError('cache/full', '/cache')
const unwritable = new AppError('cache/unwritable', '/cache')

function setUp() {
  const clock = fakeClock(1_000)
  const announced: DiskHealth[] = []
  const world = { answer: full as AppError | null, probed: [] as number[] }
  const pauses: (() => void)[] = []
  const watch = new DiskHealthWatch({
    clock,
    probe: (bytes) => {
      world.probed.push(bytes)
      return Promise.resolve(world.answer)
    },
    pause: () => new Promise((resolve) => pauses.push(resolve)),
    onChange: (health) => announced.push(health),
  })
  const passTime = async () => {
    pauses.shift()?.()
    await setImmediate()
  }
  return { watch, announced, world, clock, passTime }
}

describe('the health of a folder', () => {
  it('announces trouble once however many writes fail, and since when', () => {
    const { watch, announced, clock } = setUp()
    clock.advance(500)
    for (let i = 0; i < 3; i++) watch.report({ error: full, bytes: 10, refusedFromBytes: 0 })
    expect(announced).toMatchObject([{ state: 'full', since: 1_500, trouble: { code: 'cache/full' } }])
  })

  it('announces another trouble as another', () => {
    const { watch, announced } = setUp()
    watch.report({ error: full, bytes: 10, refusedFromBytes: 0 })
    watch.report({ error: unwritable, bytes: 10, refusedFromBytes: 0 })
    expect(announced.map(({ state }) => state)).toEqual(['full', 'unwritable'])
  })

  it('refuses what would fail again without trying it, but nothing while all is well', () => {
    const { watch } = setUp()
    expect(watch.refusal(1e9)).toBeNull()
    watch.report({ error: full, bytes: 5_000, refusedFromBytes: 1_000 })
    expect(watch.refusal(1_000)).toBe(full)
    expect(watch.refusal(999)).toBeNull()
  })

  it('is over only when the largest refused write would fit', async () => {
    const { watch, announced, world, passTime } = setUp()
    watch.report({ error: full, bytes: 5_000, refusedFromBytes: 1_000 })
    watch.refusal(9_000)
    await passTime()
    world.answer = null
    await passTime()
    expect(world.probed).toEqual([9_000, 9_000])
    expect(announced.map(({ state }) => state)).toEqual(['full', 'ok'])
    expect(watch.refusal(1e9)).toBeNull()
    await passTime()
    expect(world.probed.length).toBe(2)
  })

  it('tells who subscribed, until they unsubscribe', async () => {
    const { watch, world, passTime } = setUp()
    const listener = vi.fn<(health: DiskHealth) => void>()
    const unsubscribe = watch.subscribe(listener)
    watch.report({ error: full, bytes: 1, refusedFromBytes: 0 })
    unsubscribe()
    world.answer = null
    await passTime()
    expect(watch.current().state).toBe('ok')
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('does not look any more once it is closed', async () => {
    const { watch, world, passTime } = setUp()
    watch.report({ error: full, bytes: 1, refusedFromBytes: 0 })
    watch.close()
    watch.close()
    await passTime()
    expect(world.probed).toEqual([])
  })

  it('looks at once when it is asked, and only one of the two looks says that it is over', async () => {
    const { watch, announced, world, passTime } = setUp()
    watch.report({ error: full, bytes: 10, refusedFromBytes: 0 })
    world.answer = null
    await watch.recheck()
    expect(announced.map(({ state }) => state)).toEqual(['full', 'ok'])
    await passTime()
    await watch.recheck()
    expect(announced).toHaveLength(2)
    expect(world.probed).toEqual([10])
  })
})
