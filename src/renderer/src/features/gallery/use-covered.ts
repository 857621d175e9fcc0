// Tells the view how much of the canvas the bars above and below it cover, so that no summit stands behind a control.

import { useLayoutEffect, type RefObject } from 'react'
import type { SculptureView } from '../../three/scene'

/** @param hasBars whether they are there: they come and go with the exhibit. */
export function useCovered(
  view: SculptureView | null,
  hasBars: boolean,
  top: RefObject<HTMLDivElement | null>,
  bottom: RefObject<HTMLDivElement | null>,
): void {
  useLayoutEffect(() => {
    if (view === null || !hasBars) return undefined
    // At once, or the first frame would have the summit behind the bar.
    const measure = (): void =>
      view.setCovered(top.current?.offsetHeight ?? 0, bottom.current?.offsetHeight ?? 0)
    const observer = new ResizeObserver(measure)
    for (const bar of [top.current, bottom.current]) if (bar !== null) observer.observe(bar)
    measure()
    return () => observer.disconnect()
  }, [view, hasBars, top, bottom])
}
