import { describe, expect, it } from 'vitest'
import { iso, ScheduleSimulator } from '../../../helpers/schedule-simulator'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A Thursday; the rule is Mondays at three, UTC, unless a test says otherwise. */
const THURSDAY = Date.UTC(2026, 10, 26, 12)
const MONDAY = Date.UTC(2026, 10, 30, 3)

async function begun(...args: ConstructorParameters<typeof ScheduleSimulator>): Promise<ScheduleSimulator> {
  const simulator = new ScheduleSimulator(...args)
  await simulator.start()
  return simulator
}

/** What the history has to say, oldest first: `2026-11-30T03:00 superseded`. */
function outcomes({ keeper }: ScheduleSimulator): readonly string[] {
  return keeper
    .status()
    .history.map(({ dueAt, reason, trigger }) => `${iso(dueAt)} ${reason ?? trigger}`)
    .reverse()
}

describe('the first start ever', () => {
  it('makes up for nothing', async () => {
    const gallery = await begun(MONDAY + HOUR_MS)
    await gallery.awake(2 * DAY_MS)
    expect(gallery.runs).toEqual([])
    await gallery.awake(5 * DAY_MS)
    expect(gallery.dueInstants()).toEqual([iso(MONDAY + 7 * DAY_MS)])
  })
})

describe('a computer that sleeps', () => {
  it('runs exactly once after three days over a Monday', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.awakeUntil(MONDAY - DAY_MS)
    await gallery.sleep(3 * DAY_MS)
    await gallery.awake(2 * DAY_MS)
    expect(gallery.dueInstants()).toEqual([iso(MONDAY)])
    expect(gallery.runs[0]?.order.trigger).toBe('catch-up')
    expect(gallery.runs[0]?.begunAt).toBe(MONDAY + 2 * DAY_MS)
  })

  it('runs once after four weeks, for the latest of them, and says what became of the others', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.sleep(28 * DAY_MS)
    await gallery.awake(2 * DAY_MS)
    expect(outcomes(gallery)).toEqual([
      '2026-11-30T03:00 superseded',
      '2026-12-07T03:00 superseded',
      '2026-12-14T03:00 superseded',
      '2026-12-21T03:00 catch-up',
    ])
  })

  it('runs once after four weeks also when it was switched off', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.absent(28 * DAY_MS)
    await gallery.awake(2 * DAY_MS)
    expect(gallery.dueInstants()).toEqual(['2026-12-21T03:00'])
  })

  it('skips what it missed when that is not to be made up for, unless it is hardly late', async () => {
    const gallery = await begun(THURSDAY, { catchUp: false })
    await gallery.sleep(7 * DAY_MS)
    expect(outcomes(gallery)).toEqual(['2026-11-30T03:00 catch-up-off'])
    await gallery.awakeUntil(MONDAY + 7 * DAY_MS - HOUR_MS)
    await gallery.sleep(90 * MINUTE_MS)
    expect(gallery.dueInstants()).toEqual(['2026-12-07T03:00'])
  })

  it('may fall asleep in the middle of a run, which goes on afterwards and is not repeated', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.awakeUntil(MONDAY + MINUTE_MS)
    expect(gallery.running()).not.toBeNull()
    await gallery.sleep(DAY_MS)
    await gallery.awake(2 * DAY_MS)
    expect(outcomes(gallery)).toEqual(['2026-11-30T03:00 schedule'])
  })

  it('takes all timers that fire on waking for one', async () => {
    const gallery = await begun(THURSDAY, { rule: '0 * * * *' })
    await gallery.sleep(3 * DAY_MS)
    await gallery.awake(30 * MINUTE_MS)
    expect(gallery.runs).toHaveLength(1)
  })
})

describe('a year of Mondays at three in New York', () => {
  it('has 52 runs, each when the clocks there show three', async () => {
    const gallery = await begun(Date.UTC(2026, 0, 1), { zone: 'America/New_York' })
    gallery.tickMs = 6 * HOUR_MS
    await gallery.awakeUntil(Date.UTC(2027, 0, 1))
    expect(gallery.runs).toHaveLength(52)
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'America/New_York',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    const shown = new Set(gallery.runs.map(({ begunAt }) => format.format(begunAt)))
    expect([...shown]).toEqual(['Mon 03:00'])
    expect(new Set(gallery.runs.map(({ order }) => order.trigger))).toEqual(new Set(['schedule']))
  })
})

