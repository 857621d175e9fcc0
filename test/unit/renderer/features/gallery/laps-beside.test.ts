import { describe, expect, it } from 'vitest'
import type { SculptureTicket } from '@contract/calls'
import type { WallItem } from '@contract/wall'
import type { GalleryStore } from '@renderer/features/gallery/gallery-store'
import { MOST_LAPS } from '@renderer/three/hall-layout'
import { aHeader, aSculpture } from '../../../../helpers/builders'
import { aWallItem } from '../../../core/gallery/wall-fixtures'
import { settled } from './fake-client'
import { PLAN, SEASON, anOpenedSession, aTicket, setUp, opened } from './opened-gallery'

describe('a piece that was made better behind the scenes', () => {
  const improved = (source: 'archive' | 'demo', ...drivers: string[]) => ({
    source,
    keys: drivers.map((driver) => `f1:sculpture:2025:2:Q:${driver}`),
  })
  const better = (driver: string): SculptureTicket => {
    const ticket = aTicket(driver)
    return { ...ticket, elapsedMs: 9, header: { ...ticket.header, tier: 3, isFinalTier: true } }
  }

  it('takes its own place on the plinth, without a word and without waiting', async () => {
    const { fake, store } = await opened()
    const before = store.getState()
    fake.push('sculptures:improved', improved('demo', 'NOR', 'LEC'))
    const question = fake.take('sculptures:open')
    expect(question.input).toMatchObject({ driver: 'NOR', lap: 'fastest', session: 'Q' })
    expect(store.getState()).toBe(before)
    await question.answer(better('NOR'))
    const { exhibit, ...rest } = store.getState()
    expect(exhibit?.ticket.header.tier).toBe(3)
    expect(exhibit?.place).toBe(before.exhibit?.place)
    // The panel goes on telling of what the person asked for.
    expect(exhibit?.ticket.elapsedMs).toBe(before.exhibit?.ticket.elapsedMs)
    expect({ ...rest, exhibit: before.exhibit }).toEqual(before)
  })

  it('is left where it is when another piece has come up meanwhile, or the better one cannot be had', async () => {
    const { fake, store } = await opened()
    fake.push('sculptures:improved', improved('demo', 'NOR'))
    const late = fake.take('sculptures:open')
    void store.openDriver('LEC')
    await fake.take('sculptures:open').answer(aTicket('LEC'))
    await late.answer(better('NOR'))
    expect(store.getState().exhibit?.ticket.header.driver).toBe('LEC')
    fake.push('sculptures:improved', improved('demo', 'LEC'))
    await fake.take('sculptures:open').fail('cache/corrupt')
    expect(store.getState()).toMatchObject({ trouble: { piece: null }, waiting: { piece: null } })
  })

  it('is nothing to a plinth with another piece, or one of another source', async () => {
    const { fake } = await opened()
    fake.push('sculptures:improved', improved('demo', 'HAM'))
    fake.push('sculptures:improved', improved('archive', 'NOR'))
    expect(fake.open()).toEqual([])
  })
})

