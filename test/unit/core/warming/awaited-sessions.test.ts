import { describe, expect, it } from 'vitest'
import { sessionKey } from '@contract/ids'
import { aWeekend } from '../../../helpers/a-weekend'
import { iso, ScheduleSimulator } from '../../../helpers/schedule-simulator'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const THURSDAY = Date.UTC(2026, 10, 26, 12)
/** End of qualifying; practice ended a day before, the race ends a day after. */
const SATURDAY = Date.UTC(2026, 10, 28, 15)
/** Far enough away not to mix with the runs after sessions. */
const RULE = '0 3 * * 3'

async function watching(change: Partial<ScheduleSimulator['schedule']> = {}): Promise<ScheduleSimulator> {
  const gallery = new ScheduleSimulator(THURSDAY, { rule: RULE, afterSessions: true, ...change })
  gallery.season = aWeekend(SATURDAY)
  await gallery.start()
  return gallery
}

function begunRuns({ runs }: ScheduleSimulator): readonly string[] {
  return runs.map(
    ({ order, begunAt }) =>
      `${iso(begunAt)} ${order.trigger} ${order.sessions.map((id) => id.session).join(' ')}`,
  )
}

describe('a run after a session', () => {
  it('begins half an hour after each session of the strategy, and not after others', async () => {
    const gallery = await watching()
    gallery.tickMs = 5 * MINUTE_MS
    await gallery.awakeUntil(SATURDAY + 2 * DAY_MS)
    expect(begunRuns(gallery)).toEqual([
      '2026-11-28T15:30 session-ended Q',
      '2026-11-29T15:30 session-ended R',
    ])
    expect(gallery.keeper.status().history.map(({ sessions }) => sessions)).toEqual([
      ['f1:session:2026:22:R'],
      ['f1:session:2026:22:Q'],
    ])
  })

  it('does not happen for who has not asked for it', async () => {
    const gallery = await watching({ afterSessions: false })
    await gallery.awakeUntil(SATURDAY + 2 * DAY_MS)
    expect(gallery.runs).toEqual([])
    await gallery.setSchedule({ afterSessions: true })
    await gallery.awake(DAY_MS)
    expect(gallery.runs).toEqual([])
  })

  it('is delayed by each installation on its own, as those of the rule are', async () => {
    const gallery = await watching({ maxDelayMs: 40 * MINUTE_MS })
    await gallery.awakeUntil(SATURDAY + DAY_MS)
    const lateMs = gallery.runs[0]!.begunAt - SATURDAY - 30 * MINUTE_MS
    expect(lateMs).toBeGreaterThan(0)
    expect(lateMs).toBeLessThanOrEqual(40 * MINUTE_MS)
  })

  it('asks again after 10, 20, 40 and then every 60 minutes until the archive has it', async () => {
    const gallery = await watching()
    gallery.tickMs = 5 * MINUTE_MS
    gallery.runMs = MINUTE_MS
    gallery.outcome = (order, runId) => ({
      result: 'done',
      runId,
      notYet: gallery.runs.length < 6 ? order.sessions.map(sessionKey) : [],
    })
    await gallery.awakeUntil(SATURDAY + 12 * HOUR_MS)
    const times = gallery.runs.map(({ begunAt }) => begunAt)
    const waits = times.slice(1).map((at, i) => Math.round((at - times[i]!) / MINUTE_MS) - 1)
    expect(waits).toEqual([10, 20, 40, 60, 60])
    expect(gallery.keeper.status().history).toMatchObject([{ outcome: 'ran', runId: 'run-6' }])
  })

  it('is asked for again when it failed, for instance because the line broke', async () => {
    const gallery = await watching()
    gallery.outcome = (_order, runId) => ({
      result: gallery.runs.length < 3 ? 'failed' : 'done',
      runId,
      notYet: [],
    })
    await gallery.awakeUntil(SATURDAY + 12 * HOUR_MS)
    expect(gallery.runs).toHaveLength(3)
  })

  it('gives up a day after it first asked, and says so', async () => {
    const gallery = await watching()
    gallery.sessions = ['Q']
    gallery.outcome = (order, runId) => ({
      result: 'done',
      runId,
      notYet: order.sessions.map(sessionKey),
    })
    await gallery.awakeUntil(SATURDAY + 3 * DAY_MS)
    expect(gallery.keeper.status().history).toMatchObject([
      { outcome: 'skipped', reason: 'not-in-archive', sessions: ['f1:session:2026:22:Q'] },
    ])
    expect(gallery.runs.at(-1)!.begunAt).toBeLessThan(SATURDAY + 25 * HOUR_MS)
  })

  it('is one for all sessions that a sleep went through', async () => {
    const gallery = await watching()
    await gallery.sleep(4 * DAY_MS)
    await gallery.awake(HOUR_MS)
    expect(begunRuns(gallery)).toEqual(['2026-11-30T12:00 session-ended Q R'])
  })

  it('is not made up for by who does not make up for anything', async () => {
    const gallery = await watching({ catchUp: false })
    await gallery.sleep(4 * DAY_MS)
    await gallery.awake(HOUR_MS)
    expect(gallery.runs).toEqual([])
    expect(gallery.keeper.status().history.map(({ reason }) => reason)).toEqual([
      'catch-up-off',
      'catch-up-off',
    ])
  })

  it('is not repeated by a clock set back, nor lost by one that was far ahead', async () => {
    const gallery = await watching()
    gallery.setClock(SATURDAY + 10 * 365 * DAY_MS)
    await gallery.awake(HOUR_MS)
    gallery.setClock(THURSDAY + 2 * HOUR_MS)
    await gallery.awakeUntil(SATURDAY + HOUR_MS)
    gallery.setClock(SATURDAY - 2 * HOUR_MS)
    await gallery.awakeUntil(SATURDAY + 3 * HOUR_MS)
    const sessions = gallery.runs.flatMap(({ order }) => order.sessions.map(({ session }) => session))
    expect(sessions).toEqual(['Q'])
  })

  it('is asked for again at a distance after the application was killed in it', async () => {
    const gallery = await watching()
    gallery.sessions = ['Q']
    await gallery.awakeUntil(SATURDAY + 31 * MINUTE_MS)
    await gallery.kill()
    expect(gallery.runs).toHaveLength(1)
    await gallery.awake(HOUR_MS)
    expect(gallery.runs.map(({ end }) => end)).toEqual(['killed', 'ended'])
  })

  it('does not follow a session that was called off', async () => {
    const gallery = await watching()
    gallery.season = aWeekend(SATURDAY, 'cancelled')
    await gallery.awakeUntil(SATURDAY + 2 * DAY_MS)
    expect(gallery.runs).toEqual([])
  })
})

