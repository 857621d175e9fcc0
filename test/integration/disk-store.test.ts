import { randomUUID } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entriesFolder } from '@main/adapters/entry-store/disk-store'
import { fileNameOf } from '@main/adapters/entry-store/entry-file'
import { nodeFiles, type FileAccess } from '@main/adapters/entry-store/file-access'
import type { Blob } from '@main/core/ports'
import { openDiskStore } from '../helpers/disk-store'
import { fakeClock } from '../helpers/fake-clock'
import { temporaryFolder } from '../helpers/temporary-folder'

const blob = (text: string): Blob => ({ bytes: Buffer.from(text), metadata: { checkedAt: 1, isFinal: true } })
const textOf = (read: Blob | null) => (read === null ? null : Buffer.from(read.bytes).toString())
const MIB = 1024 * 1024

describe('the disk store', () => {
  it('gives back what it was given, with its metadata, also to the next process', async () => {
    const folder = await temporaryFolder()
    const metadata = {
      checkedAt: 7,
      isFinal: false,
      etag: '"x"',
      label: { lap: 1 },
      belongsTo: 'f1:season:2025',
    }
    await openDiskStore(folder).store.put('key', { bytes: Buffer.from('lap'), metadata })
    const { store } = openDiskStore(folder)
    const read = await store.get('key')
    expect(textOf(read)).toBe('lap')
    expect(read?.metadata).toEqual(metadata)
    expect(await store.list()).toMatchObject([{ key: 'key', metadata }])
  })

  it('knows the order of use after a restart, from its index or, without one, from the files', async () => {
    const folder = await temporaryFolder()
    const clock = fakeClock()
    const first = openDiskStore(folder, { clock })
    for (const key of ['a', 'b', 'c']) {
      clock.advance(1)
      await first.store.put(key, blob(key))
    }
    clock.advance(1)
    await first.store.get('a')
    await first.store.close()
    const orderOf = async () => (await openDiskStore(folder, { clock }).store.list()).map(({ key }) => key)
    expect(await orderOf()).toEqual(['b', 'c', 'a'])

    await writeFile(join(folder, 'index.json'), 'damaged')
    const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds))
    for (const [i, key] of ['c', 'a', 'b'].entries())
      await utimes(join(entriesFolder(folder), fileNameOf(key)), at(i), at(i))
    expect(await orderOf()).toEqual(['c', 'a', 'b'])
  })

  it('does not believe its index of a file that has changed since', async () => {
    const folder = await temporaryFolder()
    const first = openDiskStore(folder)
    await first.store.put('key', blob('old'))
    await first.store.close()
    const index = await readFile(join(folder, 'index.json'))
    await first.store.put('key', { bytes: Buffer.from('newer'), metadata: { checkedAt: 2, isFinal: false } })
    await first.store.close()
    await writeFile(join(folder, 'index.json'), index)
    expect(await openDiskStore(folder).store.list()).toMatchObject([{ metadata: { checkedAt: 2 } }])
  })

  it('finds what another process wrote into the same folder meanwhile', async () => {
    const folder = await temporaryFolder()
    const [one, other] = [openDiskStore(folder).store, openDiskStore(folder).store]
    expect(await one.get('key')).toBeNull()
    await other.put('key', blob('late'))
    expect(textOf(await one.get('key'))).toBe('late')
    await other.put('unseen', blob('also'))
    expect((await one.sweep()).foundEntries).toBe(1)
    expect((await one.status()).entries).toBe(2)
  })

  it('marks an entry as checked without writing its bytes again, for the next process too', async () => {
    const folder = await temporaryFolder()
    const { store } = openDiskStore(folder)
    await store.put('key', { bytes: Buffer.from('unchanged'), metadata: { checkedAt: 1, isFinal: false } })
    const before = await stat(join(entriesFolder(folder), fileNameOf('key')))
    for (const checkedAt of [2, 3, 4]) await store.mark('key', { checkedAt, isFinal: checkedAt === 4 })
    expect((await stat(join(entriesFolder(folder), fileNameOf('key')))).ino).toBe(before.ino)
    const read = await openDiskStore(folder).store.get('key')
    expect(textOf(read)).toBe('unchanged')
    expect(read?.metadata).toEqual({ checkedAt: 4, isFinal: true })
    await store.mark('never stored', { checkedAt: 5, isFinal: false })
    expect(await store.get('never stored')).toBeNull()
  })

  it('stays within its bytes by letting the least recently used go, the pinned last', async () => {
    const size = await sizeOfEntry()
    const pinned = new Set(['a'])
    const { store } = openDiskStore(await temporaryFolder(), {
      maxBytes: 3 * size,
      isPinned: ({ key }) => pinned.has(key),
    })
    for (const key of ['a', 'b', 'c']) await store.put(key, blob(key.repeat(100)))
    await store.get('b')
    await store.put('d', blob('d'.repeat(100)))
    expect((await store.status()).keys.toSorted()).toEqual(['a', 'b', 'd'])
    expect((await store.status()).bytes).toBe(3 * size)
    await store.setMaxBytes(size)
    expect((await store.status()).keys).toEqual(['a'])
    await store.setMaxBytes(size - 1)
    expect((await store.status()).entries).toBe(0)
  })

  it('lets who reads an entry finish before it is evicted', async () => {
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    let isGated = false
    const readFileLater = async (...args: Parameters<typeof readFile>) => {
      if (isGated) await gate
      return await readFile(...args)
    }
    const files: FileAccess = { ...nodeFiles, readFile: readFileLater as typeof readFile }
    const { store } = openDiskStore(await temporaryFolder(), { files })
    await store.put('read', blob('whole'))
    isGated = true
    const reading = store.get('read')
    // The store has begun to read when everything that is ready has run.
    await new Promise((resolve) => setTimeout(resolve, 20))
    const deleting = store.delete('read')
    open()
    expect(textOf(await reading)).toBe('whole')
    await deleting
    expect(await store.get('read')).toBeNull()
    expect((await store.status()).entries).toBe(0)
  })

  it('loses nothing that is written while it is swept', async () => {
    const folder = await temporaryFolder()
    const { store } = openDiskStore(folder)
    const keys = Array.from({ length: 200 }, (_, i) => `key ${i}`)
    const writing = Promise.all(keys.map((key) => store.put(key, blob(key))))
    for (let i = 0; i < 10; i++) await store.sweep()
    await writing
    await store.sweep()
    for (const key of keys) expect(textOf(await store.get(key))).toBe(key)
    expect((await store.status()).entries).toBe(keys.length)
  })

  it('sweeps away what interrupted writes left behind, but not what may still be being written', async () => {
    const folder = await temporaryFolder()
    const { store } = openDiskStore(folder)
    await store.put('kept', blob('kept'))
    const [old, recent] = ['old', 'recent'].map((id) => join(entriesFolder(folder), `${fileNameOf('kept')}.${id}.part`)) as [string, string] // prettier-ignore
    for (const path of [old, recent]) await writeFile(path, 'half')
    const snapshot = join(folder, `.${randomUUID()}.part`)
    await writeFile(snapshot, 'half')
    for (const path of [old, snapshot]) await utimes(path, 1, 1)
    expect(await store.sweep()).toEqual({ removedFiles: 2, foundEntries: 0 })
    expect(await readdir(folder)).toEqual(['entries'])
    expect(await readdir(entriesFolder(folder))).toContain(`${fileNameOf('kept')}.recent.part`)
    expect(textOf(await store.get('kept'))).toBe('kept')
  })

  it('notices that its folder is gone, and makes it again at the next write', async () => {
    const folder = join(await temporaryFolder(), 'store')
    const { store, announced } = openDiskStore(folder)
    for (const key of ['one', 'two']) await store.put(key, blob(key))
    await rm(folder, { recursive: true })
    expect(await store.get('one')).toBeNull()
    expect(await store.status()).toMatchObject({ entries: 0, bytes: 0, corrupt: 0 })
    await store.put('three', blob('three'))
    expect(textOf(await store.get('three'))).toBe('three')
    expect(announced).toEqual([])
  })

  it('can be exchanged for a copy of its folder without anybody who reads or writes noticing', async () => {
    const parent = await temporaryFolder()
    const { store } = openDiskStore(join(parent, 'old'))
    await store.put('key', blob('moved'))
    const release = await store.hold()
    const writing = store.put('late', blob('late'))
    await rename(join(parent, 'old'), join(parent, 'new'))
    store.relocate(join(parent, 'new'))
    release()
    await writing
    expect(textOf(await store.get('key'))).toBe('moved')
    expect(textOf(await store.get('late'))).toBe('late')
    expect(await readdir(parent)).toEqual(['new'])
  })
})

