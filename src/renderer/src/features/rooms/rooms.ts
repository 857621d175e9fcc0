// The rooms one goes to and fro between by the masthead, in its order. The plinth is none: it is entered through a card.

import type { GalleryView } from '../gallery/gallery-state'

/** A room more is an entry here, and its name in the words. */
export const ROOMS = [
  'wall',
  'warming',
  'cache',
  'settings',
  'help',
] as const satisfies readonly GalleryView[]
