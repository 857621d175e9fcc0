import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { IndexedEntry } from '@main/adapters/entry-store/entry-index'
import { nodeFiles } from '@main/adapters/entry-store/file-access'
import { readSnapshot, writeSnapshot } from '@main/adapters/entry-store/index-snapshot'
import { temporaryFolder } from '../../../helpers/temporary-folder'

const entries = (count: number): readonly IndexedEntry[] =>
  Array.from({ length: count }, (_, i) => ({
    key: `f1:sculpture:2026:1:Q:D${i % 100}:${1 + Math.floor(i / 100)}`,
    metadata: { checkedAt: i, isFinal: true, label: { eventName: 'Großer Preis\nvon irgendwo' } },
    bytes: i,
    lastUsedAt: i,
    mtimeMs: i + 0.5,
  }))

describe('the index of a store as a file', () => {
  it.each([0, 1, 250, 251, 1_000])('is read as it was written, with %i entries', async (count) => {
    const folder = await temporaryFolder()
    const snapshot = { folderMtimeMs: 12.25, entries: entries(count) }
    await writeSnapshot(folder, snapshot)
    expect(await readSnapshot(nodeFiles, folder)).toEqual(snapshot)
  })

  it('is not believed when it is cut off or changed anywhere', async () => {
    const folder = await temporaryFolder()
    await writeSnapshot(folder, { folderMtimeMs: 1, entries: entries(600) })
    const path = join(folder, 'index.json')
    const whole = await readFile(path)
    for (const end of [0, 10, 80, 2_000, whole.byteLength - 1]) {
      await writeFile(path, whole.subarray(0, end))
      expect(await readSnapshot(nodeFiles, folder), `${end} bytes`).toBeNull()
    }
    for (const at of [3, 40, 90, 2_000, whole.byteLength - 3]) {
      const changed = Buffer.from(whole)
      changed[at]! ^= 1
      await writeFile(path, changed)
      expect(await readSnapshot(nodeFiles, folder), `byte ${at}`).toBeNull()
    }
  })

  it('lets others have their turn while a long one is written and read', async () => {
    const folder = await temporaryFolder()
    const turnsDuring = async (work: Promise<unknown>): Promise<number> => {
      const over = new AbortController()
      const ended = work.finally(() => over.abort())
      let turns = 0
      for (; !over.signal.aborted; turns++) await setImmediate()
      await ended
      return turns
    }
    const many = entries(5_000)
    expect(await turnsDuring(writeSnapshot(folder, { folderMtimeMs: 1, entries: many }))).toBeGreaterThan(20)
    expect(await turnsDuring(readSnapshot(nodeFiles, folder))).toBeGreaterThan(20)
  })
})
