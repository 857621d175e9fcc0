// The pictures of the wall as the page has them: the queue with its one WebGL view, in step with the colour scheme and the
// wish for contrast, and the store of those that were drawn before. Started once, outside React, as the stores are.

import { sculpturePath, type SourceKind } from '@contract/ids'
import { PIPELINE_VERSION } from '@contract/sculpture-frame'
import { FIRST_HANG, type WallItem } from '@contract/wall'
import type { GalleryClient } from '../../ipc/client'
import type { RoomContrast, Theme } from '../../three/materials'
import { createThumbnailView, DRAWING_VERSION } from '../../three/thumbnail-view'
import { pageMarks } from '../../ui/follow-page-settings'
import { openPictureStore, type PictureName } from './picture-store'
import { createThumbnailQueue, type ThumbnailQueue } from './thumbnail-queue'
import { followScrolling } from './when-still'
import type { WallStore } from './wall-store'

/** What the room of a picture looks like, by the name under which the picture is kept. */
const LIGHTINGS = {
  dark: { theme: 'dark', contrast: 'standard' },
  light: { theme: 'light', contrast: 'standard' },
  'dark-contrast': { theme: 'dark', contrast: 'more' },
  'light-contrast': { theme: 'light', contrast: 'more' },
} as const satisfies Record<string, { readonly theme: Theme; readonly contrast: RoomContrast }>
type Lighting = keyof typeof LIGHTINGS
const LIGHTING_NAMES = Object.keys(LIGHTINGS) as readonly Lighting[]

export type Thumbnails = ThumbnailQueue<Lighting>

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
  const lightingNow = (): Lighting => {
    const theme = light.matches ? 'light' : 'dark'
    return pageMarks.get().contrast === 'more' ? `${theme}-contrast` : theme
  }
  const queue = createThumbnailQueue<Lighting>(
    {
      load: ({ id }) => client.fetchSculpture(sculpturePath(id)),
      draw: (sculpture, lighting) => {
        const { theme, contrast } = LIGHTINGS[lighting]
        return view.draw(sculpture, theme, contrast)
      },
      async recall(items, lighting) {
        const found = await store.recall(items.map((item) => nameOf(item, lighting)))
        return new Map(
          items.flatMap((item) => {
            const picture = found.get(nameOf(item, lighting).place)
            return picture === undefined ? [] : [[item, picture] as const]
          }),
        )
      },
      store: (item, lighting, picture) => void store.keep(nameOf(item, lighting), picture),
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
    lightingNow(),
  )
  let lighting = lightingNow()
  const relight = (): void => {
    // The marks tell of motion as well.
    if (lightingNow() === lighting) return
    lighting = lightingNow()
    queue.setTheme(lighting)
  }
  light.addEventListener('change', relight)
  const stopMarks = pageMarks.subscribe(relight)

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
      light.removeEventListener('change', relight)
      stopMarks()
      queue.dispose()
      view.dispose()
      store.close()
    },
  }
}

function nameOf(item: WallItem, lighting: Lighting): PictureName {
  return {
    place: `${item.id.source} ${item.key} ${lighting}`,
    version: `${PIPELINE_VERSION} ${DRAWING_VERSION} ${item.madeAt}`,
  }
}

function placesOf(items: readonly WallItem[]): ReadonlySet<string> {
  return new Set(items.flatMap((item) => LIGHTING_NAMES.map((lighting) => nameOf(item, lighting).place)))
}
