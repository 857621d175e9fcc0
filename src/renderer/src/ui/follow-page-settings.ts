// Keeps the root's marks in step with the settings and with the system, and tells who moves things by script.

import { pageSettings } from './page-settings'
import { rootMarks, type RootMarks } from './root-marks'
import { createValue, type Value } from './value'

const marks = createValue<RootMarks>({ contrast: 'standard', motion: 'full' })

/** As they stand on the root. */
export const pageMarks: Value<RootMarks> = marks

/** @returns the function that ends it. */
export function followPageSettings(root: HTMLElement): () => void {
  const contrast = matchMedia('(prefers-contrast: more)')
  const forced = matchMedia('(forced-colors: active)')
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  const mark = (): void => {
    const next = rootMarks(pageSettings.get(), {
      wantsContrast: contrast.matches || forced.matches,
      wantsCalm: calm.matches,
    })
    root.dataset['contrast'] = next.contrast
    root.dataset['motion'] = next.motion
    marks.change(() => next)
  }
  mark()
  const unsubscribe = pageSettings.subscribe(mark)
  contrast.addEventListener('change', mark)
  forced.addEventListener('change', mark)
  calm.addEventListener('change', mark)
  return () => {
    unsubscribe()
    contrast.removeEventListener('change', mark)
    forced.removeEventListener('change', mark)
    calm.removeEventListener('change', mark)
  }
}
