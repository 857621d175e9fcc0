// A BlobStore with one file an entry, in a folder of their own below the store's: written under a passing name and
// renamed, verified on read. Runs in the main process and in the command line, which may share a folder: what the other wrote is found, what it removed is missed.

import { setTimeout } from 'node:timers'
import { join } from 'node:path'
import { AppError } from '../../core/app-error'
import type { DiskHealthWatch } from '../../core/cache/disk-health'
import type { Blob, BlobEntry, BlobStore, BlobStoreStatus, Clock, Stamp } from '../../core/ports'
import { decodeEntry, encodeHead, fileNameOf } from './entry-file'
import { EntryIndex, type IndexedEntry } from './entry-index'
import { systemCode, writeFailure, type FileAccess } from './file-access'
import { LARGE_BYTES, type FreeSpace } from './free-space'
import { readSnapshot, writeSnapshot } from './index-snapshot'
import { scanFolder } from './scan-folder'
import { PASSING_MS, removePassing } from '../atomic-file'
import { Turns } from './turns'
import { writeStamp, writeWhole } from './write-entry'

export interface DiskStoreParts {
  readonly folder: string
  readonly maxBytes: number
  readonly clock: Clock
  readonly files: FileAccess
  /** Shared by the stores of one cache folder. */
  readonly health: DiskHealthWatch
  readonly space: FreeSpace
  /** What goes last when room is needed. */
  readonly isPinned: (entry: BlobEntry) => boolean
  /** Whether the folder may be made where it is not there: not on a disk that has been taken away. */
  readonly mayMake?: () => boolean
}

export interface SweepReport {
  /** Leftovers of interrupted writes, and damaged entries. */
  readonly removedFiles: number
  /** Entries of another process that were not known. */
  readonly foundEntries: number
}

/** Until then a crash costs the order of use since the last time, and reading the heads of what was written since. */
const SNAPSHOT_AFTER_MS = 30_000

export class DiskStore implements BlobStore {
  private readonly index = new EntryIndex()
  private readonly turns = new Turns()
  private scanned: Promise<void> | null = null
  private snapshotTimer: NodeJS.Timeout | null = null
  private corrupt = 0
  /** A folder that was there and cannot be made again is gone: its disk may have been taken away. */
  private wasThere = false
  private folder: string
  private maxBytes: number

  constructor(private readonly parts: DiskStoreParts) {
    this.folder = parts.folder
    this.maxBytes = parts.maxBytes
  }

  async get(key: string): Promise<Blob | null> {
    await this.scanOnce()
    const name = fileNameOf(key)
    const { folder } = this
    const path = this.pathOf(name)
    const known = this.index.find(key)
    const read = await this.turns.read(name, async () => {
      try {
        const file = await this.parts.files.readFile(path)
        return { blob: await decodeEntry(key, file), fileBytes: file.byteLength }
      } catch (error) {
        return systemCode(error)
      }
    })
    if (typeof read === 'object' && read.blob !== null) {
      if (known === null) await this.adopt(key, path, read.blob, read.fileBytes)
      this.index.use(key, this.parts.clock.now())
      this.keepSnapshot()
      return read.blob
    }
    // Exchanged for another folder after the path was made up.
    if (read === 'ENOENT' && folder !== this.folder) return await this.get(key)
    if (read === 'ENOENT') await this.forgetMissing(key, known)
    else if (typeof read === 'object' || read === 'EISDIR') await this.removeDamaged(key, name, known)
    // Anything else, such as EACCES or EIO, says nothing about the entry: it is not served, and not removed.
    return null
  }

  async put(key: string, blob: Blob): Promise<void> {
    await this.scanOnce()
    const name = fileNameOf(key)
    await this.turns.write(name, async () => {
      const refusal = this.parts.health.refusal(blob.bytes.byteLength)
      if (refusal !== null) throw refusal
      const head = await encodeHead(key, blob)
      const mtimeMs = await this.write(name, head, blob.bytes)
      this.index.put({
        key,
        metadata: blob.metadata,
        bytes: head.byteLength + blob.bytes.byteLength,
        mtimeMs,
        lastUsedAt: this.parts.clock.now(),
      })
    })
    this.keepSnapshot()
    await this.makeRoom(key)
  }

  async mark(key: string, stamp: Stamp): Promise<void> {
    await this.scanOnce()
    const name = fileNameOf(key)
    await this.turns.write(name, async () => {
      const known = this.index.find(key)
      if (known === null) return
      const refusal = this.parts.health.refusal(0)
      if (refusal !== null) throw refusal
      try {
        const mtimeMs = await writeStamp(this.parts.files, this.pathOf(name), stamp)
        if (mtimeMs !== null) this.index.amend(key, { metadata: { ...known.metadata, ...stamp }, mtimeMs })
      } catch (error) {
        // Removed by another process: there is nothing to mark.
        if (systemCode(error) === 'ENOENT') return
        throw this.failed(error, 0)
      }
    })
    this.keepSnapshot()
  }

