// The pictures of the wall as the page has them: the queue with its one WebGL view, in step with the colour scheme, and
// the store of those that were drawn before. Started once, outside React, as the stores are.

import { sculpturePath, type SourceKind } from '@contract/ids'
import { PIPELINE_VERSION } from '@contract/sculpture-frame'
import { FIRST_HANG, type WallItem } from '@contract/wall'
import type { GalleryClient } from '../../ipc/client'
import type { Theme } from '../../three/materials'
import { createThumbnailView, DRAWING_VERSION } from '../../three/thumbnail-view'
import { openPictureStore, type PictureName } from './picture-store'
import { createThumbnailQueue, type ThumbnailQueue } from './thumbnail-queue'
import { followScrolling } from './when-still'
import type { WallStore } from './wall-store'

export type Thumbnails = ThumbnailQueue<Theme>

/** About 20 KB each: every card of a season's first hang, twice over. */
const PICTURES_KEPT = 300
/** Of each source on disk, about 20 KB each: some 40 MB, the newest two seasons of qualifyings and races. */
const PICTURES_STORED = 2_000
/** A page that is never idle, because work goes on in the background, still gets its pictures. */
const LONGEST_WAIT_MS = 200
/** Pictures of what is gone are removed once the page has nothing else to do. */
const TIDY_AFTER_MS = 10_000

/** @returns null where there is no WebGL 2: cards keep their plans. */
export function startThumbnails(client: GalleryClient, wallStore: WallStore): Thumbnails | null {
  let view: ReturnType<typeof createThumbnailView>
  try {
    view = createThumbnailView()
  } catch {
    // The one thing that throws here is a machine without WebGL 2, and three.js has no code for it.
    return null
  }
  const store = openPictureStore(indexedDB)
  // Shaders take longer than a picture. Where pictures are stored already, none may have to be drawn.
  let warmingUp = 0
  void store.isEmpty().then((isFirst) => {
    if (isFirst) warmingUp = requestIdleCallback(() => view.warmUp(), { timeout: LONGEST_WAIT_MS })
  })
  const stillness = followScrolling(window)
  let hung = 0
  const light = matchMedia('(prefers-color-scheme: light)')
  const themeNow = (): Theme => (light.matches ? 'light' : 'dark')
  const queue = createThumbnailQueue<Theme>(
    {
      load: ({ id }) => client.fetchSculpture(sculpturePath(id)),
      draw: (sculpture, theme) => view.draw(sculpture, theme),
      async recall(items, theme) {
        const found = await store.recall(items.map((item) => nameOf(item, theme)))
        return new Map(
          items.flatMap((item) => {
            const picture = found.get(nameOf(item, theme).place)
            return picture === undefined ? [] : [[item, picture] as const]
          }),
        )
      },
      store: (item, theme, picture) => void store.keep(nameOf(item, theme), picture),
      createUrl: (picture) => {
        hung += 1
        if (hung === FIRST_HANG) performance.mark('wall:hung')
        return URL.createObjectURL(picture)
      },
      revokeUrl: (url) => URL.revokeObjectURL(url),
      whenIdle: async () => {
        await stillness.whenStill()
        await new Promise<void>((resolve) =>
          requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS }),
        )
      },
      limit: PICTURES_KEPT,
      restAfter: FIRST_HANG,
    },
    themeNow(),
  )
  const onScheme = (): void => queue.setTheme(themeNow())
  light.addEventListener('change', onScheme)

  const tidied = new Set<SourceKind>()
  const stopTidying = wallStore.subscribe(() => {
    const { source, items, revision } = wallStore.getState()
    // Once a start: what is cleared later is taken by the next one.
    if (source === null || items === null || revision === null || tidied.has(source)) return
    tidied.add(source)
    setTimeout(() => {
      const now = wallStore.getState()
      if (now.source !== source || now.items === null) return
      void store.removeBut(placesOf(now.items.slice(0, PICTURES_STORED)), `${source} `)
    }, TIDY_AFTER_MS)
  })
  return {
    ...queue,
    dispose() {
      cancelIdleCallback(warmingUp)
      stopTidying()
      stillness.close()
      light.removeEventListener('change', onScheme)
      queue.dispose()
      view.dispose()
      store.close()
    },
  }
}

function nameOf(item: WallItem, theme: Theme): PictureName {
  return {
    place: `${item.id.source} ${item.key} ${theme}`,
    version: `${PIPELINE_VERSION} ${DRAWING_VERSION} ${item.madeAt}`,
  }
}

function placesOf(items: readonly WallItem[]): ReadonlySet<string> {
  return new Set(
    items.flatMap((item) => (['dark', 'light'] as const).map((theme) => nameOf(item, theme).place)),
  )
}
