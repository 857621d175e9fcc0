// Whether two laps were driven on one circuit, and where on the one the stations of the other lie. Pure.
//
// Laps of one session share their line to the last digit. Those of other sessions and years have a line of their own
// of the same circuit, in the same coordinates: lines of 2023 and 2025 lie within 0.1 m of each other where the
// circuit is unchanged.

import type { Sculpture } from '@contract/sculpture'

export type Alignment =
  | {
      readonly kind: 'aligned'
      /** At each station of the reference, the place on the other lap in stations of that; never falling. */
      readonly stations: Float64Array
    }
  | { readonly kind: 'refused'; readonly reason: 'length' | 'apart' }

/** Lines of one layout differ by metres in five kilometres; a changed corner makes more than this. Share of the length. */
const LENGTH_TOLERANCE = 0.01
/**
 * Lines farther apart than this anywhere, metres, are of different layouts: rough lines wiggle by half a metre, and the
 * nearest thing to a layout that is another one, a moved chicane, lies tens of metres off.
 */
const APART_M = 10
/** Stations of one line agree to rounding; half a metre is far below the 3 m between them. */
const SAME_LINE_M = 0.5
/** How far beyond its expected place a station is looked for, metres. Twice what the length may differ by over a lap. */
const WINDOW_M = 120

const known = new WeakMap<Sculpture, WeakMap<Sculpture, Alignment>>()

/** Remembered for as long as both laps are: the page asks at every drawing. */
export function alignLaps(reference: Sculpture, other: Sculpture): Alignment {
  const ofReference = known.get(reference) ?? new WeakMap<Sculpture, Alignment>()
  known.set(reference, ofReference)
  const alignment = ofReference.get(other) ?? align(reference, other)
  ofReference.set(other, alignment)
  return alignment
}

function align(reference: Sculpture, other: Sculpture): Alignment {
  const length = lengthM(reference)
  if (Math.abs(lengthM(other) - length) > LENGTH_TOLERANCE * length)
    return { kind: 'refused', reason: 'length' }
  if (isSameLine(reference, other))
    return { kind: 'aligned', stations: Float64Array.from(reference.channels.xM, (_, i) => i) }
  return project(reference, other)
}

function lengthM({ header, channels }: Sculpture): number {
  return (channels.xM.length - 1) * header.stepM
}

function isSameLine(a: Sculpture, b: Sculpture): boolean {
  const { xM, yM } = a.channels
  const { xM: otherX, yM: otherY } = b.channels
  return (
    xM.length === otherX.length &&
    xM.every((x, i) => Math.hypot(x - otherX[i]!, yM[i]! - otherY[i]!) <= SAME_LINE_M)
  )
}

/**
 * Each station's nearest point on the other line, looked for in driving order and never behind the one before: on a
 * circuit that crosses itself the nearest point of all may be of another part of the lap. Both ends are finish lines.
 */
function project(reference: Sculpture, other: Sculpture): Alignment {
  const { xM, yM } = reference.channels
  const last = xM.length - 1
  const otherLast = other.channels.xM.length - 1
  const reach = Math.ceil(WINDOW_M / other.header.stepM)
  const stations = new Float64Array(xM.length)
  let at = 0
  for (let i = 0; i <= last; i++) {
    const expected = (i / last) * otherLast
    const from = Math.max(at, expected - reach)
    const nearest = nearestPlace(other, xM[i]!, yM[i]!, from, Math.min(otherLast, expected + reach))
    if (nearest.distanceM > APART_M) return { kind: 'refused', reason: 'apart' }
    at = nearest.station
    stations[i] = at
  }
  stations[0] = 0
  stations[last] = otherLast
  return { kind: 'aligned', stations }
}

/** @param from, to stations between which to look, fractions allowed. */
function nearestPlace(
  { channels }: Sculpture,
  x: number,
  y: number,
  from: number,
  to: number,
): { readonly station: number; readonly distanceM: number } {
  const { xM, yM } = channels
  let best = { station: from, distanceM: Infinity }
  for (let i = Math.floor(from); i < Math.ceil(to); i++) {
    const alongX = xM[i + 1]! - xM[i]!
    const alongY = yM[i + 1]! - yM[i]!
    const square = alongX * alongX + alongY * alongY
    const ratio = square === 0 ? 0 : ((x - xM[i]!) * alongX + (y - yM[i]!) * alongY) / square
    const station = Math.min(to, Math.max(from, i + Math.min(1, Math.max(0, ratio))))
    const part = station - i
    const distanceM = Math.hypot(xM[i]! + part * alongX - x, yM[i]! + part * alongY - y)
    if (distanceM < best.distanceM) best = { station, distanceM }
  }
  return best
}
