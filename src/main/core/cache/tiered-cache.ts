// One cache over two tiers: memory before disk, one flight per thing being made, freshness, and statistics
// derived from the lookups themselves. It does not know what an entry means, only its key and its age.

import type { CacheStatus, LookupStatus } from '@contract/cache'
import type { Freshness, ServedFrom } from '@contract/calls'
import type { AppError } from '../app-error'
import type { Blob, BlobEntry, BlobMetadata, BlobStore, Clock } from '../ports'
import type { MemoryTier } from './memory-tier'

export interface CacheTiers {
  readonly memory: MemoryTier
  /** Sculptures and sessions. */
  readonly results: BlobStore
  /** Raw topics, written by the archive source; here only for its numbers. */
  readonly raw: BlobStore
  readonly folder: string
}

export interface Served {
  readonly bytes: Uint8Array
  readonly servedFrom: ServedFrom
  readonly freshness: Freshness
}

/** How a missing or stale entry comes into being. One making may store many keys, e.g. all drivers of a session. */
export interface Making {
  /** Names the work, so that several keys made by the same work wait for one flight. */
  readonly flight: string
  readonly make: () => Promise<void>
  /** Says why the key is not there although the making went well. */
  readonly explain: () => AppError
  /** Called, not awaited, when a stale entry was served. */
  readonly revalidate: () => void
  /** Called when the making is another's, who has begun it. */
  readonly onJoin?: () => void
}

export class TieredCache {
  private readonly flights = new Map<string, Promise<void>>()
  private readonly lookups: Record<LookupStatus, number> = { hit: 0, stale: 0, miss: 0, inflight: 0 }
  private stores = 0

  constructor(
    private readonly tiers: CacheTiers,
    private readonly clock: Clock,
    /** Age after which an entry that is not final is checked again, ms. */
    private readonly ttlMs: number,
    /** Told after every change that `status()` would show. */
    private readonly onChange: () => void = () => {},
  ) {}

  /**
   * Serves the entry, from memory, disk, or by making it. A stale entry is served at once and checked behind.
   * @throws whatever `make` throws; nothing is stored then.
   */
  async open(key: string, making: Making): Promise<Served> {
    const found = await this.find(key)
    if (found !== null) {
      const stale = this.isStale(found.blob.metadata)
      this.count(stale ? 'stale' : 'hit')
      if (stale) making.revalidate()
      return { bytes: found.blob.bytes, servedFrom: found.tier, freshness: stale ? 'stale' : 'fresh' }
    }
    this.count(this.flights.has(making.flight) ? 'inflight' : 'miss')
    await this.fly(making)
    const made = await this.find(key)
    if (made === null) throw making.explain()
    return { bytes: made.blob.bytes, servedFrom: 'built', freshness: 'fresh' }
  }

  /** Whether an entry wants to be checked. */
  isStale({ isFinal, checkedAt }: BlobMetadata): boolean {
    return !isFinal && this.clock.now() - checkedAt > this.ttlMs
  }

  /** The entry's bytes if they are here, without counting a lookup: for reading again what was just served. */
  async peek(key: string): Promise<Blob | null> {
    return (await this.find(key))?.blob ?? null
  }

  /** Stores in both tiers. A disk that refuses leaves the entry in memory and throws the disk's error. */
  async store(key: string, blob: Blob): Promise<void> {
    this.tiers.memory.put(key, blob)
    this.stores += 1
    try {
      await this.tiers.results.put(key, blob)
    } finally {
      this.onChange()
    }
  }

  /** Marks an unchanged entry as checked now. */
  async touch(key: string, isFinal: boolean): Promise<void> {
    const found = await this.find(key)
    if (found === null) return
    const { bytes, metadata } = found.blob
    await this.store(key, { bytes, metadata: { ...metadata, checkedAt: this.clock.now(), isFinal } })
  }

  /** Puts a label beside an entry that is here, in place of the one it has. @throws as store. */
  async note(key: string, label: unknown): Promise<void> {
    const found = await this.find(key)
    if (found === null) return
    const { bytes, metadata } = found.blob
    await this.store(key, { bytes, metadata: { ...metadata, label } })
  }

  /** Grows with every store since the application started: a list made before an equal number still holds. */
  get revision(): number {
    return this.stores
  }

  /** All entries of both tiers without their bytes; what the disk refused to take is listed as well. */
  async list(): Promise<readonly BlobEntry[]> {
    const stored = await this.tiers.results.list()
    const keys = new Set(stored.map(({ key }) => key))
    return [...stored, ...this.tiers.memory.list().filter(({ key }) => !keys.has(key))]
  }

  async keys(): Promise<readonly string[]> {
    return (await this.tiers.results.status()).keys
  }

  async status(): Promise<CacheStatus> {
    const memory = this.tiers.memory.status()
    const [results, raw] = await Promise.all([this.tiers.results.status(), this.tiers.raw.status()])
    const { hit, stale, miss, inflight } = this.lookups
    const all = hit + stale + miss + inflight
    return {
      // What a person can open; a circuit's line is kept beside it and is nobody's to open.
      total_keys: results.keys.filter((key) => !key.startsWith('f1:line:')).length,
      sculpture_keys: results.keys.filter((key) => key.startsWith('f1:sculpture:')).length,
      session_keys: results.keys.filter((key) => key.startsWith('f1:session:')).length,
      memory_used: memory.bytes,
      memory,
      disk: {
        sculptures: { entries: results.entries, bytes: results.bytes, maxBytes: results.maxBytes },
        raw: { entries: raw.entries, bytes: raw.bytes, maxBytes: raw.maxBytes },
      },
      lookups: { ...this.lookups },
      hitRate: all === 0 ? 0 : (hit + stale) / all,
      corrupt: results.corrupt + raw.corrupt,
      folder: this.tiers.folder,
    }
  }

  private async find(key: string): Promise<{ blob: Blob; tier: 'memory' | 'disk' } | null> {
    const remembered = this.tiers.memory.get(key)
    if (remembered !== null) return { blob: remembered, tier: 'memory' }
    const stored = await this.tiers.results.get(key)
    if (stored === null) return null
    this.tiers.memory.put(key, stored)
    return { blob: stored, tier: 'disk' }
  }

  private fly(making: Making): Promise<void> {
    const flying = this.flights.get(making.flight)
    if (flying !== undefined) {
      making.onJoin?.()
      return flying
    }
    const flight = making.make().finally(() => this.flights.delete(making.flight))
    this.flights.set(making.flight, flight)
    return flight
  }

  private count(status: LookupStatus): void {
    this.lookups[status] += 1
    this.onChange()
  }
}
