import { describe, expect, it } from 'vitest'
import type { OpenedSession, SculptureTicket, StartPlan } from '@contract/calls'
import type { WallItem } from '@contract/wall'
import { createGalleryStore, type GalleryStore } from '@renderer/features/gallery/gallery-store'
import { MOST_LAPS } from '@renderer/three/hall-layout'
import { aDriver, aHeader, aSculpture, someLaps } from '../../../../helpers/builders'
import { aWallItem } from '../../../core/gallery/wall-fixtures'
import { aSeason, fakeClient, settled } from './fake-client'

const PLAN: StartPlan = { source: 'archive', reason: 'network', seasons: [2024, 2025] }
const SEASON = aSeason(2025, [
  [
    ['FP1', 'completed'],
    ['Q', 'completed'],
    ['R', 'completed'],
  ],
  [
    ['FP1', 'completed'],
    ['Q', 'completed'],
    ['R', 'future'],
  ],
])

function anOpenedSession(...codes: readonly string[]): OpenedSession {
  const drivers = codes.map((code, i) => aDriver({ code, number: String(i) }))
  return { laps: someLaps({ drivers }), servedFrom: 'disk', freshness: 'fresh', elapsedMs: 3 }
}

function aTicket(driver: string): SculptureTicket {
  return {
    key: `f1:sculpture:2025:2:Q:${driver}`,
    path: `/sculptures/archive/2025/2/Q/${driver}/fastest`,
    header: aHeader({ driver }),
    servedFrom: 'memory',
    freshness: 'fresh',
    elapsedMs: 1,
    bytes: 9000,
  }
}

/** @param pause how long the wall waits for a sculpture; for ever if not given. */
function setUp(pause: () => Promise<void> = () => new Promise(() => undefined)) {
  const fake = fakeClient()
  const marks: string[] = []
  const store = createGalleryStore({
    client: fake.client,
    nowMs: () => 1000,
    mark: (name) => marks.push(name),
    pause,
  })
  return { fake, store, marks }
}

/** A gallery that shows NOR in the qualifying of round 2. */
async function opened(pause?: () => Promise<void>) {
  const gallery = setUp(pause)
  const { fake, store } = gallery
  void store.start()
  await fake.take('app:getStartPlan').answer(PLAN)
  await fake.take('calendar:getSeason').answer(SEASON)
  await fake.take('sessions:open').answer(anOpenedSession('NOR', 'LEC', 'HAM'))
  await fake.take('sculptures:open').answer(aTicket('NOR'))
  return gallery
}

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