  async delete(key: string): Promise<void> {
    await this.scanOnce()
    const name = fileNameOf(key)
    this.index.forget(key)
    await this.turns.write(name, async () => {
      await this.turns.unread(name)
      try {
        await this.parts.files.rm(this.pathOf(name), { recursive: true, force: true })
      } catch (error) {
        throw writeFailure(error, this.folder)
      } finally {
        // Again, for who read it while its turn was waited for; a file that could not go is found by the next sweep.
        this.index.forget(key)
      }
    })
    this.keepSnapshot()
  }

  async setMaxBytes(maxBytes: number): Promise<void> {
    await this.scanOnce()
    this.maxBytes = maxBytes
    await this.makeRoom(null)
  }

  async status(): Promise<BlobStoreStatus> {
    await this.scanOnce()
    const { size: entries, bytes } = this.index
    return { entries, bytes, maxBytes: this.maxBytes, keys: this.index.keys(), corrupt: this.corrupt }
  }

  async describe(key: string): Promise<IndexedEntry | null> {
    await this.scanOnce()
    return this.index.find(key)
  }

  async list(): Promise<readonly IndexedEntry[]> {
    await this.scanOnce()
    return this.index.list()
  }

  /** Removes what interrupted writes left behind, takes in what other processes wrote, and keeps within the bytes. */
  async sweep(): Promise<SweepReport> {
    await this.scanOnce()
    const before = this.index.size
    const { entries, damaged, passing } = await scanFolder(
      this.parts.files,
      entriesFolder(this.folder),
      this.index.list(),
    )
    const found = entries.filter(({ key }) => this.index.find(key) === null)
    for (const entry of found) this.index.put(entry)
    const present = new Set(entries.map(({ key }) => key))
    let removedFiles = await this.removeFiles(damaged, 0)
    this.corrupt += removedFiles
    removedFiles += await this.removeFiles(passing, PASSING_MS)
    // Of the snapshot.
    removedFiles += await removePassing(this.folder)
    // Written after the folder was listed, or removed by another process.
    for (const entry of this.index.list())
      if (!present.has(entry.key)) await this.forgetMissing(entry.key, entry)
    if (this.index.size !== before) this.keepSnapshot()
    await this.makeRoom(null)
    return { removedFiles, foundEntries: found.length }
  }

  /** For who exchanges the folder: no write is under way until the returned function is called. */
  hold(): Promise<() => void> {
    return this.turns.hold()
  }

  get location(): string {
    return this.folder
  }

  /** From now on the entries are those that this folder holds, whatever they are. */
  async open(folder: string): Promise<void> {
    const release = await this.turns.hold()
    this.folder = folder
    this.index.clear()
    this.wasThere = false
    this.scanned = null
    release()
    await this.scanOnce()
  }

  /** From now on the entries are read from, and written to, another folder, which must hold them all. */
  relocate(folder: string): void {
    this.folder = folder
    this.keepSnapshot()
  }

  /** Keeps the index for the next start. May be called twice. */
  async close(): Promise<void> {
    if (this.snapshotTimer !== null) {
      clearTimeout(this.snapshotTimer)
      this.snapshotTimer = null
      await this.writeSnapshot()
    }
  }

  private scanOnce(): Promise<void> {
    this.scanned ??= this.scan().catch((error: unknown) => {
      // The next one who asks tries again; until then single entries may still be readable.
      this.scanned = null
      this.failed(error, 0)
    })
    return this.scanned
  }

  private async scan(): Promise<void> {
    const { files } = this.parts
    const snapshot = await readSnapshot(files, this.folder)
    if (snapshot !== null && snapshot.folderMtimeMs === (await this.folderMtimeMs())) {
      for (const entry of snapshot.entries) this.index.put(entry)
      this.wasThere = true
      return
    }
    const { entries, damaged } = await scanFolder(files, entriesFolder(this.folder), snapshot?.entries ?? [])
    for (const entry of entries) this.index.put(entry)
    this.wasThere = entries.length > 0
    this.corrupt += await this.removeFiles(damaged, 0)
    if (entries.length > 0) this.keepSnapshot()
  }

  private async folderMtimeMs(): Promise<number | null> {
    const stat = await this.parts.files.stat(entriesFolder(this.folder)).catch(() => null)
    return stat?.mtimeMs ?? null
  }

  private pathOf(name: string): string {
    return join(entriesFolder(this.folder), name)
  }

