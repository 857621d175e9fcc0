// What the cache tells about itself. Every number is derived from lookups and stores; nothing is counted twice.

export type LookupStatus = 'hit' | 'stale' | 'miss' | 'inflight'

export interface TierStatus {
  readonly entries: number
  readonly bytes: number
  readonly maxBytes: number
}

/** Field names with underscores are the ones the original's cache-warming guide prints. */
export interface CacheStatus {
  readonly total_keys: number
  readonly sculpture_keys: number
  readonly session_keys: number
  readonly memory_used: number
  readonly memory: TierStatus
  readonly disk: { readonly sculptures: TierStatus; readonly raw: TierStatus }
  readonly lookups: Readonly<Record<LookupStatus, number>>
  /** (hit + stale) / all lookups, 0..1; 0 before the first lookup. */
  readonly hitRate: number
  /** Damaged entries found and removed since the application started. */
  readonly corrupt: number
  readonly folder: string
}
