// The pictures of the wall as the page has them: the queue with its one WebGL view, in step with the colour scheme.
// Started once, outside React, as the stores are.

import { sculpturePath } from '@contract/ids'
import { FIRST_HANG } from '@contract/wall'
import type { GalleryClient } from '../../ipc/client'
import type { Theme } from '../../three/materials'
import { createThumbnailView } from '../../three/thumbnail-view'
import { createThumbnailQueue, type ThumbnailQueue } from './thumbnail-queue'

export type Thumbnails = ThumbnailQueue<Theme>

/** About 20 KB each: every card of a season's first hang, twice over. */
const PICTURES_KEPT = 300
/** A page that is never idle, because work goes on in the background, still gets its pictures. */
const LONGEST_WAIT_MS = 200

/** @returns null where there is no WebGL 2: cards keep their plans. */
export function startThumbnails(client: GalleryClient): Thumbnails | null {
  let view: ReturnType<typeof createThumbnailView>
  try {
    view = createThumbnailView()
  } catch {
    // The one thing that throws here is a machine without WebGL 2, and three.js has no code for it.
    return null
  }
  const warmingUp = requestIdleCallback(() => view.warmUp(), { timeout: LONGEST_WAIT_MS })
  let drawn = 0
  const light = matchMedia('(prefers-color-scheme: light)')
  const themeNow = (): Theme => (light.matches ? 'light' : 'dark')
  const queue = createThumbnailQueue<Theme>(
    {
      load: ({ id }) => client.fetchSculpture(sculpturePath(id)),
      draw: (sculpture, theme) => view.draw(sculpture, theme),
      createUrl: (picture) => {
        drawn += 1
        if (drawn === FIRST_HANG) performance.mark('wall:hung')
        return URL.createObjectURL(picture)
      },
      revokeUrl: (url) => URL.revokeObjectURL(url),
      whenIdle: () =>
        new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS })),
      limit: PICTURES_KEPT,
      restAfter: FIRST_HANG,
    },
    themeNow(),
  )
  const onScheme = (): void => queue.setTheme(themeNow())
  light.addEventListener('change', onScheme)
  return {
    ...queue,
    dispose() {
      cancelIdleCallback(warmingUp)
      light.removeEventListener('change', onScheme)
      queue.dispose()
      view.dispose()
    },
  }
}
