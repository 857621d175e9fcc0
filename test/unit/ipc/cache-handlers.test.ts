// The calls about the cache on their whole way: router, validators, handlers, desk, queue.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IpcMainInvokeEvent } from 'electron'
import type { Result } from '@contract/errors'
import { AppError } from '@main/core/app-error'
import { TieredCache } from '@main/core/cache/tiered-cache'
import { CacheDesk, type CachePlace } from '@main/ipc/cache-desk'
import { createCacheHandlers } from '@main/ipc/cache-handlers'
import type { Handlers } from '@main/ipc/answer'
import { startRouter } from '@main/ipc/router'
import { A_DAY, cacheTiers } from '../../helpers/cache-tiers'
import { fakeClock } from '../../helpers/fake-clock'
import { silentLogger } from '../../helpers/silent-logger'
import { aTaskQueue } from '../../helpers/task-fixtures'

const USUAL = '/usual'
const SESSION = { kind: 'session', season: 2026, round: 1, session: 'Q' } as const

function setUp({
  picked = '/picked',
  isMissing = false,
}: { picked?: string | null; isMissing?: boolean } = {}) {
  const did: string[] = []
  const remembered: (string | null)[] = []
  const world = { folder: '/elsewhere', finish: () => {}, failure: null as AppError | null }
  const place: CachePlace = {
    folder: () => world.folder,
    plan: (folder) => Promise.resolve({ to: `${folder}/within`, bytes: 12, freeBytes: 99, trouble: null }),
    move: async (to, { target, signal, onProgress, remember }) => {
      did.push(`move to ${to} (${target})`)
      onProgress({ doneBytes: 5, totalBytes: 12 })
      await new Promise<void>((resolve, reject) => {
        world.finish = resolve
        signal.addEventListener('abort', () => reject(new AppError('task/cancelled', '')))
      })
      if (world.failure !== null) throw world.failure
      await remember()
      world.folder = to
    },
    isMissing: () => isMissing,
    open: async (folder) => {
      did.push(`open ${folder}`)
      world.folder = folder
    },
  }
  const tasks = aTaskQueue()
  const clock = fakeClock()
  const caches = {
    archive: new TieredCache(cacheTiers(), clock, A_DAY),
    demo: new TieredCache(cacheTiers(), clock, A_DAY),
  }
  const cacheDesk = new CacheDesk({
    place,
    tasks,
    usualFolder: USUAL,
    remember: async (folder) => void remembered.push(folder),
    tools: {
      chooseFolder: () => Promise.resolve(picked),
      openFolder: async (path) => void did.push(`show ${path}`),
    },
  })
  const handlers = createCacheHandlers({ caches, cacheDesk })
  let listener: ((event: IpcMainInvokeEvent, message: unknown) => Promise<Result<unknown>>) | null = null
  startRouter({
    ipcMain: { handle: (_channel, heard) => (listener = heard) },
    handlers: Promise.resolve(handlers as Handlers),
    isTrusted: () => true,
    logger: silentLogger(),
  })
  const send = (name: string, input?: unknown) => listener!({} as IpcMainInvokeEvent, { name, input })
  return { send, did, remembered, world, tasks, caches, handlers }
}

const blob = { bytes: Buffer.from('a lap'), metadata: { checkedAt: 0, isFinal: true } }

