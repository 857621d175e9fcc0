// The turntable as the page has it: it runs only while somebody can see it, and never begins by itself.

import { useCallback, useEffect, useState } from 'react'
import type { SculptureView } from '../../three/scene'

export interface Turntable {
  readonly isTurning: boolean
  /** Starts or stops it; where no motion is wanted it goes on by a step. */
  readonly toggle: () => void
  /** For the view, which tells when somebody has taken hold. The same function at every drawing. */
  readonly onTurned: (isTurning: boolean) => void
}

/** @param isOnShow whether the plinth is: behind another room nothing turns. */
export function useTurntable(view: SculptureView | null, isOnShow: boolean): Turntable {
  const [isTurning, setTurning] = useState(false)
  useEffect(() => {
    if (view === null || !isTurning) return undefined
    const stop = (): void => view.setTurning(false)
    const onVisibility = (): void => {
      if (document.hidden) stop()
    }
    if (!isOnShow) stop()
    document.addEventListener('visibilitychange', onVisibility)
    return () => document.removeEventListener('visibilitychange', onVisibility)
  }, [view, isTurning, isOnShow])
  const toggle = useCallback(() => view?.setTurning(!view.isTurning()), [view])
  return { isTurning, toggle, onTurned: setTurning }
}
