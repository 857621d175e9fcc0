// A disk that is really full, and one that is really taken away: a small file system in memory, where it may be mounted.
import { execFileSync } from 'node:child_process'
import { rmdirSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDiskStore } from '../helpers/disk-store'
import { isMountPossible, mountSmallDisk, unmount, withoutMount } from '../helpers/small-disk'
import { generationOf, writtenBlob } from '../helpers/written-blob'

describe('a cache on a small disk', () => {
  it.skipIf(!isMountPossible)(
    `says once that the disk is full, reads on, loses nothing and goes on when there is room${withoutMount}`,
    async () => {
      const disk = mountSmallDisk()
      onTestFinished(() => {
        unmount(disk)
        rmdirSync(disk)
      })
      await writeFile(join(disk, 'something else'), Buffer.alloc(1024 * 1024, 1))
      const { store, announced, letProbe, health } = openDiskStore(join(disk, 'cache'))
      const stored: number[] = []
      let refused = 0
      for (let i = 0; i < 60; i++)
        await store.put(`key ${i}`, writtenBlob('key', i)).then(
          () => stored.push(i),
          (error: unknown) => {
            expect(error).toMatchObject({ code: 'cache/full', detail: 'ENOSPC' })
            refused += 1
          },
        )
      expect(stored.length).toBeGreaterThan(0)
      expect(refused).toBeGreaterThan(0)
      expect(announced.map(({ state }) => state)).toEqual(['full'])
      const { entries, corrupt } = await store.status()
      expect({ entries, corrupt }).toEqual({ entries: stored.length, corrupt: 0 })
      for (const i of stored)
        expect(generationOf('key', (await store.get(`key ${i}`))?.bytes ?? Buffer.of())).toBe(i)

      await rm(join(disk, 'something else'))
      await letProbe()
      expect(health.current().state).toBe('ok')
      await store.put('key 59', writtenBlob('key', 59))
      expect(announced.map(({ state }) => state)).toEqual(['full', 'ok'])
    },
  )

  it.skipIf(!isMountPossible)(
    `says once that the folder is read-only, and goes on when it is not any more${withoutMount}`,
    async () => {
      const disk = mountSmallDisk()
      onTestFinished(() => {
        unmount(disk)
        rmdirSync(disk)
      })
      const { store, announced, letProbe } = openDiskStore(join(disk, 'cache'))
      await store.put('key', writtenBlob('key', 1))
      execFileSync('mount', ['-o', 'remount,ro', disk])
      for (const key of ['one', 'two'])
        await expect(store.put(key, writtenBlob(key, 1))).rejects.toMatchObject({ code: 'cache/unwritable' })
      expect(generationOf('key', (await store.get('key'))?.bytes ?? Buffer.of())).toBe(1)
      await letProbe()
      execFileSync('mount', ['-o', 'remount,rw', disk])
      await letProbe()
      await store.put('one', writtenBlob('one', 1))
      expect(announced.map(({ state }) => state)).toEqual(['unwritable', 'ok'])
    },
  )
})
