import { describe, expect, it } from 'vitest'
import type { SculptureId } from '@contract/ids'
import { createLinkStore } from '@renderer/features/links/link-store'
import { fakeClient } from '../gallery/fake-client'

const ID: SculptureId = {
  source: 'archive',
  season: 2025,
  round: 20,
  session: 'Q',
  driver: 'NOR',
  lap: 'fastest',
}
const COST = { kind: 'fetched', bytes: 8e6, durationMs: 4_000, isOwn: false } as const

function links() {
  const fake = fakeClient()
  const opened: SculptureId[] = []
  const store = createLinkStore(fake.client, { openById: async (id) => void opened.push(id) })
  return { fake, opened, store }
}

describe('a link from outside', () => {
  it('opens what is here at once, without a question', async () => {
    const { fake, opened, store } = links()
    void store.follow({ id: ID, camera: null })
    await fake.take('sculptures:getCost').answer({ kind: 'here' })
    expect(opened).toEqual([ID])
    expect(store.question.get()).toBeNull()
  })

  it('has nothing fetched before the person agrees, and then only once', async () => {
    const { fake, opened, store } = links()
    void store.follow({ id: ID, camera: null })
    await fake.take('sculptures:getCost').answer(COST)
    expect(store.question.get()).toEqual({ id: ID, camera: null, cost: COST })
    expect([opened, fake.open()]).toEqual([[], []])
    store.agree()
    store.agree()
    expect(opened).toEqual([ID])
    expect(store.question.get()).toBeNull()
  })

  it('is forgotten when it is declined: the same link asks again', async () => {
    const { fake, opened, store } = links()
    void store.follow({ id: ID, camera: null })
    await fake.take('sculptures:getCost').answer(COST)
    store.decline()
    store.agree()
    expect(opened).toEqual([])
    void store.follow({ id: ID, camera: null })
    await fake.take('sculptures:getCost').answer(COST)
    expect(store.question.get()).not.toBeNull()
  })

  it('asks also where nobody can say what it would cost', async () => {
    const { fake, opened, store } = links()
    void store.follow({ id: ID, camera: null })
    await fake.take('sculptures:getCost').fail('internal/bug')
    expect(store.question.get()).toEqual({ id: ID, camera: null, cost: null })
    expect(opened).toEqual([])
  })

  it('gives way to the next one, whichever is answered first', async () => {
    const { fake, opened, store } = links()
    void store.follow({ id: ID, camera: null })
    void store.follow({ id: { ...ID, driver: 'VER' }, camera: null })
    const first = fake.take('sculptures:getCost')
    await fake.take('sculptures:getCost').answer(COST)
    await first.answer({ kind: 'here' })
    expect(opened).toEqual([])
    expect(store.question.get()?.id.driver).toBe('VER')
  })

  it('tells once from where its sculpture is to be seen, and no other', async () => {
    const { fake, store } = links()
    const camera = { azimuth: 900, polar: 600, distance: 1000, targetX: 0, targetY: 0, targetZ: 0 }
    void store.follow({ id: ID, camera })
    await fake.take('sculptures:getCost').answer({ kind: 'here' })
    expect(store.takeCamera({ ...ID, driver: 'VER' })).toBeNull()
    expect(store.takeCamera({ ...ID, source: 'demo' })).toBeNull()
    expect(store.takeCamera(ID)).toEqual(camera)
    expect(store.takeCamera(ID)).toBeNull()
  })
})
