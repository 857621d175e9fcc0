// The memory tier: sculptures and sessions as stored bytes, bounded in bytes, least recently used goes first.

import { LRUCache } from 'lru-cache'
import type { TierStatus } from '@contract/cache'
import type { Blob, Stamp } from '../ports'

/** What an entry costs beside its bytes: key, metadata and the map's own bookkeeping, estimated generously. */
const ENTRY_OVERHEAD_BYTES = 512

interface Remembered {
  readonly blob: Blob
  readonly usedAt: number
}

export class MemoryTier {
  private entries: LRUCache<string, Remembered>

  constructor(private maxBytes: number) {
    this.entries = emptyMemory(maxBytes)
  }

  get(key: string): Blob | null {
    return this.entries.get(key)?.blob ?? null
  }

  /** Without using it. */
  peek(key: string): Blob | null {
    return this.entries.peek(key)?.blob ?? null
  }

  /** An entry larger than the whole tier is not kept; it stays on disk. @param now epoch ms. */
  put(key: string, blob: Blob, now: number): void {
    this.entries.set(key, { blob, usedAt: now })
  }

  mark(key: string, stamp: Stamp, now: number): void {
    const known = this.entries.peek(key)
    if (known === undefined) return
    const { bytes, metadata } = known.blob
    this.put(key, { bytes, metadata: { ...metadata, ...stamp } }, now)
  }

  delete(key: string): void {
    this.entries.delete(key)
  }

  /** At once, least recently used first, if it holds more. */
  setMaxBytes(maxBytes: number): void {
    const before = this.entries
    this.maxBytes = maxBytes
    this.entries = emptyMemory(maxBytes)
    for (const key of before.rkeys()) {
      const entry = before.peek(key)
      if (entry !== undefined) this.entries.set(key, entry)
    }
  }

  list(): readonly { readonly key: string; readonly blob: Blob; readonly usedAt: number }[] {
    return [...this.entries.entries()].map(([key, entry]) => ({ key, ...entry }))
  }

  status(): TierStatus {
    return { entries: this.entries.size, bytes: this.entries.calculatedSize, maxBytes: this.maxBytes }
  }
}

function emptyMemory(maxBytes: number): LRUCache<string, Remembered> {
  return new LRUCache({
    maxSize: maxBytes,
    sizeCalculation: ({ blob }) => blob.bytes.byteLength + ENTRY_OVERHEAD_BYTES,
  })
}
