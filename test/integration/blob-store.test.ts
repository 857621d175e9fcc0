// One suite for every BlobStore: the real one, and the one other tests use in its place, which must not lie about it.
import { describe, expect, it } from 'vitest'
import type { Blob, BlobStore } from '@main/core/ports'
import { openDiskStore } from '../helpers/disk-store'
import { memoryStore } from '../helpers/memory-store'
import { temporaryFolder } from '../helpers/temporary-folder'

const blob = (text: string): Blob => ({
  bytes: Buffer.from(text),
  metadata: { checkedAt: 1, isFinal: false, label: { lap: 3 } },
})

const STORES: Readonly<Record<string, () => Promise<BlobStore>>> = {
  'on disk': async () => openDiskStore(await temporaryFolder()).store,
  'in memory': () => Promise.resolve(memoryStore()),
}

describe.each(Object.entries(STORES))('a store %s', (_, open) => {
  it('gives back bytes and metadata, the newest of each key', async () => {
    const store = await open()
    expect(await store.get('key')).toBeNull()
    await store.put('key', blob('old'))
    await store.put('key', blob('new'))
    await store.put('empty', blob(''))
    const read = await store.get('key')
    expect(Buffer.from(read?.bytes ?? []).toString()).toBe('new')
    expect(read?.metadata).toEqual(blob('').metadata)
    expect((await store.get('empty'))?.bytes.byteLength).toBe(0)
  })

  it('lists what it holds, and says as much of it in its status', async () => {
    const store = await open()
    for (const key of ['a', 'b', 'c']) await store.put(key, blob(key))
    await store.delete('b')
    await store.delete('never there')
    const listed = await store.list()
    const status = await store.status()
    expect(listed.map(({ key }) => key).toSorted()).toEqual(['a', 'c'])
    expect([...status.keys].toSorted()).toEqual(['a', 'c'])
    expect(status).toMatchObject({ entries: 2, corrupt: 0 })
    expect(listed.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(status.bytes)
  })

  it('notes that an entry was checked, in its list too, and leaves the rest of it alone', async () => {
    const store = await open()
    await store.put('key', blob('same'))
    await store.mark('key', { checkedAt: 9, isFinal: true })
    await store.mark('never there', { checkedAt: 9, isFinal: true })
    const metadata = { checkedAt: 9, isFinal: true, label: { lap: 3 } }
    expect((await store.get('key'))?.metadata).toEqual(metadata)
    expect(await store.list()).toMatchObject([{ key: 'key', metadata }])
  })
})
