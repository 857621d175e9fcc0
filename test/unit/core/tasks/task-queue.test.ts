import { describe, expect, it } from 'vitest'
import type { TaskContext } from '@main/core/tasks/task-orders'
import { AppError } from '@main/core/app-error'
import { fakeClock } from '../../../helpers/fake-clock'
import { aTaskQueue } from '../../../helpers/task-fixtures'
import { anOrder, heldWork, settle, SESSION, WORK } from './held-work'

const oneSlotEach = { slots: { interactive: 1, rest: 1 } } as const

describe('the task queue', () => {
  it('hands back what the work returns and remembers the task as completed', async () => {
    const queue = aTaskQueue()
    expect(await queue.run(anOrder(() => Promise.resolve(42)))).toBe(42)
    expect(queue.list().map((task) => [task.state, task.progress.stage])).toEqual([['completed', 'done']])
  })

  it('shows stage, progress and bytes while it works', async () => {
    const queue = aTaskQueue(oneSlotEach)
    const { work, release } = heldWork()
    const running = queue.run(
      anOrder(async (context) => {
        context.report('downloading', 512, 1024)
        context.received(512)
        context.received(512)
        await work(context)
      }),
    )
    await Promise.resolve()
    await Promise.resolve()
    expect(queue.list()[0]).toMatchObject({
      state: 'active',
      progress: { stage: 'downloading', done: 512, total: 1024, bytes: 1024 },
    })
    release()
    await running
  })

  it('tells how long a download will take once its rate is known, and nothing about other stages', async () => {
    const clock = fakeClock()
    const queue = aTaskQueue({ clock })
    const expected: (number | null)[] = []
    await queue.run(
      anOrder((context) => {
        const report = (...progress: Parameters<TaskContext['report']>) => {
          context.report(...progress)
          expected.push(queue.list()[0]?.progress.remainingMs ?? null)
        }
        report('downloading', 0, 10_000)
        clock.advance(2_000)
        report('downloading', 2_000, 10_000)
        report('decoding', 0, 1)
        return Promise.resolve()
      }),
    )
    expect(expected).toEqual([null, 8_000, null])
  })

  it('begins what is more urgent first, and what is as urgent in the order in which it came', async () => {
    const queue = aTaskQueue(oneSlotEach)
    const first = heldWork()
    const begun: string[] = []
    const note = (name: string) => () => {
      begun.push(name)
      return Promise.resolve()
    }
    const all = [
      queue.run(anOrder(first.work, { urgency: 'warming' })),
      queue.run(anOrder(note('background'), { urgency: 'background' })),
      queue.run(anOrder(note('warming 1'), { urgency: 'warming' })),
      queue.run(anOrder(note('warming 2'), { urgency: 'warming' })),
    ]
    first.release()
    await Promise.all(all)
    expect(begun).toEqual(['warming 1', 'warming 2', 'background'])
  })

  it('never has a click wait for a slot that warming holds', async () => {
    const queue = aTaskQueue(oneSlotEach)
    const warming = [1, 2, 3].map(() => {
      const { work, release } = heldWork()
      return { release, done: queue.run(anOrder(work, { urgency: 'warming' })) }
    })
    expect(await queue.run(anOrder(() => Promise.resolve('shown')))).toBe('shown')
    for (const { release } of warming) release()
    await Promise.all(warming.map(({ done }) => done))
  })

  it('cancels a running task and a waiting one, and says which it was', async () => {
    const queue = aTaskQueue(oneSlotEach)
    const running = queue.run(anOrder(heldWork().work))
    const waiting = queue.run(anOrder(() => Promise.resolve('never')))
    expect(queue.cancel('t2')).toBe(true)
    expect(queue.cancel('t1')).toBe(true)
    await expect(running).rejects.toMatchObject({ code: 'task/cancelled' })
    await expect(waiting).rejects.toMatchObject({ code: 'task/cancelled' })
    expect(queue.list().map((task) => task.state)).toEqual(['cancelled', 'cancelled'])
    expect(queue.cancel('t1')).toBe(false)
    expect(queue.cancel('t99')).toBe(false)
  })

  it('keeps the error of a failed task for the list and goes on with the next', async () => {
    const queue = aTaskQueue(oneSlotEach)
    const failing = queue.run(anOrder(() => Promise.reject(new AppError('source/unreachable', 'host'))))
    await expect(failing).rejects.toMatchObject({ code: 'source/unreachable' })
    expect(await queue.run(anOrder(() => Promise.resolve('fine')))).toBe('fine')
    expect(queue.list().map((task) => task.error?.code ?? null)).toEqual(['source/unreachable', null])
  })

  it('forgets old tasks: the history has an end', async () => {
    const queue = aTaskQueue()
    for (let i = 0; i < 230; i++) await queue.run(anOrder(() => Promise.resolve()))
    expect(queue.list().length).toBe(200)
    expect(queue.list()[0]?.id).toBe('t31')
  })

  it('counts the time of each stage, also when it comes back to one', async () => {
    const clock = fakeClock()
    const queue = aTaskQueue({ clock })
    await queue.run(
      anOrder((context) => {
        for (const [stage, ms] of [
          ['downloading', 300],
          ['decoding', 50],
          ['downloading', 200],
        ] as const) {
          // prettier-ignore
          context.report(stage, 0, 1)
          clock.advance(ms)
        }
        return Promise.resolve()
      }),
    )
    expect(queue.list()[0]?.stages).toEqual([
      { stage: 'downloading', durationMs: 500 },
      { stage: 'decoding', durationMs: 50 },
    ])
  })

  it('changes nothing any more after the end, whatever the work still reports', async () => {
    const queue = aTaskQueue()
    const contexts: TaskContext[] = []
    const running = queue.run(
      anOrder((context) => {
        contexts.push(context)
        return new Promise(() => {})
      }),
    )
    queue.cancel('t1')
    await expect(running).rejects.toMatchObject({ code: 'task/cancelled' })
    const before = queue.list()
    contexts[0]?.report('storing', 1, 1)
    contexts[0]?.received(100)
    expect(queue.list()).toEqual(before)
  })

  it('is idle when the last task has ended, and not while one only waits', async () => {
    const queue = aTaskQueue(oneSlotEach)
    const held = heldWork()
    let isIdle = false
    const done = queue.run(anOrder(held.work))
    void queue.idle().then(() => (isIdle = true))
    await settle()
    expect(isIdle).toBe(false)
    held.release()
    await done
    await settle()
    expect(isIdle).toBe(true)
    await queue.idle()
  })
})

