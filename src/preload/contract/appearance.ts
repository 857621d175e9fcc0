// How a person wants to see and read the gallery, wherever it is shown. The page gets these with its document, before
// its first paint (see `PAGE_SETTINGS_ATTRIBUTE`), and is told of each change.

import type { LanguageChoice } from './language'
import { NOTHING_REVEALED, type Revealed } from './spoilers'
import { COLOUR_MAPS, type ColourMap } from './sculpture-look'

export const THEMES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEMES)[number]

export const CONTRASTS = ['system', 'more', 'standard'] as const
export type ContrastChoice = (typeof CONTRASTS)[number]

export const UNIT_SYSTEMS = ['metric', 'imperial'] as const
export type UnitSystem = (typeof UNIT_SYSTEMS)[number]

export const CLOCKS = ['system', 'h24', 'h12'] as const
export type ClockChoice = (typeof CLOCKS)[number]

/** Beside these a time zone is an IANA name. `circuit`: sessions by the clock of their circuit, all else by the system's. */
export const SPECIAL_ZONES = ['system', 'circuit'] as const

export interface AppearanceSettings {
  readonly theme: ThemeChoice
  readonly contrast: ContrastChoice
  readonly language: LanguageChoice
  /** Of what is read on screen. Files and the command line keep SI. */
  readonly units: UnitSystem
  readonly clock: ClockChoice
  /** One of SPECIAL_ZONES, or an IANA name. */
  readonly timeZone: string
  /** Of sculptures, for channels that start at nothing. */
  readonly colourMap: ColourMap
}

export const MOTIONS = ['system', 'reduced', 'full'] as const
export type MotionChoice = (typeof MOTIONS)[number]

/** Steps of the size of everything on the page, 1 as designed. Up to 2, at which WCAG asks for nothing to be lost. */
export const TEXT_SCALES = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const

export interface AccessibilitySettings {
  readonly motion: MotionChoice
  /** One of TEXT_SCALES. */
  readonly textScale: number
}

/** What the page needs before it draws anything. */
export interface PageSettings {
  readonly appearance: AppearanceSettings
  readonly accessibility: AccessibilitySettings
  /** Whoever has this on does not want to learn results by accident. */
  readonly isSpoilerFree: boolean
  /** The weekends whose results may be told all the same. */
  readonly revealed: Revealed
}

export const DEFAULT_PAGE_SETTINGS: PageSettings = {
  appearance: {
    theme: 'system',
    contrast: 'system',
    language: 'system',
    units: 'metric',
    clock: 'system',
    timeZone: 'system',
    colourMap: COLOUR_MAPS[0],
  },
  accessibility: { motion: 'system', textScale: 1 },
  isSpoilerFree: false,
  revealed: NOTHING_REVEALED,
}

/**
 * Attribute of the document's root that carries PageSettings as JSON. In the document, because asking for them would
 * cost a round trip before the first paint, and what is handed to a window once is wrong after a reload.
 */
export const PAGE_SETTINGS_ATTRIBUTE = 'data-settings'

/** The next step of TEXT_SCALES in a direction; the same one at the end. */
export function nextTextScale(scale: number, direction: 'larger' | 'smaller'): number {
  const next =
    direction === 'larger'
      ? TEXT_SCALES.find((each) => each > scale)
      : TEXT_SCALES.findLast((each) => each < scale)
  return next ?? scale
}
