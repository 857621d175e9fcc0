// A run has other tasks do its work: it takes no slot, and takes them with it when it is cancelled.
import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import type { RunContext } from '@main/core/tasks/task-orders'
import { aRunReport, aTaskQueue } from '../../../helpers/task-fixtures'
import { anOrder, heldWork, settle, WORK } from './held-work'

const run = { kind: 'warm-recent', source: 'archive', subject: 'recent' } as const
const oneSlotEach = { slots: { interactive: 1, rest: 1 } } as const

/** A queue with a run that goes on until it is released or cancelled. */
function setUp() {
  const queue = aTaskQueue(oneSlotEach)
  const contexts: RunContext[] = []
  const held = heldWork()
  const { id, ended } = queue.track({
    ...run,
    work: (context) => {
      contexts.push(context)
      return held.work(context)
    },
  })
  ended.catch(() => {})
  return { queue, id, ended, context: contexts[0]!, finish: held.release }
}

describe('a run', () => {
  it('is under way at once, whatever else is, and leaves the slot to its parts', async () => {
    const { queue, id, ended, finish } = setUp()
    const part = { urgency: 'warming', runId: id } as const
    expect(await queue.run(anOrder(() => Promise.resolve('made'), part))).toBe('made')
    expect(queue.list().map(({ state, runId }) => [state, runId])).toEqual([
      ['active', null],
      ['completed', id],
    ])
    finish()
    await ended
    expect(queue.list()[0]?.state).toBe('completed')
  })

  it('counts what all of its parts have received, those that are no longer listed included', async () => {
    const { queue, id, ended, finish } = setUp()
    for (let n = 0; n < 250; n++)
      await queue.run(
        anOrder(
          (context) => {
            context.received(10)
            return Promise.resolve()
          },
          { urgency: 'warming', runId: id, subject: `part ${n}` },
        ),
      )
    expect(queue.list().length).toBeLessThan(250)
    expect(queue.receivedBytes(id)).toBe(2_500)
    finish()
    await ended
  })

  it('tells how far it is, its report, and on request its items and parts', async () => {
    const { queue, id, context, ended, finish } = setUp()
    const items = [{ key: 'f1:sculpture:2025:20:Q:NOR', state: 'warmed', error: null }] as const
    context.report('warming', 1, 90, 4_000)
    context.received(512)
    context.setRun(aRunReport())
    context.setItems(items)
    await queue.run(anOrder(() => Promise.resolve(), { urgency: 'warming', runId: id }))
    const details = queue.details(id)
    expect(details).toMatchObject({ items, parts: ['t2'] })
    expect(details?.task).toMatchObject({
      run: aRunReport(),
      progress: { done: 1, total: 90, bytes: 512, remainingMs: 4_000 },
    })
    expect(JSON.stringify(queue.list())).not.toContain('NOR')
    expect(queue.details('t99')).toBeNull()
    finish()
    await ended
  })

  it('says what it waits for, and goes on', async () => {
    const { queue, context, ended, finish } = setUp()
    context.delay('offline', null)
    expect(queue.list()[0]).toMatchObject({ state: 'delayed', delay: { reason: 'offline', untilAt: null } })
    context.resume()
    expect(queue.list()[0]).toMatchObject({ state: 'active', delay: null })
    finish()
    await ended
  })

  it('is not for the queue to hold, nor for a click to hurry', async () => {
    const { queue, id, ended, finish } = setUp()
    queue.pause()
    queue.raise(id, 'interactive')
    expect(queue.list()[0]).toMatchObject({ state: 'active', urgency: 'warming' })
    finish()
    await ended
  })

  it('takes its parts with it when it is cancelled, those that run and those that wait', async () => {
    const { queue, id, ended } = setUp()
    const part = { urgency: 'warming', runId: id } as const
    const parts = [1, 2].map(() => queue.run(anOrder(heldWork().work, part)))
    const other = heldWork()
    const untouched = queue.run(anOrder(other.work, { subject: 'other' }))
    expect(queue.cancel(id)).toBe(true)
    for (const each of [ended, ...parts]) await expect(each).rejects.toMatchObject({ code: 'task/cancelled' })
    expect(queue.list().map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled', 'active'])
    other.release()
    await untouched
  })

  it('leaves the part a person waits for alone when it is cancelled', async () => {
    const { queue, id } = setUp()
    const held = heldWork()
    const part = queue.run(anOrder(held.work, { urgency: 'warming', runId: id }))
    queue.raise(WORK, 'interactive')
    queue.cancel(id)
    held.release()
    await part
    expect(queue.list().map(({ state }) => state)).toEqual(['cancelled', 'completed'])
  })

  it('that was cancelled begins no more parts', async () => {
    const { queue, id } = setUp()
    queue.cancel(id)
    let hasBegun = false
    const late = queue.run(
      anOrder(() => Promise.resolve((hasBegun = true)), { urgency: 'warming', runId: id }),
    )
    await expect(late).rejects.toMatchObject({ code: 'task/cancelled' })
    expect(hasBegun).toBe(false)
  })

  it('may end in order after it was cancelled, with what it has to report', async () => {
    const queue = aTaskQueue()
    const { id, ended } = queue.track({
      ...run,
      work: async ({ signal, setRun }) => {
        await settle()
        setRun(aRunReport({ outcome: 'partly-failed' }))
        return signal.aborted ? 'cut short' : 'whole'
      },
    })
    queue.cancel(id)
    expect(await ended).toBe('cut short')
    expect(queue.list()[0]).toMatchObject({ state: 'cancelled', run: { outcome: 'partly-failed' } })
  })

  it('can be done once more as it was ordered', async () => {
    const queue = aTaskQueue()
    let times = 0
    const work = () => {
      times += 1
      return times === 1 ? Promise.reject(new AppError('source/offline', '')) : Promise.resolve()
    }
    await expect(queue.track({ ...run, work }).ended).rejects.toMatchObject({ code: 'source/offline' })
    expect(queue.retry('t1')).toBe(true)
    await queue.idle()
    expect(queue.list().map(({ state }) => state)).toEqual(['failed', 'completed'])
  })
})
