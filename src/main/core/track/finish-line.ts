// Where the finish line and the ends of the sectors lie along the circuit's line. The feed carries no such places: they
// are where the cars are when their laps and sectors end.

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

/** Places along the line, metres in [0, length). */
export interface TimingLines {
  /** NaN where no lap has fixes on the line round its end. */
  readonly finishM: number
  /** Ends of the first and the second sector; null where the laps have no sector times, or no fixes there. */
  readonly sectorEndsM: readonly [number, number] | null
}

interface Moment {
  readonly number: string
  readonly atMs: number
}

/** Medians over the laps. */
export function findTimingLines(
  curve: ClosedCurve,
  samples: SessionSamples,
  windows: readonly LapWindow[],
): TimingLines {
  const projector = new Projector(curve)
  const medianAt = (moments: readonly Moment[]): number =>
    circularMedian(placesAt(projector, samples, moments), curve.lengthM)
  const finishM = medianAt(windows.map(({ number, endMs }) => ({ number, atMs: endMs })))
  // Counted back from the lap's end: of its times the best known one.
  const before = (sectors: (times: readonly [number, number]) => number): readonly Moment[] =>
    windows.flatMap(({ number, endMs, sectorsMs }) => {
      const [, second, third] = sectorsMs ?? []
      return typeof second === 'number' && typeof third === 'number'
        ? [{ number, atMs: endMs - sectors([second, third]) }]
        : []
    })
  const firstM = medianAt(before(([second, third]) => second + third))
  const secondM = medianAt(before(([, third]) => third))
  return { finishM, sectorEndsM: Number.isNaN(firstM + secondM) ? null : [firstM, secondM] }
}

/** Where the cars were at those moments of the timing feed; without those that have no fixes on the line round it. */
function placesAt(
  projector: Projector,
  samples: SessionSamples,
  moments: readonly Moment[],
): readonly number[] {
  const places: number[] = []
  for (const moment of moments) {
    const position = samples.cars.get(moment.number)?.position
    if (position === undefined) continue
    const atMs = moment.atMs - FINISH_LAG_MS
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
  return places
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
