// One cache over two tiers: memory before disk, one flight per thing being made, freshness, and statistics
// derived from the lookups themselves. It does not know what an entry means, only its key and its age.

import type { CacheStatus, CacheUsage, Clearing, ClearScope, LookupStatus, PinScope } from '@contract/cache'
import type { Freshness, ServedFrom } from '@contract/calls'
import type { AppError } from '../app-error'
import type { Blob, BlobEntry, BlobMetadata, BlobStore, Clock } from '../ports'
import type { DiskHealthWatch } from './disk-health'
import type { MemoryTier } from './memory-tier'
import type { Pins } from './pins'
import { isWithin, kindOf, subjectOf } from './scopes'
import { usageOf } from './usage'

export interface CacheTiers {
  readonly memory: MemoryTier
  /** Sculptures and sessions. */
  readonly results: BlobStore
  /** Raw topics, written by the archive source; here for its numbers and its clearing. */
  readonly raw: BlobStore
  readonly pins: Pins
  readonly health: Pick<DiskHealthWatch, 'current' | 'subscribe'>
  /** Where it all lies now, and what is free there; null where the system does not say. */
  readonly folder: () => string
  readonly freeBytes: () => Promise<number | null>
}

/** Ages after which an entry that is not final is checked again, ms. */
export interface TimesToLive {
  readonly sculptures: number
  readonly sessions: number
}

export interface CacheLimits {
  readonly memoryBytes: number
  readonly resultsBytes: number
  readonly rawBytes: number
  readonly ttlMs: TimesToLive
}

export interface CacheEntry extends BlobEntry {
  readonly isPinned: boolean
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
  private savedMs = 0
  private changes = 0
  /** What the disk refused and memory has: written when the disk takes it. */
  private readonly unsaved = new Set<string>()

  constructor(
    private readonly tiers: CacheTiers,
    private readonly clock: Clock,
    private ttlMs: TimesToLive,
    /** Told after every change that `status()` would show. */
    private readonly onChange: () => void = () => {},
  ) {
    tiers.health.subscribe(({ state }) => {
      if (state === 'ok') void this.saveAgain()
    })
  }

