import { describe, expect, it } from 'vitest'
import type { Pushes } from '@contract/pushes'
import type { WallItem, WallList } from '@contract/wall'
import { WALL_PAGE } from '@renderer/features/wall/wall-state'
import { createWallStore } from '@renderer/features/wall/wall-store'
import type { GalleryClient } from '@renderer/ipc/client'
import { aWallItem } from '../../../core/gallery/wall-fixtures'
import { fakeClient, settled } from '../gallery/fake-client'

function setUp() {
  const fake = fakeClient()
  let tell: (status: Pushes['wall:changed']) => void = () => undefined
  let isClosed = false
  const client = {
    ...fake.client,
    subscribe: (_name: string, listener: typeof tell) => {
      tell = listener
      return () => (isClosed = true)
    },
  } as GalleryClient
  const store = createWallStore(client)
  return { fake, store, push: (status: Pushes['wall:changed']) => tell(status), isClosed: () => isClosed }
}

const aList = (revision: number, items: readonly WallItem[] = [aWallItem(1)]): WallList => ({
  source: 'demo',
  revision,
  filling: null,
  items,
  total: items.length,
})

/** A wall of the simulated season with one sculpture, at revision 1. */
async function hung() {
  const wall = setUp()
  void wall.store.show('demo')
  await wall.fake.take('wall:list').answer(aList(1))
  return wall
}

describe('the list of the wall', () => {
  it('is asked for when a source is shown, once', async () => {
    const { store, fake } = setUp()
    void store.show('demo')
    expect(store.getState().items).toBeNull()
    const question = fake.take('wall:list')
    expect(question.input).toEqual({ source: 'demo', from: 0, limit: WALL_PAGE })
    await question.answer(aList(1))
    void store.show('demo')
    await settled()
    expect(fake.open()).toEqual([])
    expect(store.getState().items).toHaveLength(1)
  })

  it('is asked for again when something else hangs, and not when only the progress is another', async () => {
    const { store, fake, push } = await hung()
    push({ source: 'demo', revision: 1, filling: { hung: 1, goal: 6 } })
    expect(store.getState().filling).toEqual({ hung: 1, goal: 6 })
    expect(fake.open()).toEqual([])
    push({ source: 'demo', revision: 2, filling: null })
    await fake.take('wall:list').answer(aList(2, [aWallItem(2), aWallItem(1)]))
    expect(store.getState().items).toHaveLength(2)
  })

  it('asks once more when something was hung while the answer was under way', async () => {
    const { store, fake, push } = await hung()
    push({ source: 'demo', revision: 2, filling: null })
    push({ source: 'demo', revision: 3, filling: null })
    push({ source: 'demo', revision: 4, filling: null })
    expect(fake.open()).toEqual(['wall:list'])
    await fake.take('wall:list').answer(aList(2))
    await fake.take('wall:list').answer(aList(4))
    expect(fake.open()).toEqual([])
    expect(store.getState().revision).toBe(4)
  })

  it('drops what is said about the source one has left', async () => {
    const { store, fake, push } = await hung()
    void store.show('archive')
    push({ source: 'demo', revision: 9, filling: { hung: 1, goal: 6 } })
    expect(store.getState()).toMatchObject({ source: 'archive', items: null, filling: null })
    const question = fake.take('wall:list')
    void store.show('demo')
    await question.answer({ ...aList(5), source: 'archive' })
    expect(store.getState().items).toBeNull()
  })

  it('says what went wrong, and is there after another try', async () => {
    const { store, fake } = setUp()
    void store.show('demo')
    await fake.take('wall:list').fail('cache/unwritable')
    expect(store.getState().trouble).toMatchObject({ code: 'cache/unwritable' })
    void store.retry()
    await fake.take('wall:list').answer(aList(1))
    expect(store.getState()).toMatchObject({ trouble: null, total: 1 })
  })

  it('comes part after part, the newest to be looked at first, and changes at once afterwards', async () => {
    const { store, fake, push } = setUp()
    const many = Array.from({ length: WALL_PAGE + 1 }, (_, i) => aWallItem(1, `D${i}`))
    const part = (revision: number, from: number): WallList => ({
      ...aList(revision, many.slice(from, from + WALL_PAGE)),
      total: many.length,
    })
    void store.show('demo')
    await fake.take('wall:list').answer(part(1, 0))
    expect(store.getState().items).toHaveLength(WALL_PAGE)
    const second = fake.take('wall:list')
    expect(second.input).toEqual({ source: 'demo', from: WALL_PAGE, limit: WALL_PAGE })
    await second.answer(part(1, WALL_PAGE))
    expect(store.getState().items).toHaveLength(many.length)
    push({ source: 'demo', revision: 2, filling: null })
    await fake.take('wall:list').answer(part(2, 0))
    expect(store.getState()).toMatchObject({ revision: 1 })
    await fake.take('wall:list').answer(part(2, WALL_PAGE))
    expect(store.getState()).toMatchObject({ revision: 2 })
  })

  it('keeps what has not changed the same, and takes what was made anew', async () => {
    const { store, fake, push } = await hung()
    const before = store.getState().items?.[0]
    push({ source: 'demo', revision: 2, filling: null })
    await fake.take('wall:list').answer(aList(2))
    expect(store.getState().items?.[0]).toBe(before)
    push({ source: 'demo', revision: 3, filling: null })
    await fake.take('wall:list').answer(aList(3, [{ ...aWallItem(1), madeAt: 99 }]))
    expect(store.getState().items?.[0]?.madeAt).toBe(99)
  })

  it('listens no longer once it is closed', async () => {
    const { store, isClosed } = await hung()
    store.close()
    expect(isClosed()).toBe(true)
  })
})
