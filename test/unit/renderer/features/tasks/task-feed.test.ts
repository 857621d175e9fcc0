import { describe, expect, it } from 'vitest'
import { mergeTasks, stageRatio, stageState, taskFor } from '@renderer/features/tasks/task-feed'
import { aTask } from '../../../../helpers/task-fixtures'

const SESSION = 'f1:session:2025:20:Q'
const SCULPTURE = 'f1:sculpture:2025:20:Q:NOR'

describe('the feed of tasks', () => {
  it('keeps the newest state of each task, whether a push holds all of them or only the changed', () => {
    const known = mergeTasks(null, [aTask(), aTask({ id: 't2' })])
    const changed = aTask({
      id: 't2',
      progress: { stage: 'decoding', done: 1, total: 4, bytes: 9, remainingMs: null },
    })
    expect(mergeTasks(known, [changed])).toEqual([aTask(), changed])
  })

  it.each(['completed', 'failed', 'cancelled'] as const)('forgets a task that is %s', (state) => {
    expect(mergeTasks([aTask()], [aTask({ state })])).toEqual([])
  })

  it('keeps a task that waits for its next attempt: somebody still waits for it', () => {
    const delayed = aTask({ state: 'delayed', delay: { reason: 'next-attempt', untilAt: 9 } })
    expect(mergeTasks([aTask()], [delayed])).toEqual([delayed])
    expect(taskFor([delayed], [SESSION])).toEqual(delayed)
  })

  it('finds the task of a sculpture also under the key of its session', () => {
    expect(taskFor([aTask()], [SCULPTURE, SESSION])?.id).toBe('t1')
    expect(taskFor([aTask({ subject: SCULPTURE })], [SCULPTURE, SESSION])?.id).toBe('t1')
    expect(taskFor([aTask({ subject: 'f1:session:2025:19:Q' })], [SCULPTURE, SESSION])).toBeNull()
  })

  it('prefers the task that runs to one that waits', () => {
    const tasks = [aTask({ id: 'waits', state: 'waiting', createdAt: 5 }), aTask({ id: 'runs' })]
    expect(taskFor(tasks, [SESSION])?.id).toBe('runs')
  })

  it('knows how far a stage is only where its total is known', () => {
    expect(stageRatio({ stage: 'downloading', done: 5, total: 20, bytes: 5, remainingMs: null })).toBe(0.25)
    expect(stageRatio({ stage: 'downloading', done: 30, total: 20, bytes: 30, remainingMs: null })).toBe(1)
    expect(stageRatio({ stage: 'decoding', done: 5, total: 0, bytes: 5, remainingMs: null })).toBeNull()
  })

  it('puts stages before, at and after the current one', () => {
    expect(stageState('downloading', 'decoding')).toBe('before')
    expect(stageState('decoding', 'decoding')).toBe('now')
    expect(stageState('storing', 'decoding')).toBe('after')
    expect(stageState('downloading', 'waiting')).toBe('after')
  })
})
