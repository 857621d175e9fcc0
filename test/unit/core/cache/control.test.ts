// What a person can ask of the cache: what uses the space, clearing, pins, limits.
import { describe, expect, it } from 'vitest'
import type { ClearScope } from '@contract/cache'
import { AppError } from '@main/core/app-error'
import { Pins } from '@main/core/cache/pins'
import { TieredCache, type Making } from '@main/core/cache/tiered-cache'
import type { BlobMetadata } from '@main/core/ports'
import { A_DAY, cacheTiers, pinKeeper } from '../../../helpers/cache-tiers'
import { fakeClock } from '../../../helpers/fake-clock'

const MEXICO = { kind: 'session', season: 2025, round: 20, session: 'Q' } as const
const hit: Making = {
  flight: 'none',
  make: () => Promise.reject(new Error('it is there')),
  explain: () => new AppError('internal/bug', ''),
  revalidate: () => {},
}

/** 2025: one session with two sculptures, another with one, a line, raw topics and a calendar; 2024: one sculpture. */
async function setUp() {
  const clock = fakeClock()
  const tiers = { ...cacheTiers(), pins: new Pins(pinKeeper()) }
  let changes = 0
  const cache = new TieredCache(tiers, clock, A_DAY, () => {
    changes += 1
  })
  const metadata: BlobMetadata = { checkedAt: clock.now(), isFinal: false }
  const store = (key: string, size: number, more: Partial<BlobMetadata> = {}) =>
    cache.store(key, { bytes: new Uint8Array(size), metadata: { ...metadata, ...more } })
  const storeRaw = (key: string, size: number, belongsTo: string | null) =>
    tiers.raw.put(key, {
      bytes: new Uint8Array(size),
      metadata: { ...metadata, ...(belongsTo !== null && { belongsTo }) },
    })
  await store('f1:session:2025:20:Q', 100)
  await store('f1:sculpture:2025:20:Q:NOR', 10, { madeInMs: 400 })
  await store('f1:sculpture:2025:20:Q:VER:3', 11)
  await store('f1:sculpture:2025:20:R:NOR', 12)
  await store('f1:line:2025:Mexico City', 13)
  await store('f1:sculpture:2024:1:Q:NOR', 14)
  await storeRaw('archive:2025/a/CarData', 1_000, 'f1:session:2025:20:Q')
  await storeRaw('archive:2025/Index.json', 2_000, 'f1:season:2025')
  await storeRaw('something else', 3_000, null)
  return { cache, tiers, clock, store, changes: () => changes }
}

describe('what uses the space', () => {
  it('is told by season and session, sculptures, laps and raw topics apart', async () => {
    const { cache } = await setUp()
    const usage = await cache.usage()
    expect(usage.seasons.map(({ season }) => season)).toEqual([2025, 2024])
    expect(usage.seasons[0]).toMatchObject({
      entries: 7,
      bytes: { sculptures: 33, laps: 113, raw: 3_000 },
      sessions: [
        {
          round: 20,
          session: 'Q',
          entries: 4,
          sculptures: 2,
          bytes: { sculptures: 21, laps: 100, raw: 1_000 },
        },
        { round: 20, session: 'R', entries: 1, sculptures: 1, bytes: { sculptures: 12, laps: 0, raw: 0 } },
      ],
    })
    expect(usage.other).toEqual({ entries: 1, bytes: 3_000 })
  })

  it('adds up to what the tiers say', async () => {
    const { cache } = await setUp()
    const { seasons, other } = await cache.usage()
    const { disk } = await cache.status()
    const bytes = seasons.reduce((sum, { bytes: of }) => sum + of.sculptures + of.laps + of.raw, other.bytes)
    expect(bytes).toBe(disk.sculptures.bytes + disk.raw.bytes)
    expect(seasons.reduce((sum, { entries }) => sum + entries, other.entries)).toBe(
      disk.sculptures.entries + disk.raw.entries,
    )
  })
})

