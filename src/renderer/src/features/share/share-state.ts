// What the person has chosen for an export, and what may be done with it. Pure.

import { DEFAULT_PRINT, PRINT_LIMITS, type ExportFormat, type PrintOptions } from '@contract/export'
import type { PictureSize } from '../../three/take-picture'
import { typed } from '../../ui/format'

export type ShareFormat = ExportFormat | 'png'

/** In the order of the list: what most people want first. */
export const SHARE_FORMATS: readonly ShareFormat[] = ['3mf', 'stl', 'glb', 'png', 'csv', 'json']

/** 4K, QHD and Full HD, all 16 : 9. */
export const PICTURE_SIZES: readonly PictureSize[] = [
  { width: 3840, height: 2160 },
  { width: 2560, height: 1440 },
  { width: 1920, height: 1080 },
]

/** What is typed: text until it is a number within its limits. */
export interface PrintFields {
  readonly bedMm: string
  readonly heightScale: string
  readonly baseMm: string
  readonly wallMm: string
  readonly hasLettering: boolean
}

export const DEFAULT_FIELDS: PrintFields = {
  bedMm: typed(DEFAULT_PRINT.bedMm),
  heightScale: typed(DEFAULT_PRINT.heightScale),
  baseMm: typed(DEFAULT_PRINT.baseMm),
  wallMm: typed(DEFAULT_PRINT.wallMm),
  hasLettering: true,
}

export type PrintFieldName = keyof typeof PRINT_LIMITS

/** @returns null for what is no number within its limits. A comma is taken for a point. */
export function readField(name: PrintFieldName, text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'))
  const { least, most } = PRINT_LIMITS[name]
  return value >= least && value <= most ? value : null
}

/** @returns null while any of the fields is not within its limits. */
export function readPrint(fields: PrintFields): PrintOptions | null {
  const bedMm = readField('bedMm', fields.bedMm)
  const heightScale = readField('heightScale', fields.heightScale)
  const baseMm = readField('baseMm', fields.baseMm)
  const wallMm = readField('wallMm', fields.wallMm)
  if (bedMm === null || heightScale === null || baseMm === null || wallMm === null) return null
  return { bedMm, heightScale, baseMm, wallMm, lettering: fields.hasLettering ? 'full' : 'simulated-mark' }
}

export type ShareCommand = 'open' | 'copy' | 'link'

/** Ctrl+S, Ctrl+Shift+C and Ctrl+L, with the command key on a Mac. @returns null for keys that are not ours. */
export function shareCommand(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  isMac: boolean,
): ShareCommand | null {
  const isHeld = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  if (!isHeld || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 's' && !event.shiftKey) return 'open'
  if (key === 'l' && !event.shiftKey) return 'link'
  return key === 'c' && event.shiftKey ? 'copy' : null
}