  /** @returns the file's time of change. @throws AppError */
  private async write(name: string, head: Buffer, bytes: Uint8Array): Promise<number> {
    const size = head.byteLength + bytes.byteLength
    const { files, space } = this.parts
    let release = () => {}
    if (bytes.byteLength >= LARGE_BYTES)
      release = await space.claim(this.folder, size).catch((error: unknown) => {
        throw this.failed(error, size, LARGE_BYTES)
      })
    try {
      const mtimeMs = await writeWhole(files, {
        folder: entriesFolder(this.folder),
        name,
        parts: [head, bytes],
        makeFolder: () => this.makeFolder(),
        unread: () => this.turns.unread(name),
      })
      this.wasThere = true
      return mtimeMs
    } catch (error) {
      throw this.failed(error, size)
    } finally {
      release()
    }
  }

  /** The folder is not there yet, or not any more. */
  private async makeFolder(): Promise<void> {
    this.index.clear()
    if (this.parts.mayMake?.() === false) throw new AppError('cache/missing', this.folder)
    await this.parts.files.mkdir(entriesFolder(this.folder), { recursive: true }).catch((cause: unknown) => {
      throw this.wasThere ? new AppError('cache/missing', this.folder, { cause }) : cause
    })
  }

  /** Takes in what another process wrote. */
  private async adopt(key: string, path: string, { metadata }: Blob, bytes: number): Promise<void> {
    const stat = await this.parts.files.stat(path).catch(() => null)
    const mtimeMs = stat?.mtimeMs ?? 0
    this.index.put({ key, metadata, bytes, mtimeMs, lastUsedAt: this.parts.clock.now() })
  }

  private async forgetMissing(key: string, known: IndexedEntry | null): Promise<void> {
    if (known === null || (await this.exists(this.pathOf(fileNameOf(key))))) return
    // Not what has been written since it was missed.
    if (this.index.find(key)?.mtimeMs === known.mtimeMs) this.index.forget(key)
    if (!(await this.exists(entriesFolder(this.folder)))) this.index.clear()
  }

  private async removeDamaged(key: string, name: string, known: IndexedEntry | null): Promise<void> {
    await this.turns.write(name, async () => {
      // Not what has been written in its place since it was read.
      if (this.index.find(key)?.mtimeMs !== known?.mtimeMs) return
      this.index.forget(key)
      this.corrupt += 1
      await this.removeFiles([name], 0)
    })
    this.keepSnapshot()
  }

  private async makeRoom(spared: string | null): Promise<void> {
    for (const key of this.index.overflow(this.maxBytes, this.parts.isPinned, spared)) await this.delete(key)
  }

  /** @returns how many are gone. What cannot be removed stays, and is met again by the next sweep. */
  private async removeFiles(names: readonly string[], olderThanMs: number): Promise<number> {
    let removed = 0
    for (const name of names) {
      const path = this.pathOf(name)
      try {
        // The file's age by the clock that stamped it, which is the system's whatever ours may show.
        const ageMs = olderThanMs === 0 ? 0 : Date.now() - (await this.parts.files.stat(path)).mtimeMs
        if (ageMs < olderThanMs) continue
        await this.turns.unread(name)
        await this.parts.files.rm(path, { recursive: true, force: true })
        removed += 1
      } catch {
        // A folder that cannot be written is reported by who has something to write.
      }
    }
    return removed
  }

  private async exists(path: string): Promise<boolean> {
    return await this.parts.files.stat(path).then(
      () => true,
      (error: unknown) => systemCode(error) !== 'ENOENT',
    )
  }

  private failed(cause: unknown, bytes: number, refusedFromBytes = 0): AppError {
    const error = writeFailure(cause, this.folder)
    this.parts.health.report({ error, bytes, refusedFromBytes })
    return error
  }

  private keepSnapshot(): void {
    this.snapshotTimer ??= setTimeout(() => {
      this.snapshotTimer = null
      void this.writeSnapshot()
    }, SNAPSHOT_AFTER_MS).unref()
  }

  private async writeSnapshot(): Promise<void> {
    // With no write under way folder and index say the same; what another process does meanwhile changes the folder.
    const release = await this.turns.hold()
    const folderMtimeMs = await this.folderMtimeMs()
    const entries = this.index.list()
    const { folder } = this
    release()
    if (folderMtimeMs === null) return
    // It is a convenience: a disk that refuses it is reported by who has something to write.
    await writeSnapshot(folder, { folderMtimeMs, entries }).catch(() => {})
  }
}

/** Below the store's own, so that writing the snapshot beside it does not change it. */
export function entriesFolder(folder: string): string {
  return join(folder, 'entries')
}