describe('a change of clocks', () => {
  it('does not lose the run whose hour it skips', async () => {
    const gallery = await begun(Date.UTC(2026, 2, 7), { rule: '30 2 * * *', zone: 'America/New_York' })
    await gallery.awake(3 * DAY_MS)
    expect(gallery.dueInstants()).toEqual(['2026-03-07T07:30', '2026-03-08T07:00', '2026-03-09T06:30'])
  })

  it('does not repeat the run whose hour it repeats', async () => {
    const gallery = await begun(Date.UTC(2026, 9, 31), { rule: '30 1 * * *', zone: 'America/New_York' })
    await gallery.awake(3 * DAY_MS)
    expect(gallery.dueInstants()).toEqual(['2026-10-31T05:30', '2026-11-01T05:30', '2026-11-02T06:30'])
  })
})

describe('a wall clock that is set', () => {
  it('back by two hours right after a run, has nothing run twice', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.awakeUntil(MONDAY + 5 * MINUTE_MS)
    gallery.setClock(MONDAY - 2 * HOUR_MS)
    await gallery.awake(6 * DAY_MS)
    expect(gallery.dueInstants()).toEqual([iso(MONDAY)])
    await gallery.awake(2 * DAY_MS)
    expect(gallery.dueInstants()).toEqual([iso(MONDAY), iso(MONDAY + 7 * DAY_MS)])
  })

  it('back over many runs of a frequent rule, has none of them run twice', async () => {
    const gallery = await begun(THURSDAY, { rule: '*/15 * * * *' })
    await gallery.awake(5 * HOUR_MS)
    const before = gallery.runs.length
    gallery.setClock(THURSDAY + 2 * HOUR_MS)
    await gallery.awake(3 * HOUR_MS - 20 * MINUTE_MS)
    expect(gallery.runs).toHaveLength(before)
    await gallery.awake(HOUR_MS)
    expect(new Set(gallery.dueInstants()).size).toBe(gallery.runs.length)
    expect(gallery.runs.length).toBeGreaterThan(before)
  })

  it('to 2030 and back, has the next Monday run', async () => {
    const gallery = await begun(THURSDAY)
    gallery.setClock(Date.UTC(2030, 5, 1))
    await gallery.awake(HOUR_MS)
    expect(gallery.runs).toHaveLength(1)
    gallery.setClock(THURSDAY + 2 * HOUR_MS)
    await gallery.awake(7 * DAY_MS)
    expect(gallery.dueInstants().slice(1)).toEqual([iso(MONDAY)])
    expect(gallery.keeper.status().next[0]).toBe(MONDAY + 7 * DAY_MS)
  })

  it('to 2030 and back while a run is held, leaves nothing behind that waits until then', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.setPresent({ isOnline: false })
    gallery.setClock(Date.UTC(2030, 5, 1))
    await gallery.awake(HOUR_MS)
    gallery.setClock(THURSDAY + 2 * HOUR_MS)
    await gallery.setPresent({ isOnline: true })
    await gallery.awake(7 * DAY_MS)
    expect(gallery.dueInstants()).toEqual([iso(MONDAY)])
  })
})

