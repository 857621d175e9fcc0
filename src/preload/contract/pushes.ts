// What the main process tells the renderer without being asked. State, not ticks: progress is coalesced to
// about ten a second, and a page that has just loaded asks for a snapshot first and listens then.

import type { CacheStatus } from './cache'
import type { TaskSnapshot } from './tasks'
import type { WallStatus } from './wall'

export interface Pushes {
  'tasks:changed': readonly TaskSnapshot[]
  'cache:changed': CacheStatus
  /** Not the list itself, which may be long: whoever shows it asks again when the revision is another. */
  'wall:changed': WallStatus
}

export type PushName = keyof Pushes

const PUSH_NAME_SET = {
  'tasks:changed': true,
  'cache:changed': true,
  'wall:changed': true,
} as const satisfies Record<PushName, true>

export const PUSH_NAMES = Object.keys(PUSH_NAME_SET) as readonly PushName[]
