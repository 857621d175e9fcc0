// What becomes of a sculpture after somebody has got it: the session is computed again in the better way, behind the
// scenes. Cache, queue and packing are the real ones; source and builder are stand-ins.
import { describe, expect, it } from 'vitest'
import type { SculptureId } from '@contract/ids'
import { AppError } from '@main/core/app-error'
import { TieredCache } from '@main/core/cache/tiered-cache'
import type { BuildOrder } from '@main/core/gallery/build-sculptures'
import { Gallery } from '@main/core/gallery/gallery'
import type { BlobStore } from '@main/core/ports'
import { packSculpture } from '@main/core/sculpture/codec'
import { NO_RACE_CONTEXT } from '@main/core/sources/session-source'
import { aDriver, aSculpture, someLaps } from '../../../helpers/builders'
import { A_DAY, cacheTiers } from '../../../helpers/cache-tiers'
import { fakeClock } from '../../../helpers/fake-clock'
import { memoryStore } from '../../../helpers/memory-store'
import { silentLogger } from '../../../helpers/silent-logger'
import { aTaskQueue } from '../../../helpers/task-fixtures'

const NOW = Date.UTC(2025, 9, 26)
const sculptureOf = (driver: string, lap: SculptureId['lap'] = 'fastest'): SculptureId => ({
  source: 'archive',
  season: 2025,
  round: 20,
  session: 'Q',
  driver,
  lap,
})

