import { describe, expect, it } from 'vitest'
import { seasonAt } from '@main/core/calendar/season'
import { confirmSessions, saysItIsOver, type StatusProbe } from '@main/core/sources/archive/confirm-sessions'
import type { SourceSeason, SourceSession } from '@main/core/sources/session-source'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const RACE_AT = Date.UTC(2021, 11, 5, 17, 30)

const aSession = (change: Partial<SourceSession> = {}): SourceSession => ({
  code: 'R',
  name: 'Race',
  startAt: RACE_AT,
  endAt: RACE_AT + 2 * HOUR_MS,
  gmtOffsetMs: 3 * HOUR_MS,
  path: '2021/a/race/',
  cancelled: false,
  ...change,
})
const seasonOf = (...sessions: readonly SourceSession[]): SourceSeason => ({
  season: 2021,
  warnings: [],
  rounds: [
    { round: 21, name: 'Saudi Arabian Grand Prix', country: 'C', location: 'L', format: 'conventional', sessions },
  ],
}) // prettier-ignore

/** Answers by folder; what is not listed is not there yet. */
function probeOf(answers: Readonly<Record<string, 'yes' | 'not-yet' | null>>, known: typeof answers = {}) {
  const asked: string[] = []
  const probe: StatusProbe = {
    remember: (path) => Promise.resolve(known[path] ?? null),
    ask: (path) => {
      asked.push(path)
      return Promise.resolve(path in answers ? (answers[path] ?? null) : 'not-yet')
    },
  }
  return { probe, asked }
}

async function statesAt(now: number, season: SourceSeason, probe: StatusProbe) {
  const confirmed = await confirmSessions(season, now, probe)
  const states = seasonAt(confirmed, now).rounds.flatMap((each) => each.sessions.map(({ state }) => state))
  return { states, confirmed }
}

describe('whether a session is in the archive', () => {
  it('is not asked before it can be, and not any more after two days', async () => {
    const { probe, asked } = probeOf({})
    expect((await statesAt(RACE_AT + 2 * HOUR_MS, seasonOf(aSession()), probe)).states).toEqual(['live'])
    expect((await statesAt(RACE_AT + 3 * DAY_MS, seasonOf(aSession()), probe)).states).toEqual(['completed'])
    expect(asked).toEqual([])
  })

  it('keeps a race that runs long on "live" until the archive says that it is over (Saudi Arabia 2021)', async () => {
    const now = RACE_AT + 3 * HOUR_MS
    expect((await statesAt(now, seasonOf(aSession()), probeOf({}).probe)).states).toEqual(['live'])
    const over = probeOf({ '2021/a/race/': 'yes' })
    expect((await statesAt(now, seasonOf(aSession()), over.probe)).states).toEqual(['completed'])
  })

  it('is not asked again when it is known', async () => {
    const { probe, asked } = probeOf({}, { '2021/a/race/': 'yes' })
    expect((await statesAt(RACE_AT + DAY_MS, seasonOf(aSession()), probe)).states).toEqual(['completed'])
    expect(asked).toEqual([])
  })

  it('costs five requests a listing at the most: first what the index lists, then by age', async () => {
    const sessions = Array.from({ length: 8 }, (_, i) => {
      const path = `2021/a/${i}/`
      return aSession({ path, startAt: RACE_AT - i, ...(i >= 4 && { builtPaths: [path] }) })
    })
    const { probe, asked } = probeOf({})
    const { states, confirmed } = await statesAt(RACE_AT + DAY_MS, seasonOf(...sessions), probe)
    expect(asked).toEqual(['2021/a/3/', '2021/a/2/', '2021/a/1/', '2021/a/0/', '2021/a/7/'])
    expect(new Set(states)).toEqual(new Set(['live']))
    expect(confirmed.warnings).toEqual([])
  })

  it('is decided by the schedule alone, with a warning, when nobody answers; and nobody is asked twice', async () => {
    const sessions = [aSession(), aSession({ path: '2021/a/other/' })]
    const { probe, asked } = probeOf({ '2021/a/race/': null })
    const { states, confirmed } = await statesAt(RACE_AT + DAY_MS, seasonOf(...sessions), probe)
    expect(states).toEqual(['completed', 'completed'])
    expect(asked.length).toBe(1)
    expect(confirmed.warnings).toEqual([expect.stringMatching(/could not be asked/)])
  })

  it('tries all folders in which it may lie, and remembers in which it was', async () => {
    const builtPaths = ['2021/a/2021-07-17_Sprint_Qualifying/', '2021/a/2021-07-17_Sprint/']
    const sprint = aSession({ code: 'S', path: builtPaths[0]!, builtPaths })
    const { probe } = probeOf({ [builtPaths[1]!]: 'yes' })
    const { confirmed } = await statesAt(RACE_AT + DAY_MS, seasonOf(sprint), probe)
    expect(confirmed.rounds[0]?.sessions[0]).toMatchObject({ path: builtPaths[1], archived: 'yes' })
  })

  it('is asked for a week where the index does not list the session: it may have been called off', async () => {
    const built = aSession({ builtPaths: ['2021/a/race/'] })
    const { probe } = probeOf({})
    expect((await statesAt(RACE_AT + 5 * DAY_MS, seasonOf(built), probe)).states).toEqual(['live'])
    expect((await statesAt(RACE_AT + 9 * DAY_MS, seasonOf(built), probe)).states).toEqual(['completed'])
  })

  it('looks for a session that the index lists without a folder, and takes it for cancelled after two days', async () => {
    const listed = aSession({ path: null, builtPaths: ['2021/a/race/'] })
    const there = probeOf({ '2021/a/race/': 'yes' })
    expect((await statesAt(RACE_AT + DAY_MS, seasonOf(listed), there.probe)).states).toEqual(['completed'])
    expect((await statesAt(RACE_AT + DAY_MS, seasonOf(listed), probeOf({}).probe)).states).toEqual(['live'])
    const offline = probeOf({ '2021/a/race/': null })
    expect((await statesAt(RACE_AT + DAY_MS, seasonOf(listed), offline.probe)).states).toEqual(['live'])
    expect((await statesAt(RACE_AT + 9 * DAY_MS, seasonOf(listed), there.probe)).states).toEqual([
      'cancelled',
    ])
  })
})

describe('a status topic', () => {
  const topic = (...statuses: readonly string[]) =>
    Buffer.from(statuses.map((status, i) => `00:0${i}:00.000{"Status":"${status}"}\r\n`).join(''))

  it('says that the session is over by Finalised or Ends, also without Finished', () => {
    expect(saysItIsOver(topic('Inactive', 'Started', 'Aborted', 'Finalised'))).toBe(true)
    expect(saysItIsOver(topic('Started', 'Ends'))).toBe(true)
  })

  it('does not say so while the session runs, between two parts of a qualifying, or when it is empty', () => {
    expect(saysItIsOver(topic('Inactive', 'Started', 'Finished', 'Inactive'))).toBe(false)
    expect(saysItIsOver(topic())).toBe(false)
    expect(saysItIsOver(Buffer.from('<html>'))).toBe(false)
  })
})