describe('a run after a session that comes together with one by the rule', () => {
  it('does not wait for the aftermath of its own session, as that of the rule does', async () => {
    const gallery = await watching({ rule: '20 15 * * 6' })
    gallery.tickMs = 5 * MINUTE_MS
    gallery.sessions = ['Q']
    await gallery.awakeUntil(SATURDAY + 2 * HOUR_MS)
    expect(begunRuns(gallery)).toEqual(['2026-11-28T15:30 session-ended Q', '2026-11-28T15:45 schedule '])
  })
})

describe('a run by the rule during a Grand Prix', () => {
  it('waits for the end of the practice it would fall into', async () => {
    const gallery = await watching({ rule: '30 14 27 11 *', afterSessions: false })
    await gallery.awakeUntil(SATURDAY - DAY_MS + 40 * MINUTE_MS)
    expect(gallery.keeper.status().held?.reason).toBe('live-session')
    await gallery.awake(DAY_MS)
    expect(begunRuns(gallery)).toEqual(['2026-11-27T15:45 schedule '])
  })

  it('waits from a quarter of an hour before', async () => {
    const gallery = await watching({ rule: '44,59 13 * * *', afterSessions: false })
    await gallery.awakeUntil(SATURDAY - DAY_MS - 59 * MINUTE_MS)
    expect(begunRuns(gallery)).toEqual([
      '2026-11-26T13:44 schedule ',
      '2026-11-26T13:59 schedule ',
      '2026-11-27T13:44 schedule ',
    ])
  })

  it('does not wait when the session was called off, or is in the archive already', async () => {
    for (const state of ['cancelled', 'completed'] as const) {
      const gallery = await watching({ rule: '30 14 27 11 *', afterSessions: false })
      gallery.season = aWeekend(SATURDAY, state)
      await gallery.awakeUntil(SATURDAY - DAY_MS)
      expect(begunRuns(gallery)).toEqual(['2026-11-27T14:30 schedule '])
    }
  })
})
