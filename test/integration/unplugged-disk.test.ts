// A cache folder that was moved to another disk, and that disk not being there.
import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSystemClock } from '@main/adapters/system-clock'
import { DEFAULT_CACHE_LIMITS, openSourceCache } from '@main/app/source-cache'
import { PROBE_EVERY_MS } from '@main/core/cache/disk-health'
import { silentLogger } from '../helpers/silent-logger'
import { temporaryFolder } from '../helpers/temporary-folder'

const KEY = 'f1:sculpture:2025:20:Q:NOR'
const PIN = { kind: 'season', season: 2025 } as const
const blob = { bytes: Buffer.from('a lap'), metadata: { checkedAt: 1, isFinal: true } }

function open(folder: string, mustBeThere: boolean) {
  const opened = openSourceCache({
    folder,
    mustBeThere,
    version: '9.9',
    limits: DEFAULT_CACHE_LIMITS,
    clock: createSystemClock(null),
    logger: silentLogger(),
  })
  onTestFinished(() => opened.close())
  return opened
}

/** A cache on a disk that is then taken away. */
async function unplugged() {
  const parent = await temporaryFolder()
  const [first, disk, away] = ['cache', 'disk', 'away'].map((name) => join(parent, name)) as [
    string,
    string,
    string,
  ]
  const before = open(first, false)
  await before.cache.store(KEY, blob)
  await before.cache.pin(PIN)
  await before.close()
  await rename(first, away)
  const plugIn = () => rename(away, disk)
  return { parent, disk, plugIn, opened: open(disk, true) }
}

describe('a disk that is not there', () => {
  it('is said to be missing from the start, keeps what is made in memory, and is not made anew', async () => {
    const { disk, opened } = await unplugged()
    const { cache, raw } = opened
    expect((await cache.status()).health.state).toBe('missing')
    await expect(cache.store('f1:session:2025:1:Q', blob)).rejects.toMatchObject({ code: 'cache/missing' })
    expect(await cache.peek('f1:session:2025:1:Q')).not.toBeNull()
    await expect(raw.put('archive:2025/x', blob)).rejects.toMatchObject({ code: 'cache/missing' })
    await expect(cache.pin(PIN)).rejects.toMatchObject({ code: 'cache/missing' })
    expect((await cache.usage()).freeBytes).toBeNull()
    await opened.sweep()
    expect(existsSync(disk)).toBe(false)
  })

  it(
    'brings its entries and its pins when it comes back',
    async () => {
      const { opened, plugIn } = await unplugged()
      const { cache } = opened
      expect(await cache.keys()).toEqual([])
      await plugIn()
      await vi.waitFor(async () => expect((await cache.status()).sculpture_keys).toBe(1), {
        timeout: 3 * PROBE_EVERY_MS,
        interval: 200,
      })
      expect((await cache.status()).health.state).toBe('ok')
      expect((await cache.usage()).pins).toEqual([PIN])
      await cache.store('f1:session:2025:1:Q', blob)
    },
    4 * PROBE_EVERY_MS,
  )

  it('is left for another folder at once, whatever that holds', async () => {
    const { parent, disk, opened } = await unplugged()
    const { cache } = opened
    await opened.open(join(parent, 'usual'))
    expect(await cache.status()).toMatchObject({
      folder: join(parent, 'usual'),
      health: { state: 'ok' },
      total_keys: 0,
    })
    await cache.store(KEY, blob)
    expect((await cache.usage()).freeBytes).toBeGreaterThan(0)
    expect(existsSync(disk)).toBe(false)
  })
})
