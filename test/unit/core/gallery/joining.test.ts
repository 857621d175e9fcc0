// A person asks for what the warming is making: the work is one, and goes on as a person's.
import { describe, expect, it } from 'vitest'
import type { SculptureId } from '@contract/ids'
import type { Urgency } from '@contract/tasks'
import { TieredCache } from '@main/core/cache/tiered-cache'
import { Gallery } from '@main/core/gallery/gallery'
import { packSculpture } from '@main/core/sculpture/codec'
import { NO_RACE_CONTEXT } from '@main/core/sources/session-source'
import { aDriver, aSculpture, someLaps } from '../../../helpers/builders'
import { A_DAY, cacheTiers } from '../../../helpers/cache-tiers'
import { fakeClock } from '../../../helpers/fake-clock'
import { silentLogger } from '../../../helpers/silent-logger'
import { aTaskQueue } from '../../../helpers/task-fixtures'
import { settle } from '../tasks/held-work'

const NOW = Date.UTC(2025, 9, 26)
const sculptureIn = (round: number): SculptureId => ({
  source: 'archive',
  season: 2025,
  round,
  session: 'Q',
  driver: 'NOR',
  lap: 'fastest',
})
const warming = { urgency: 'warming' } as const

/** A gallery of two rounds, with one slot for people and one for the rest; `release` lets all decoding end. */
function setUp() {
  const clock = fakeClock(NOW)
  const tasks = aTaskQueue({ clock, slots: { interactive: 1, rest: 1 } })
  const tiers = cacheTiers()
  const did: [string, Urgency][] = []
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const session = {
    code: 'Q',
    name: 'Qualifying',
    startAt: NOW - 7_200_000,
    endAt: NOW - 3_600_000,
    gmtOffsetMs: 0,
    path: '2025/a/qualifying/',
    cancelled: false,
  } as const
  const round = { name: 'Grand Prix', country: 'C', location: 'Town', format: 'conventional' } as const
  const gallery = new Gallery({
    source: {
      kind: 'archive',
      seasons: () => [2025],
      loadSeason: (season) =>
        Promise.resolve({
          season,
          warnings: [],
          rounds: [20, 21].map((number) => ({ ...round, round: number, sessions: [session] })),
        }),
      loadStandings: () => Promise.reject(new Error('not asked here')),
      loadRaceContext: () => Promise.resolve(NO_RACE_CONTEXT),
      fetchTopics: () =>
        Promise.resolve({
          topics: new Map([['TimingData', new Uint8Array(1)], ['CarData.z', new Uint8Array(1)]]), // prettier-ignore
          changed: false,
          receivedBytes: 1,
        }),
    },
    cache: new TieredCache(tiers, clock, A_DAY),
    tasks,
    builder: {
      decodeLaps: async (_topics, { round: number }, options) => {
        await released
        did.push([`laps of ${number}`, options.urgency])
        return someLaps({ round: number, drivers: [aDriver({ code: 'NOR' })] })
      },
      buildSculptures: (order, { urgency }) => {
        did.push([`sculptures of ${order.laps.round}`, urgency])
        const laps = order.wanted.map((wanted) => ({
          ok: true as const,
          wanted,
          bytes: packSculpture(aSculpture({ driver: wanted.driver, lap: wanted.lap })),
        }))
        return Promise.resolve({ laps, circuitLine: null })
      },
    },
    clock,
    logger: silentLogger(),
  })
  return { gallery, tasks, did, release }
}

describe('a person who asks for what the warming makes', () => {
  it('joins it: one task, which is theirs from then on and goes on where people wait', async () => {
    const { gallery, tasks, did, release } = setUp()
    const warmed = gallery.openSculpture(sculptureIn(20), warming)
    await settle()
    const shown = gallery.openSculpture(sculptureIn(20))
    await settle()
    expect(tasks.list()).toMatchObject([{ state: 'active', urgency: 'interactive' }])
    release()
    expect((await shown).key).toBe((await warmed).key)
    expect(did.filter(([what]) => what.startsWith('sculptures'))).toEqual([
      ['sculptures of 20', 'interactive'],
    ])
    expect(tasks.list().length).toBe(1)
  })

  it('does not wait behind the sessions that are warmed before it', async () => {
    const { gallery, tasks, release } = setUp()
    const all: Promise<unknown>[] = [20, 21].map((round) => gallery.openSession(sculptureIn(round), warming))
    await settle()
    expect(tasks.list().map(({ state }) => state)).toEqual(['active', 'waiting'])
    all.push(gallery.openSession(sculptureIn(21)))
    await settle()
    expect(tasks.list().map(({ state }) => state)).toEqual(['active', 'active'])
    release()
    await Promise.all(all)
  })

  it('gets a sculpture although the laps it needs are still to be warmed behind another session', async () => {
    const { gallery, tasks, release } = setUp()
    const all: Promise<unknown>[] = [20, 21].map((round) => gallery.openSession(sculptureIn(round), warming))
    await settle()
    all.push(gallery.openSculpture(sculptureIn(21)))
    await settle()
    expect(tasks.list().map(({ kind, state, urgency }) => [kind, state, urgency])).toEqual([
      ['open-session', 'active', 'warming'],
      ['open-session', 'active', 'interactive'],
      ['build-sculpture', 'active', 'interactive'],
    ])
    release()
    await Promise.all(all)
  })

  it('joins laps, too, that are being read for the first sculpture of a session', async () => {
    const { gallery, tasks, release } = setUp()
    const warmed = gallery.openSculpture(sculptureIn(20), { ...warming, runId: 't0' })
    await settle()
    const shown = gallery.openSession(sculptureIn(20))
    await settle()
    expect(tasks.list()).toMatchObject([{ kind: 'build-sculpture', urgency: 'interactive', runId: 't0' }])
    release()
    await Promise.all([warmed, shown])
  })
})

describe('a task of the gallery that is done once more', () => {
  it('goes by the cache, so that nothing is made twice', async () => {
    const { gallery, tasks, did, release } = setUp()
    const cancelled = gallery.openSession(sculptureIn(20), warming)
    await settle()
    tasks.cancel('t1')
    await expect(cancelled).rejects.toMatchObject({ code: 'task/cancelled' })
    expect(tasks.retry('t1')).toBe(true)
    const joined = gallery.openSession(sculptureIn(20))
    await settle()
    release()
    await joined
    await tasks.idle()
    expect(tasks.list().map(({ state }) => state)).toEqual(['cancelled', 'completed'])
    expect(did.filter(([, urgency]) => urgency === 'interactive').length).toBeLessThanOrEqual(1)
  })
})
