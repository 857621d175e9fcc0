// What fails is tried again where that may help, and holds no slot meanwhile.
import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import { fakeClock } from '../../../helpers/fake-clock'
import { fakeSleep } from '../../../helpers/fake-sleep'
import { aTaskQueue } from '../../../helpers/task-fixtures'
import { anOrder, heldSleep, settle, WORK } from './held-work'

const unreachable = () => new AppError('source/unreachable', 'host')
const threeAttempts = { urgency: 'warming', attempts: { max: 3, delaysMs: [5_000, 60_000] } } as const

/** Work that fails so often with this error. */
function failing(times: number, error: () => Error = unreachable) {
  const tried: number[] = []
  const work = () => {
    tried.push(tried.length + 1)
    return tried.length <= times ? Promise.reject(error()) : Promise.resolve('made')
  }
  return { work, tried }
}

describe('attempts', () => {
  it('follow each other after the delays that were ordered, until one succeeds', async () => {
    const clock = fakeClock()
    const { sleep, waits } = fakeSleep(clock)
    const queue = aTaskQueue({ clock, sleep })
    const { work, tried } = failing(2)
    expect(await queue.run(anOrder(work, threeAttempts))).toBe('made')
    expect(waits).toEqual([5_000, 60_000])
    expect(tried.length).toBe(3)
    expect(queue.list()[0]).toMatchObject({ state: 'completed', attempt: 3, maxAttempts: 3, error: null })
  })

  it('end with the error of the last', async () => {
    const queue = aTaskQueue()
    const { work, tried } = failing(9)
    await expect(queue.run(anOrder(work, threeAttempts))).rejects.toMatchObject({
      code: 'source/unreachable',
    })
    expect(tried.length).toBe(3)
    expect(queue.list()[0]).toMatchObject({ state: 'failed', error: { code: 'source/unreachable' } })
  })

  it.each([
    ['what will stay as it is', () => new AppError('session/no-telemetry', 'Race')],
    ['what was cancelled', () => new AppError('task/cancelled', 'Race')],
  ])('are not repeated for %s', async (_what, error) => {
    const queue = aTaskQueue()
    const { work, tried } = failing(9, error)
    await expect(queue.run(anOrder(work, threeAttempts))).rejects.toBeInstanceOf(AppError)
    expect(tried.length).toBe(1)
  })

  it('are one for a person, who is told at once, and another one for the warming whose thread was lost', async () => {
    const queue = aTaskQueue()
    const lost = () => new AppError('task/thread-lost', '')
    await expect(queue.run(anOrder(failing(1, lost).work))).rejects.toMatchObject({
      code: 'task/thread-lost',
    })
    expect(await queue.run(anOrder(failing(1, lost).work, { urgency: 'warming' }))).toBe('made')
  })

  it('show what they wait for, hold no slot meanwhile, and can be cancelled then', async () => {
    const clock = fakeClock()
    const { sleep } = heldSleep()
    const queue = aTaskQueue({ clock, sleep, slots: { interactive: 1, rest: 1 } })
    const delayed = queue.run(anOrder(failing(9).work, threeAttempts))
    await settle()
    expect(queue.list()[0]).toMatchObject({
      state: 'delayed',
      attempt: 1,
      delay: { reason: 'next-attempt', untilAt: clock.now() + 5_000 },
      error: { code: 'source/unreachable' },
    })
    expect(await queue.run(anOrder(() => Promise.resolve('next'), { urgency: 'warming' }))).toBe('next')
    queue.cancel('t1')
    await expect(delayed).rejects.toMatchObject({ code: 'task/cancelled' })
    expect(queue.list()[0]).toMatchObject({ state: 'cancelled', delay: null, error: null })
  })

  it('come to their last at once when a person joins', async () => {
    const queue = aTaskQueue({ sleep: heldSleep().sleep })
    const { work, tried } = failing(9)
    const joined = queue.run(anOrder(work, threeAttempts))
    await settle()
    queue.raise(WORK, 'interactive')
    await expect(joined).rejects.toMatchObject({ code: 'source/unreachable' })
    expect(tried.length).toBe(2)
    expect(queue.list()[0]).toMatchObject({ state: 'failed', attempt: 2, maxAttempts: 2 })
  })

  it('that fall due while the warming is held wait on', async () => {
    const { sleep, wakeAll } = heldSleep()
    const queue = aTaskQueue({ sleep })
    const { work, tried } = failing(1)
    const done = queue.run(anOrder(work, threeAttempts))
    await settle()
    queue.pause()
    wakeAll()
    await settle()
    expect(queue.list()[0]).toMatchObject({ state: 'delayed', attempt: 2, delay: { reason: 'paused' } })
    expect(tried.length).toBe(1)
    queue.resume()
    expect(await done).toBe('made')
  })
})

describe('doing a task once more', () => {
  it('is a new task with the same work; the old one stays as it ended', async () => {
    const queue = aTaskQueue()
    const { work } = failing(1)
    await expect(queue.run(anOrder(work))).rejects.toBeInstanceOf(AppError)
    expect(queue.retry('t1')).toBe(true)
    await queue.idle()
    expect(queue.list().map(({ id, state }) => [id, state])).toEqual([
      ['t1', 'failed'],
      ['t2', 'completed'],
    ])
  })

  it('takes the way that was ordered for it', async () => {
    const queue = aTaskQueue()
    let asked = 0
    const again = () => Promise.resolve((asked += 1))
    await expect(queue.run(anOrder(failing(1).work, { again }))).rejects.toBeInstanceOf(AppError)
    expect(queue.retry('t1')).toBe(true)
    expect(asked).toBe(1)
    expect(queue.list().length).toBe(1)
  })

  it('is refused for what went well, what has not ended, and what is not known', async () => {
    const queue = aTaskQueue()
    await queue.run(anOrder(() => Promise.resolve()))
    queue.pause()
    queue.run(anOrder(() => Promise.resolve(), { urgency: 'warming' })).catch(() => {})
    expect(['t1', 't2', 't99'].map((id) => queue.retry(id))).toEqual([false, false, false])
  })

  it('happens to each failed task once, however often all are asked for', async () => {
    const queue = aTaskQueue()
    const [one, two] = [failing(1), failing(9)]
    await expect(queue.run(anOrder(one.work, { subject: 'one' }))).rejects.toBeInstanceOf(AppError)
    await expect(queue.run(anOrder(two.work, { subject: 'two' }))).rejects.toBeInstanceOf(AppError)
    expect(queue.retryFailed()).toBe(2)
    await queue.idle()
    expect(queue.retryFailed()).toBe(1)
    await queue.idle()
    expect([one.tried.length, two.tried.length]).toEqual([2, 3])
  })
})
