// Where the finish line lies along the circuit's line. The feed carries no such place: it is where the cars are
// when their laps end.

import type { SessionSamples } from '../session/samples'
import { wrapS, type ClosedCurve } from './closed-curve'
import { hasFix, lowerBound, type LapWindow } from './lap-traces'
import { Projector } from './projector'

/**
 * The lap ends the timing feed reports lie this much after the car's nose passes the line, by the position stamps
 * as they come: 0.150 +- 0.026 s over the 99 quick laps of Mexico City 2025 qualifying by repaired stamps, and
 * those as given are 0.022 s early on average. 10 ms more would move the line 0.8 m back, for all laps alike.
 */
export const FINISH_LAG_MS = 172

const WINDOW_MS = 3000
const GATE_M = 0.6
/** Beyond this the two fixes round the lap's end say little about the place between them. */
const LONGEST_GAP_MS = 600

/**
 * Median over the laps, metres along the line in [0, length).
 * @returns NaN where no lap has fixes on the line round its end.
 */
export function findFinishLine(
  curve: ClosedCurve,
  samples: SessionSamples,
  windows: readonly LapWindow[],
): number {
  const projector = new Projector(curve)
  const places: number[] = []
  for (const window of windows) {
    const position = samples.cars.get(window.number)?.position
    if (position === undefined) continue
    const atMs = window.endMs - FINISH_LAG_MS
    const from = lowerBound(position.timeMs, atMs - WINDOW_MS)
    const to = lowerBound(position.timeMs, atMs + WINDOW_MS)
    const next = lowerBound(position.timeMs, atMs)
    if (next - 1 < from || next >= to || !hasFix(position, next - 1) || !hasFix(position, next)) continue
    const before = position.timeMs[next - 1]!
    const after = position.timeMs[next]!
    if (after - before > LONGEST_GAP_MS) continue
    const { s } = projector.follow(position, from, to, GATE_M)
    const a = s[next - 1 - from]!
    const b = s[next - from]!
    if (Number.isNaN(a) || Number.isNaN(b)) continue
    places.push(a + ((b - a) * (atMs - before)) / (after - before))
  }
  return circularMedian(places, curve.lengthM)
}

/** Median of places on a loop: measured from their mean direction, where the loop is cut least harmfully. */
function circularMedian(places: readonly number[], lengthM: number): number {
  if (places.length === 0) return NaN
  let cosine = 0
  let sine = 0
  for (const s of places) {
    cosine += Math.cos((2 * Math.PI * s) / lengthM)
    sine += Math.sin((2 * Math.PI * s) / lengthM)
  }
  const centre = (Math.atan2(sine, cosine) / (2 * Math.PI)) * lengthM
  const from = places.map((s) => wrapS(s - centre + lengthM / 2, lengthM)).sort((a, b) => a - b)
  const middle = (from[from.length >> 1]! + from[(from.length - 1) >> 1]!) / 2
  return wrapS(middle + centre - lengthM / 2, lengthM)
}
