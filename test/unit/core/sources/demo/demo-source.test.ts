import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import type { Clock } from '@main/core/ports'
import { TELEMETRY_TOPICS, TIMING_TOPICS, type TopicBytes } from '@main/core/session/topics'
import { createDemoSource } from '@main/core/sources/demo/demo-source'
import type { FetchOptions, SessionSource, SourceSession } from '@main/core/sources/session-source'

const ALL_TOPICS = [...TIMING_TOPICS, ...TELEMETRY_TOPICS]
const HOUR_MS = 3_600_000

function demoSourceAt(instant: string): SessionSource {
  const clock: Clock = { now: () => Date.parse(instant), elapsed: () => 0 }
  return createDemoSource({ clock, pause: () => setImmediate() })
}

function options(change: Partial<FetchOptions> = {}): FetchOptions {
  return { signal: new AbortController().signal, freshness: 'cached', ...change }
}

async function qualifyingOf(source: SessionSource): Promise<SourceSession> {
  const season = await source.loadSeason(source.seasons()[0]!, options())
  return season.rounds[0]!.sessions.find(({ code }) => code === 'Q')!
}

async function topicsAt(instant: string): Promise<TopicBytes> {
  const source = demoSourceAt(instant)
  return (await source.fetchTopics(await qualifyingOf(source), ALL_TOPICS, options())).topics
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
}

