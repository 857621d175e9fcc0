// The raised lettering at the front of the base: who, how fast, where, and whether it is simulated. Decides which
// lines there are and how large; makes outlines, no solids. Pure.

import type { PrintOptions } from '@contract/export'
import { say } from '@contract/phrases'
import { SIMULATED_MARK, type ExhibitLabels } from './exhibit-labels'
import type { Outlines, Typeface } from './typeface'

/** Heights of capitals, mm. At 4.2 a stroke of the font is two lines of a 0.4 mm nozzle wide. */
const LARGE_CAP_MM = 6
const SMALL_CAP_MM = 4.2
/** Lines too long for the base are made smaller down to this share, and shortened beyond. Below, strokes vanish. */
const LEAST_SHRINK = 0.75
const LINE_GAP_MM = 2.6
/** Between the lettering and the edge of the base, and between it and the circuit's part of the base. */
const PLATE_EDGE_MM = 4
const COLUMN_GAP_MM = 6
/** Characters of one text at most: several times the longest name there is, so that a forged one costs nothing. */
const MAX_TEXT_LENGTH = 80

interface Line {
  readonly capMm: number
  readonly left: string
  readonly right: string
}

export interface PlacedText extends Outlines {
  /** Where its baseline begins on the bed, mm. */
  readonly x: number
  readonly y: number
}

export interface Nameplate {
  readonly texts: readonly PlacedText[]
  readonly warnings: readonly string[]
}

/** @returns depth of the strip the lettering needs, mm; 0 for none. */
export function plateDepthMm(labels: ExhibitLabels, options: PrintOptions): number {
  const lines = linesOf(labels, options)
  if (lines.length === 0) return 0
  const caps = lines.reduce((sum, { capMm }) => sum + capMm, 0)
  return caps + LINE_GAP_MM * (lines.length - 1) + PLATE_EDGE_MM
}

/** @param base outer size of the base, mm, its middle at the origin; the lettering lies along its front (least y). */
export function layNameplate(
  labels: ExhibitLabels,
  options: PrintOptions,
  base: { readonly widthMm: number; readonly depthMm: number },
  typeface: Typeface,
): Nameplate {
  const warnings: string[] = []
  const texts: PlacedText[] = []
  const roomMm = base.widthMm - 2 * PLATE_EDGE_MM
  const leftX = -base.widthMm / 2 + PLATE_EDGE_MM
  let y = -base.depthMm / 2 + PLATE_EDGE_MM
  for (const line of [...linesOf(labels, options)].reverse()) {
    const right = fit(legible(line.right, typeface, warnings), line.capMm, roomMm, typeface, warnings)
    const leftRoomMm = line.right === '' ? roomMm : roomMm - right.widthMm - COLUMN_GAP_MM
    const left = fit(legible(line.left, typeface, warnings), line.capMm, leftRoomMm, typeface, warnings)
    texts.push({ ...left, x: leftX, y })
    if (right.contours.length > 0) texts.push({ ...right, x: leftX + roomMm - right.widthMm, y })
    y += line.capMm + LINE_GAP_MM
  }
  return { texts, warnings: [...new Set(warnings)] }
}

function linesOf(labels: ExhibitLabels, { lettering }: PrintOptions): readonly Line[] {
  const mark = labels.isSimulated ? [{ capMm: SMALL_CAP_MM, left: SIMULATED_MARK, right: '' }] : []
  if (lettering === 'simulated-mark') return mark
  return [
    { capMm: LARGE_CAP_MM, left: labels.driverName, right: labels.lapTime },
    { capMm: SMALL_CAP_MM, left: labels.occasion, right: `Lap ${labels.lap}` },
    ...mark,
  ]
}

/** What the font cannot draw becomes a question mark, and is said. */
function legible(text: string, typeface: Typeface, warnings: string[]): string {
  const missing = new Set<string>()
  const composed = text.slice(0, MAX_TEXT_LENGTH).normalize('NFC')
  // One by one as Unicode counts them: that is what a font has shapes for.
  const characters = Array.from(composed.replace(/[\p{C}\s]+/gu, ' '))
  const drawn = characters.map((character) => {
    if (character === ' ' || typeface.has(character)) return character
    missing.add(character)
    return '?'
  })
  if (missing.size > 0) warnings.push(say('lettering-missing', { list: [...missing].join(' ') }))
  return drawn.join('')
}

/** As large as asked for if there is room, else smaller, else shortened. */
function fit(text: string, capMm: number, roomMm: number, typeface: Typeface, warnings: string[]): Outlines {
  if (text === '') return { contours: [], widthMm: 0 }
  const asked = typeface.outline(text, capMm)
  if (asked.widthMm <= roomMm) return asked
  const smallestMm = capMm * LEAST_SHRINK
  const shrunkMm = (capMm * roomMm) / asked.widthMm
  if (shrunkMm >= smallestMm) return typeface.outline(text, shrunkMm)
  const characters = Array.from(text)
  while (characters.length > 1) {
    characters.pop()
    const shortened = typeface.outline(`${characters.join('').trimEnd()}.`, smallestMm)
    if (shortened.widthMm > roomMm) continue
    warnings.push(say('lettering-shortened', { text }))
    return shortened
  }
  warnings.push(say('lettering-no-room', { text }))
  return { contours: [], widthMm: 0 }
}
