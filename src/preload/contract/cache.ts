// What the cache tells about itself and what may be asked of it. Every number is derived from lookups and from the
// stores' own indexes; nothing is counted twice.

import type { ErrorReport } from './errors'
import type { SessionCode, SourceKind } from './ids'

export type LookupStatus = 'hit' | 'stale' | 'miss' | 'inflight'

export interface TierStatus {
  readonly entries: number
  readonly bytes: number
  readonly maxBytes: number
}

/** `full`: no room for what was to be written. `missing`: the folder is gone and cannot be made again. */
export type DiskState = 'ok' | 'full' | 'unwritable' | 'missing'

/** Whether a cache's folder takes what is written. Reading goes on in every state. */
export interface DiskHealth {
  readonly state: DiskState
  /** Epoch ms since when. */
  readonly since: number
  /** In words; null while all is well. */
  readonly trouble: ErrorReport | null
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
  /**
   * What the hits of this run of the application saved, ms: for each the time its entry took to be made (its share, if
   * many were made at once), less the time the hit itself took.
   */
  readonly savedMs: number
  /** Damaged entries found and removed since the application started. */
  readonly corrupt: number
  readonly folder: string
  readonly health: DiskHealth
}

/** What something keeps on disk: file bytes, by what they are. */
export interface UsedBytes {
  readonly sculptures: number
  readonly laps: number
  readonly raw: number
}

export interface SessionUsage {
  readonly session: SessionCode
  readonly round: number
  readonly entries: number
  /** How many of the entries are sculptures. */
  readonly sculptures: number
  readonly bytes: UsedBytes
  /** The session itself or its season is pinned; single pinned sculptures are told by `pins`. */
  readonly isPinned: boolean
}

export interface SeasonUsage {
  readonly season: number
  /** Sessions and what belongs to the season as a whole, such as its calendar (in `raw`) and its circuits (in `laps`). */
  readonly entries: number
  readonly bytes: UsedBytes
  readonly isPinned: boolean
  /** By round and session. */
  readonly sessions: readonly SessionUsage[]
}

/** What uses the space of one source's cache, newest season first. */
export interface CacheUsage {
  readonly seasons: readonly SeasonUsage[]
  /** What belongs to no season. */
  readonly other: { readonly entries: number; readonly bytes: number }
  readonly pins: readonly PinScope[]
  /** Free on the disk that holds the folder; null where the system does not say. */
  readonly freeBytes: number | null
}

/** What can be kept from being cleared for want of room. */
export type PinScope =
  | { readonly kind: 'season'; readonly season: number }
  | {
      readonly kind: 'session'
      readonly season: number
      readonly round: number
      readonly session: SessionCode
    }
  | { readonly kind: 'key'; readonly key: string }

/** What can be cleared. A season and a session are cleared with their raw topics. */
export type ClearScope = PinScope | { readonly kind: 'all' | 'sculptures' | 'sessions' | 'raw' }

/** What a clearing frees, or has freed. */
export interface Clearing {
  readonly entries: number
  /** File bytes by tier. */
  readonly bytes: { readonly results: number; readonly raw: number }
  /** How many of the entries are pinned: an order to clear them is obeyed, so people should be told before. */
  readonly pinned: number
}

/** A source's cache has changed. */
export interface CacheChange {
  readonly source: SourceKind
  readonly status: CacheStatus
}

/** Where the caches of all sources lie. */
export interface CacheFolder {
  readonly path: string
  /** Where it lies unless a person chooses another place. */
  readonly usualPath: string
}

/** A folder that the person has picked in the system's dialog: the page moves there by the token, never by a path. */
export interface ChosenFolder {
  readonly token: FolderToken
  /** To be read by the person. */
  readonly name: string
  /** What would be copied. */
  readonly bytes: number
  /** Free on its disk; null where the system does not say. */
  readonly freeBytes: number | null
  /** Why the cache cannot be moved there; null where it can. */
  readonly trouble: ErrorReport | null
}

export type FolderToken = string

/** The subject of the task that moves the caches of all sources. */
export const MOVE_SUBJECT = 'f1:cache'

export interface MoveProgress {
  readonly doneBytes: number
  readonly totalBytes: number
}
