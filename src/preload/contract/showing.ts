// What a window shows, enough to come back to it: after its page has crashed, or because a link or a menu asked for it.

import type { SculptureId } from './ids'
import type { SculptureLink } from './link'

/** Parts of the room of the warming, in their order there. */
export const WARMING_PAGES = ['now', 'plan', 'schedule', 'tasks', 'health'] as const
export type WarmingPage = (typeof WARMING_PAGES)[number]

export type Showing =
  | { readonly room: 'wall' | 'cache' | 'settings' | 'help' }
  | { readonly room: 'warming'; readonly page: WarmingPage }
  | { readonly room: 'plinth'; readonly id: SculptureId }

/**
 * What somebody outside of the page wants to be shown. A link comes from strangers: it leads to what is here at once, and
 * to anything that has to be fetched only when the person agrees.
 */
export type WantedShowing = Showing | ({ readonly room: 'link' } & SculptureLink)
