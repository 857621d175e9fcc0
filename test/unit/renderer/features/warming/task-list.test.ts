import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TASK_KINDS, TASK_STATES, type TaskSnapshot } from '@contract/tasks'
import { AppError, toReport } from '@main/core/app-error'
import {
  chooseTasks,
  countStates,
  failedToRetry,
  nameTasks,
  TASK_SORTS,
  tookMs,
} from '@renderer/features/warming/task-list'
import { aTask } from '../../../../helpers/task-fixtures'
import { aSeason } from '../gallery/fake-client'

const NOW = 1_000_000
const NO_NAMES = new Map()
const ALL = { state: 'all', search: '', sort: 'newest' } as const

const instants = fc.record({
  createdAt: fc.integer({ min: 0, max: 5 }),
  waitedMs: fc.integer({ min: 0, max: 500_000 }),
  ranMs: fc.option(fc.integer({ min: 0, max: 400_000 })),
})
const tasks: fc.Arbitrary<readonly TaskSnapshot[]> = fc
  .array(fc.tuple(fc.constantFrom(...TASK_STATES), fc.constantFrom(...TASK_KINDS), instants), {
    maxLength: 40,
  })
  .map((all) =>
    all.map(([state, kind, { createdAt, waitedMs, ranMs }], index) => {
      const startedAt = state === 'waiting' ? null : createdAt + waitedMs
      const finishedAt = startedAt === null || ranMs === null ? null : startedAt + ranMs
      return aTask({ id: `t${index}`, state, kind, createdAt, startedAt, finishedAt })
    }),
  )
const ids = (chosen: ReturnType<typeof chooseTasks>) => chosen.map(({ task }) => task.id)

describe('the list of tasks', () => {
  it('neither loses nor repeats a task, however it is sorted', () => {
    fc.assert(
      fc.property(tasks, fc.constantFrom(...TASK_SORTS), (all, sort) => {
        const sorted = ids(chooseTasks(nameTasks(all, NO_NAMES), { ...ALL, sort }, NOW))
        expect([...sorted].sort()).toEqual(all.map(({ id }) => id).sort())
      }),
    )
  })

  it('shows each task under its state and under no other, as many as it counts', () => {
    fc.assert(
      fc.property(tasks, (all) => {
        const named = nameTasks(all, NO_NAMES)
        const counts = countStates(all)
        const byState = TASK_STATES.map((state) => ids(chooseTasks(named, { ...ALL, state }, NOW)))
        expect(byState.map(({ length }) => length)).toEqual(TASK_STATES.map((state) => counts[state]))
        expect(byState.flat().sort()).toEqual(all.map(({ id }) => id).sort())
      }),
    )
  })

  it('finds with more words no more than with fewer', () => {
    fc.assert(
      fc.property(tasks, fc.constantFrom('session', 'race', 'warm', 't1'), (all, word) => {
        const named = nameTasks(all, NO_NAMES)
        const wide = ids(chooseTasks(named, { ...ALL, search: word }, NOW))
        const narrow = ids(chooseTasks(named, { ...ALL, search: `${word} qualifying` }, NOW))
        expect(wide).toEqual(expect.arrayContaining(narrow))
      }),
    )
  })

  it('puts what took longest first, with what still runs counted until now', () => {
    fc.assert(
      fc.property(tasks, (all) => {
        const sorted = chooseTasks(nameTasks(all, NO_NAMES), { ...ALL, sort: 'longest' }, NOW)
        const times = sorted.map(({ task }) => tookMs(task, NOW) ?? -1)
        expect(times).toEqual([...times].sort((a, b) => b - a))
      }),
    )
  })

  it('finds a task by the name of its Grand Prix and by its error', () => {
    const named = nameTasks(
      [
        aTask({ id: 't1', subject: 'f1:session:2025:1:Q' }),
        aTask({
          id: 't2',
          subject: 'f1:session:2025:2:Q',
          error: toReport(new AppError('source/offline', 'round 2')),
        }),
      ],
      new Map([['archive 2025', aSeason(2025, [[['Q', 'completed']], [['Q', 'completed']]])]]),
    )
    expect(ids(chooseTasks(named, { ...ALL, search: 'grand prix 1' }, NOW))).toEqual(['t1'])
    expect(ids(chooseTasks(named, { ...ALL, search: 'not CONNECTED' }, NOW))).toEqual(['t2'])
  })

  it('offers to retry a failure only as long as the same thing has not gone well since', () => {
    const failed = aTask({ id: 't1', state: 'failed', finishedAt: 2 })
    expect(failedToRetry([failed])).toBe(1)
    expect(failedToRetry([failed, aTask({ id: 't2', state: 'completed', finishedAt: 3 })])).toBe(0)
    expect(failedToRetry([failed, aTask({ id: 't2', subject: 'f1:session:2025:21:Q' })])).toBe(1)
  })
})
