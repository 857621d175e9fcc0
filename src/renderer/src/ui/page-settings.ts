// How the person wants to see and read, as this page knows it: there before anything is drawn, because the document
// carries it, and changed by the main process's word. One value for all, because numbers and times are written by plain
// functions, wherever they stand; `App` draws anew when it changes.

import {
  DEFAULT_PAGE_SETTINGS,
  PAGE_SETTINGS_ATTRIBUTE,
  SPECIAL_ZONES,
  type PageSettings,
} from '@contract/appearance'
import { createValue, type Value } from './value'

const settings = createValue<PageSettings>(DEFAULT_PAGE_SETTINGS)

export const pageSettings: Value<PageSettings> = settings

export function takePageSettings({ appearance, accessibility, isSpoilerFree, revealed }: PageSettings): void {
  settings.change((known) => {
    const next = { appearance, accessibility, isSpoilerFree, revealed }
    return JSON.stringify(next) === JSON.stringify(known) ? known : next
  })
}

/** @param root of the document. @returns what it carries; the defaults where it carries nothing. */
export function writtenPageSettings(root: Pick<Element, 'getAttribute'>): PageSettings {
  const written = root.getAttribute(PAGE_SETTINGS_ATTRIBUTE)
  // The main process wrote it, out of what it has checked.
  return written === null ? DEFAULT_PAGE_SETTINGS : (JSON.parse(written) as PageSettings)
}

/** The zone in which times are told; undefined: the system's. */
export function readerZone(): string | undefined {
  const { timeZone } = settings.get().appearance
  return SPECIAL_ZONES.some((special) => special === timeZone) ? undefined : timeZone
}

/** By which clock a session's times come first. */
export function isByCircuitClock(): boolean {
  return settings.get().appearance.timeZone === 'circuit'
}

/** What an Intl format has to be told of the clock. */
export function readerClock(): Pick<Intl.DateTimeFormatOptions, 'hourCycle'> {
  const { clock } = settings.get().appearance
  switch (clock) {
    case 'system':
      return {}
    case 'h24':
      return { hourCycle: 'h23' }
    case 'h12':
      return { hourCycle: 'h12' }
  }
}
