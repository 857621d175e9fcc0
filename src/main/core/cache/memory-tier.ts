// The memory tier: sculptures and sessions as stored bytes, bounded in bytes, least recently used goes first.

import { LRUCache } from 'lru-cache'
import type { TierStatus } from '@contract/cache'
import type { Blob, BlobEntry } from '../ports'

/** What an entry costs beside its bytes: key, metadata and the map's own bookkeeping, estimated generously. */
const ENTRY_OVERHEAD_BYTES = 512

export class MemoryTier {
  private readonly entries: LRUCache<string, Blob>

  constructor(private readonly maxBytes: number) {
    this.entries = new LRUCache<string, Blob>({
      maxSize: maxBytes,
      sizeCalculation: (blob) => blob.bytes.byteLength + ENTRY_OVERHEAD_BYTES,
    })
  }

  get(key: string): Blob | null {
    return this.entries.get(key) ?? null
  }

  /** An entry larger than the whole tier is not kept; it stays on disk. */
  put(key: string, blob: Blob): void {
    this.entries.set(key, blob)
  }

  delete(key: string): void {
    this.entries.delete(key)
  }

  list(): readonly BlobEntry[] {
    return [...this.entries.entries()].map(([key, { metadata }]) => ({ key, metadata }))
  }

  status(): TierStatus {
    return { entries: this.entries.size, bytes: this.entries.calculatedSize, maxBytes: this.maxBytes }
  }
}
