// The chosen look, kept in the page's own storage: it is about how one looks, not about laps, so it is no business of
// the main process.

import { useCallback, useState } from 'react'
import { DEFAULT_LOOK, lookKey, parseLook, type SculptureLook } from '@contract/sculpture-look'
import { pageStorage } from '../../ui/page-storage'

const KEY = 'look'

/** What of the page's storage is used here. */
export type LookStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface LookChoice {
  readonly look: SculptureLook
  readonly choose: (change: Partial<SculptureLook>) => void
  readonly reset: () => void
}

export function useLook(): LookChoice {
  const [look, setLook] = useState(() => readLook(pageStorage()))
  const choose = useCallback(
    (change: Partial<SculptureLook>) =>
      setLook((before) => {
        const next = { ...before, ...change }
        writeLook(pageStorage(), next)
        return next
      }),
    [],
  )
  const reset = useCallback(() => {
    writeLook(pageStorage(), DEFAULT_LOOK)
    setLook(DEFAULT_LOOK)
  }, [])
  return { look, choose, reset }
}

/** @returns the look written last, the default without one or when it cannot be read. */
export function readLook(storage: LookStorage | null): SculptureLook {
  try {
    return parseLook(JSON.parse(storage?.getItem(KEY) ?? 'null'))
  } catch {
    // SyntaxError: somebody else wrote there. The next choice overwrites it.
    return DEFAULT_LOOK
  }
}

/** Keeps `look`; the default is kept by keeping nothing, so that a later default reaches who never chose. */
export function writeLook(storage: LookStorage | null, look: SculptureLook): void {
  try {
    if (lookKey(look) === lookKey(DEFAULT_LOOK)) storage?.removeItem(KEY)
    else storage?.setItem(KEY, JSON.stringify(look))
  } catch {
    // QuotaExceededError: the look holds until the window closes, which is all that is lost.
  }
}
