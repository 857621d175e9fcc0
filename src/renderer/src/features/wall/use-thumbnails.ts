// What the cards of the wall have to do with their pictures: they say whether they are in sight, and are told.

import { useCallback, useEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import type { WallItem } from '@contract/wall'
import type { GalleryView } from '../gallery/gallery-state'
import type { Thumbnails } from './start-thumbnails'

/** Draws nothing while the wall is not on show: what is on the plinth has the GPU to itself. */
export function useThumbnailPause(thumbnails: Thumbnails | null, view: GalleryView): void {
  useEffect(() => {
    if (view === 'wall') thumbnails?.resume()
    else thumbnails?.pause()
  }, [thumbnails, view])
}

/** The picture of one card, and a ref for the element whose being in sight decides its turn. */
export function useThumbnail(
  thumbnails: Thumbnails | null,
  item: WallItem,
): { readonly url: string | null; readonly frame: RefObject<HTMLSpanElement | null> } {
  const frame = useRef<HTMLSpanElement>(null)
  const subscribe = useCallback(
    (listener: () => void) => thumbnails?.subscribe(listener) ?? (() => undefined),
    [thumbnails],
  )
  const urlNow = (): string | null => thumbnails?.urlOf(item) ?? null
  const url = useSyncExternalStore(subscribe, urlNow, urlNow)

  useEffect(() => {
    const element = frame.current
    if (thumbnails === null || element === null) return
    thumbnails.want(item, 'hung')
    const observer = new IntersectionObserver((entries) => {
      const isVisible = entries.some((entry) => entry.isIntersecting)
      thumbnails.want(item, isVisible ? 'visible' : 'hung')
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      thumbnails.unwant(item)
    }
  }, [thumbnails, item])

  return { url, frame }
}
