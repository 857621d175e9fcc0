import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import { MemoryTier } from '@main/core/cache/memory-tier'
import { TieredCache, type Making } from '@main/core/cache/tiered-cache'
import type { Blob } from '@main/core/ports'
import { A_DAY, cacheTiers } from '../../../helpers/cache-tiers'
import { fakeClock } from '../../../helpers/fake-clock'

const HOUR_MS = 3_600_000
const KEY = 'f1:sculpture:2025:20:Q:NOR'

function setUp() {
  const clock = fakeClock()
  const tiers = cacheTiers()
  const { results } = tiers
  const cache = new TieredCache(tiers, clock, A_DAY)
  const blob = (text: string, isFinal = false): Blob => ({
    bytes: Buffer.from(text),
    metadata: { checkedAt: clock.now(), isFinal },
  })
  const calls = { made: 0, revalidated: 0 }
  const making = (change: Partial<Making> = {}): Making => ({
    flight: 'session',
    make: async () => {
      calls.made += 1
      await Promise.resolve()
      await cache.store(KEY, blob('made'))
    },
    revalidate: () => {
      calls.revalidated += 1
    },
    explain: () => new AppError('driver/unknown', 'NOR'),
    ...change,
  })
  const text = async () => Buffer.from((await cache.open(KEY, making())).bytes).toString()
  return { clock, results, cache, blob, calls, making, text, tiers }
}

describe('the tiered cache', () => {
  it('makes what it lacks, serves it from memory afterwards, and counts both lookups', async () => {
    const { cache, making, calls } = setUp()
    expect((await cache.open(KEY, making())).servedFrom).toBe('built')
    expect((await cache.open(KEY, making())).servedFrom).toBe('memory')
    expect(calls.made).toBe(1)
    expect((await cache.status()).lookups).toEqual({ hit: 1, stale: 0, miss: 1, inflight: 0 })
    expect((await cache.status()).hitRate).toBe(0.5)
  })

  it('serves from disk what a former run of the application stored', async () => {
    const { clock, results, making, tiers } = setUp()
    await results.put(KEY, {
      bytes: Buffer.from('old'),
      metadata: { checkedAt: clock.now(), isFinal: false },
    })
    const restarted = new TieredCache({ ...tiers, memory: new MemoryTier(10_000) }, clock, A_DAY)
    expect((await restarted.open(KEY, making())).servedFrom).toBe('disk')
    expect((await restarted.open(KEY, making())).servedFrom).toBe('memory')
  })

  it('lets those who ask at the same time wait for one making', async () => {
    const { cache, making, calls } = setUp()
    const served = await Promise.all([1, 2, 3].map(() => cache.open(KEY, making())))
    expect(calls.made).toBe(1)
    expect(served.map((each) => Buffer.from(each.bytes).toString())).toEqual(['made', 'made', 'made'])
    expect((await cache.status()).lookups).toMatchObject({ miss: 1, inflight: 2 })
  })

  it('tells those who join a making, and not who began it', async () => {
    const { cache, making } = setUp()
    const joined: number[] = []
    await Promise.all([1, 2, 3].map((who) => cache.open(KEY, making({ onJoin: () => joined.push(who) }))))
    expect(joined).toEqual([2, 3])
  })

  it('serves an entry past its time at once and has it checked behind', async () => {
    const { cache, blob, calls, clock, making } = setUp()
    await cache.store(KEY, blob('a day old'))
    clock.advance(25 * HOUR_MS)
    const served = await cache.open(KEY, making())
    expect(served.freshness).toBe('stale')
    expect(Buffer.from(served.bytes).toString()).toBe('a day old')
    expect(calls).toEqual({ made: 0, revalidated: 1 })
  })

  it('takes an entry for fresh again once it has been checked', async () => {
    const { cache, blob, clock, making } = setUp()
    await cache.store(KEY, blob('unchanged'))
    clock.advance(25 * HOUR_MS)
    await cache.touch(KEY, false)
    expect((await cache.open(KEY, making())).freshness).toBe('fresh')
  })

  it('keeps the label of an entry that has been checked, and counts the change', async () => {
    const { cache, clock } = setUp()
    const metadata = { checkedAt: clock.now(), isFinal: false, label: { lap: 3 } }
    await cache.store(KEY, { bytes: Buffer.from('labelled'), metadata })
    const before = cache.revision
    clock.advance(HOUR_MS)
    await cache.touch(KEY, true)
    expect(await cache.list()).toMatchObject([
      { key: KEY, metadata: { checkedAt: clock.now(), isFinal: true, label: { lap: 3 } } },
    ])
    expect(cache.revision).toBeGreaterThan(before)
  })

  it('never takes a final entry for stale', async () => {
    const { cache, blob, clock, making } = setUp()
    await cache.store(KEY, blob('final', true))
    clock.advance(365 * 24 * HOUR_MS)
    expect((await cache.open(KEY, making())).freshness).toBe('fresh')
  })

  it('stores nothing when the making fails, and tries again at the next request', async () => {
    const { cache, making, results, text } = setUp()
    const failing = making({ make: () => Promise.reject(new AppError('source/unreachable', 'host')) })
    await expect(cache.open(KEY, failing)).rejects.toMatchObject({ code: 'source/unreachable' })
    expect(results.blobs.size).toBe(0)
    expect(await text()).toBe('made')
  })

  it('says why an entry is missing although the making went well', async () => {
    const { cache, making } = setUp()
    const empty = making({ make: () => Promise.resolve() })
    await expect(cache.open(KEY, empty)).rejects.toMatchObject({ code: 'driver/unknown' })
  })

  it('keeps an entry in memory when the disk refuses it', async () => {
    const { cache, blob, results, making } = setUp()
    results.put = () => Promise.reject(new AppError('cache/full', '/nowhere'))
    await expect(cache.store(KEY, blob('in memory'))).rejects.toMatchObject({ code: 'cache/full' })
    expect((await cache.open(KEY, making())).servedFrom).toBe('memory')
    expect((await cache.list()).map(({ key }) => key)).toEqual([KEY])
  })

  it('tells its keys apart as sculptures and sessions, and does not count the lines beside them', async () => {
    const { cache, blob } = setUp()
    await cache.store('f1:line:2025:Mexico City', blob('none'))
    await cache.store(KEY, blob('one'))
    await cache.store('f1:session:2025:20:Q', blob('two'))
    expect(await cache.status()).toMatchObject({ total_keys: 2, sculpture_keys: 1, session_keys: 1 })
  })
})

describe('the memory tier', () => {
  it('stays within its bytes by letting the least recently used go', () => {
    const memory = new MemoryTier(4 * 1536)
    const blob = { bytes: new Uint8Array(1024), metadata: { checkedAt: 0, isFinal: true } }
    for (const key of ['a', 'b', 'c', 'd']) memory.put(key, blob, 0)
    memory.get('a')
    memory.put('e', blob, 0)
    expect(memory.get('b')).toBeNull()
    expect(memory.get('a')).not.toBeNull()
    expect(memory.status().bytes).toBeLessThanOrEqual(memory.status().maxBytes)
  })
})