describe('what holds a run', () => {
  it.each([
    ['offline', { isOnline: false }, { isOnline: true }],
    ['battery', { isOnBattery: true }, { isOnBattery: false }],
    ['metered', { isMetered: true }, { isMetered: null }],
    ['disk', { isDiskOk: false }, { isDiskOk: true }],
    ['paused', { paused: 'until-resumed' }, { paused: null }],
    ['other-run', { isOtherRunning: true }, { isOtherRunning: false }],
  ] as const)('is told, and the run begins when it ends: %s', async (reason, there, gone) => {
    const gallery = await begun(THURSDAY, { onBattery: 'wait', onMetered: 'wait', catchUp: false })
    await gallery.setPresent(there)
    await gallery.awakeUntil(MONDAY + 5 * HOUR_MS)
    expect(gallery.runs).toEqual([])
    expect(gallery.keeper.status().held).toEqual({ dueAt: MONDAY, reason })
    await gallery.setPresent(gone)
    expect(gallery.dueInstants()).toEqual([iso(MONDAY)])
    expect(gallery.keeper.status().held).toBeNull()
  })

  it('is neither battery nor a metered line for who does not mind', async () => {
    const gallery = await begun(THURSDAY, { onBattery: 'run', onMetered: 'run' })
    await gallery.setPresent({ isOnBattery: true, isMetered: true })
    await gallery.awakeUntil(MONDAY)
    expect(gallery.runs).toHaveLength(1)
  })

  it('ends by itself when the pause was for a time', async () => {
    const gallery = await begun(THURSDAY)
    gallery.tickMs = 6 * HOUR_MS
    await gallery.setPresent({ paused: MONDAY + 100 * MINUTE_MS })
    await gallery.awakeUntil(MONDAY + 2 * HOUR_MS)
    expect(gallery.runs[0]?.begunAt).toBe(MONDAY + 100 * MINUTE_MS)
  })

  it('may last until a newer run is due: then there is one, for the newer', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.setPresent({ isOnline: false })
    await gallery.awakeUntil(MONDAY + 8 * DAY_MS)
    await gallery.setPresent({ isOnline: true })
    await gallery.awake(DAY_MS)
    expect(outcomes(gallery)).toEqual(['2026-11-30T03:00 expired', '2026-12-07T03:00 schedule'])
  })

  it('is also a run of its own that takes longer than the rule gives it', async () => {
    const gallery = await begun(THURSDAY, { rule: '0 * * * *' })
    gallery.runMs = 150 * MINUTE_MS
    await gallery.awake(9 * HOUR_MS)
    expect(gallery.dueInstants().map((due) => due.slice(11))).toEqual(['13:00', '15:00', '18:00', '20:00'])
    expect(outcomes(gallery)).toContain('2026-11-26T14:00 superseded')
  })

  it('is a disk on which the beginning of the run cannot be noted', async () => {
    const gallery = await begun(THURSDAY)
    gallery.canStore = false
    await gallery.awakeUntil(MONDAY + HOUR_MS)
    expect(gallery.runs).toEqual([])
    expect(gallery.keeper.status().held?.reason).toBe('disk')
    gallery.canStore = true
    await gallery.awake(HOUR_MS)
    expect(gallery.dueInstants()).toEqual([iso(MONDAY)])
  })
})

describe('an application that is killed in the middle of a run', () => {
  it('makes up for it once at the next start', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.awakeUntil(MONDAY + MINUTE_MS)
    await gallery.kill()
    expect(gallery.runs.map(({ order, end }) => `${order.trigger} ${end}`)).toEqual([
      'schedule killed',
      'catch-up null',
    ])
    await gallery.awake(3 * DAY_MS)
    expect(outcomes(gallery)).toEqual(['2026-11-30T03:00 catch-up'])
    await gallery.kill()
    await gallery.awake(DAY_MS)
    expect(gallery.runs).toHaveLength(2)
  })

  it('does so too when it was only closed, though its tasks were cancelled for that', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.awakeUntil(MONDAY + MINUTE_MS)
    gallery.keeper.close()
    gallery.runs[0]?.resolve({ result: 'cancelled', runId: 'x', notYet: [] })
    await gallery.absent(HOUR_MS)
    await gallery.awake(HOUR_MS)
    expect(outcomes(gallery)).toEqual(['2026-11-30T03:00 catch-up'])
  })

  it('gives up when it is killed again: the run may be the cause', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.awakeUntil(MONDAY + MINUTE_MS)
    await gallery.kill()
    await gallery.kill()
    await gallery.awake(DAY_MS)
    expect(outcomes(gallery)).toEqual(['2026-11-30T03:00 interrupted'])
    expect(gallery.runs).toHaveLength(2)
  })

  it('does not repeat what a person has cancelled', async () => {
    const gallery = await begun(THURSDAY)
    gallery.outcome = (_order, runId) => ({ result: 'cancelled', runId, notYet: [] })
    await gallery.awakeUntil(MONDAY + HOUR_MS)
    await gallery.kill()
    await gallery.awake(DAY_MS)
    expect(gallery.runs).toHaveLength(1)
    expect(outcomes(gallery)).toEqual(['2026-11-30T03:00 stopped'])
    expect(gallery.keeper.status().lastRunAt).toBeNull()
  })
})