describe('joining work that is under way', () => {
  const warming = { urgency: 'warming' } as const

  it('lets what waits begin at once in a slot for people, and says who waits for it now', async () => {
    const queue = aTaskQueue(oneSlotEach)
    const [first, joined] = [heldWork(), heldWork()]
    const all = [
      queue.run(anOrder(first.work, { ...warming, subject: 'other' })),
      queue.run(anOrder(joined.work, warming)),
    ]
    expect(queue.list()[1]).toMatchObject({ state: 'waiting', urgency: 'warming' })
    queue.raise(WORK, 'interactive')
    await settle()
    expect(queue.list()[1]).toMatchObject({ state: 'active', urgency: 'interactive' })
    first.release()
    joined.release()
    await Promise.all(all)
  })

  it('leaves other kinds, other sources, what is as urgent already, and what has ended', async () => {
    const queue = aTaskQueue()
    await queue.run(anOrder(() => Promise.resolve(), warming))
    const held = heldWork()
    const done = queue.run(anOrder(held.work, warming))
    queue.raise({ ...WORK, kind: 'revalidate' }, 'interactive')
    queue.raise({ ...WORK, source: 'demo' }, 'interactive')
    queue.raise(WORK, 'background')
    queue.raise('t1', 'interactive')
    expect(queue.list().map(({ urgency }) => urgency)).toEqual(['warming', 'warming'])
    queue.raise('t2', 'interactive')
    expect(queue.list()[1]?.urgency).toBe('interactive')
    held.release()
    await done
  })

  it('tells the work of it, so that its next step is made where people wait', async () => {
    const queue = aTaskQueue()
    const seen: string[] = []
    const held = heldWork()
    const done = queue.run(
      anOrder(async (context) => {
        seen.push(context.urgency)
        await held.work(context)
        seen.push(context.urgency)
      }, warming),
    )
    queue.raise(WORK, 'interactive')
    held.release()
    await done
    expect(seen).toEqual(['warming', 'interactive'])
  })

  it('gives the slot of work that waits for other work to that, or both would wait for ever', async () => {
    const queue = aTaskQueue(oneSlotEach)
    const other = { ...WORK, subject: 'f1:session:2025:21:Q' }
    let inner: Promise<string> | null = null
    const outer = queue.run(
      anOrder(async (context) => {
        await settle()
        context.waitsFor(other)
        return `with ${await inner}`
      }, { ...warming, subject: SESSION, kind: 'build-sculpture' }), // prettier-ignore
    )
    inner = queue.run(anOrder(() => Promise.resolve('laps'), { ...warming, ...other }))
    expect(await outer).toBe('with laps')
  })
})

describe('holding back what no person waits for', () => {
  it('lets what runs go on and clicks begin; shows the reason, and begins in order afterwards', async () => {
    const queue = aTaskQueue(oneSlotEach)
    const running = heldWork()
    const begun: string[] = []
    const note = (name: string) => () => {
      begun.push(name)
      return Promise.resolve()
    }
    const all = [queue.run(anOrder(running.work, { urgency: 'warming' }))]
    all.push(queue.run(anOrder(note('before'), { urgency: 'warming' })))
    queue.pause('battery', 1_000)
    all.push(queue.run(anOrder(note('since'), { urgency: 'background' })))
    await queue.run(anOrder(note('click')))
    running.release()
    await all[0]
    await settle()
    const delay = { reason: 'battery', untilAt: 1_000 }
    expect(queue.list()).toMatchObject([
      { state: 'completed' },
      { state: 'delayed', delay },
      { state: 'delayed', delay },
      { state: 'completed' },
    ])
    expect(begun).toEqual(['click'])
    queue.resume()
    await Promise.all(all)
    expect(begun).toEqual(['click', 'before', 'since'])
    expect(queue.list().every((task) => task.delay === null)).toBe(true)
  })

  it('begins what a person joins although it is held', async () => {
    const queue = aTaskQueue(oneSlotEach)
    queue.pause()
    const joined = queue.run(anOrder(() => Promise.resolve('shown'), { urgency: 'warming' }))
    expect(queue.list()[0]).toMatchObject({ state: 'delayed', delay: { reason: 'paused', untilAt: null } })
    queue.raise(WORK, 'interactive')
    expect(await joined).toBe('shown')
  })

  it('can be cancelled while it is held', async () => {
    const queue = aTaskQueue()
    queue.pause()
    const held = queue.run(anOrder(() => Promise.resolve(), { urgency: 'warming' }))
    expect(queue.cancel('t1')).toBe(true)
    await expect(held).rejects.toMatchObject({ code: 'task/cancelled' })
    queue.resume()
    await queue.idle()
  })
})
