// A BlobStore on cacache: content-addressed files, written to a temporary file and renamed, verified on read.
// Runs in the main process and in the command line, which may share a folder: what the other wrote is found.

import cacache from 'cacache'
import { AppError } from '../core/app-error'
import type { Blob, BlobEntry, BlobMetadata, BlobStore, BlobStoreStatus } from '../core/ports'

interface Known {
  readonly bytes: number
  readonly integrity: string
  readonly metadata: BlobMetadata
}

export interface SweepReport {
  readonly removedEntries: number
  readonly freedBytes: number
}

/** Errors of a read that say "this entry is damaged", as opposed to "the disk refuses". */
const DAMAGED = new Set(['EINTEGRITY', 'EBADSIZE', 'ENOENT'])
const NO_SPACE = new Set(['ENOSPC', 'EDQUOT'])

export class CacacheStore implements BlobStore {
  private opened: Promise<UseOrder> | null = null
  private corrupt = 0

  constructor(
    private readonly folder: string,
    private readonly maxBytes: number,
  ) {}

  async get(key: string): Promise<Blob | null> {
    const order = await this.open()
    try {
      const { data, metadata, integrity } = await cacache.get(this.folder, key)
      const known = {
        bytes: data.byteLength,
        integrity: textOf(integrity),
        metadata: metadata as BlobMetadata,
      }
      order.use(key, known)
      return { bytes: data, metadata: known.metadata }
    } catch (error) {
      const code = codeOf(error)
      if (code === 'ENOENT' && !order.has(key)) return null
      if (code === null || !DAMAGED.has(code)) throw new AppError('cache/corrupt', key, { cause: error })
      this.corrupt += 1
      await this.drop(order, key)
      return null
    }
  }

  async put(key: string, blob: Blob): Promise<void> {
    const order = await this.open()
    try {
      const bytes = Buffer.from(blob.bytes.buffer, blob.bytes.byteOffset, blob.bytes.byteLength)
      const integrity = await cacache.put(this.folder, key, bytes, { metadata: blob.metadata })
      order.use(key, {
        bytes: bytes.byteLength,
        integrity: textOf(integrity),
        metadata: blob.metadata,
      })
    } catch (error) {
      const code = codeOf(error)
      throw new AppError(
        code !== null && NO_SPACE.has(code) ? 'cache/full' : 'cache/unwritable',
        this.folder,
        {
          cause: error,
          ...(code === null ? {} : { detail: code }),
        },
      )
    }
    while (order.bytes > this.maxBytes) {
      const oldest = order.oldest()
      // The entry just written stays even if it alone is over the limit: it is being shown.
      if (oldest === null || oldest === key) return
      await this.drop(order, oldest)
    }
  }

  async delete(key: string): Promise<void> {
    await this.drop(await this.open(), key)
  }

  async status(): Promise<BlobStoreStatus> {
    const order = await this.open()
    return {
      entries: order.size,
      bytes: order.bytes,
      maxBytes: this.maxBytes,
      keys: order.keys(),
      corrupt: this.corrupt,
    }
  }

  async list(): Promise<readonly BlobEntry[]> {
    return (await this.open()).entries()
  }

  /** Removes what interrupted writes and other processes left behind, and content that no longer verifies. */
  async sweep(): Promise<SweepReport> {
    const { badContentCount, reclaimedSize } = await cacache.verify(this.folder)
    this.corrupt += badContentCount
    this.opened = null
    return { removedEntries: badContentCount, freedBytes: reclaimedSize }
  }

  private open(): Promise<UseOrder> {
    this.opened ??= readUseOrder(this.folder)
    return this.opened
  }

  private async drop(order: UseOrder, key: string): Promise<void> {
    const integrity = order.forget(key)
    await cacache.rm.entry(this.folder, key)
    if (integrity !== null) await cacache.rm.content(this.folder, integrity)
  }
}

/** Which keys there are, what is noted beside them, and the order in which they were last used (oldest first). */
class UseOrder {
  bytes = 0
  /** A Map keeps insertion order; using a key moves it to the end. */
  private readonly known = new Map<string, Known>()
  /** Keys with equal bytes share one content file; it goes with the last of them. */
  private readonly sharers = new Map<string, number>()

  get size(): number {
    return this.known.size
  }

  has(key: string): boolean {
    return this.known.has(key)
  }

  keys(): readonly string[] {
    return [...this.known.keys()]
  }

  entries(): readonly BlobEntry[] {
    return [...this.known].map(([key, { metadata }]) => ({ key, metadata }))
  }

  oldest(): string | null {
    return this.known.keys().next().value ?? null
  }

  use(key: string, entry: Known): void {
    this.forget(key)
    this.known.set(key, entry)
    this.bytes += entry.bytes
    this.sharers.set(entry.integrity, (this.sharers.get(entry.integrity) ?? 0) + 1)
  }

  /** @returns the integrity of content that nobody refers to any more, or null. */
  forget(key: string): string | null {
    const entry = this.known.get(key)
    if (entry === undefined) return null
    this.known.delete(key)
    this.bytes -= entry.bytes
    const left = (this.sharers.get(entry.integrity) ?? 1) - 1
    if (left > 0) {
      this.sharers.set(entry.integrity, left)
      return null
    }
    this.sharers.delete(entry.integrity)
    return entry.integrity
  }
}

async function readUseOrder(folder: string): Promise<UseOrder> {
  const listed = await cacache.ls(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return {}
    throw new AppError('cache/unwritable', folder, { cause: error })
  })
  const order = new UseOrder()
  const oldestFirst = Object.values(listed).sort((a, b) => a.time - b.time)
  for (const { key, size, integrity, metadata } of oldestFirst)
    order.use(key, { bytes: size, integrity, metadata: metadata as BlobMetadata })
  return order
}

/** cacache hands out objects where its types say string, and no two objects are the same key. */
function textOf(integrity: unknown): string {
  return String(integrity)
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
