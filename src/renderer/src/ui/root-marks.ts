// Marks on the document's root by which the style sheets know what a person wants: what is set, else what the system
// says. Scripts that have to know ask the same marks.

import type { PageSettings } from '@contract/appearance'

interface SystemWishes {
  /** Also where the system paints in colours of its own, whatever those come to. */
  readonly wantsContrast: boolean
  readonly wantsCalm: boolean
}

export interface RootMarks {
  readonly contrast: 'more' | 'standard'
  readonly motion: 'reduced' | 'full'
}

export function rootMarks({ appearance, accessibility }: PageSettings, system: SystemWishes): RootMarks {
  const contrast = system.wantsContrast ? 'more' : 'standard'
  const motion = system.wantsCalm ? 'reduced' : 'full'
  return {
    contrast: appearance.contrast === 'system' ? contrast : appearance.contrast,
    motion: accessibility.motion === 'system' ? motion : accessibility.motion,
  }
}
