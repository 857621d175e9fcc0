import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import { seasonAt } from '@main/core/calendar/season'
import type { Clock } from '@main/core/ports'
import { TIMING_TOPICS } from '@main/core/session/topics'
import { createDemoHost } from '@main/core/sources/demo/demo-host'
import { createDemoSource } from '@main/core/sources/demo/demo-source'
import { createTopicMaker, type SimulationRequest } from '@main/core/sources/demo/make-topics'
import type { FetchOptions, SourceSession } from '@main/core/sources/session-source'
import { ALL_TOPICS } from './demo-fixture'

const maker = createTopicMaker()
const host = createDemoHost(maker)

/** A source whose clock can be moved, and what it had to make. */
function demoSourceAt(instant: string) {
  let now = Date.parse(instant)
  const made: SimulationRequest[] = []
  const clock: Clock = { now: () => now, elapsed: () => 0 }
  const source = createDemoSource({
    clock,
    make: (request, { signal }) => {
      signal.throwIfAborted()
      made.push(request)
      return Promise.resolve(maker.topics(request))
    },
    readAnswer: (path, at) => Promise.resolve(host(path, at)?.bytes ?? null),
  })
  const calendar = async (season = source.seasons()[0]!) => {
    const loaded = await source.loadSeason(season, options())
    return { ...loaded, states: seasonAt(loaded, now) }
  }
  return { source, made, calendar, moveTo: (later: string) => (now = Date.parse(later)) }
}

function options(change: Partial<FetchOptions> = {}): FetchOptions {
  return { signal: new AbortController().signal, freshness: 'cached', ...change }
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
}

/** The last qualifying that is over. */
async function lastQualifying({ calendar }: ReturnType<typeof demoSourceAt>): Promise<SourceSession> {
  const { rounds, states } = await calendar()
  const isOver = (round: number) =>
    states.rounds[round]!.sessions.find(({ code }) => code === 'Q')!.state === 'completed'
  const last = rounds.findLast((_, i) => isOver(i))!
  return last.sessions.find(({ code }) => code === 'Q')!
}

const WEDNESDAY = '2026-08-05T10:10:00Z'

