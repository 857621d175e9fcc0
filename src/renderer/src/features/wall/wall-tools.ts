// What the wall is looked through with: the query, the favourites, and what is prepared for the next click. Made once,
// outside React, and kept while one is in other rooms.

import { sculpturePath } from '@contract/ids'
import type { WarmRequest } from '@contract/warming'
import type { GalleryClient } from '../../ipc/client'
import type { ChangeableValue } from '../../ui/value'
import { createFavouritesStore, type FavouritesStore } from './favourites-store'
import { createPreparer, type Preparer } from './preparer'
import { createQueryStore } from './query-store'
import type { WallQuery } from './wall-query'

export interface WallTools {
  readonly query: ChangeableValue<WallQuery>
  readonly favourites: FavouritesStore
  readonly preparer: Preparer
  /** Begins to warm what is asked for. @throws GalleryError. */
  warm(request: WarmRequest): Promise<void>
}

/** Of a page that is never idle, ms: who rests on a card is about to click. */
const LONGEST_WAIT_MS = 100

export function createWallTools(
  client: GalleryClient,
  drawer: Storage,
  pause: (ms: number) => Promise<void>,
): WallTools {
  return {
    query: createQueryStore(drawer),
    favourites: createFavouritesStore(client),
    preparer: createPreparer({
      load: ({ id }) => client.fetchSculpture(sculpturePath(id), 'low'),
      pause,
      whenIdle: () =>
        new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS })),
    }),
    warm: async (request) => {
      await client.call('warming:start', request)
    },
  }
}
