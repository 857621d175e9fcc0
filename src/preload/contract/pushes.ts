// What the main process tells the renderer without being asked. State, not ticks: progress is coalesced to
// about ten a second, and a page that has just loaded asks for a snapshot first and listens then.

import type { CacheStatus } from './cache'
import type { TaskSnapshot } from './tasks'

export interface Pushes {
  'tasks:changed': readonly TaskSnapshot[]
  'cache:changed': CacheStatus
}

export type PushName = keyof Pushes

const PUSH_NAME_SET = { 'tasks:changed': true, 'cache:changed': true } as const satisfies Record<
  PushName,
  true
>

export const PUSH_NAMES = Object.keys(PUSH_NAME_SET) as readonly PushName[]