describe('clearing', () => {
  const scopes: readonly (readonly [
    string,
    ClearScope,
    { entries: number; results: number; raw: number },
  ])[] = [
    ['all', { kind: 'all' }, { entries: 9, results: 160, raw: 6_000 }],
    ['sculptures', { kind: 'sculptures' }, { entries: 4, results: 47, raw: 0 }],
    ['sessions', { kind: 'sessions' }, { entries: 1, results: 100, raw: 0 }],
    ['raw topics', { kind: 'raw' }, { entries: 3, results: 0, raw: 6_000 }],
    ['a season', { kind: 'season', season: 2025 }, { entries: 7, results: 146, raw: 3_000 }],
    ['a session', MEXICO, { entries: 4, results: 121, raw: 1_000 }],
    ['one entry', { kind: 'key', key: 'f1:sculpture:2025:20:Q:NOR' }, { entries: 1, results: 10, raw: 0 }],
  ]
  it.each(scopes)(
    'of %s frees what was announced, and nothing else',
    async (_, scope, { entries, results, raw }) => {
      const { cache, tiers } = await setUp()
      const before = await cache.status()
      const revision = cache.revision
      const plan = await cache.planClear(scope)
      expect(plan).toEqual({ entries, bytes: { results, raw }, pinned: 0 })
      expect(await cache.clear(scope)).toEqual(plan)
      const after = await cache.status()
      expect(before.disk.sculptures.bytes - after.disk.sculptures.bytes).toBe(results)
      expect(before.disk.raw.bytes - after.disk.raw.bytes).toBe(raw)
      // What was in memory too is gone from there as well.
      expect(tiers.memory.status().entries).toBe(after.disk.sculptures.entries)
      expect(await cache.planClear(scope)).toMatchObject({ entries: 0 })
      expect(cache.revision).toBeGreaterThan(revision)
    },
  )

  it('leaves alone what is being made: it is stored when it is done', async () => {
    const { cache, store } = await setUp()
    const key = 'f1:sculpture:2025:21:Q:NOR'
    let finish = () => {}
    const opening = cache.open(key, {
      ...hit,
      flight: 'session',
      make: async () => {
        await new Promise<void>((resolve) => {
          finish = resolve
        })
        await store(key, 5)
      },
    })
    await new Promise((resolve) => setImmediate(resolve))
    await cache.clear({ kind: 'all' })
    finish()
    expect((await opening).servedFrom).toBe('built')
    expect(await cache.keys()).toEqual([key])
  })

  it('says how much of it is pinned', async () => {
    const { cache } = await setUp()
    await cache.pin(MEXICO)
    expect((await cache.planClear({ kind: 'all' })).pinned).toBe(4)
  })
})

describe('a pin', () => {
  const pinned = async (cache: TieredCache) =>
    (await cache.list()).filter(({ isPinned }) => isPinned).map(({ key }) => key)

  it('on a session holds what belongs to it, raw topics included, until it is taken away', async () => {
    const { cache, tiers, changes } = await setUp()
    const before = changes()
    await cache.pin(MEXICO)
    expect(await pinned(cache)).toEqual([
      'f1:session:2025:20:Q',
      'f1:sculpture:2025:20:Q:NOR',
      'f1:sculpture:2025:20:Q:VER:3',
    ])
    const raw = (await tiers.raw.list()).filter((entry) => tiers.pins.covers(entry))
    expect(raw.map(({ key }) => key)).toEqual(['archive:2025/a/CarData'])
    expect((await cache.usage()).seasons[0]?.sessions.map(({ isPinned }) => isPinned)).toEqual([true, false])
    expect(changes()).toBeGreaterThan(before)
    await cache.unpin(MEXICO)
    expect(await pinned(cache)).toEqual([])
  })

  it('on a season holds everything of it; on a session key, the laps alone', async () => {
    const { cache } = await setUp()
    await cache.pin({ kind: 'season', season: 2024 })
    await cache.pin({ kind: 'key', key: 'f1:session:2025:20:Q' })
    expect(await pinned(cache)).toEqual(['f1:session:2025:20:Q', 'f1:sculpture:2024:1:Q:NOR'])
  })

  it('holds from now on also when it could not be written down', async () => {
    const keeper = pinKeeper()
    const pins = new Pins({
      read: () => keeper.read(),
      write: () => Promise.reject(new AppError('cache/full', '')),
    })
    await expect(pins.pin(MEXICO)).rejects.toMatchObject({ code: 'cache/full' })
    expect(pins.has(MEXICO)).toBe(true)
  })
})

describe('the limits', () => {
  it('hold from now on, for memory and for what counts as stale', async () => {
    const { cache, tiers, clock } = await setUp()
    await cache.setLimits({
      memoryBytes: 1_200,
      resultsBytes: 1e9,
      rawBytes: 1e9,
      ttlMs: { sculptures: 10, sessions: 1_000 },
    })
    expect(tiers.memory.status().entries).toBe(2)
    expect(tiers.memory.get('f1:sculpture:2024:1:Q:NOR')).not.toBeNull()
    clock.advance(11)
    expect((await cache.open('f1:sculpture:2025:20:Q:NOR', hit)).freshness).toBe('stale')
    expect((await cache.open('f1:session:2025:20:Q', hit)).freshness).toBe('fresh')
  })
})

describe('saved time', () => {
  it('is what the entry took to be made, at every hit, and not less for having been improved quickly', async () => {
    const { cache, store } = await setUp()
    const key = 'f1:sculpture:2025:20:Q:NOR'
    await cache.open(key, hit)
    expect((await cache.status()).savedMs).toBe(400)
    await store(key, 20, { madeInMs: 30 })
    await cache.open(key, hit)
    expect((await cache.status()).savedMs).toBe(800)
  })
})
