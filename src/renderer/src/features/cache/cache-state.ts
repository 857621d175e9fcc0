// What the page knows of the cache, and small questions about it. Pure.

import type {
  CacheFolder,
  CacheStatus,
  CacheUsage,
  ChosenFolder,
  Clearing,
  ClearScope,
  PinScope,
  UsedBytes,
} from '@contract/cache'
import type { ErrorReport } from '@contract/errors'
import { sessionKey, type SourceKind } from '@contract/ids'
import type { OpenSettings } from '@contract/settings'
import type { TaskSnapshot } from '@contract/tasks'
import type { WallItem } from '@contract/wall'
import { WORDS } from '../../ui/words'

export type CacheSettings = OpenSettings['cache']

/** What the person is asked before it is done. */
export type Asking =
  | { readonly kind: 'clear'; readonly scope: ClearScope; readonly clearing: Clearing }
  | { readonly kind: 'move'; readonly chosen: ChosenFolder }

/** How the last thing that was asked for went. */
export type Outcome =
  | { readonly kind: 'cleared'; readonly clearing: Clearing }
  | { readonly kind: 'pinned' | 'unpinned'; readonly scope: PinScope }
  | { readonly kind: 'moved'; readonly folder: string }
  | { readonly kind: 'move-cancelled' }
  | { readonly kind: 'settings-saved' }
  | { readonly kind: 'failed'; readonly report: ErrorReport }

export interface CacheState {
  /** Null until the gallery knows which source it shows. */
  readonly source: SourceKind | null
  readonly status: CacheStatus | null
  /** Kept up to date while the room is visited. */
  readonly usage: CacheUsage | null
  readonly folder: CacheFolder | null
  readonly settings: CacheSettings | null
  readonly asking: Asking | null
  /** While it is going on. */
  readonly move: TaskSnapshot | null
  readonly outcome: Outcome | null
}

export const UNKNOWN_CACHE: CacheState = {
  source: null,
  status: null,
  usage: null,
  folder: null,
  settings: null,
  asking: null,
  move: null,
  outcome: null,
}

export function sumOf({ sculptures, laps, raw }: UsedBytes): number {
  return sculptures + laps + raw
}

/** Of everything in the cache, by what it is. What belongs to no season is a recording, as calendars are. */
export function totalsOf({ seasons, other }: CacheUsage): UsedBytes {
  const total = { sculptures: 0, laps: 0, raw: other.bytes }
  for (const { bytes } of seasons) {
    total.sculptures += bytes.sculptures
    total.laps += bytes.laps
    total.raw += bytes.raw
  }
  return total
}

export function isEmpty({ seasons, other }: CacheUsage): boolean {
  return seasons.length === 0 && other.entries === 0
}

/** The names of Grands Prix and sessions, by `sessionKey`, as far as something of theirs hangs on the wall. */
export function namesOf(items: readonly WallItem[]): ReadonlyMap<string, string> {
  return new Map(
    items.map(({ id, eventName, sessionName }) => [
      sessionKey(id),
      WORDS.caption.work(eventName, sessionName),
    ]),
  )
}
