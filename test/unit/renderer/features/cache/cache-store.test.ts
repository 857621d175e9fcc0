import { describe, expect, it } from 'vitest'
import type { ChosenFolder } from '@contract/cache'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { createCacheStore } from '@renderer/features/cache/cache-store'
import { aCacheStatus, aCacheUsage, aSeasonUsage, aSessionUsage } from '../../../../helpers/cache-fixtures'
import { aTask, someProgress } from '../../../../helpers/task-fixtures'
import { fakeClient, settled } from '../gallery/fake-client'

const USAGE = aCacheUsage([aSeasonUsage(2026, [aSessionUsage(1, { sculptures: 10, laps: 2, raw: 0 })])])
const CLEARING = { entries: 21, bytes: { results: 12, raw: 0 }, pinned: 0 }
const SESSION = { kind: 'session', season: 2026, round: 1, session: 'Q' } as const
const FOLDER = { path: '/usual', usualPath: '/usual' }
const { folder: _, ...SETTINGS } = DEFAULT_SETTINGS.cache

function setUp() {
  const fake = fakeClient()
  const pauses: (() => void)[] = []
  const store = createCacheStore({
    client: fake.client,
    pause: () => new Promise((resolve) => pauses.push(resolve)),
  })
  const passTime = async () => {
    pauses.shift()?.()
    await settled()
  }
  return { fake, store, passTime }
}

/** A visitor in the room of the simulated season's cache. */
async function visited() {
  const room = setUp()
  const { fake, store } = room
  void store.show('demo')
  await fake.take('cache:getStatus').answer(aCacheStatus())
  void store.enter()
  await fake.take('cache:getFolder').answer(FOLDER)
  await fake.take('settings:get').answer({ ...DEFAULT_SETTINGS, cache: SETTINGS })
  await fake.take('tasks:list').answer([])
  await fake.take('cache:getUsage').answer(USAGE)
  return room
}

describe('the store of the cache', () => {
  it('asks about the source on show, and takes no word about another', async () => {
    const { fake, store } = setUp()
    void store.show('demo')
    const question = fake.take('cache:getStatus')
    expect(question.input).toEqual({ source: 'demo' })
    await question.answer(aCacheStatus())
    fake.push('cache:changed', { source: 'archive', status: aCacheStatus({ total_keys: 1 }) })
    expect(store.state.get().status?.total_keys).toBe(263)
    fake.push('cache:changed', { source: 'demo', status: aCacheStatus({ total_keys: 2 }) })
    expect(store.state.get().status?.total_keys).toBe(2)
  })

  it('does not list what uses the space while nobody is in the room', async () => {
    const { fake, store } = setUp()
    void store.show('demo')
    await fake.take('cache:getStatus').answer(aCacheStatus())
    fake.push('cache:changed', { source: 'demo', status: aCacheStatus() })
    expect(fake.open()).toEqual([])
  })

  it('lists it again when something has changed, but no more than once a pause', async () => {
    const { fake, store, passTime } = await visited()
    for (let i = 0; i < 5; i++) fake.push('cache:changed', { source: 'demo', status: aCacheStatus() })
    expect(fake.open()).toEqual([])
    await passTime()
    await fake.take('cache:getUsage').answer(aCacheUsage([]))
    expect(store.state.get().usage?.seasons).toEqual([])
    await passTime()
    expect(fake.open()).toEqual([])
  })

  it('clears nothing before the person has seen the size and agreed', async () => {
    const { fake, store } = await visited()
    void store.planClear(SESSION)
    await fake.take('cache:planClear').answer(CLEARING)
    expect(store.state.get().asking).toEqual({ kind: 'clear', scope: SESSION, clearing: CLEARING })
    store.decline()
    expect(store.state.get().asking).toBeNull()
    void store.agree()
    await settled()
    expect(fake.open()).toEqual([])

    void store.planClear(SESSION)
    await fake.take('cache:planClear').answer(CLEARING)
    void store.agree()
    // The dialog that closes itself says that it is declined: by then it is being done.
    store.decline()
    const question = fake.take('cache:clear')
    expect(question.input).toEqual({ source: 'demo', scope: SESSION })
    await question.answer(CLEARING)
    await fake.take('cache:getUsage').answer(USAGE)
    expect(store.state.get().outcome).toEqual({ kind: 'cleared', clearing: CLEARING })
  })

  it('says in words what went wrong, and asks no more', async () => {
    const { fake, store } = await visited()
    void store.pin({ kind: 'season', season: 2026 })
    await fake.take('cache:pin').fail('cache/full')
    expect(store.state.get().outcome).toMatchObject({ kind: 'failed', report: { code: 'cache/full' } })
  })

  it('moves to the folder that was chosen by its token, and follows the task to its end', async () => {
    const { fake, store } = await visited()
    void store.chooseFolder()
    const chosen: ChosenFolder = { token: 'd1', name: '/big disk', bytes: 12, freeBytes: 99, trouble: null }
    await fake.take('cache:chooseFolder').answer(chosen)
    void store.agree()
    const question = fake.take('cache:moveTo')
    expect(question.input).toBe('d1')
    await question.answer('t7')
    const progress = someProgress({ stage: 'copying', done: 5, total: 12 })
    const move = aTask({ id: 't7', kind: 'move-cache', subject: 'f1:cache', progress })
    fake.push('tasks:changed', [move])
    expect(store.state.get().move?.progress.done).toBe(5)
    fake.push('tasks:changed', [{ ...move, state: 'completed', finishedAt: 9 }])
    await fake.take('cache:getFolder').answer({ path: '/big disk', usualPath: '/usual' })
    expect(store.state.get().move).toBeNull()
    expect(store.state.get().outcome).toEqual({ kind: 'moved', folder: '/big disk' })
  })

  it('tells how a move failed, and of no move that ended before', async () => {
    const { fake, store } = await visited()
    const error = { code: 'cache/full', message: 'The disk is full.', hint: '', retry: 'later' } as const
    const move = aTask({ id: 't7', kind: 'move-cache' })
    const failed = { ...move, state: 'failed', finishedAt: 9, error } as const
    fake.push('tasks:changed', [failed])
    await settled()
    expect(store.state.get().outcome).toBeNull()
    fake.push('tasks:changed', [{ ...move, id: 't8' }])
    fake.push('tasks:changed', [{ ...failed, id: 't8' }])
    await fake.take('cache:getFolder').answer(FOLDER)
    expect(store.state.get().outcome).toEqual({ kind: 'failed', report: error })
  })

  it('says where it lies when there was nothing to move', async () => {
    const { fake, store } = await visited()
    void store.returnToUsualFolder()
    await fake.take('cache:useUsualFolder').answer(null)
    await fake.take('cache:getFolder').answer(FOLDER)
    await fake.take('cache:getUsage').answer(USAGE)
    expect(store.state.get().outcome).toEqual({ kind: 'moved', folder: '/usual' })
  })
})
