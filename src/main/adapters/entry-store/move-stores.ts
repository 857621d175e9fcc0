// Moves stores to other folders while they are in use: everything is copied and verified behind, then writing pauses
// for what has changed meanwhile, and only when all is there does the move become true. Until then, whatever happens,
// the old folders are complete and in force.

import { join } from 'node:path'
import type { MoveProgress } from '@contract/cache'
import { entriesFolder, type DiskStore } from './disk-store'
import { decodeEntry, fileNameOf } from './entry-file'
import type { IndexedEntry } from './entry-index'
import { systemCode, writeFailure, type FileAccess } from './file-access'

export interface StoreMove {
  readonly store: DiskStore
  readonly to: string
}

export interface MoveOptions {
  readonly files: FileAccess
  readonly signal: AbortSignal
  readonly onProgress: (progress: MoveProgress) => void
  /** Makes the move true for the next start too. While it runs nothing is written; if it fails, nothing has moved. */
  readonly commit: () => Promise<void>
}

/**
 * @throws AppError `cache/full`, `cache/unwritable`, `cache/missing`; the signal's reason when it fires; whatever
 *   `commit` throws. Then the stores are where they were, and what was copied is for the caller to remove.
 */
export async function moveStores(moves: readonly StoreMove[], options: MoveOptions): Promise<void> {
  const lists = await Promise.all(moves.map(({ store }) => store.list()))
  const totalBytes = lists.flat().reduce((sum, { bytes }) => sum + bytes, 0)
  let doneBytes = 0
  const copies = moves.map(
    (move) =>
      new StoreCopy(move, options, (bytes) => {
        doneBytes += bytes
        options.onProgress({ doneBytes: Math.min(doneBytes, totalBytes), totalBytes })
      }),
  )
  for (const copy of copies) await copy.catchUp()
  const releases = await Promise.all(moves.map(({ store }) => store.hold()))
  try {
    for (const copy of copies) await copy.catchUp()
    await options.commit()
    for (const { store, to } of moves) store.relocate(to)
  } finally {
    for (const release of releases) release()
  }
}

class StoreCopy {
  /** File times by key: an entry with another time has been written, or marked, since. */
  private readonly copied = new Map<string, number>()

  constructor(
    private readonly move: StoreMove,
    private readonly options: MoveOptions,
    private readonly onBytes: (bytes: number) => void,
  ) {}

  /** Copies what has not been copied as it is now, and removes what has gone since it was. */
  async catchUp(): Promise<void> {
    const { store, to } = this.move
    const { files } = this.options
    try {
      await files.mkdir(entriesFolder(to), { recursive: true })
      const entries = await store.list()
      for (const entry of entries) if (this.copied.get(entry.key) !== entry.mtimeMs) await this.copy(entry)
      const present = new Set(entries.map(({ key }) => key))
      for (const key of [...this.copied.keys()].filter((each) => !present.has(each))) {
        await files.rm(join(entriesFolder(to), fileNameOf(key)), { force: true })
        this.copied.delete(key)
      }
    } catch (error) {
      this.options.signal.throwIfAborted()
      throw writeFailure(error, to)
    }
  }

  private async copy(entry: IndexedEntry): Promise<void> {
    const { store, to } = this.move
    const { files, signal } = this.options
    signal.throwIfAborted()
    const name = fileNameOf(entry.key)
    const bytes = await files.readFile(join(entriesFolder(store.location), name)).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return null
      throw error
    })
    this.onBytes(entry.bytes)
    // Evicted meanwhile, or damaged: what could not be served there need not be taken along.
    if (bytes === null || (await decodeEntry(entry.key, bytes)) === null) return
    const file = await files.open(join(entriesFolder(to), name), 'w')
    try {
      await file.writeFile(bytes)
      // The old folder will be removed: until then nobody would notice what a power cut takes from the new one.
      await file.sync()
    } finally {
      await file.close()
    }
    this.copied.set(entry.key, entry.mtimeMs)
  }
}
