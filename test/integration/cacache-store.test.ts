import { chmod, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CacacheStore } from '@main/adapters/cacache-store'
import type { Blob } from '@main/core/ports'
import { temporaryFolder } from '../helpers/temporary-folder'

const blob = (text: string): Blob => ({ bytes: Buffer.from(text), metadata: { checkedAt: 1, isFinal: true } })
const MIB = 1024 * 1024

describe('the disk store', () => {
  it('gives back what it was given, with its metadata, also to the next process', async () => {
    const folder = await temporaryFolder()
    const written = { bytes: Buffer.from('lap'), metadata: { checkedAt: 7, isFinal: false, etag: '"x"' } }
    await new CacacheStore(folder, MIB).put('f1:sculpture:2025:20:Q:NOR', written)
    const read = await new CacacheStore(folder, MIB).get('f1:sculpture:2025:20:Q:NOR')
    expect(Buffer.from(read?.bytes ?? []).toString()).toBe('lap')
    expect(read?.metadata).toEqual(written.metadata)
  })

  it('lists what is noted beside its entries, also what the process before it wrote', async () => {
    const folder = await temporaryFolder()
    const labelled = (label: unknown) => ({ checkedAt: 7, isFinal: true, label })
    await new CacacheStore(folder, MIB).put('one', {
      bytes: Buffer.from('1'),
      metadata: labelled({ lap: 1 }),
    })
    const store = new CacacheStore(folder, MIB)
    await store.put('two', { bytes: Buffer.from('2'), metadata: labelled({ lap: 2 }) })
    expect(await store.list()).toEqual([
      { key: 'one', metadata: labelled({ lap: 1 }) },
      { key: 'two', metadata: labelled({ lap: 2 }) },
    ])
  })

  it('finds what another process wrote into the same folder meanwhile', async () => {
    const folder = await temporaryFolder()
    const [one, other] = [new CacacheStore(folder, MIB), new CacacheStore(folder, MIB)]
    expect(await one.get('key')).toBeNull()
    await other.put('key', blob('late'))
    expect(await one.get('key')).not.toBeNull()
  })

  it('removes a damaged entry, counts it, and serves nothing in its place', async () => {
    const folder = await temporaryFolder()
    const store = new CacacheStore(folder, MIB)
    await store.put('key', blob('sound'))
    for (const entry of await readdir(join(folder, 'content-v2'), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) await writeFile(join(entry.parentPath, entry.name), 'damaged')
    expect(await store.get('key')).toBeNull()
    expect(await store.status()).toMatchObject({ entries: 0, bytes: 0, corrupt: 1 })
    await store.put('key', blob('sound'))
    expect(await store.get('key')).not.toBeNull()
  })

  it('stays within its bytes by letting the least recently used go', async () => {
    const store = new CacacheStore(await temporaryFolder(), 350)
    for (const key of ['a', 'b', 'c']) await store.put(key, blob(key.repeat(100)))
    await store.get('a')
    await store.put('d', blob('d'.repeat(100)))
    expect(await store.get('b')).toBeNull()
    expect((await store.status()).keys.toSorted()).toEqual(['a', 'c', 'd'])
    expect((await store.status()).bytes).toBe(300)
  })

  it('keeps shared content until its last key is gone', async () => {
    const store = new CacacheStore(await temporaryFolder(), MIB)
    await store.put('one', blob('same'))
    await store.put('two', blob('same'))
    await store.delete('one')
    expect(await store.get('one')).toBeNull()
    expect(await store.get('two')).not.toBeNull()
  })

  it('sweeps away what interrupted writes left behind', async () => {
    const folder = await temporaryFolder()
    const store = new CacacheStore(folder, MIB)
    await store.put('kept', blob('kept'))
    await store.put('replaced', blob('old content'))
    await store.put('replaced', blob('new content'))
    expect((await store.sweep()).freedBytes).toBe('old content'.length)
    expect(await store.get('kept')).not.toBeNull()
  })

  const isAlwaysWritable = process.getuid?.() === 0 || process.platform === 'win32'
  it.skipIf(isAlwaysWritable)(
    `says that the folder cannot be written, and goes on reading from it${isAlwaysWritable ? ' (skipped: root may write anywhere)' : ''}`,
    async () => {
      const folder = await temporaryFolder()
      const store = new CacacheStore(folder, MIB)
      await store.put('key', blob('there'))
      await chmod(folder, 0o500)
      await expect(store.put('other', blob('no'))).rejects.toMatchObject({ code: 'cache/unwritable' })
      expect(await store.get('key')).not.toBeNull()
      await chmod(folder, 0o700)
    },
  )

  it('says that the folder cannot be written when a file stands in its place', async () => {
    const folder = join(await temporaryFolder(), 'file')
    await writeFile(folder, 'not a folder')
    await expect(new CacacheStore(join(folder, 'cache'), MIB).put('key', blob('x'))).rejects.toMatchObject({
      code: 'cache/unwritable',
    })
  })
})
