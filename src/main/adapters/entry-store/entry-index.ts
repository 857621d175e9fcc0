// What a store knows of its entries without opening them: sizes, metadata, and the order in which they were last used.
// In memory only; `index-snapshot.ts` keeps it over a restart.

import type { BlobEntry } from '../../core/ports'

export interface IndexedEntry extends BlobEntry {
  /** The file's own, ms: with the size it tells whether the file is still the one that was read. */
  readonly mtimeMs: number
}

export class EntryIndex {
  bytes = 0
  /** A Map keeps insertion order: least recently used first. Using a key moves it to the end. */
  private readonly entries = new Map<string, IndexedEntry>()

  get size(): number {
    return this.entries.size
  }

  find(key: string): IndexedEntry | null {
    return this.entries.get(key) ?? null
  }

  keys(): readonly string[] {
    return [...this.entries.keys()]
  }

  list(): readonly IndexedEntry[] {
    return [...this.entries.values()]
  }

  put(entry: IndexedEntry): void {
    this.forget(entry.key)
    this.entries.set(entry.key, entry)
    this.bytes += entry.bytes
  }

  /** Changes what is known of an entry without using it. */
  amend(key: string, change: Pick<IndexedEntry, 'metadata' | 'mtimeMs'>): void {
    const entry = this.entries.get(key)
    if (entry !== undefined) this.entries.set(key, { ...entry, ...change })
  }

  use(key: string, at: number): void {
    const entry = this.entries.get(key)
    if (entry !== undefined) this.put({ ...entry, lastUsedAt: at })
  }

  forget(key: string): void {
    const entry = this.entries.get(key)
    if (entry === undefined) return
    this.entries.delete(key)
    this.bytes -= entry.bytes
  }

  clear(): void {
    this.entries.clear()
    this.bytes = 0
  }

  /**
   * What has to go for the rest to be within `maxBytes`: least recently used first, pinned only if all else is gone.
   * @param spared stays even if it alone is over the limit: it has just been written and is being shown.
   */
  overflow(
    maxBytes: number,
    isPinned: (entry: BlobEntry) => boolean,
    spared: string | null,
  ): readonly string[] {
    let bytes = this.bytes
    if (bytes <= maxBytes) return []
    const leaving: string[] = []
    for (const pinned of [false, true])
      for (const entry of this.entries.values()) {
        if (bytes <= maxBytes) return leaving
        if (entry.key === spared || isPinned(entry) !== pinned) continue
        leaving.push(entry.key)
        bytes -= entry.bytes
      }
    return leaving
  }
}
