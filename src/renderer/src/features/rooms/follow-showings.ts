// Goes where somebody outside of the page wants it to be (a link, a menu, a notification), and tells the main process
// what it shows, so that a page after a crash can begin there.

import type { Showing, WantedShowing } from '@contract/showing'
import type { GalleryClient } from '../../ipc/client'
import type { GalleryState } from '../gallery/gallery-state'
import type { GalleryStore } from '../gallery/gallery-store'
import type { LinkStore } from '../links/link-store'
import type { WarmingRoomStore } from '../warming/warming-room-store'

export interface ShowingsFollower {
  /** Goes where the page is to begin, if anywhere but at its usual beginning. */
  start(): Promise<void>
  close(): void
}

type Gallery = Pick<GalleryStore, 'getState' | 'subscribe' | 'show' | 'openById'>

export function followShowings(
  client: GalleryClient,
  gallery: Gallery,
  warming: Pick<WarmingRoomStore, 'page'>,
  links: Pick<LinkStore, 'follow'>,
): ShowingsFollower {
  let noted = ''
  const note = (): void => {
    const showing = showingOf(gallery.getState(), warming)
    const text = JSON.stringify(showing)
    if (showing === null || text === noted) return
    noted = text
    client.call('showing:note', showing).catch(() => {
      // Not noted: the next page begins as usual.
    })
  }
  const goTo = (showing: WantedShowing): void => {
    switch (showing.room) {
      case 'wall':
      case 'cache':
      case 'settings':
      case 'help':
        return gallery.show(showing.room)
      case 'warming':
        warming.page.change(() => showing.page)
        return gallery.show('warming')
      case 'plinth':
        // What goes wrong the plinth says.
        void gallery.openById(showing.id)
        return
      case 'link':
        void links.follow(showing)
    }
  }
  const ends = [client.subscribe('showing:wanted', goTo)]
  return {
    start: async () => {
      // Before anything is noted, or the first note would take the place of what is to be shown.
      const first = await client.call('showing:take').catch(() => null)
      if (first !== null) goTo(first)
      ends.push(gallery.subscribe(note), warming.page.subscribe(note))
      note()
    },
    close: () => {
      for (const end of ends.splice(0)) end()
    },
  }
}

/** @returns null where nothing can be come back to yet. */
function showingOf(
  { view, place, driver, lap }: GalleryState,
  warming: Pick<WarmingRoomStore, 'page'>,
): Showing | null {
  switch (view) {
    case 'wall':
    case 'cache':
    case 'settings':
    case 'help':
      return { room: view }
    case 'warming':
      return { room: 'warming', page: warming.page.get() }
    case 'plinth':
      return place === null || driver === null ? null : { room: 'plinth', id: { ...place.id, driver, lap } }
  }
}
