// What of the tasks a later start of the application finds.
import { describe, expect, it } from 'vitest'
import type { TaskSnapshot } from '@contract/tasks'
import type { WarmItem } from '@contract/warming'
import { closeHistory, keepHistory } from '@main/core/tasks/task-history'
import { decodeHistory, encodeHistory } from '@main/core/tasks/task-history-schema'
import { fakeClock } from '../../../helpers/fake-clock'
import { aRunReport, aTask, aTaskQueue } from '../../../helpers/task-fixtures'
import { anOrder, heldWork } from './held-work'

const item = (key: string, state: WarmItem['state'] = 'warmed'): WarmItem => ({ key, state, error: null })

const NOTHING = { lastNumber: 1, savedAt: 1, tasks: [], items: {} }

const many = (count: number, change: Partial<TaskSnapshot>, from = 1): TaskSnapshot[] =>
  Array.from({ length: count }, (_, i) => aTask({ id: `t${from + i}`, state: 'completed', ...change }))

describe('the history of tasks', () => {
  it('has an end, and a run does not go because of many small tasks after it', () => {
    const runs = many(60, { kind: 'warm-recent', run: aRunReport() })
    const others = many(300, {}, 100)
    const { tasks } = keepHistory([...runs, ...others], new Map(), 399, 0)
    expect(tasks.filter(({ run }) => run !== null).map(({ id }) => id)).toEqual(
      runs.slice(-50).map(({ id }) => id),
    )
    expect(tasks.filter(({ run }) => run === null).map(({ id }) => id)).toEqual(
      others.slice(-200).map(({ id }) => id),
    )
  })

  it('keeps the items of the runs it keeps, and of a run with very many the failed ones first', () => {
    const items = Array.from({ length: 900 }, (_, i) => item(`k${i}`, i === 880 ? 'failed' : 'warmed'))
    const runs = many(1, { run: aRunReport() })
    const kept = keepHistory(runs, new Map([['t1', items], ['gone', items]]), 1, 0) // prettier-ignore
    expect(Object.keys(kept.items)).toEqual(['t1'])
    expect(kept.items['t1']?.length).toBe(500)
    expect(kept.items['t1']?.some(({ state }) => state === 'failed')).toBe(true)
  })

  it('comes back from its file as it was', () => {
    const tasks = [
      aTask({
        state: 'completed',
        stages: [{ stage: 'decoding', durationMs: 1.5 }],
        finishedAt: 9,
        run: aRunReport(),
      }),
      aTask({
        id: 't2',
        state: 'delayed',
        runId: 't1',
        urgency: 'warming',
        delay: { reason: 'live-session', untilAt: null },
      }),
    ]
    const history = keepHistory(tasks, new Map([['t1', [item('k')]]]), 2, 77)
    expect(decodeHistory(encodeHistory(history))).toEqual(history)
  })

  it.each([
    ['no JSON', '{"version":1,'],
    ['another version', JSON.stringify({ version: 2, lastNumber: 1, savedAt: 1, tasks: [], items: {} })],
    ['a state there is not', encodeHistory({ ...NOTHING, tasks: [aTask({ state: 'lost' as 'failed' })] })],
    ['something else', '[]'],
  ])('is refused where it holds %s', (_what, text) => {
    expect(() => decodeHistory(text)).toThrow(/JSON|[Ii]nvalid/)
  })

  it('shows as cancelled what was cut off by the end of the process, and why', () => {
    const tasks = [
      aTask({ state: 'active', startedAt: 40 }),
      aTask({ id: 't2', state: 'waiting', startedAt: null, createdAt: 41 }),
      aTask({ id: 't3', state: 'delayed', delay: { reason: 'paused', untilAt: null } }),
      aTask({ id: 't4', state: 'failed', finishedAt: 30 }),
    ]
    const closed = closeHistory({ lastNumber: 4, savedAt: 50, tasks, items: {} })
    expect(closed.tasks.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled', 'failed'])
    expect(closed.tasks[0]).toMatchObject({ finishedAt: 50, error: { code: 'task/cancelled' } })
    expect(closed.tasks[0]?.error?.message).toContain('the application ended')
    expect(closed.tasks[2]?.delay).toBeNull()
    expect(closed.tasks[3]).toEqual(tasks[3])
  })
})

describe('a queue with a history', () => {
  const ofLastWeek = () =>
    closeHistory({
      lastNumber: 7,
      savedAt: 1,
      tasks: [
        aTask({ id: 't6', kind: 'warm-recent', state: 'active', run: aRunReport() }),
        aTask({ id: 't7', state: 'failed', runId: 't6' }),
      ],
      items: { t6: [item('k')] },
    })

  it('lists it first and goes on with its numbers', async () => {
    const queue = aTaskQueue({ past: ofLastWeek() })
    await queue.run(anOrder(() => Promise.resolve()))
    expect(queue.list().map(({ id }) => id)).toEqual(['t6', 't7', 't8'])
    expect(queue.details('t6')).toMatchObject({ items: [item('k')], parts: ['t7'] })
    await queue.idle()
  })

  it('does once more what the composition knows how to, and says so where it does not', () => {
    const asked: string[] = []
    const retrier = (task: TaskSnapshot) => {
      if (task.run === null) return null
      asked.push(task.run.request.kind)
      return Promise.reject(new Error('in vain'))
    }
    const queue = aTaskQueue({ past: ofLastWeek(), retrier })
    expect(queue.retry('t6')).toBe(true)
    expect(queue.retry('t7')).toBe(false)
    expect(asked).toEqual(['recent'])
    expect(aTaskQueue({ past: ofLastWeek() }).retry('t6')).toBe(false)
  })

  it('says when something is worth keeping, which progress alone is not', async () => {
    let milestones = 0
    const queue = aTaskQueue({ onMilestone: () => (milestones += 1) })
    const held = heldWork()
    const done = queue.run(
      anOrder((context) => {
        const before = milestones
        for (let i = 0; i < 50; i++) context.report('downloading', i, 50)
        expect(milestones).toBe(before)
        return held.work(context)
      }),
    )
    const underWay = milestones
    held.release()
    await done
    expect(underWay).toBeGreaterThan(0)
    expect(milestones).toBeGreaterThan(underWay)
  })

  it('tells what is under way as it is: the next start cuts it off', async () => {
    const clock = fakeClock()
    const queue = aTaskQueue({ clock })
    const held = heldWork()
    const done = queue.run(anOrder(held.work))
    const kept = queue.history()
    expect(kept).toMatchObject({ lastNumber: 1, savedAt: clock.now(), tasks: [{ state: 'active' }] })
    expect(aTaskQueue({ past: closeHistory(kept) }).list()).toMatchObject([{ state: 'cancelled' }])
    held.release()
    await done
  })
})