// Simulating takes a second or two per session, several times that on a busy machine.
describe('the demo source', { timeout: 60_000 }, () => {
  it.each(['2026-01-20T00:00:30Z', '2026-04-03T13:10:00Z', '2026-08-02T12:59:59Z', '2026-11-26T17:00:00Z'])(
    'has, at %s, rounds behind it, rounds to come, and one session under way',
    async (instant) => {
      const { source, calendar } = demoSourceAt(instant)
      expect(source.seasons()).toEqual([2026, 2025])
      const { states } = await calendar()
      expect(states.rounds.length).toBeGreaterThanOrEqual(26)
      const sessions = states.rounds.flatMap((round) => round.sessions)
      const count = (state: string) => sessions.filter((session) => session.state === state).length
      expect(count('live')).toBe(1)
      expect(count('completed')).toBeGreaterThan(3)
      expect(count('future')).toBeGreaterThan(5)
      expect(count('cancelled')).toBe(0)
      const order = sessions.map(({ startAt }) => startAt)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    },
  )

  it.each(['2026-01-01T00:00:30Z', '2026-01-10T12:00:00Z', '2026-12-31T23:59:59Z'])(
    'always has a newest season with a qualifying that is over: at %s too',
    async (instant) => {
      const session = await lastQualifying(demoSourceAt(instant))
      expect(session.endAt).toBeLessThan(Date.parse(instant))
      expect(session.endAt).toBeGreaterThan(Date.parse(instant) - 30 * 24 * 3_600_000)
    },
  )

  it('has six different circuits in the last six rounds, and sprint weekends now and then', async () => {
    const { rounds } = await demoSourceAt(WEDNESDAY).calendar()
    for (let i = 6; i <= rounds.length; i++)
      expect(new Set(rounds.slice(i - 6, i).map(({ location }) => location)).size).toBe(6)
    const sprints = rounds.filter(({ format }) => format === 'sprint_qualifying')
    expect(sprints.length).toBeGreaterThanOrEqual(5)
    expect(sprints[0]!.sessions.map(({ code }) => code)).toEqual(['FP1', 'SQ', 'S', 'Q', 'R'])
  })

  it('says in every name that it is simulated', async () => {
    const { source, calendar } = demoSourceAt(WEDNESDAY)
    expect(source.kind).toBe('demo')
    for (const { name } of (await calendar()).rounds) expect(name).toMatch(/^Simulated Grand Prix of /)
  })

  it('keeps every round’s circuit, sessions and paths all season, and the dates of all that is over', async () => {
    const demo = demoSourceAt('2026-03-01T10:00:00Z')
    const early = (await demo.calendar()).rounds
    demo.moveTo('2026-11-20T10:00:00Z')
    const late = (await demo.calendar()).rounds
    const timeless = (rounds: typeof early) =>
      rounds.map(({ sessions, ...round }) => ({ ...round, paths: sessions.map(({ path }) => path) }))
    expect(timeless(late)).toEqual(timeless(early))
    expect(late.slice(0, 3)).toEqual(early.slice(0, 3))
  })

  it('refuses seasons that are not simulated', async () => {
    const { source } = demoSourceAt(WEDNESDAY)
    expect(await codeOf(source.loadSeason(2019, options()))).toBe('source/not-available')
  })

  it('gives the same bytes whenever they are asked for', async () => {
    const [once, later] = [demoSourceAt(WEDNESDAY), demoSourceAt('2026-09-30T22:00:00Z')]
    const session = await lastQualifying(once)
    const { topics } = await once.source.fetchTopics(session, ALL_TOPICS, options())
    const again = await later.source.fetchTopics(session, ALL_TOPICS, options())
    expect([...topics.keys()]).toEqual(ALL_TOPICS.filter((name) => name !== 'LapCount'))
    for (const [name, bytes] of topics) expect(Buffer.compare(bytes, again.topics.get(name)!)).toBe(0)
  })

  it('has the championship after its latest race, and after any before it', async () => {
    const { source } = demoSourceAt('2026-02-16T12:00:00Z')
    const { round, drivers, warnings } = await source.loadStandings(2026, 'latest', options())
    expect(round).toBeGreaterThan(1)
    expect(warnings).toEqual([])
    expect(drivers.map(({ position }) => position)).toEqual(drivers.map((_, i) => i + 1))
    expect(drivers.map(({ points }) => points)).toEqual(
      drivers.map(({ points }) => points).toSorted((a, b) => b - a),
    )
    expect(drivers).toHaveLength(20)
    const first = await source.loadStandings(2026, 1, options())
    // One race, no sprint: the points of the first ten.
    expect(first.drivers.reduce((sum, { points }) => sum + points, 0)).toBe(101)
    expect(await codeOf(source.loadStandings(2019, 'latest', options()))).toBe('source/not-available')
  })

  it('knows the first lap times of its races, which the timing feed lacks', async () => {
    const demo = demoSourceAt('2026-02-16T12:00:00Z')
    const { rounds } = await demo.calendar()
    const race = rounds[0]!.sessions.find(({ code }) => code === 'R')!
    const { firstLapTimesMs, state } = await demo.source.loadRaceContext(2026, 1, race, options())
    expect(state).toBe('complete')
    expect(firstLapTimesMs.size).toBeGreaterThan(15)
    for (const timeMs of firstLapTimesMs.values()) expect(timeMs).toBeGreaterThan(45_000)
  })

  it('makes a topic once and serves it from memory after that', async () => {
    const { source, made, calendar } = demoSourceAt(WEDNESDAY)
    const session = (await calendar()).rounds[0]!.sessions[3]!
    const first = await source.fetchTopics(session, TIMING_TOPICS, options())
    const second = await source.fetchTopics(session, TIMING_TOPICS, options())
    expect(second.topics.get('TimingData')).toBe(first.topics.get('TimingData'))
    expect([first.changed, second.changed]).toEqual([true, false])
    expect([first.receivedBytes, second.receivedBytes]).toEqual([0, 0])
    expect(made.filter(({ topics }) => topics.includes('TimingData'))).toHaveLength(1)
  })

  it('shows of a running session what has happened, and more of it later', async () => {
    const demo = demoSourceAt(WEDNESDAY)
    const { states, rounds } = await demo.calendar()
    const round = states.rounds.findIndex(({ sessions }) => sessions.some(({ state }) => state === 'live'))
    const session = rounds[round]!.sessions.find(
      (_, i) => states.rounds[round]!.sessions[i]!.state === 'live',
    )!
    const sizes: number[] = []
    for (const later of ['2026-08-05T10:10:00Z', '2026-08-05T10:20:00Z', '2026-08-05T10:29:00Z']) {
      demo.moveTo(later)
      const { topics } = await demo.source.fetchTopics(session, ['TimingData', 'SessionStatus'], options())
      sizes.push(topics.get('TimingData')!.byteLength)
      expect(Buffer.from(topics.get('SessionStatus')!).toString()).not.toContain('Finished"}')
    }
    expect(sizes[0]).toBeGreaterThan(5_000)
    expect(sizes[1]).toBeGreaterThan(1.1 * sizes[0]!)
    expect(sizes[2]).toBeGreaterThan(sizes[1]!)
  })

  it('has first practices without positions', async () => {
    const { source, calendar } = demoSourceAt(WEDNESDAY)
    const session = (await calendar()).rounds[3]!.sessions[0]!
    const { topics } = await source.fetchTopics(session, ['CarData.z', 'Position.z'], options())
    expect([...topics.keys()]).toEqual(['CarData.z'])
  })

  it('reports progress that ends at the whole', async () => {
    const demo = demoSourceAt(WEDNESDAY)
    const seen: (readonly [number, number])[] = []
    const onProgress = (received: number, total: number): number => seen.push([received, total])
    const { topics } = await demo.source.fetchTopics(
      await lastQualifying(demo),
      ['TimingData'],
      options({ onProgress }),
    )
    const bytes = topics.get('TimingData')!.byteLength
    expect(seen).toEqual([
      [0, 0],
      [bytes, bytes],
    ])
  })

  it.each([
    ['unknown', '2026/Nowhere/Qualifying/'],
    ['missing', null],
    ['nonsense', '../../etc/'],
  ])('refuses a session whose path is %s', async (_, path) => {
    const demo = demoSourceAt(WEDNESDAY)
    const session = { ...(await lastQualifying(demo)), path }
    expect(await codeOf(demo.source.fetchTopics(session, ALL_TOPICS, options()))).toBe('source/not-available')
  })

  it('refuses a session that is still to come', async () => {
    const demo = demoSourceAt(WEDNESDAY)
    const race = (await demo.calendar()).rounds.at(-1)!.sessions.at(-1)!
    expect(await codeOf(demo.source.fetchTopics(race, TIMING_TOPICS, options()))).toBe('source/not-available')
  })

  it('stops when asked to, before and during the work, and can be asked again', async () => {
    const demo = demoSourceAt(WEDNESDAY)
    const session = await lastQualifying(demo)
    const signal = AbortSignal.abort()
    expect(await codeOf(demo.source.loadSeason(2026, options({ signal })))).toBe('task/cancelled')
    expect(await codeOf(demo.source.fetchTopics(session, ALL_TOPICS, options({ signal })))).toBe(
      'task/cancelled',
    )
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    const stopped = demo.source.fetchTopics(
      session,
      ['TrackStatus'],
      options({ signal: controller.signal, onProgress }),
    )
    expect(await codeOf(stopped)).toBe('task/cancelled')
    const { topics } = await demo.source.fetchTopics(session, ['TrackStatus'], options())
    expect(topics.get('TrackStatus')!.byteLength).toBeGreaterThan(100)
  })
})