async function sizeOfEntry(): Promise<number> {
  const { store } = openDiskStore(await temporaryFolder())
  await store.put('a', blob('a'.repeat(100)))
  return (await store.status()).bytes
}

describe('a disk that refuses', () => {
  /** Fails as a system call does, while `code` is set. */
  function failing(call: 'open' | 'rename' | 'statfs', failure: { code: string | null }): FileAccess {
    const real = nodeFiles[call] as (...args: unknown[]) => Promise<unknown>
    const replaced = async (...args: unknown[]) => {
      // Reading goes on: only what writes fails.
      if (failure.code !== null && args[1] !== 'r')
        throw Object.assign(new Error(failure.code), { code: failure.code })
      return await real(...args)
    }
    return { ...nodeFiles, [call]: replaced }
  }

  it.each([
    ['ENOSPC', 'cache/full', 'full'],
    ['EDQUOT', 'cache/full', 'full'],
    ['EACCES', 'cache/unwritable', 'unwritable'],
    ['EROFS', 'cache/unwritable', 'unwritable'],
    ['EIO', 'cache/unwritable', 'unwritable'],
  ] as const)(
    'says so once when it answers %s, reads on, and recovers by itself',
    async (code, error, state) => {
      const failure: { code: string | null } = { code: null }
      const folder = await temporaryFolder()
      const { store, announced, health, letProbe } = openDiskStore(folder, {
        files: failing('open', failure),
      })
      await store.put('before', blob('there'))
      failure.code = code
      for (const key of ['one', 'two', 'three'])
        await expect(store.put(key, blob(key))).rejects.toMatchObject({ code: error })
      expect(announced.map((each) => each.state)).toEqual([state])
      expect(textOf(await store.get('before'))).toBe('there')
      await letProbe()
      expect(health.current()).toMatchObject({ state, trouble: { code: error } })
      failure.code = null
      await letProbe()
      await store.put('after', blob('after'))
      expect(textOf(await store.get('after'))).toBe('after')
      expect(announced.map((each) => each.state)).toEqual([state, 'ok'])
      expect(announced[1]?.trouble).toBeNull()
      expect((await readdir(entriesFolder(folder))).filter((name) => name.endsWith('.part'))).toEqual([])
    },
  )

  it('is gone when its folder was there and cannot be made again, and is back when it can', async () => {
    let isAway = false
    const folder = join(await temporaryFolder(), 'disk', 'store')
    const mkdirs = (async (...args: Parameters<typeof mkdir>) => {
      if (isAway) throw Object.assign(new Error('EACCES'), { code: 'EACCES' })
      return await mkdir(...args)
    }) as typeof mkdir
    const { store, announced, letProbe } = openDiskStore(folder, { files: { ...nodeFiles, mkdir: mkdirs } })
    await store.put('key', blob('there'))
    isAway = true
    await rm(join(folder, '..'), { recursive: true })
    await expect(store.put('other', blob('no'))).rejects.toMatchObject({ code: 'cache/missing' })
    expect(await store.get('key')).toBeNull()
    await letProbe()
    isAway = false
    await letProbe()
    await store.put('other', blob('yes'))
    expect(announced.map(({ state }) => state)).toEqual(['missing', 'ok'])
  })

  it('leaves the older version of an entry whole when the newer cannot be put in its place', async () => {
    const failure: { code: string | null } = { code: null }
    const folder = await temporaryFolder()
    const { store } = openDiskStore(folder, { files: failing('rename', failure) })
    await store.put('key', blob('old'))
    failure.code = 'ENOSPC'
    await expect(store.put('key', blob('new'))).rejects.toMatchObject({ code: 'cache/full' })
    expect(textOf(await store.get('key'))).toBe('old')
    expect(await readdir(entriesFolder(folder))).toEqual([fileNameOf('key')])
  })

  it('is left some room: large writes are refused before it is full, small ones go on', async () => {
    let freeMib = 80
    const statfs = (() =>
      Promise.resolve({ bavail: freeMib, bsize: MIB })) as unknown as typeof nodeFiles.statfs
    const { store, announced, letProbe, health } = openDiskStore(await temporaryFolder(), {
      files: { ...nodeFiles, statfs },
    })
    const large = (mib: number): Blob => ({ ...blob(''), bytes: Buffer.alloc(mib * MIB, 1) })
    await store.put('fits', large(8))
    const together = await Promise.allSettled(['x', 'y', 'z'].map((key) => store.put(key, large(8))))
    expect(together.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
    await expect(store.put('too large', large(30))).rejects.toMatchObject({ code: 'cache/full' })
    await store.put('small', blob('small'))
    expect(announced.map(({ state }) => state)).toEqual(['full'])
    await letProbe()
    expect(health.current().state).toBe('full')
    freeMib = 200
    await letProbe()
    await store.put('too large', large(30))
    expect(announced.map(({ state }) => state)).toEqual(['full', 'ok'])
  })

  const isAlwaysWritable = process.getuid?.() === 0 || process.platform === 'win32'
  it.skipIf(isAlwaysWritable)(
    `is a folder without permission to write${isAlwaysWritable ? ' (skipped: root may write anywhere)' : ''}`,
    async () => {
      const folder = await temporaryFolder()
      const { store, letProbe, health } = openDiskStore(folder)
      await store.put('key', blob('there'))
      await chmod(entriesFolder(folder), 0o500)
      await expect(store.put('other', blob('no'))).rejects.toMatchObject({ code: 'cache/unwritable' })
      expect(textOf(await store.get('key'))).toBe('there')
      await chmod(entriesFolder(folder), 0o700)
      await letProbe()
      expect(health.current().state).toBe('ok')
    },
  )

  it('is one with a file in the place of the folder', async () => {
    const folder = join(await temporaryFolder(), 'file')
    await writeFile(folder, 'not a folder')
    const { store, letProbe, health } = openDiskStore(join(folder, 'cache'))
    await expect(store.put('key', blob('x'))).rejects.toMatchObject({ code: 'cache/unwritable' })
    await rm(folder)
    await letProbe()
    expect(health.current().state).toBe('ok')
    await store.put('key', blob('x'))
  })

  it('does not stand in the way of an entry with a folder of its name', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(entriesFolder(folder), fileNameOf('key'), 'inner'), { recursive: true })
    const { store } = openDiskStore(folder)
    expect(await store.get('key')).toBeNull()
    await mkdir(join(entriesFolder(folder), fileNameOf('key'), 'inner'), { recursive: true })
    await store.put('key', blob('x'))
    expect(textOf(await store.get('key'))).toBe('x')
  })
})
