// The typed calls from the renderer to the main process: name -> input, output. Preload, router, handlers and
// client all derive their types from this map, so a call without a handler does not compile.

import type { CacheStatus } from './cache'
import type { Season } from './calendar'
import type { ExportOrder, PrintSize, SavedFileToken, SaveOutcome } from './export'
import type { SculptureId, SessionId, SourceKind } from './ids'
import type { SessionLaps } from './laps'
import type { SculptureHeader } from './sculpture'
import type { TaskId, TaskSnapshot } from './tasks'
import type { WallList } from './wall'

export type ServedFrom = 'memory' | 'disk' | 'built'
export type Freshness = 'fresh' | 'stale'

export interface OpenedSession {
  readonly laps: SessionLaps
  readonly servedFrom: ServedFrom
  readonly freshness: Freshness
  readonly elapsedMs: number
}

/** A sculpture that is ready: its bytes are fetched from `app://gallery` + path. */
export interface SculptureTicket {
  readonly key: string
  readonly path: string
  readonly header: SculptureHeader
  readonly servedFrom: ServedFrom
  readonly freshness: Freshness
  /** From the call's arrival in the main process to the bytes being ready. */
  readonly elapsedMs: number
  /** Size as stored on disk. */
  readonly bytes: number
}

/** What the gallery shows first, and why. */
export interface StartPlan {
  readonly source: SourceKind
  readonly reason: 'chosen' | 'cached' | 'network' | 'offline'
  readonly seasons: readonly number[]
}

export interface AppVersions {
  readonly app: string
  readonly electron: string
  readonly chromium: string
  readonly node: string
}

export interface Calls {
  'app:getVersions': { input: void; output: AppVersions }
  'app:getStartPlan': { input: void; output: StartPlan }
  'settings:chooseSource': { input: SourceKind; output: StartPlan }
  'calendar:getSeason': { input: { readonly source: SourceKind; readonly season: number }; output: Season }
  'sessions:open': { input: SessionId; output: OpenedSession }
  'sculptures:open': { input: SculptureId; output: SculptureTicket }
  'tasks:list': { input: void; output: readonly TaskSnapshot[] }
  'tasks:cancel': { input: TaskId; output: boolean }
  'cache:getStatus': { input: void; output: CacheStatus }
  'wall:list': { input: { readonly source: SourceKind; readonly limit: number }; output: WallList }
  /** How large a print would be, without making it. */
  'exports:planPrint': {
    input: Pick<ExportOrder, 'id' | 'print' | 'look'>
    output: PrintSize
  }
  /** Asks the person for a place, then makes the file as a task (see `exportSubject`). */
  'exports:save': { input: ExportOrder; output: SaveOutcome }
  /** A PNG that the page has drawn, within `isAcceptablePicture`. */
  'exports:savePicture': {
    input: { readonly id: SculptureId; readonly png: Uint8Array }
    output: SaveOutcome
  }
  'exports:copyPicture': { input: { readonly png: Uint8Array }; output: void }
  'exports:showInFolder': { input: SavedFileToken; output: void }
}

export type CallName = keyof Calls
export type CallInput<N extends CallName> = Calls[N]['input']
export type CallOutput<N extends CallName> = Calls[N]['output']

/** The names as values, for the preload's allow-list. `satisfies` keeps the list as full as the map. */
const CALL_NAME_SET = {
  'app:getVersions': true,
  'app:getStartPlan': true,
  'settings:chooseSource': true,
  'calendar:getSeason': true,
  'sessions:open': true,
  'sculptures:open': true,
  'tasks:list': true,
  'tasks:cancel': true,
  'cache:getStatus': true,
  'wall:list': true,
  'exports:planPrint': true,
  'exports:save': true,
  'exports:savePicture': true,
  'exports:copyPicture': true,
  'exports:showInFolder': true,
} as const satisfies Record<CallName, true>

export const CALL_NAMES = Object.keys(CALL_NAME_SET) as readonly CallName[]