describe('settings that change', () => {
  it('decide about the run that waits', async () => {
    const gallery = await begun(THURSDAY, { onBattery: 'wait' })
    await gallery.setPresent({ isOnBattery: true })
    await gallery.awakeUntil(MONDAY + HOUR_MS)
    expect(gallery.runs).toEqual([])
    await gallery.setSchedule({ onBattery: 'run' })
    expect(gallery.dueInstants()).toEqual([iso(MONDAY)])
  })

  it('to another rule, let go of what waited and make up for nothing', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.setPresent({ isOnline: false })
    await gallery.awakeUntil(MONDAY + HOUR_MS)
    await gallery.setSchedule({ rule: '0 2 * * *' })
    await gallery.setPresent({ isOnline: true })
    await gallery.awake(21 * HOUR_MS)
    expect(gallery.runs).toEqual([])
    await gallery.awake(2 * HOUR_MS)
    expect(outcomes(gallery)).toEqual(['2026-11-30T03:00 rule-changed', '2026-12-01T02:00 schedule'])
  })

  it('to off, have nothing run, and nothing made up for afterwards', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.setPresent({ isOnline: false })
    await gallery.awakeUntil(MONDAY + HOUR_MS)
    await gallery.setSchedule({ isOn: false })
    await gallery.setPresent({ isOnline: true })
    await gallery.awake(13 * DAY_MS)
    expect(gallery.keeper.status()).toMatchObject({ isOn: false, next: [], held: null })
    await gallery.setSchedule({ isOn: true })
    await gallery.awake(HOUR_MS)
    expect(outcomes(gallery)).toEqual(['2026-11-30T03:00 schedule-off'])
  })

  it('to a rule that cannot be read, are told, and stop nothing but the schedule', async () => {
    const gallery = await begun(THURSDAY, { rule: '0 3 * *' })
    await gallery.awake(HOUR_MS)
    expect(gallery.keeper.status().problem?.code).toBe('schedule/unreadable')
    await gallery.setSchedule({ rule: '0 3 * * 1' })
    expect(gallery.keeper.status()).toMatchObject({ problem: null })
    await gallery.awakeUntil(MONDAY)
    expect(gallery.runs).toHaveLength(1)
  })
})

describe('the delay of an installation', () => {
  it('is shown beforehand, kept by runs that are on time, and by no others', async () => {
    const gallery = await begun(THURSDAY, { maxDelayMs: 10 * MINUTE_MS })
    const [shown] = gallery.keeper.status().next
    expect(shown).toBeGreaterThan(MONDAY)
    expect(shown).toBeLessThanOrEqual(MONDAY + 10 * MINUTE_MS)
    await gallery.awakeUntil(MONDAY + HOUR_MS)
    expect(gallery.runs[0]?.begunAt).toBe(shown)
    await gallery.sleep(8 * DAY_MS)
    expect(gallery.runs[1]?.begunAt).toBe(MONDAY + HOUR_MS + 8 * DAY_MS)
  })

  it('may be slept through: then the run was missed like any other', async () => {
    for (const [catchUp, expected] of [
      [true, '2026-11-30T03:00 catch-up'],
      [false, '2026-11-30T03:00 catch-up-off'],
    ] as const) {
      const gallery = await begun(THURSDAY, { maxDelayMs: 2 * HOUR_MS, catchUp })
      await gallery.awakeUntil(MONDAY + MINUTE_MS)
      expect(gallery.runs).toEqual([])
      await gallery.sleep(DAY_MS)
      await gallery.awake(HOUR_MS)
      expect(outcomes(gallery)).toEqual([expected])
    }
  })

  it('is the same after a restart within it', async () => {
    const gallery = await begun(THURSDAY, { maxDelayMs: 2 * HOUR_MS })
    const [shown] = gallery.keeper.status().next
    await gallery.awakeUntil(MONDAY + MINUTE_MS)
    await gallery.kill()
    expect(gallery.keeper.status().next[0]).toBe(shown)
    await gallery.awakeUntil(MONDAY + 2 * HOUR_MS)
    expect(gallery.runs.map(({ begunAt }) => begunAt)).toEqual([shown])
  })
})

describe('the keeper', () => {
  it('asks for the calendar only when a run would begin', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.awakeUntil(MONDAY - MINUTE_MS)
    expect(gallery.seasonAsked).toBe(0)
    await gallery.awake(HOUR_MS)
    expect(gallery.seasonAsked).toBe(1)
  })

  it('tells of its changes, and of nothing when there are none', async () => {
    const gallery = await begun(THURSDAY)
    await gallery.awake(DAY_MS)
    expect(gallery.log).toEqual([])
    await gallery.awakeUntil(MONDAY + HOUR_MS)
    expect(gallery.log.map(({ message }) => message)).toEqual(['a run begins: schedule', 'a run ended: done'])
  })
})
