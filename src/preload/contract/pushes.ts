// What the main process tells the renderer without being asked. State, not ticks: progress is coalesced to
// about ten a second, and a page that has just loaded asks for a snapshot first and listens then.

import type { CacheChange } from './cache'
import type { SourceKind } from './ids'
import type { LogLine } from './logs'
import type { ShownSettings, SourceChoice } from './settings'
import type { WantedShowing } from './showing'
import type { TaskSnapshot } from './tasks'
import type { WallStatus } from './wall'
import type { WarmingStatus } from './warming'

/** Sculptures that were replaced in the cache by better ones: opening them again gives those. */
export interface ImprovedSculptures {
  readonly source: SourceKind
  /** Keys as in SculptureTicket. */
  readonly keys: readonly string[]
}

export interface Pushes {
  /** All that are known: what is not among them any more has been forgotten. */
  'tasks:changed': readonly TaskSnapshot[]
  'cache:changed': CacheChange
  'warming:changed': WarmingStatus
  /** Lines written since the last of these. */
  'logs:appended': readonly LogLine[]
  'sculptures:improved': ImprovedSculptures
  /** Not the list itself, which may be long: whoever shows it asks again when the revision is another. */
  'wall:changed': WallStatus
  /** All of them, whoever changed one. */
  'settings:changed': ShownSettings
  /** A file of settings brought another one: the start plan is a new one. */
  'source:chosen': SourceChoice
  /** Somebody asked for it outside of the page: by a link, a menu, a notification. */
  'showing:wanted': WantedShowing
}

export type PushName = keyof Pushes

const PUSH_NAME_SET = {
  'tasks:changed': true,
  'cache:changed': true,
  'warming:changed': true,
  'logs:appended': true,
  'sculptures:improved': true,
  'wall:changed': true,
  'settings:changed': true,
  'source:chosen': true,
  'showing:wanted': true,
} as const satisfies Record<PushName, true>

export const PUSH_NAMES = Object.keys(PUSH_NAME_SET) as readonly PushName[]
