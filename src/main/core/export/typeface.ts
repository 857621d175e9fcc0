// Text as outlines, by the fonts' own metrics and kerning. Pure: fonts come in as bytes.
//
// A font of the web comes in subsets, each a file; a letter is taken from the first subset that has it.

import { parse, type Font, type Glyph, type Path } from 'opentype.js'

/** Closed polygons, xy in millimetres, baseline at y = 0, first letter at x = 0. Filled by the non-zero rule. */
export interface Outlines {
  readonly contours: readonly (readonly (readonly [number, number])[])[]
  readonly widthMm: number
}

export interface Typeface {
  /**
   * @param capMm height of a capital letter.
   * @param text letters that `has` knows; others leave a gap.
   */
  outline(text: string, capMm: number): Outlines
  has(character: string): boolean
}

/** Straight pieces for one curve: at 6 mm capitals the error is below 0.04 mm, a tenth of a nozzle. */
const PIECES_PER_CURVE = 3

/** @param subsets the font's files (WOFF, TrueType or OpenType), the one to prefer first. All of one design. */
export function readTypeface(subsets: readonly Uint8Array[]): Typeface {
  const fonts = subsets.map((bytes) => parse(exactBuffer(bytes)))
  const fontFor = (character: string): Font | null =>
    fonts.find((font) => font.charToGlyphIndex(character) > 0) ?? null
  return {
    has: (character) => fontFor(character) !== null,

    outline(text, capMm) {
      const contours: (readonly (readonly [number, number])[])[] = []
      let x = 0
      const before: { font: Font | null; glyph: Glyph | null } = { font: null, glyph: null }
      for (const character of text) {
        const font = fontFor(character)
        if (font === null) {
          before.glyph = null
          continue
        }
        const emMm = capMm / (capHeightOf(font) / font.unitsPerEm)
        const glyph = font.charToGlyph(character)
        const toMm = emMm / font.unitsPerEm
        if (before.font === font && before.glyph !== null)
          x += font.getKerningValue(before.glyph, glyph) * toMm
        contours.push(...contoursOf(glyph.getPath(x, 0, emMm)))
        x += (glyph.advanceWidth ?? 0) * toMm
        before.font = font
        before.glyph = glyph
      }
      return { contours, widthMm: x }
    },
  }
}

/** OS/2 gives it in units; fonts without it are measured by their H. */
function capHeightOf(font: Font): number {
  const stated: unknown = font.tables['os2']?.['sCapHeight']
  if (typeof stated === 'number' && stated > 0) return stated
  return font.charToGlyph('H').getBoundingBox().y2
}

/** The path's y points down; ours points up. */
function contoursOf(path: Path): readonly (readonly (readonly [number, number])[])[] {
  const contours: [number, number][][] = []
  let current: [number, number][] = []
  const to = (x: number, y: number): void => {
    current.push([x, -y])
  }
  const curve = (at: (t: number) => readonly [number, number]): void => {
    for (let piece = 1; piece <= PIECES_PER_CURVE; piece++) to(...at(piece / PIECES_PER_CURVE))
  }
  for (const command of path.commands) {
    const [x0, down0] = current.at(-1) ?? [0, 0]
    const y0 = -down0
    switch (command.type) {
      case 'M':
        if (current.length > 2) contours.push(current)
        current = []
        to(command.x, command.y)
        break
      case 'L':
        to(command.x, command.y)
        break
      case 'Q': {
        const { x1, y1, x, y } = command
        curve((t) => [quadratic(x0, x1, x, t), quadratic(y0, y1, y, t)])
        break
      }
      case 'C': {
        const { x1, y1, x2, y2, x, y } = command
        curve((t) => [cubic(x0, x1, x2, x, t), cubic(y0, y1, y2, y, t)])
        break
      }
      case 'Z':
        if (current.length > 2) contours.push(current)
        current = []
        break
    }
  }
  if (current.length > 2) contours.push(current)
  return contours
}

function quadratic(a: number, b: number, c: number, t: number): number {
  const s = 1 - t
  return s * s * a + 2 * s * t * b + t * t * c
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
}

/** The parser reads a whole buffer; a view may show only a part of its own. */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}
