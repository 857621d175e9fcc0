import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { MoveProgress } from '@contract/cache'
import { DEFAULT_CACHE_LIMITS, openSourceCache, type SourceCache } from '@main/app/source-cache'
import { moveCache } from '@main/app/move-cache'
import type { Blob } from '@main/core/ports'
import { createSystemClock } from '@main/adapters/system-clock'
import { silentLogger } from '../helpers/silent-logger'
import { temporaryFolder } from '../helpers/temporary-folder'

const KEYS = Array.from({ length: 20 }, (_, i) => `f1:sculpture:2025:${i + 1}:Q:NOR`)
const blob = (text: string): Blob => ({
  bytes: Buffer.from(text.repeat(500)),
  metadata: { checkedAt: 1, isFinal: true },
})
const PIN = { kind: 'session', season: 2025, round: 3, session: 'Q' } as const

function openCaches(folder: string) {
  const open = (kind: string): SourceCache => {
    const opened = openSourceCache({
      folder: join(folder, kind),
      version: '9.9',
      limits: { ...DEFAULT_CACHE_LIMITS, memoryBytes: 1_000 },
      clock: createSystemClock(null),
      logger: silentLogger(),
    })
    onTestFinished(() => opened.close())
    return opened
  }
  return { archive: open('archive'), demo: open('demo') }
}

async function setUp() {
  const parent = await temporaryFolder()
  const [from, to] = [join(parent, 'old'), join(parent, 'new', 'place')] as const
  const caches = openCaches(from)
  for (const key of KEYS) await caches.archive.cache.store(key, blob(key))
  await caches.demo.cache.store('f1:session:2026:1:Q', blob('demo'))
  await caches.archive.raw.put('archive:2025/x', blob('raw'))
  await caches.archive.cache.pin(PIN)
  const progress: MoveProgress[] = []
  const remembered: string[] = []
  const move = (change: Partial<Parameters<typeof moveCache>[0]> = {}) =>
    moveCache({
      from,
      to,
      caches,
      signal: new AbortController().signal,
      onProgress: (each) => progress.push(each),
      remember: (folder) => {
        remembered.push(folder)
        return Promise.resolve()
      },
      ...change,
    })
  const isAllThere = async (of: ReturnType<typeof openCaches>) => {
    for (const key of KEYS)
      expect(Buffer.from((await of.archive.cache.peek(key))?.bytes ?? []).equals(blob(key).bytes), key).toBe(
        true,
      )
    expect(await of.archive.raw.get('archive:2025/x')).not.toBeNull()
    expect(await of.demo.cache.keys()).toEqual(['f1:session:2026:1:Q'])
    expect((await of.archive.cache.usage()).pins).toEqual([PIN])
  }
  return { parent, from, to, caches, move, progress, remembered, isAllThere }
}

describe('moving the cache', () => {
  it('takes everything along while it is used, and leaves nothing behind', async () => {
    const { from, to, caches, move, progress, remembered, isAllThere } = await setUp()
    await move()
    await isAllThere(caches)
    expect((await caches.archive.cache.status()).folder).toBe(join(to, 'archive'))
    expect(await readdir(from)).toEqual([])
    expect(remembered).toEqual([to])
    expect(progress.at(-1)?.doneBytes).toBe(progress.at(-1)?.totalBytes)
    await isAllThere(openCaches(to))
  })

  it('takes along what is written, checked and deleted while it copies', async () => {
    const { to, caches, move } = await setUp()
    const [first = '', second = '', third = ''] = KEYS
    let isDone = false
    await move({
      onProgress: () => {
        if (isDone) return
        isDone = true
        void caches.archive.cache.store(first, blob('newer'))
        void caches.archive.cache.touch(second, false)
        void caches.archive.cache.clear({ kind: 'key', key: third })
        void caches.archive.cache.store('f1:session:2025:1:Q', blob('new'))
      },
    })
    const { archive } = openCaches(to)
    expect((await archive.cache.peek(first))?.bytes).toEqual(blob('newer').bytes)
    expect((await archive.cache.peek(second))?.metadata.isFinal).toBe(false)
    expect(await archive.cache.peek(third)).toBeNull()
    expect(await archive.cache.peek('f1:session:2025:1:Q')).not.toBeNull()
  })

  it.each(['cancelled', 'not remembered'])(
    'leaves the old folder complete and in force when it is %s',
    async (how) => {
      const { from, to, caches, move, remembered, isAllThere } = await setUp()
      const stop = new AbortController()
      const stopped = how === 'cancelled' ? move({ signal: stop.signal, onProgress: () => stop.abort() }) : move({ remember: () => Promise.reject(new Error('the settings cannot be written')) }) // prettier-ignore
      await expect(stopped).rejects.toThrow(how === 'cancelled' ? 'aborted' : 'the settings')
      await isAllThere(caches)
      await isAllThere(openCaches(from))
      expect(remembered).toEqual([])
      expect(await readdir(to)).toEqual([])
      await caches.archive.cache.store(KEYS[0] ?? '', blob('still written'))
    },
  )

  it('refuses a folder inside or around the present one, also by way of a link, and one that is not empty', async () => {
    const { parent, from, move } = await setUp()
    await symlink(from, join(parent, 'link'))
    await mkdir(join(parent, 'used'))
    await writeFile(join(parent, 'used', 'letter.txt'), 'dear')
    for (const to of [
      from,
      join(from, 'archive'),
      join(from, 'new'),
      parent,
      join(parent, 'link', 'x'),
      join(parent, 'used'),
      'relative',
    ])
      // prettier-ignore
      await expect(move({ to }), to).rejects.toMatchObject({ code: 'cache/folder-in-use' })
    expect(await readFile(join(parent, 'used', 'letter.txt'), 'utf8')).toBe('dear')
    expect(await readdir(from)).toEqual(['archive', 'demo'])
  })

  it('refuses a folder that cannot be made', async () => {
    const { parent, move } = await setUp()
    await writeFile(join(parent, 'file'), '')
    await expect(move({ to: join(parent, 'file', 'new') })).rejects.toMatchObject({
      code: 'cache/unwritable',
    })
    await rm(join(parent, 'file'))
  })
})
