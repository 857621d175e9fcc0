// The chosen look. Style, height and channel are kept in the page's own storage: they are about how one looks at this
// sculpture now, and the page's origin is a profile's own. The colour map is a setting, and of all sculptures.

import { useCallback, useMemo, useState } from 'react'
import { DEFAULT_LOOK, parseLook, type ColourMap, type SculptureLook } from '@contract/sculpture-look'
import { pageSettings } from '../../ui/page-settings'
import { pageStorage } from '../../ui/page-storage'
import { useValue } from '../../ui/use-value'

const KEY = 'look'

/** What of the page's storage is used here. */
export type LookStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

type KeptLook = Omit<SculptureLook, 'map'>

export interface LookChoice {
  readonly look: SculptureLook
  readonly choose: (change: Partial<SculptureLook>) => void
  readonly reset: () => void
}

/** @param chooseMap sets the colour map of all sculptures; the same function at every drawing. */
export function useLook(chooseMap: (map: ColourMap) => void): LookChoice {
  const { colourMap } = useValue(pageSettings).appearance
  const [kept, setKept] = useState(() => readLook(pageStorage()))
  const look = useMemo(() => ({ ...kept, map: colourMap }), [kept, colourMap])
  const choose = useCallback(
    ({ map, ...change }: Partial<SculptureLook>) => {
      if (map !== undefined) chooseMap(map)
      setKept((before) => {
        const next = { ...before, ...change }
        writeLook(pageStorage(), next)
        return next
      })
    },
    [chooseMap],
  )
  const reset = useCallback(() => choose(DEFAULT_LOOK), [choose])
  return { look, choose, reset }
}

/** @returns the look written last, the default without one or when it cannot be read. */
export function readLook(storage: LookStorage | null): KeptLook {
  const { map: _, ...kept } = parseLook(stored(storage))
  return kept
}

/** Keeps `look`; the default is kept by keeping nothing, so that a later default reaches who never chose. */
export function writeLook(storage: LookStorage | null, { style, height, colour }: KeptLook): void {
  const isDefault =
    style === DEFAULT_LOOK.style && height === DEFAULT_LOOK.height && colour === DEFAULT_LOOK.colour
  try {
    if (isDefault) storage?.removeItem(KEY)
    else storage?.setItem(KEY, JSON.stringify({ style, height, colour }))
  } catch {
    // QuotaExceededError: the look holds until the window closes, which is all that is lost.
  }
}

/**
 * A former version kept the colour map with the rest. @returns it, to be made the setting, and forgets it here; null
 * where there is none.
 */
export function takeFormerMap(storage: LookStorage | null): ColourMap | null {
  const written = stored(storage)
  if (typeof written !== 'object' || written === null || !('map' in written)) return null
  const { map, ...kept } = parseLook(written)
  writeLook(storage, kept)
  return map
}

function stored(storage: LookStorage | null): unknown {
  try {
    return JSON.parse(storage?.getItem(KEY) ?? 'null')
  } catch {
    // SyntaxError: somebody else wrote there. The next choice overwrites it.
    return null
  }
}
