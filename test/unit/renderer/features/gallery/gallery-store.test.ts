import { describe, expect, it } from 'vitest'
import { aDriver, someLaps } from '../../../../helpers/builders'
import { aSeason, settled } from './fake-client'
import { PLAN, SEASON, anOpenedSession, aTicket, setUp, opened } from './opened-gallery'

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

  it('is made anew when a file of settings has brought another source', async () => {
    const { fake, store } = await opened()
    fake.push('source:chosen', 'demo')
    await fake.take('app:getStartPlan').answer({ ...PLAN, source: 'demo' })
    expect(fake.take('calendar:getSeason').input).toEqual({ source: 'demo', season: 2025 })
    expect(store.getState().source).toBe('demo')
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
