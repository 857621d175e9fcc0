// What the rooms know: made once for the page, started outside of React, closed with the page.

import { createCacheStore, type CacheStore } from './features/cache/cache-store'
import { createGalleryStore, type GalleryStore } from './features/gallery/gallery-store'
import { createHelpStore, type HelpStore } from './features/help/help-store'
import { createLinkStore, type LinkStore } from './features/links/link-store'
import { followNotices } from './features/notices/follow-notices'
import { createNotices, type Notices } from './features/notices/notices'
import { followShowings } from './features/rooms/follow-showings'
import { createSettingsRoom, type SettingsRoomStore } from './features/settings/settings-room-store'
import { createSpoilersStore, type SpoilersStore } from './features/spoilers/spoilers-store'
import { createWallStore, type WallStore } from './features/wall/wall-store'
import { createWallTools, type WallTools } from './features/wall/wall-tools'
import { createWarmingRoom, type WarmingRoomStore } from './features/warming/warming-room-store'
import type { GalleryClient } from './ipc/client'

export interface Stores {
  readonly gallery: GalleryStore
  readonly wall: WallStore
  readonly wallTools: WallTools
  readonly cache: CacheStore
  readonly warming: WarmingRoomStore
  readonly settings: SettingsRoomStore
  readonly links: LinkStore
  readonly help: HelpStore
  readonly notices: Notices
  readonly spoilers: SpoilersStore
}

export interface RunningStores extends Stores {
  /** Asks for what is shown first. Not from an effect: strict mode runs those twice. */
  start(): void
  close(): void
}

export function createStores(client: GalleryClient): RunningStores {
  const now = (): number => Date.now()
  const after = (ms: number, work: () => void): (() => void) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  }
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

  const wallTools = createWallTools(client, sessionStorage, pause)
  const gallery = createGalleryStore({
    client,
    nowMs: () => performance.now(),
    mark: (name) => performance.mark(name),
    pause,
    atHand: (item) => wallTools.preparer.at(item),
  })
  const wall = createWallStore(client)
  const cache = createCacheStore({ client, pause })
  const settings = createSettingsRoom(client)
  const warming = createWarmingRoom(client, settings.settings, now)
  const links = createLinkStore(client, gallery)
  const help = createHelpStore(gallery)
  const notices = createNotices({ now, after })
  const spoilers = createSpoilersStore({ client, settings: settings.settings, notices, now })
  const stopNotices = followNotices(
    { cache: cache.state, tasks: warming.feed.tasks, items: () => wall.getState().items ?? [] },
    notices,
  )
  const showings = followShowings(client, gallery, warming, links)
  return {
    gallery,
    wall,
    wallTools,
    cache,
    warming,
    settings,
    links,
    help,
    notices,
    spoilers,
    start: () => {
      void gallery.start()
      void showings.start()
      void warming.feed.start()
      void settings.settings.start()
    },
    close: () => {
      wall.close()
      cache.close()
      warming.close()
      settings.close()
      showings.close()
      help.close()
      stopNotices()
      notices.close()
    },
  }
}
