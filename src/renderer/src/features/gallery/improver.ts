// Pieces that are made better behind the scenes take the place of those on show, quietly.

import type { ImprovedSculptures } from '@contract/pushes'
import type { GalleryClient } from '../../ipc/client'
import { exhibitId, type Exhibit } from './exhibit'
import type { GalleryEvent } from './gallery-state'

interface ImproverParts {
  readonly client: Pick<GalleryClient, 'call' | 'fetchSculpture'>
  readonly nowMs: () => number
  readonly onShow: () => readonly Exhibit[]
  readonly dispatch: (event: GalleryEvent) => void
}

/** @returns what is to be done when the main process tells of better ones. */
export function createImprover({ client, nowMs, onShow, dispatch }: ImproverParts) {
  const takeBetter = async (exhibit: Exhibit): Promise<void> => {
    const askedAtMs = nowMs()
    try {
      const better = await client.call('sculptures:open', exhibitId(exhibit))
      const sculpture = await client.fetchSculpture(better.path)
      // Where the piece came from, and how fast, is told of what the person asked for.
      const ticket = { ...exhibit.ticket, header: better.header, bytes: better.bytes }
      dispatch({
        type: 'sculpture-improved',
        replaced: exhibit,
        exhibit: { ...exhibit, ticket, sculpture, askedAtMs },
      })
    } catch {
      // GalleryError of whatever code: the next opening finds the better one in the cache.
    }
  }
  return async ({ source, keys }: ImprovedSculptures): Promise<void> => {
    const improved = onShow().filter(
      ({ ticket }) => ticket.header.source === source && keys.includes(ticket.key),
    )
    await Promise.all(improved.map(takeBetter))
  }
}