describe('the start of the gallery', () => {
  it('puts up the fastest lap of the newest qualifying without a click', async () => {
    const { fake, store, marks } = setUp()
    void store.start()
    await fake.take('app:getStartPlan').answer(PLAN)
    const calendar = fake.take('calendar:getSeason')
    expect(calendar.input).toEqual({ source: 'archive', season: 2025 })
    await calendar.answer(SEASON)
    const session = fake.take('sessions:open')
    expect(session.input).toEqual({ source: 'archive', season: 2025, round: 2, session: 'Q' })
    await session.answer(anOpenedSession('NOR', 'LEC'))
    const sculpture = fake.take('sculptures:open')
    expect(sculpture.input).toMatchObject({ driver: 'NOR', lap: 'fastest' })
    await sculpture.answer(aTicket('NOR'))

    const { exhibit, round, driver, waiting } = store.getState()
    expect(exhibit?.ticket.key).toBe('f1:sculpture:2025:2:Q:NOR')
    expect(exhibit?.place).toMatchObject({ eventName: 'Grand Prix 2', sessionName: 'Session Q' })
    expect({ round, driver, waiting }).toEqual({
      round: 2,
      driver: 'NOR',
      waiting: { calendar: null, piece: null },
    })
    expect(marks).toEqual(['sculpture:asked'])
  })

  it('goes back a season while the newest has not begun', async () => {
    const { fake, store } = setUp()
    void store.start()
    await fake.take('app:getStartPlan').answer(PLAN)
    await fake.take('calendar:getSeason').answer(aSeason(2025, [[['Q', 'future']]]))
    expect(fake.take('calendar:getSeason').input).toEqual({ source: 'archive', season: 2024 })
  })

  it('tries the next session when the archive has nothing for the newest', async () => {
    const { fake, store } = setUp()
    void store.start()
    await fake.take('app:getStartPlan').answer(PLAN)
    await fake.take('calendar:getSeason').answer(SEASON)
    await fake.take('sessions:open').fail('session/no-telemetry')
    expect(fake.take('sessions:open').input).toMatchObject({ round: 2, session: 'FP1' })
  })

  it('does not hammer an archive that cannot be reached: it says so and waits', async () => {
    const { fake, store } = setUp()
    void store.start()
    await fake.take('app:getStartPlan').answer(PLAN)
    await fake.take('calendar:getSeason').fail('source/unreachable')
    expect(fake.open()).toEqual([])
    expect(store.getState().trouble.calendar).toMatchObject({
      step: 'calendar',
      report: { code: 'source/unreachable' },
    })
  })

  it('goes on with the start when the failed calendar is asked for again', async () => {
    const { fake, store } = setUp()
    void store.start()
    await fake.take('app:getStartPlan').answer(PLAN)
    await fake.take('calendar:getSeason').fail('source/unreachable')
    void store.retry('calendar')
    await fake.take('calendar:getSeason').answer(SEASON)
    expect(fake.open()).toEqual(['sessions:open'])
  })

  it('gives way to a person who chooses while it is still trying', async () => {
    const { fake, store } = setUp()
    void store.start()
    await fake.take('app:getStartPlan').answer(PLAN)
    await fake.take('calendar:getSeason').answer(SEASON)
    const first = fake.take('sessions:open')
    store.chooseRound(1)
    await first.fail('session/no-telemetry')
    expect(fake.open()).toEqual([])
    expect(store.getState().round).toBe(1)
  })

  it('starts over in the simulated season when asked to', async () => {
    const { fake, store } = await opened()
    void store.chooseSource('demo')
    const plan = fake.take('settings:chooseSource')
    expect(plan.input).toBe('demo')
    await plan.answer({ source: 'demo', reason: 'chosen', seasons: [2026] })
    expect(fake.take('calendar:getSeason').input).toEqual({ source: 'demo', season: 2026 })
    expect(store.getState()).toMatchObject({ source: 'demo', season: 2026, session: null })
  })
})

describe('quick changes', () => {
  it('ignore the answer to a session that is no longer wanted', async () => {
    const { fake, store } = await opened()
    void store.openSession('FP1')
    const slow = fake.take('sessions:open')
    void store.openSession('Q')
    const wanted = fake.take('sessions:open')
    await wanted.answer(anOpenedSession('VER'))
    await slow.answer(anOpenedSession('ALO'))
    expect(store.getState().session?.laps.drivers.map(({ code }) => code)).toEqual(['VER'])
    expect(store.getState().place?.id.session).toBe('Q')
    expect(fake.open()).toEqual(['sculptures:open'])
  })

  it('ignore the failure of a session that is no longer wanted', async () => {
    const { fake, store } = await opened()
    void store.openSession('FP1')
    const slow = fake.take('sessions:open')
    void store.openSession('Q')
    await slow.fail('source/unreachable')
    expect(store.getState().trouble.piece).toBeNull()
    expect(store.getState().waiting.piece).not.toBeNull()
  })

  it('show the driver chosen last, in whatever order the sculptures arrive', async () => {
    const { fake, store } = await opened()
    void store.openDriver('LEC')
    const first = fake.take('sculptures:open')
    void store.openDriver('HAM')
    const second = fake.take('sculptures:open')
    await second.answer(aTicket('HAM'))
    await first.answer(aTicket('LEC'))
    expect(store.getState().exhibit?.ticket.header.driver).toBe('HAM')
    expect(store.getState().driver).toBe('HAM')
  })

  it('show the calendar of the season chosen last', async () => {
    const { fake, store } = await opened()
    void store.chooseSeason(2024)
    const slow = fake.take('calendar:getSeason')
    void store.chooseSeason(2025)
    await fake.take('calendar:getSeason').answer(SEASON)
    await slow.answer(aSeason(2024, [[['Q', 'completed']]]))
    expect(store.getState().calendar?.season).toBe(2025)
  })

  it('let one browse other seasons while a session is being opened', async () => {
    const { fake, store } = await opened()
    void store.openSession('FP1')
    const session = fake.take('sessions:open')
    void store.chooseSeason(2024)
    await fake.take('calendar:getSeason').answer(aSeason(2024, [[['Q', 'completed']]]))
    await session.answer(anOpenedSession('VER'))
    await fake.take('sculptures:open').answer(aTicket('VER'))
    const { exhibit, calendar } = store.getState()
    expect(exhibit?.place).toMatchObject({ id: { season: 2025, session: 'FP1' }, eventName: 'Grand Prix 2' })
    expect(calendar?.season).toBe(2024)
  })

  it('drop a sculpture of the old source that arrives after the change', async () => {
    const { fake, store } = await opened()
    void store.openDriver('LEC')
    const old = fake.take('sculptures:open')
    void store.chooseSource('demo')
    await old.answer(aTicket('LEC'))
    expect(store.getState().exhibit?.ticket.header.driver).toBe('NOR')
  })
})

