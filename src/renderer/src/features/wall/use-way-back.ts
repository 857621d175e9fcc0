// From room to room by keyboard: Escape and Alt+Left lead back to the wall, Alt+Right from there to the plinth again.

import { useEffect } from 'react'
import type { GalleryView } from '../gallery/gallery-state'

interface Stroke {
  readonly key: string
  readonly altKey: boolean
  /** Somebody has used it already: the stage unpins its marker with Escape. */
  readonly defaultPrevented: boolean
  /** An open list of choices closes itself with Escape. */
  readonly isInSelect: boolean
  /** Who types moves by words, empties a search, or merely did not mean to leave. */
  readonly isInText: boolean
  /** An open dialog closes itself with Escape, and would go on blocking the page from a room out of sight. */
  readonly isUnderDialog: boolean
}

const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'search'])

/** @returns the room to go to, or null. Pure. */
export function wayOf(stroke: Stroke, view: GalleryView): GalleryView | null {
  if (stroke.defaultPrevented || stroke.isUnderDialog || stroke.isInText) return null
  if (stroke.altKey && stroke.key === 'ArrowLeft') return view === 'wall' ? null : 'wall'
  if (stroke.altKey && stroke.key === 'ArrowRight') return view === 'wall' ? 'plinth' : null
  return stroke.key === 'Escape' && !stroke.isInSelect && view !== 'wall' ? 'wall' : null
}

export function useWayBack(view: GalleryView, show: (view: GalleryView) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, altKey, defaultPrevented, target } = event
      const isInSelect = target instanceof HTMLSelectElement
      const isInText = target instanceof HTMLInputElement && TEXT_TYPES.has(target.type)
      const isUnderDialog = document.querySelector('dialog:modal') !== null
      const way = wayOf({ key, altKey, defaultPrevented, isInSelect, isInText, isUnderDialog }, view)
      if (way === null) return
      event.preventDefault()
      show(way)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [view, show])
}