function setUp(options: { readonly results?: BlobStore; readonly isWatched?: boolean } = {}) {
  const clock = fakeClock(NOW)
  const tasks = aTaskQueue({ clock })
  const results = options.results ?? memoryStore()
  const cache = new TieredCache(cacheTiers({ results }), clock, A_DAY)
  const orders: BuildOrder[] = []
  const improved: (readonly string[])[] = []
  const world = { fails: false, refused: '', line: null as Uint8Array<ArrayBuffer> | null }
  const gallery = new Gallery({
    source: {
      kind: 'archive',
      seasons: () => [2025],
      loadSeason: (season) =>
        Promise.resolve({
          season,
          warnings: [],
          rounds: [
            {
              round: 20,
              name: 'Grand Prix',
              country: 'C',
              location: 'Town',
              format: 'conventional',
              sessions: [
                {
                  code: 'Q',
                  name: 'Qualifying',
                  startAt: NOW - 7_200_000,
                  endAt: NOW - 3_600_000,
                  gmtOffsetMs: 0,
                  path: 'q/',
                  archived: 'yes',
                  cancelled: false,
                },
              ],
            },
          ],
        }),
      loadStandings: () => Promise.reject(new Error('not asked here')),
      loadRaceContext: () => Promise.resolve(NO_RACE_CONTEXT),
      fetchTopics: (_, topics) =>
        Promise.resolve({
          topics: new Map(topics.map((topic) => [topic, new Uint8Array(1)])),
          changed: false,
          receivedBytes: 1,
        }),
    },
    cache,
    tasks,
    builder: {
      decodeLaps: () =>
        Promise.resolve(
          someLaps({ drivers: [aDriver(), aDriver({ code: 'BBB', number: '22' })], source: 'archive' }),
        ),
      buildSculptures: (order) => {
        orders.push(order)
        if (world.fails && order.tier === 3) return Promise.reject(new Error('in vain'))
        return Promise.resolve({
          laps: order.wanted.map((wanted) => {
            if (order.tier === 3 && wanted.driver === world.refused)
              return {
                ok: false as const,
                wanted,
                error: new AppError('sculpture/too-few-samples', wanted.driver),
              }
            const facts = { tier: order.tier, isFinalTier: order.tier === 3 }
            const sculpture = aSculpture({ ...facts, driver: wanted.driver, lap: wanted.lap })
            return { ok: true as const, wanted, bytes: packSculpture(sculpture) }
          }),
          circuitLine: world.line,
        })
      },
    },
    clock,
    logger: silentLogger(),
    ...(options.isWatched !== false && { onImproved: (keys) => void improved.push(keys) }),
  })
  const open = async (id: SculptureId) => {
    const { header, servedFrom } = await gallery.openSculpture(id)
    await idle()
    return { tier: header.tier, servedFrom }
  }
  const idle = async (): Promise<void> => {
    // A wish is taken up a moment after the task before it has ended.
    for (let i = 0; i < 3; i++) {
      await tasks.idle()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { gallery, open, orders, improved, results, tasks, cache, world }
}

describe('a sculpture that was opened', () => {
  it('is tier 2 at once and tier 3 later, with the whole session, announced by its keys', async () => {
    const { open, orders, improved } = setUp()
    expect(await open(sculptureOf('AAA'))).toEqual({ tier: 2, servedFrom: 'built' })
    expect(orders.map(({ tier, wanted }) => [tier, wanted.length])).toEqual([
      [2, 2],
      [3, 2],
    ])
    expect(improved).toEqual([['f1:sculpture:2025:20:Q:AAA', 'f1:sculpture:2025:20:Q:BBB']])
    expect(await open(sculptureOf('BBB'))).toEqual({ tier: 3, servedFrom: 'memory' })
    expect(orders).toHaveLength(2)
  })

  it('is found in the better form by a second start, which computes nothing', async () => {
    const first = setUp()
    await first.open(sculptureOf('AAA'))
    const second = setUp({ results: first.results })
    expect(await second.open(sculptureOf('AAA'))).toEqual({ tier: 3, servedFrom: 'disk' })
    expect(second.orders).toEqual([])
  })

  it('is made better by a second start where the first was too short for it', async () => {
    const first = setUp({ isWatched: false })
    expect(await first.open(sculptureOf('AAA'))).toEqual({ tier: 2, servedFrom: 'built' })
    expect(first.orders).toHaveLength(1)
    const second = setUp({ results: first.results })
    expect(await second.open(sculptureOf('AAA'))).toEqual({ tier: 2, servedFrom: 'disk' })
    expect(second.orders.map(({ tier }) => tier)).toEqual([3])
  })

  it('is joined by another lap of the session, which alone is then made better', async () => {
    const { open, orders, improved } = setUp()
    await open(sculptureOf('AAA'))
    await open(sculptureOf('AAA', 1))
    expect(orders.at(-1)).toMatchObject({ tier: 3, wanted: [{ driver: 'AAA', lap: 1, choice: 1 }] })
    expect(improved.at(-1)).toEqual(['f1:sculpture:2025:20:Q:AAA:1'])
  })

  it('stays as it is, and is not tried again, where that fails', async () => {
    const { open, orders, improved, world } = setUp()
    world.fails = true
    await open(sculptureOf('AAA'))
    expect(await open(sculptureOf('AAA'))).toEqual({ tier: 2, servedFrom: 'memory' })
    expect(orders).toHaveLength(2)
    expect(improved).toEqual([])
  })

  it('stays as it is, and is not tried again, where the better way refuses this one lap', async () => {
    const { open, orders, improved, world, tasks } = setUp()
    world.refused = 'BBB'
    await open(sculptureOf('BBB'))
    expect(improved).toEqual([['f1:sculpture:2025:20:Q:AAA']])
    const worked = tasks.list().length
    for (let click = 0; click < 3; click++)
      expect(await open(sculptureOf('BBB'))).toEqual({ tier: 2, servedFrom: 'memory' })
    expect(await open(sculptureOf('AAA'))).toEqual({ tier: 3, servedFrom: 'memory' })
    expect(orders).toHaveLength(2)
    expect(tasks.list()).toHaveLength(worked)
    // Another lap of the session is made better alone: the refused one is not dragged along.
    await open(sculptureOf('AAA', 1))
    expect(orders.at(-1)).toMatchObject({ tier: 3, wanted: [{ driver: 'AAA', lap: 1 }] })
  })

  it('is tried again by the next start where it was refused', async () => {
    const first = setUp()
    first.world.refused = 'BBB'
    await first.open(sculptureOf('BBB'))
    const second = setUp({ results: first.results })
    await second.open(sculptureOf('BBB'))
    expect(second.orders.map(({ tier, wanted }) => [tier, wanted.length])).toEqual([[3, 1]])
    expect(await second.open(sculptureOf('BBB'))).toEqual({ tier: 3, servedFrom: 'memory' })
  })

  it('is left alone once the gallery is closed', async () => {
    const { gallery, open, orders } = setUp()
    gallery.close()
    gallery.close()
    await open(sculptureOf('AAA'))
    expect(orders).toHaveLength(1)
  })

  it('is handed over in the better form to who would rather wait for it, once', async () => {
    const { gallery, orders, improved } = setUp({ isWatched: false })
    expect((await gallery.openRefined(sculptureOf('AAA'))).header.tier).toBe(3)
    expect((await gallery.openRefined(sculptureOf('AAA'))).header.tier).toBe(3)
    expect(orders.map(({ tier }) => tier)).toEqual([2, 3])
    expect(improved).toEqual([])
  })

  it('leaves its circuit’s line for other sessions, and is handed the one that is there', async () => {
    const { open, orders, cache, world } = setUp()
    world.line = Uint8Array.of(1, 2, 3)
    await open(sculptureOf('AAA'))
    expect(orders.map(({ circuitLine }) => circuitLine?.length ?? null)).toEqual([null, 3])
    expect((await cache.peek('f1:line:2025:Town'))?.bytes).toEqual(world.line)
  })
})