describe('the demo source', () => {
  it.each(['2026-01-01T00:00:30Z', '2026-08-01T13:10:00Z', '2026-08-02T12:59:59Z', '2026-12-31T23:59:59Z'])(
    'has, at %s, a qualifying that is over and a race that is to come',
    async (instant) => {
      const source = demoSourceAt(instant)
      expect(source.seasons()).toEqual([2026])
      const { rounds } = await source.loadSeason(2026, options())
      const [qualifying, race] = rounds[0]!.sessions
      expect(rounds).toHaveLength(1)
      expect([qualifying!.code, race!.code]).toEqual(['Q', 'R'])
      expect(qualifying!.endAt).toBeLessThanOrEqual(Date.parse(instant) - HOUR_MS)
      expect(qualifying!.startAt).toBeGreaterThan(Date.parse(instant) - 8 * 24 * HOUR_MS)
      expect(race!.startAt).toBeGreaterThan(Date.parse(instant))
      expect(new Date(qualifying!.startAt).getUTCDay()).toBe(6)
      expect(new Date(race!.startAt).getUTCDay()).toBe(0)
      expect(race!.path).toBeNull()
    },
  )

  it('says in every name that it is simulated', async () => {
    const source = demoSourceAt('2026-08-05T10:00:00Z')
    const { rounds } = await source.loadSeason(2026, options())
    expect(source.kind).toBe('demo')
    expect(rounds[0]!.name).toMatch(/^Simulated Grand Prix of /)
  })

  it('keeps a session under one path all season', async () => {
    const paths = await Promise.all(
      ['2026-02-02T10:00:00Z', '2026-08-05T10:00:00Z', '2026-12-31T10:00:00Z'].map(
        async (instant) => (await qualifyingOf(demoSourceAt(instant))).path,
      ),
    )
    expect(new Set(paths).size).toBe(1)
    expect(paths[0]).toMatch(/^2026\/.*\/$/)
  })

  it('refuses seasons that are not simulated', async () => {
    const source = demoSourceAt('2026-08-05T10:00:00Z')
    expect(await codeOf(source.loadSeason(2019, options()))).toBe('source/not-available')
  })

  it('has a championship without points, because no race of it has been run', async () => {
    const source = demoSourceAt('2026-06-15T12:00:00Z')
    const { round, drivers } = await source.loadStandings(2026, 'latest', options())
    expect(round).toBeNull()
    expect(drivers.length).toBe(5)
    expect(new Set(drivers.map(({ position, points }) => `${position} ${points}`))).toEqual(
      new Set(['null 0']),
    )
    expect(await codeOf(source.loadStandings(2026, 1, options()))).toBe('source/not-available')
    expect(await codeOf(source.loadStandings(2019, 'latest', options()))).toBe('source/not-available')
  })

  it('gives the same bytes for the same season and date', async () => {
    const [once, again] = [await topicsAt('2026-08-05T10:00:00Z'), await topicsAt('2026-08-06T22:00:00Z')]
    expect([...once.keys()]).toEqual(ALL_TOPICS.filter((name) => name !== 'LapCount'))
    for (const [name, bytes] of once) expect(Buffer.compare(bytes, again.get(name)!)).toBe(0)
  })

  it('moves nothing but the dates when the clock moves on: session times stay', async () => {
    const [once, later] = [await topicsAt('2026-08-05T10:00:00Z'), await topicsAt('2026-09-05T10:00:00Z')]
    expect(Buffer.compare(once.get('TimingData')!, later.get('TimingData')!)).toBe(0)
    expect(Buffer.compare(once.get('SessionInfo')!, later.get('SessionInfo')!)).not.toBe(0)
  })

  it('gives other bytes for another season', async () => {
    const [once, other] = [await topicsAt('2026-08-05T10:00:00Z'), await topicsAt('2025-08-05T10:00:00Z')]
    for (const name of ['TimingData', 'CarData.z', 'Position.z'] as const)
      expect(Buffer.compare(once.get(name)!, other.get(name)!)).not.toBe(0)
  })

  it('makes a topic once and serves it from memory after that', async () => {
    const source = demoSourceAt('2026-08-05T10:00:00Z')
    const session = await qualifyingOf(source)
    const first = await source.fetchTopics(session, ['Position.z'], options())
    const second = await source.fetchTopics(session, ['Position.z'], options())
    expect(second.topics.get('Position.z')).toBe(first.topics.get('Position.z'))
    expect([first.changed, second.changed]).toEqual([true, false])
    expect([first.receivedBytes, second.receivedBytes]).toEqual([0, 0])
  })

  it('answers that nothing changed when asked whether something did', async () => {
    const source = demoSourceAt('2026-08-05T10:00:00Z')
    const session = await qualifyingOf(source)
    const asked = await source.fetchTopics(session, TIMING_TOPICS, options({ freshness: 'revalidate' }))
    expect(asked.changed).toBe(false)
  })

  it('reports progress that grows and ends at the whole', async () => {
    const source = demoSourceAt('2026-08-05T10:00:00Z')
    const seen: (readonly [number, number])[] = []
    const onProgress = (received: number, total: number): number => seen.push([received, total])
    const { topics } = await source.fetchTopics(
      await qualifyingOf(source),
      ALL_TOPICS,
      options({ onProgress }),
    )
    const bytes = [...topics.values()].reduce((sum, topic) => sum + topic.byteLength, 0)
    expect(seen.at(-1)).toEqual([bytes, bytes])
    expect(seen.length).toBeGreaterThan(10)
    seen.slice(1).forEach(([received], i) => expect(received).toBeGreaterThanOrEqual(seen[i]![0]))
  })

  it.each([
    ['unknown', '2026/Nowhere/Qualifying/'],
    ['missing', null],
  ])('refuses a session whose path is %s', async (_, path) => {
    const source = demoSourceAt('2026-08-05T10:00:00Z')
    const session = { ...(await qualifyingOf(source)), path }
    expect(await codeOf(source.fetchTopics(session, ALL_TOPICS, options()))).toBe('source/not-available')
  })

  it('stops when asked to, before and in the middle, and can be asked again', async () => {
    const source = demoSourceAt('2026-08-05T10:00:00Z')
    const session = await qualifyingOf(source)
    const signal = AbortSignal.abort()
    expect(await codeOf(source.loadSeason(2026, options({ signal })))).toBe('task/cancelled')
    expect(await codeOf(source.fetchTopics(session, ALL_TOPICS, options({ signal })))).toBe('task/cancelled')

    const controller = new AbortController()
    let calls = 0
    const onProgress = (): void => {
      if (++calls === 3) controller.abort()
    }
    const stopped = source.fetchTopics(
      session,
      ['CarData.z'],
      options({ signal: controller.signal, onProgress }),
    )
    expect(await codeOf(stopped)).toBe('task/cancelled')
    expect(calls).toBe(3)
    const { topics } = await source.fetchTopics(session, ['CarData.z'], options())
    expect(topics.get('CarData.z')!.byteLength).toBeGreaterThan(400_000)
  })

  it('lets other work have its turn while it simulates', async () => {
    const source = demoSourceAt('2026-08-05T10:00:00Z')
    const session = await qualifyingOf(source)
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await source.fetchTopics(session, TELEMETRY_TOPICS, options())
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })
})