describe('the calls about the cache', () => {
  it('are about the source that is named, and no other', async () => {
    const { send, caches } = setUp()
    await caches.demo.store('f1:sculpture:2026:1:Q:AAA', blob)
    expect(await send('cache:getStatus', { source: 'demo' })).toMatchObject({ value: { sculpture_keys: 1 } })
    expect(await send('cache:getStatus', { source: 'archive' })).toMatchObject({
      value: { sculpture_keys: 0 },
    })
    await send('cache:pin', { source: 'demo', scope: SESSION })
    expect(await send('cache:getUsage', { source: 'demo' })).toMatchObject({ value: { pins: [SESSION] } })
    expect(await send('cache:getUsage', { source: 'archive' })).toMatchObject({ value: { pins: [] } })
    const planned = await send('cache:planClear', { source: 'demo', scope: SESSION })
    expect(planned).toMatchObject({ ok: true, value: { entries: 1, pinned: 1 } })
    expect(await send('cache:clear', { source: 'archive', scope: { kind: 'all' } })).toMatchObject({
      value: { entries: 0 },
    })
    expect(await send('cache:clear', { source: 'demo', scope: SESSION })).toEqual(planned)
    expect(await caches.demo.keys()).toEqual([])
  })

  it('move the cache to what the person picked, by a token, as a task with bytes, and remember it then', async () => {
    const { send, did, remembered, world, tasks } = setUp()
    const chosen = await send('cache:chooseFolder')
    expect(chosen).toMatchObject({ ok: true, value: { token: 'd1', name: '/picked/within', bytes: 12 } })
    expect(await send('cache:moveTo', 'd1')).toEqual({ ok: true, value: 't1' })
    await Promise.resolve()
    expect(did).toEqual(['move to /picked/within (chosen)'])
    expect(tasks.list()[0]).toMatchObject({
      kind: 'move-cache',
      urgency: 'interactive',
      progress: { stage: 'copying', done: 5, total: 12 },
    })
    expect(remembered).toEqual([])
    world.finish()
    await tasks.idle()
    expect(remembered).toEqual(['/picked/within'])
    expect(await send('cache:getFolder')).toEqual({
      ok: true,
      value: { path: '/picked/within', usualPath: USUAL },
    })
  })

  it('do not move while it is being moved, and not at all when that is cancelled', async () => {
    const { send, remembered, tasks } = setUp()
    await send('cache:chooseFolder')
    await send('cache:moveTo', 'd1')
    expect(await send('cache:moveTo', 'd1')).toMatchObject({ error: { code: 'cache/folder-in-use' } })
    tasks.cancel('t1')
    await tasks.idle()
    expect(tasks.list()[0]).toMatchObject({ state: 'cancelled' })
    expect(remembered).toEqual([])
  })

  it('take a closed dialog for a change of mind', async () => {
    const { send } = setUp({ picked: null })
    expect(await send('cache:chooseFolder')).toEqual({ ok: true, value: null })
    expect(await send('cache:moveTo', 'd1')).toMatchObject({ error: { code: 'cache/folder-in-use' } })
  })

  it('move back to the usual folder, or begin anew there when the present one is gone', async () => {
    const here = setUp()
    expect(await here.send('cache:useUsualFolder')).toEqual({ ok: true, value: 't1' })
    await Promise.resolve()
    expect(here.did).toEqual(['move to /usual (usual)'])
    here.world.finish()
    await here.tasks.idle()
    expect(here.remembered).toEqual([null])

    const gone = setUp({ isMissing: true })
    expect(await gone.send('cache:useUsualFolder')).toEqual({ ok: true, value: null })
    expect(gone.did).toEqual(['open /usual'])
    expect(gone.remembered).toEqual([null])
  })

  it('show the folder they know of, and take none from the page', async () => {
    const { send, did } = setUp()
    await send('cache:showFolder')
    expect(did).toEqual(['show /elsewhere'])
    for (const [name, input] of [
      ['cache:moveToFolder', { folder: '/etc' }],
      ['cache:moveTo', '/etc'],
      ['cache:moveTo', 'd1/../..'],
      ['cache:showFolder', '/etc'],
      ['cache:chooseFolder', '/etc'],
    ] as const)
      expect(await send(name, input)).toMatchObject({ ok: false, error: { code: 'ipc/bad-input' } })
    expect(did).toEqual(['show /elsewhere'])
  })

  it('leave the folder to the command line, which names it', async () => {
    const { handlers, did } = setUp()
    expect(await handlers['cache:moveToFolder']({ folder: '/disk' })).toBe('t1')
    await Promise.resolve()
    expect(did).toEqual(['move to /disk (chosen)'])
    const back = setUp()
    await back.handlers['cache:moveToFolder']({ folder: '/usual/' })
    await Promise.resolve()
    expect(back.did).toEqual(['move to /usual/ (usual)'])
  })

  it('refuse whatever they do not understand, and do nothing then', async () => {
    const { send, did, caches } = setUp()
    await caches.demo.store('f1:sculpture:2026:1:Q:AAA', blob)
    const names = fc.constantFrom('cache:getStatus', 'cache:getUsage', 'cache:planClear', 'cache:clear', 'cache:pin', 'cache:unpin', 'cache:moveTo') // prettier-ignore
    const half = fc.record({ source: fc.constantFrom('demo', 'archive', 'all'), scope: fc.anything() })
    const isWhole = (input: unknown) =>
      typeof input === 'string' ||
      (typeof input === 'object' && input !== null && 'scope' in input && input.scope !== undefined
        ? typeof input.scope === 'object' && input.scope !== null && 'kind' in input.scope
        : typeof input === 'object')
    const input = fc.oneof(fc.anything(), half).filter((each) => !isWhole(each))
    await fc.assert(
      fc.asyncProperty(names, input, async (name, something) => {
        expect(await send(name, something)).toMatchObject({ ok: false, error: { code: 'ipc/bad-input' } })
      }),
    )
    expect(did).toEqual([])
    expect(await caches.demo.keys()).toHaveLength(1)
  })
})