describe('trouble', () => {
  it('keeps the selection, and a retry asks for the very same sculpture', async () => {
    const { fake, store } = await opened()
    void store.openDriver('LEC')
    await fake.take('sculptures:open').fail('task/timed-out')
    expect(store.getState()).toMatchObject({ driver: 'LEC', trouble: { piece: { step: 'sculpture' } } })
    expect(store.getState().exhibit?.ticket.header.driver).toBe('NOR')
    void store.retry('piece')
    expect(fake.take('sculptures:open').input).toMatchObject({ round: 2, session: 'Q', driver: 'LEC' })
    expect(store.getState().trouble.piece).toBeNull()
  })

  it('retries the session that failed, whatever the catalogue shows by then', async () => {
    const { fake, store } = await opened()
    void store.openSession('FP1')
    await fake.take('sessions:open').fail('source/unreachable')
    store.chooseRound(1)
    void store.retry('piece')
    expect(fake.take('sessions:open').input).toMatchObject({ round: 2, session: 'FP1' })
  })

  it('goes away when closed', async () => {
    const { fake, store } = await opened()
    void store.openDriver('LEC')
    await fake.take('sculptures:open').fail('internal/bug')
    store.closeTrouble('piece')
    expect(store.getState().trouble.piece).toBeNull()
  })

  it('leaves the list empty, and says nothing wrong, for a session in which nobody set a time', async () => {
    const { fake, store } = await opened()
    void store.openSession('FP1')
    const drivers = [aDriver({ fastest: null, laps: [] })]
    await fake.take('sessions:open').answer({ ...anOpenedSession(), laps: someLaps({ drivers }) })
    expect(fake.open()).toEqual([])
    expect(store.getState()).toMatchObject({
      driver: null,
      trouble: { piece: null },
      waiting: { piece: null },
    })
  })
})

describe('cancelling', () => {
  it('stops the task and lets its own answer end the waiting', async () => {
    const { fake, store } = await opened()
    void store.openSession('FP1')
    const session = fake.take('sessions:open')
    void store.cancel('t7')
    const cancel = fake.take('tasks:cancel')
    expect(cancel.input).toBe('t7')
    await cancel.answer(true)
    expect(store.getState().waiting.piece).not.toBeNull()
    await session.fail('task/cancelled')
    expect(store.getState()).toMatchObject({
      waiting: { piece: null },
      trouble: { piece: { report: { code: 'task/cancelled' } } },
    })
  })

  it.each([
    ['no task is known', null],
    ['the task is no longer there', 't7'],
  ])('only stops waiting when %s', async (_, taskId) => {
    const { fake, store } = await opened()
    void store.openSession('FP1')
    const session = fake.take('sessions:open')
    void store.cancel(taskId)
    if (taskId !== null) await fake.take('tasks:cancel').answer(false)
    await settled()
    expect(store.getState().waiting.piece).toBeNull()
    await session.answer(anOpenedSession('VER'))
    expect(store.getState().session).toBeNull()
    expect(fake.open()).toEqual([])
  })
})

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

describe('subscriptions', () => {
  it('are told of every change, until they end', async () => {
    const { store } = await opened()
    let changes = 0
    const unsubscribe = store.subscribe(() => {
      changes++
    })
    store.chooseRound(1)
    unsubscribe()
    store.chooseRound(2)
    expect(changes).toBe(1)
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