describe('laps beside the one on the plinth', () => {
  const standing = (store: GalleryStore) =>
    store.getState().beside.map(({ id, status }) => `${id.driver} ${status.kind}`)

  it('are fetched each by its own call, beside the piece, which neither waits nor changes', async () => {
    const { fake, store } = await opened()
    const { exhibit } = store.getState()
    void store.setBeside('LEC')
    const asked = fake.take('sculptures:open')
    expect(asked.input).toEqual({
      source: 'archive',
      season: 2025,
      round: 2,
      session: 'Q',
      driver: 'LEC',
      lap: 'fastest',
    })
    expect(store.getState().waiting.piece).toBeNull()
    await asked.answer(aTicket('LEC'))
    expect(standing(store)).toEqual(['LEC standing'])
    expect(store.getState().exhibit).toBe(exhibit)
  })

  it('are all drivers but the one on the plinth, a few on their way at a time', async () => {
    const { fake, store } = setUp()
    void store.start()
    await fake.take('app:getStartPlan').answer(PLAN)
    await fake.take('calendar:getSeason').answer(SEASON)
    const drivers = Array.from({ length: 22 }, (_, i) => `D${String(i).padStart(2, '0')}`)
    await fake.take('sessions:open').answer(anOpenedSession(...drivers))
    await fake.take('sculptures:open').answer(aTicket('D00'))
    void store.setAllBeside()
    await settled()
    const open = fake.open().length
    expect(open).toBeGreaterThan(1)
    expect(open).toBeLessThan(10)
    for (let i = 1; i < MOST_LAPS; i++) await fake.take('sculptures:open').answer(aTicket(drivers[i]!))
    expect(fake.open()).toEqual([])
    expect(standing(store)).toEqual(drivers.slice(1, MOST_LAPS).map((code) => `${code} standing`))
  })

  it('fail in their own row: neither the piece nor the others know of it, and one can ask again', async () => {
    const { fake, store } = await opened()
    void store.setAllBeside()
    await fake.take('sculptures:open').fail('sculpture/too-few-samples')
    await fake.take('sculptures:open').answer(aTicket('HAM'))
    expect(standing(store)).toEqual(['LEC failed', 'HAM standing'])
    expect(store.getState().trouble.piece).toBeNull()
    void store.setBeside('LEC')
    await fake.take('sculptures:open').answer(aTicket('LEC'))
    expect(standing(store)).toEqual(['LEC standing', 'HAM standing'])
  })

  it('are dropped when the choice has changed before they came, and not asked for when it is not their turn yet', async () => {
    const { fake, store } = await opened()
    void store.setAllBeside()
    const late = fake.take('sculptures:open')
    store.takeAway({ ...store.getState().place!.id, driver: 'LEC', lap: 'fastest' })
    await late.answer(aTicket('LEC'))
    expect(standing(store)).toEqual(['HAM waiting'])
    store.clearBeside()
    await fake.take('sculptures:open').answer(aTicket('HAM'))
    expect(standing(store)).toEqual([])
  })

  it('go when another session is opened, and stay when another driver of the set is chosen', async () => {
    const { fake, store } = await opened()
    void store.setAllBeside()
    await fake.take('sculptures:open').answer(aTicket('LEC'))
    await fake.take('sculptures:open').answer(aTicket('HAM'))
    void store.openDriver('LEC')
    await fake.take('sculptures:open').answer(aTicket('LEC'))
    expect(standing(store)).toEqual(['NOR standing', 'HAM standing'])
    void store.openSession('FP1')
    expect(standing(store)).toEqual([])
  })

  it('may be any lap of the session, and the fastest has one name whichever way it is chosen', async () => {
    const { fake, store } = await opened()
    const { fastest } = store.getState().session!.laps.drivers.find(({ code }) => code === 'LEC')!
    void store.setLapBeside('LEC', fastest!.lap)
    expect(fake.take('sculptures:open').input).toMatchObject({ driver: 'LEC', lap: 'fastest' })
    void store.setLapBeside('LEC', fastest!.lap + 7)
    expect(fake.take('sculptures:open').input).toMatchObject({ driver: 'LEC', lap: fastest!.lap + 7 })
    void store.openLap('LEC', fastest!.lap + 3)
    expect(fake.take('sculptures:open').input).toMatchObject({ driver: 'LEC', lap: fastest!.lap + 3 })
  })

  it('may be of another session, and fail with the reason where that is of another circuit', async () => {
    const { fake, store } = await opened()
    const id = { ...store.getState().place!.id, session: 'FP1', driver: 'LEC', lap: 'fastest' } as const
    const guest: WallItem = { ...aWallItem(1, 'LEC'), id }
    void store.setItemBeside(guest)
    await fake.take('sculptures:open').answer(aTicket('LEC'))
    expect(standing(store)).toEqual(['LEC standing'])
    store.clearBeside()
    fake.client.fetchSculpture = () => Promise.resolve(aSculpture({ stepM: 9 }))
    void store.setItemBeside(guest)
    await fake.take('sculptures:open').answer(aTicket('LEC'))
    expect(store.getState().beside[0]?.status).toMatchObject({
      kind: 'failed',
      report: { code: 'sculpture/other-circuit', retry: 'never' },
    })
  })

  it('are made better behind the scenes as the piece is', async () => {
    const { fake, store } = await opened()
    void store.setBeside('LEC')
    await fake.take('sculptures:open').answer(aTicket('LEC'))
    fake.push('sculptures:improved', { source: 'demo', keys: ['f1:sculpture:2025:2:Q:LEC'] })
    const header = aHeader({ driver: 'LEC', tier: 3 })
    await fake.take('sculptures:open').answer({ ...aTicket('LEC'), header })
    const [lec] = store.getState().beside
    expect(lec?.status).toMatchObject({ kind: 'standing', exhibit: { ticket: { header: { tier: 3 } } } })
  })
})
