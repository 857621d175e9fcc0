// What a window shows, enough to come back to it: after its page has crashed, or because a link or a menu asked for it.

import type { SculptureId } from './ids'

/** Parts of the room of the warming, in their order there. */
export const WARMING_PAGES = ['now', 'plan', 'schedule', 'tasks', 'health'] as const
export type WarmingPage = (typeof WARMING_PAGES)[number]

export type Showing =
  | { readonly room: 'wall' | 'cache' | 'help' }
  | { readonly room: 'warming'; readonly page: WarmingPage }
  | { readonly room: 'plinth'; readonly id: SculptureId }
