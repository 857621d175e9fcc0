import { describe, expect, it } from 'vitest'
import type { WallItem } from '@contract/wall'
import { aWallItem } from '../../../core/gallery/wall-fixtures'
import { aSeason, settled } from './fake-client'
import { PLAN, SEASON, anOpenedSession, aTicket, setUp, opened } from './opened-gallery'

describe('a sculpture that is known by its id', () => {
  const id = {
    source: 'demo',
    season: 2025,
    round: 1,
    session: 'R',
    driver: 'LEC',
    lap: 12,
  } as const

  it('is opened with the names of its calendar, in the source it belongs to, which is not chosen by that', async () => {
    const { fake, store } = await opened()
    void store.openById(id)
    await settled()
    const visit = fake.take('app:visitSource')
    expect(visit.input).toBe('demo')
    await visit.answer({ ...PLAN, source: 'demo' })
    await fake.take('calendar:getSeason').answer(SEASON)
    expect(fake.take('sculptures:open').input).toEqual(id)
    expect(store.getState().place).toMatchObject({ eventName: 'Grand Prix 1', sessionName: 'Session R' })
  })

  it('waits for the plan of the start, which would sweep it away', async () => {
    const { fake, store } = setUp()
    void store.start()
    void store.openById({ ...id, source: 'archive' })
    await settled()
    expect(fake.open()).toEqual(['app:getStartPlan'])
    await fake.take('app:getStartPlan').answer(PLAN)
    // The start gives way: one calendar is asked for, not two.
    expect(fake.open()).toEqual(['calendar:getSeason'])
    await fake.take('calendar:getSeason').answer(SEASON)
    expect(fake.take('sculptures:open').input).toEqual({ ...id, source: 'archive' })
    expect(store.getState().place).toMatchObject({ eventName: 'Grand Prix 1', sessionName: 'Session R' })
  })

  it('is opened although its calendar cannot be had', async () => {
    const { fake, store } = setUp()
    void store.start()
    void store.openById({ ...id, source: 'archive' })
    await fake.take('app:getStartPlan').answer(PLAN)
    await fake.take('calendar:getSeason').fail('source/offline')
    expect(fake.take('sculptures:open').input).toMatchObject({ driver: 'LEC', lap: 12 })
  })

  it('gives way to what is chosen while its calendar is on the way', async () => {
    const { fake, store } = await opened()
    void store.openById({ ...id, source: 'archive', season: 2024 })
    await settled()
    void store.openDriver('HAM')
    await fake.take('calendar:getSeason').answer(aSeason(2024, [[['R', 'completed']]]))
    expect(fake.take('sculptures:open').input).toMatchObject({ driver: 'HAM' })
    expect(fake.open()).toEqual([])
  })
})

describe('the way from the wall', () => {
  const item: WallItem = {
    ...aWallItem(1, 'LEC'),
    id: { ...aWallItem(1).id, source: 'archive', season: 2025, driver: 'LEC' },
  }

  it('asks for the sculpture at once, and goes over to the plinth when it is there', async () => {
    const { fake, store } = await opened()
    expect(store.getState().view).toBe('wall')
    void store.openItem(item)
    expect(fake.take('sculptures:open')).toMatchObject({
      input: { source: 'archive', season: 2025, round: 1, session: 'Q', driver: 'LEC', lap: 'fastest' },
    })
    expect(store.getState().view).toBe('wall')
  })

  it('shows the piece with the names of its card, and turns the catalogue to it', async () => {
    const { fake, store } = await opened()
    void store.openItem(item)
    await fake.take('sculptures:open').answer(aTicket('LEC'))
    await fake.take('sessions:open').answer(anOpenedSession('LEC', 'NOR'))
    expect(store.getState()).toMatchObject({
      view: 'plinth',
      round: 1,
      driver: 'LEC',
      place: { eventName: item.eventName, sessionName: item.sessionName },
      exhibit: { place: { eventName: item.eventName } },
    })
    expect(store.getState().session?.laps.drivers[0]?.code).toBe('LEC')
  })

  it('does not wait for a cold one: the plinth shows how far it is', async () => {
    const { store } = await opened(() => Promise.resolve())
    void store.openItem(item)
    await settled()
    expect(store.getState()).toMatchObject({ view: 'plinth', waiting: { piece: { step: 'sculpture' } } })
  })

  it('loads the calendar of another season only when it has to', async () => {
    const { fake, store } = await opened()
    void store.openItem({ ...item, id: { ...item.id, season: 2024 } })
    await fake.take('sculptures:open').answer(aTicket('LEC'))
    expect(fake.open()).toEqual(['calendar:getSeason'])
  })

  it('leads to the trouble when the sculpture is gone, and asks for the same lap again', async () => {
    const { fake, store } = await opened()
    void store.openItem({ ...item, id: { ...item.id, lap: 12 } })
    await fake.take('sculptures:open').fail('cache/corrupt')
    expect(store.getState()).toMatchObject({ view: 'plinth', trouble: { piece: { step: 'sculpture' } } })
    void store.retry('piece')
    expect(fake.take('sculptures:open').input).toMatchObject({ driver: 'LEC', lap: 12 })
  })

  it('leads back, and to the plinth only when something is on it or on its way', async () => {
    const { store } = setUp()
    store.show('plinth')
    expect(store.getState().view).toBe('wall')
    const other = await opened()
    other.store.show('plinth')
    expect(other.store.getState().view).toBe('plinth')
    other.store.show('wall')
    expect(other.store.getState().view).toBe('wall')
  })
})
