// Where in the help one is, and how one came there: from any room, by a key, or by a message that is to be explained.
// Outlives the room. No React.

import type { ErrorCode } from '@contract/errors'
import { createValue, type ChangeableValue, type Value } from '../../ui/value'
import type { HelpChapter } from '../../ui/words/subjects'
import type { GalleryStore } from '../gallery/gallery-store'
import type { GalleryView } from '../gallery/gallery-state'

/** A room one can come from. */
export type OtherRoom = Exclude<GalleryView, 'help'>

/** Made anew each time somebody asks, so that who asks for the same thing twice is led there twice. */
export interface HelpPlace {
  readonly chapter: HelpChapter
  /** The error to be explained; null: the chapter from its beginning. */
  readonly code: ErrorCode | null
}

export interface HelpStore {
  readonly place: Value<HelpPlace>
  /** What is typed into the field over the messages. */
  readonly search: ChangeableValue<string>
  /** The room to which one goes back. */
  readonly cameFrom: Value<OtherRoom>
  /** From anywhere: to the chapter about the room on show. From the help: back to where one came from. */
  readonly toggle: () => void
  readonly turnTo: (chapter: HelpChapter) => void
  readonly explain: (code: ErrorCode) => void
  readonly leave: () => void
  readonly close: () => void
}

type Gallery = Pick<GalleryStore, 'getState' | 'subscribe' | 'show'>

export function createHelpStore(gallery: Gallery): HelpStore {
  const place = createValue<HelpPlace>({ chapter: 'sculpture', code: null })
  const search = createValue('')
  const cameFrom = createValue<OtherRoom>('wall')
  const follow = (): void => {
    const { view } = gallery.getState()
    if (view !== 'help') cameFrom.change(() => view)
  }
  follow()
  const unsubscribe = gallery.subscribe(follow)
  const goTo = (chapter: HelpChapter, code: ErrorCode | null): void => {
    place.change(() => ({ chapter, code }))
    gallery.show('help')
  }
  const leave = (): void => gallery.show(cameFrom.get())
  return {
    place,
    search,
    cameFrom,
    toggle: () => {
      if (gallery.getState().view === 'help') leave()
      else goTo(CHAPTER_OF_ROOM[cameFrom.get()], null)
    },
    turnTo: (chapter) => goTo(chapter, null),
    explain: (code) => {
      // A search of before could hide it.
      search.change(() => '')
      goTo('trouble', code)
    },
    leave,
    close: unsubscribe,
  }
}

const CHAPTER_OF_ROOM: Readonly<Record<OtherRoom, HelpChapter>> = {
  wall: 'sculpture',
  plinth: 'reading',
  warming: 'warming',
  cache: 'space',
  settings: 'warming',
}
