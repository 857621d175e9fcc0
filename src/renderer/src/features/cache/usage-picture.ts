// What uses the space, as a picture: a strip for each season, cells for its sessions, bands for what they keep. Every
// area is in proportion to its bytes. Pure.

import type { CacheUsage, SessionUsage, UsedBytes } from '@contract/cache'
import { sumOf } from './cache-state'

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What is large and can be fetched again first; what one comes for last. */
export const BAND_KINDS = ['raw', 'laps', 'sculptures'] as const satisfies readonly (keyof UsedBytes)[]
export type BandKind = (typeof BAND_KINDS)[number]

export interface Band extends Box {
  readonly kind: BandKind
  readonly bytes: number
}

export interface Cell extends Box {
  readonly season: number
  /** Null: what belongs to the season as a whole. */
  readonly session: SessionUsage | null
  readonly bytes: number
  readonly bands: readonly Band[]
}

export interface Strip extends Box {
  readonly season: number
  readonly bytes: number
  readonly cells: readonly Cell[]
}

/** @returns the newest season on top; nothing where nothing is kept. Seasons without bytes have no strip. */
export function drawUsage({ seasons }: Pick<CacheUsage, 'seasons'>, box: Box): readonly Strip[] {
  const kept = seasons.filter(({ bytes }) => sumOf(bytes) > 0)
  const strips = slice(
    kept.map(({ bytes }) => sumOf(bytes)),
    box,
    'down',
  )
  return kept.map((season, i) => {
    const strip = strips[i]!
    const parts = [
      ...season.sessions.map((session) => ({ session, kept: session.bytes })),
      { session: null, kept: ownBytes(season.bytes, season.sessions) },
    ]
      .map((part) => ({ ...part, bytes: sumOf(part.kept) }))
      .filter(({ bytes }) => bytes > 0)
      .sort((a, b) => b.bytes - a.bytes)
    const boxes = squarify(
      parts.map(({ bytes }) => bytes),
      strip,
    )
    const cells = parts.map(({ session, kept: bytesOfKind, bytes }, j) => {
      const cell = boxes[j]!
      return { ...cell, season: season.season, session, bytes, bands: bandsOf(bytesOfKind, cell) }
    })
    return { ...strip, season: season.season, bytes: sumOf(season.bytes), cells }
  })
}

/** What is left of a season without its sessions: its calendar and its circuits. */
function ownBytes(whole: UsedBytes, sessions: readonly SessionUsage[]): UsedBytes {
  const left = (kind: BandKind) =>
    Math.max(0, whole[kind] - sessions.reduce((sum, { bytes }) => sum + bytes[kind], 0))
  return { sculptures: left('sculptures'), laps: left('laps'), raw: left('raw') }
}

function bandsOf(bytes: UsedBytes, cell: Box): readonly Band[] {
  const kinds = BAND_KINDS.filter((kind) => bytes[kind] > 0)
  const boxes = slice(
    kinds.map((kind) => bytes[kind]),
    cell,
    cell.width >= cell.height ? 'across' : 'down',
  )
  return kinds.map((kind, i) => ({ ...boxes[i]!, kind, bytes: bytes[kind] }))
}

/** Side by side, or one under the other. */
function slice(weights: readonly number[], box: Box, direction: 'across' | 'down'): readonly Box[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let before = 0
  return weights.map((weight) => {
    const [from, share] = [before / total, weight / total]
    before += weight
    return direction === 'across'
      ? { ...box, left: box.left + from * box.width, width: share * box.width }
      : { ...box, top: box.top + from * box.height, height: share * box.height }
  })
}

/**
 * Bruls, Huizing and van Wijk, "Squarified Treemaps" (2000): rows along the shorter side, each as long as adding to it
 * makes its cells more like squares.
 * @param weights positive, largest first.
 */
function squarify(weights: readonly number[], box: Box): readonly Box[] {
  const boxes: Box[] = []
  let rest = box
  let left = weights.reduce((sum, weight) => sum + weight, 0)
  let next = 0
  while (next < weights.length) {
    const side = Math.min(rest.width, rest.height)
    const scale = (rest.width * rest.height) / left
    let end = next + 1
    while (
      end < weights.length &&
      worst(weights, next, end + 1, side, scale) <= worst(weights, next, end, side, scale)
    )
      end++
    const row = weights.slice(next, end)
    const sum = row.reduce((total, weight) => total + weight, 0)
    const isAcross = rest.width >= rest.height
    // The last row takes what is left, whatever rounding has done to it.
    const share = end === weights.length ? 1 : sum / left
    const taken = isAcross ? { ...rest, width: rest.width * share } : { ...rest, height: rest.height * share }
    boxes.push(...slice(row, taken, isAcross ? 'down' : 'across'))
    rest = isAcross
      ? { ...rest, left: rest.left + taken.width, width: Math.max(0, rest.width - taken.width) }
      : { ...rest, top: rest.top + taken.height, height: Math.max(0, rest.height - taken.height) }
    left -= sum
    next = end
  }
  return boxes
}

/** The highest ratio of sides in a row, 1 for squares. */
function worst(weights: readonly number[], from: number, to: number, side: number, scale: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += weights[i]!
  const depth = (sum * scale) / side
  const ratio = (weight: number): number => {
    const length = (weight * scale) / depth
    return Math.max(length / depth, depth / length)
  }
  return Math.max(ratio(weights[from]!), ratio(weights[to - 1]!))
}
