// What hangs on the wall as it is called in the page's language. Pure.

import type { WallItem } from '@contract/wall'
import { WORDS } from '../../ui/words'

/** With its session in the page's words, where it came with the archive's. */
export function namedItem(item: WallItem): WallItem {
  return { ...item, sessionName: WORDS.sessionName(item.id.session, item.sessionName) }
}
