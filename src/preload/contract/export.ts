// What can be taken out of the gallery: formats, the choices for a print, their limits, and what comes back.
// Lengths of a print in millimetres.

import type { SculptureId } from './ids'
import type { SculptureLook } from './sculpture-look'

/** Files that are made of the data. A picture is made of the view, by the page, and saved as `png`. */
export const EXPORT_FORMATS = ['3mf', 'stl', 'glb', 'csv', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Formats that hold the solid; the print options matter to these. */
export type SolidFormat = Extract<ExportFormat, '3mf' | 'stl' | 'glb'>

export function isSolidFormat(format: ExportFormat): format is SolidFormat {
  return format === '3mf' || format === 'stl' || format === 'glb'
}

/** How the solid is to be made. */
export interface PrintOptions {
  /** Side of the printer's square bed: the model is scaled to fit. */
  readonly bedMm: number
  /** Height of everything on the base, as a factor on the proportions of the screen. */
  readonly heightScale: number
  readonly baseMm: number
  readonly wallMm: number
  /** `simulated-mark`: no lettering but the one a simulated lap must carry. */
  readonly lettering: 'full' | 'simulated-mark'
}

interface PrintRange {
  readonly least: number
  readonly most: number
}

/**
 * Bed: the smallest and the largest printers on the market. Base: four layers of 0.2 mm at least, or it bends off the
 * bed. Wall: two lines of a 0.4 mm nozzle at least, or it is printed with gaps; above 6 mm hairpins fill up. Height: at
 * 0.25 the shape is lost, at 3 the highest wall of the smallest wall thickness breaks off by hand.
 */
export const PRINT_LIMITS: Readonly<Record<'bedMm' | 'heightScale' | 'baseMm' | 'wallMm', PrintRange>> = {
  bedMm: { least: 80, most: 600 },
  heightScale: { least: 0.25, most: 3 },
  baseMm: { least: 0.8, most: 20 },
  wallMm: { least: 0.8, most: 6 },
}

/** The most common bed (220 mm); a wall of four lines of a 0.4 mm nozzle; a base of twelve layers of 0.2 mm. */
export const DEFAULT_PRINT: PrintOptions = {
  bedMm: 220,
  heightScale: 1,
  baseMm: 2.4,
  wallMm: 1.6,
  lettering: 'full',
}

/** How large the print will be: known without making it. */
export interface PrintSize {
  readonly widthMm: number
  readonly depthMm: number
  readonly heightMm: number
  /** The circuit's plan is 1 : this. */
  readonly scaleDenominator: number
  readonly mmPerG: number
}

/** A file that has been written. */
export interface ExportedFile {
  readonly fileName: string
  readonly format: ExportFormat | 'png'
  readonly bytes: number
  /** From having the sculpture to the file being on disk. */
  readonly elapsedMs: number
  /** Null where the format holds no solid. */
  readonly solid: ExportedSolid | null
  /** Things a person should know, e.g. that a letter was replaced. */
  readonly warnings: readonly string[]
}

export interface ExportedSolid {
  readonly size: PrintSize
  readonly triangles: number
  readonly volumeCm3: number
}

/** An opaque name for a file that was saved in this run of the application; a page never handles paths. */
export type SavedFileToken = string

export type SaveOutcome =
  /** The person closed the dialog: nothing went wrong. */
  | { readonly state: 'dismissed' }
  | { readonly state: 'saved'; readonly file: ExportedFile; readonly token: SavedFileToken }

/** What an export's task is named after, so that a page finds the one it waits for. */
export function exportSubject(key: string, format: ExportFormat): string {
  return `${key} as ${format}`
}

export interface ExportOrder {
  readonly id: SculptureId
  readonly format: ExportFormat
  readonly print: PrintOptions
  /** What the solid looks like; tables have none. */
  readonly look: SculptureLook
}

/** Largest picture, in pixels: 4K. */
const PICTURE_LIMITS = { width: 3840, height: 2160 } as const

/** Largest picture, in bytes. A drawn 4K picture has 2 to 6 MB; four bytes a pixel would be 32 MB. */
export const MAX_PICTURE_BYTES = 33_554_432

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
/** Signature, length, "IHDR", width, height. */
const PNG_HEAD_BYTES = 24

/** @returns whether these bytes begin like a PNG within the limits above. The rest is left to whoever decodes it. */
export function isAcceptablePicture(bytes: Uint8Array): boolean {
  if (bytes.length < PNG_HEAD_BYTES || bytes.length > MAX_PICTURE_BYTES) return false
  if (!PNG_SIGNATURE.every((value, i) => bytes[i] === value)) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const width = view.getUint32(16)
  const height = view.getUint32(20)
  return width > 0 && height > 0 && width <= PICTURE_LIMITS.width && height <= PICTURE_LIMITS.height
}
