// The typed calls from the renderer to the main process: name -> input, output. Preload, router, handlers and
// client all derive their types from this map, so a call without a handler does not compile.

import type {
  CacheFolder,
  CacheStatus,
  CacheUsage,
  ChosenFolder,
  Clearing,
  ClearScope,
  FolderToken,
  PinScope,
} from './cache'
import type { Season } from './calendar'
import type { ExportOrder, PrintSize, SavedFileToken, SaveOutcome } from './export'
import type { HealthReport } from './health'
import type { SculptureId, SessionId, SourceKind } from './ids'
import type { SessionLaps } from './laps'
import type { LogLine, LogSource } from './logs'
import type { SculptureHeader } from './sculpture'
import type { MendedSettings, OpenSettings, ShownSettings, SourceChoice } from './settings'
import type {
  GivenSettings,
  SettingChange,
  SettingsOffer,
  SettingsSaving,
  SettingsToken,
} from './settings-transfer'
import type { Showing, WantedShowing } from './showing'
import type { TaskDetails, TaskId, TaskSnapshot } from './tasks'
import type { WallList } from './wall'
import type { RulePreview, RuleText, WarmingStatus, WarmPlan, WarmRequest } from './warming'

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

/** What it takes to open a sculpture, before it is opened. */
export type OpeningCost =
  /** It is in the cache, or made without a network. */
  | { readonly kind: 'here' }
  /** Means of what sessions of this kind have cost. `isOwn`: on this computer; else what is usual. */
  | {
      readonly kind: 'fetched'
      readonly bytes: number
      readonly durationMs: number
      readonly isOwn: boolean
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

/** Each source has a cache of its own. */
interface OfSource {
  readonly source: SourceKind
}

export interface Calls {
  'app:getVersions': { input: void; output: AppVersions }
  'app:getStartPlan': { input: void; output: StartPlan }
  /** What the page is to show first, or null for its usual beginning. From now on `showing:wanted` tells. */
  'showing:take': { input: void; output: WantedShowing | null }
  /** The page says what it shows, so that another page can take its place. */
  'showing:note': { input: Showing; output: void }
  'settings:chooseSource': { input: SourceChoice; output: StartPlan }
  /** Shows the other source without remembering it: the next start is as if nobody had been there. */
  'app:visitSource': { input: SourceKind; output: StartPlan }
  'calendar:getSeason': { input: { readonly source: SourceKind; readonly season: number }; output: Season }
  'sessions:open': { input: SessionId; output: OpenedSession }
  'sculptures:open': { input: SculptureId; output: SculptureTicket }
  /** What opening it would fetch. Fetches nothing itself, and does not count as a lookup. */
  'sculptures:getCost': { input: SculptureId; output: OpeningCost }
  'settings:get': { input: void; output: ShownSettings }
  /** What is left out stays. A rule or zone that cannot be understood is refused, and nothing is changed. */
  'settings:change': { input: Partial<OpenSettings>; output: ShownSettings }
  /** What of the settings' file could not be read at this start, told to who asks first; null: nothing, or told. */
  'settings:takeMended': { input: void; output: MendedSettings | null }
  /** Asks the person for a place, and saves all that may go to another computer. */
  'settings:save': { input: void; output: SettingsSaving }
  /** Asks the person for a file, and tells what it would change; null when they thought better of it. */
  'settings:chooseFile': { input: void; output: SettingsOffer | null }
  /** Takes what the file says, all of it or nothing. */
  'settings:takeFile': { input: SettingsToken; output: ShownSettings }
  /** As `settings:takeFile`, for the command line, which has read the file itself; what that changed. */
  'settings:takeGiven': { input: GivenSettings; output: readonly SettingChange[] }
  /** A rule in words and the next instants it comes true; nothing is set. */
  'schedule:preview': { input: RuleText; output: RulePreview }
  /** What a run would do, without doing it. */
  'warming:plan': { input: WarmRequest; output: WarmPlan }
  /** Begins the run, or queues it, or joins one that comes to the same. */
  'warming:start': { input: WarmRequest; output: TaskId }
  /** No new work begins for so long; null: until it is resumed. */
  'warming:pause': { input: { readonly forMs: number | null }; output: WarmingStatus }
  'warming:resume': { input: void; output: WarmingStatus }
  'warming:getStatus': { input: void; output: WarmingStatus }
  'health:get': { input: void; output: HealthReport }
  /** The newest lines, oldest first. */
  'logs:read': { input: { readonly source: LogSource; readonly limit: number }; output: readonly LogLine[] }
  'tasks:list': { input: void; output: readonly TaskSnapshot[] }
  /** Null when there is no such task, or none any more. */
  'tasks:get': { input: TaskId; output: TaskDetails | null }
  /** False when there is none or it has ended. A run takes its parts with it, except those a person waits for. */
  'tasks:cancel': { input: TaskId; output: boolean }
  /** Does a failed or cancelled task once more, as a new one; false where that cannot be. */
  'tasks:retry': { input: TaskId; output: boolean }
  /** Does each failed task once more that has not been since; how many were begun. */
  'tasks:retryFailed': { input: void; output: number }
  'cache:getStatus': { input: OfSource; output: CacheStatus }
  'cache:getUsage': { input: OfSource; output: CacheUsage }
  /** What `cache:clear` would free now. */
  'cache:planClear': { input: OfSource & { readonly scope: ClearScope }; output: Clearing }
  /** What was freed. */
  'cache:clear': { input: OfSource & { readonly scope: ClearScope }; output: Clearing }
  'cache:pin': { input: OfSource & { readonly scope: PinScope }; output: void }
  'cache:unpin': { input: OfSource & { readonly scope: PinScope }; output: void }
  'cache:getFolder': { input: void; output: CacheFolder }
  /** Asks the person for a folder; null when they thought better of it. Nothing is moved yet. */
  'cache:chooseFolder': { input: void; output: ChosenFolder | null }
  /** Begins the move as a task. */
  'cache:moveTo': { input: FolderToken; output: TaskId }
  /** As `cache:moveTo`, for the command line: the page never names a place on the disk. */
  'cache:moveToFolder': { input: { readonly folder: string }; output: TaskId }
  /**
   * Begins the move back as a task. Where the present folder is gone there is nothing to move: the usual one is taken
   * into use at once, and the answer is null.
   */
  'cache:useUsualFolder': { input: void; output: TaskId | null }
  /** Opens it in the system's file manager. */
  'cache:showFolder': { input: void; output: void }
  /** @param from how many of the newest to leave out. */
  'wall:list': {
    input: OfSource & { readonly from: number; readonly limit: number }
    output: WallList
  }
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

/** What only the control socket may ask. */
type ControlOnlyCall = 'cache:moveToFolder' | 'settings:takeGiven'
export type PageCall = Exclude<CallName, ControlOnlyCall>

/** The page's as values, for the allow-lists of preload and router. `satisfies` keeps the list as full as the map. */
const PAGE_CALL_SET = {
  'app:getVersions': true,
  'app:getStartPlan': true,
  'showing:take': true,
  'showing:note': true,
  'settings:chooseSource': true,
  'app:visitSource': true,
  'calendar:getSeason': true,
  'sessions:open': true,
  'sculptures:open': true,
  'sculptures:getCost': true,
  'settings:get': true,
  'settings:change': true,
  'settings:takeMended': true,
  'settings:save': true,
  'settings:chooseFile': true,
  'settings:takeFile': true,
  'schedule:preview': true,
  'warming:plan': true,
  'warming:start': true,
  'warming:pause': true,
  'warming:resume': true,
  'warming:getStatus': true,
  'health:get': true,
  'logs:read': true,
  'tasks:list': true,
  'tasks:get': true,
  'tasks:cancel': true,
  'tasks:retry': true,
  'tasks:retryFailed': true,
  'cache:getStatus': true,
  'cache:getUsage': true,
  'cache:planClear': true,
  'cache:clear': true,
  'cache:pin': true,
  'cache:unpin': true,
  'cache:getFolder': true,
  'cache:chooseFolder': true,
  'cache:moveTo': true,
  'cache:useUsualFolder': true,
  'cache:showFolder': true,
  'wall:list': true,
  'exports:planPrint': true,
  'exports:save': true,
  'exports:savePicture': true,
  'exports:copyPicture': true,
  'exports:showInFolder': true,
} as const satisfies Record<PageCall, true>

export const PAGE_CALLS = Object.keys(PAGE_CALL_SET) as readonly PageCall[]