  /**
   * Serves the entry, from memory, disk, or by making it. A stale entry is served at once and checked behind.
   * @throws whatever `make` throws; nothing is stored then.
   */
  async open(key: string, making: Making): Promise<Served> {
    const startedAt = this.clock.elapsed()
    const found = await this.find(key)
    if (found !== null) {
      const stale = this.isStale(key, found.blob.metadata)
      const tookMs = this.clock.elapsed() - startedAt
      this.savedMs += Math.max(0, (found.blob.metadata.madeInMs ?? 0) - tookMs)
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
  isStale(key: string, { isFinal, checkedAt }: BlobMetadata): boolean {
    const ttlMs = kindOf(key) === 'sculpture' ? this.ttlMs.sculptures : this.ttlMs.sessions
    return !isFinal && this.clock.now() - checkedAt > ttlMs
  }

  /** The entry's bytes if they are here, without counting a lookup: for reading again what was just served. */
  async peek(key: string): Promise<Blob | null> {
    return (await this.find(key))?.blob ?? null
  }

  /**
   * Stores in both tiers. A disk that refuses leaves the entry in memory and throws the disk's error. What is made again
   * out of what the first making has left at hand is still worth the time the first one took.
   * @throws AppError as BlobStore.put.
   */
  async store(key: string, blob: Blob): Promise<void> {
    const before = this.tiers.memory.get(key)?.metadata.madeInMs ?? 0
    const { madeInMs } = blob.metadata
    const kept =
      madeInMs === undefined || madeInMs >= before
        ? blob
        : { ...blob, metadata: { ...blob.metadata, madeInMs: before } }
    this.tiers.memory.put(key, kept, this.clock.now())
    this.changes += 1
    this.unsaved.add(key)
    try {
      await this.tiers.results.put(key, kept)
      this.unsaved.delete(key)
    } finally {
      this.onChange()
    }
  }

  /** Marks an unchanged entry as checked now. @throws AppError as BlobStore.mark; in memory it is marked all the same. */
  async touch(key: string, isFinal: boolean): Promise<void> {
    const now = this.clock.now()
    const stamp = { checkedAt: now, isFinal }
    this.tiers.memory.mark(key, stamp, now)
    this.changes += 1
    try {
      await this.tiers.results.mark(key, stamp)
    } finally {
      this.onChange()
    }
  }

  /** Puts a label beside an entry that is here, in place of the one it has. @throws as store. */
  async note(key: string, label: unknown): Promise<void> {
    const found = await this.find(key)
    if (found === null) return
    const { bytes, metadata } = found.blob
    await this.store(key, { bytes, metadata: { ...metadata, label } })
  }

  /** Grows with every change since the application started: a list made before an equal number still holds. */
  get revision(): number {
    return this.changes
  }

  /** All entries of both tiers without their bytes; what the disk refused to take is listed as well. */
  async list(): Promise<readonly CacheEntry[]> {
    const stored = await this.tiers.results.list()
    const keys = new Set(stored.map(({ key }) => key))
    const remembered = this.tiers.memory
      .list()
      .filter(({ key }) => !keys.has(key))
      .map(({ key, blob, usedAt }) => ({ key, metadata: blob.metadata, bytes: 0, lastUsedAt: usedAt }))
    return [...stored, ...remembered].map((entry) => ({ ...entry, isPinned: this.tiers.pins.covers(entry) }))
  }

  /** As `list` has it; null where there is no such entry. */
  async metadataOf(key: string): Promise<BlobMetadata | null> {
    const stored = await this.tiers.results.describe(key)
    if (stored !== null) return stored.metadata
    return this.tiers.memory.peek(key)?.metadata ?? null
  }

  async keys(): Promise<readonly string[]> {
    return (await this.tiers.results.status()).keys
  }

  async status(): Promise<CacheStatus> {
    const memory = this.tiers.memory.status()
    const [results, raw] = await Promise.all([this.tiers.results.status(), this.tiers.raw.status()])
    const { hit, stale, miss, inflight } = this.lookups
    const all = hit + stale + miss + inflight
    const kinds = results.keys.map(kindOf)
    const sculptures = kinds.filter((kind) => kind === 'sculpture').length
    const sessions = kinds.filter((kind) => kind === 'session').length
    return {
      // What a person can open; a circuit's line is kept beside it and is nobody's to open.
      total_keys: sculptures + sessions,
      sculpture_keys: sculptures,
      session_keys: sessions,
      memory_used: memory.bytes,
      memory,
      disk: {
        sculptures: { entries: results.entries, bytes: results.bytes, maxBytes: results.maxBytes },
        raw: { entries: raw.entries, bytes: raw.bytes, maxBytes: raw.maxBytes },
      },
      lookups: { ...this.lookups },
      hitRate: all === 0 ? 0 : (hit + stale) / all,
      savedMs: Math.round(this.savedMs),
      corrupt: results.corrupt + raw.corrupt,
      folder: this.tiers.folder(),
      health: this.tiers.health.current(),
    }
  }

  /** What uses the space on disk. Goes through all entries: for who asks, not for every change. */
  async usage(): Promise<CacheUsage> {
    const [results, raw, freeBytes] = await Promise.all([
      this.tiers.results.list(),
      this.tiers.raw.list(),
      this.tiers.freeBytes(),
    ])
    return usageOf({ results, raw }, this.tiers.pins, freeBytes)
  }

  get health(): CacheTiers['health'] {
    return this.tiers.health
  }

  /** What `clear` would free now. */
  async planClear(scope: ClearScope): Promise<Clearing> {
    return (await this.chooseCleared(scope)).clearing
  }

  /**
   * Deletes from memory and disk. What is being made meanwhile is stored when it is done; pins stay for what comes.
   * @returns what was freed. @throws AppError as BlobStore.delete: what came before is gone then.
   */
  async clear(scope: ClearScope): Promise<Clearing> {
    const { results, raw, clearing } = await this.chooseCleared(scope)
    try {
      for (const { key } of results) {
        this.tiers.memory.delete(key)
        await this.tiers.results.delete(key)
      }
      for (const { key } of raw) await this.tiers.raw.delete(key)
    } finally {
      this.changes += 1
      this.onChange()
    }
    return clearing
  }

  /** Lets something go last when room is needed. @throws AppError as PinKeeper.write. */
  async pin(scope: PinScope): Promise<void> {
    await this.tiers.pins.pin(scope).finally(this.onChange)
  }

  /** @throws AppError as PinKeeper.write. */
  async unpin(scope: PinScope): Promise<void> {
    await this.tiers.pins.unpin(scope).finally(this.onChange)
  }

  /** From now on; what is over them goes at once. @throws AppError as BlobStore.delete. */
  async setLimits({ memoryBytes, resultsBytes, rawBytes, ttlMs }: CacheLimits): Promise<void> {
    this.ttlMs = ttlMs
    this.tiers.memory.setMaxBytes(memoryBytes)
    await this.tiers.results.setMaxBytes(resultsBytes)
    await this.tiers.raw.setMaxBytes(rawBytes)
    this.changes += 1
    this.onChange()
  }

  private async chooseCleared(scope: ClearScope): Promise<{
    readonly results: readonly CacheEntry[]
    readonly raw: readonly BlobEntry[]
    readonly clearing: Clearing
  }> {
    const results = (await this.list()).filter((entry) => isWithin(scope, subjectOf(entry), 'results'))
    const raw = (await this.tiers.raw.list()).filter((entry) => isWithin(scope, subjectOf(entry), 'raw'))
    const { pins } = this.tiers
    const clearing = {
      entries: results.length + raw.length,
      bytes: { results: bytesOf(results), raw: bytesOf(raw) },
      pinned: [...results, ...raw].filter((entry) => pins.covers(entry)).length,
    }
    return { results, raw, clearing }
  }

  private async find(key: string): Promise<{ blob: Blob; tier: 'memory' | 'disk' } | null> {
    const remembered = this.tiers.memory.get(key)
    if (remembered !== null) return { blob: remembered, tier: 'memory' }
    const stored = await this.tiers.results.get(key)
    if (stored === null) return null
    this.tiers.memory.put(key, stored, this.clock.now())
    return { blob: stored, tier: 'disk' }
  }

  /** Never rejects: what is refused again waits for the next time. */
  private async saveAgain(): Promise<void> {
    for (const key of this.unsaved) {
      const blob = this.tiers.memory.get(key)
      // Evicted or cleared since: there is nothing to save.
      if (blob === null) this.unsaved.delete(key)
      else
        await this.tiers.results.put(key, blob).then(
          () => this.unsaved.delete(key),
          () => {
            // The disk's health has been told of it, and everybody through that.
          },
        )
    }
    this.onChange()
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

function bytesOf(entries: readonly BlobEntry[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0)
}
