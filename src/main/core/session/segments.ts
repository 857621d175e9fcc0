// Which part of a qualifying a lap belongs to.

import type { Lap } from '@contract/laps'
import type { DriverDraft, LapDraft } from './lap-draft'

const SEGMENTS = ['Q1', 'Q2', 'Q3'] as const satisfies readonly Lap['segment'][]

/**
 * Sets `segment` in place, by the lap's start. An out-lap that begins before a part opens and ends within it is
 * the first lap of that part: cars queue at the pit exit. Laps without a known start belong to none.
 *
 * @param partStartsMs earliest sign of each part over all drivers, session time, ms; the first is 0.
 * @param endMs end of the session; null where unknown.
 */
export function setSegments(
  drivers: readonly DriverDraft[],
  partStartsMs: readonly number[],
  endMs: number | null,
): void {
  const boundsMs = [...partStartsMs.slice(0, SEGMENTS.length), endMs ?? Number.POSITIVE_INFINITY]
  for (const lap of drivers.flatMap(({ laps }) => laps)) lap.segment = segmentOf(lap, boundsMs)
}

function segmentOf(lap: LapDraft, boundsMs: readonly number[]): Lap['segment'] {
  const { startMs, endMs, pitOutMs } = lap
  if (startMs === null) return null
  for (let part = 0; part + 1 < boundsMs.length; part++) {
    const closesMs = boundsMs[part + 1]!
    if (startMs <= boundsMs[part]! || startMs >= closesMs) continue
    const isQueueing = pitOutMs !== null && endMs !== null && endMs > closesMs
    return SEGMENTS[isQueueing && part + 2 < boundsMs.length ? part + 1 : part] ?? null
  }
  return null
}

/** The earliest start of each part over all drivers. */
export function earliestPartStarts(drivers: readonly (readonly number[])[]): readonly number[] {
  const parts = Math.max(0, ...drivers.map((starts) => starts.length))
  return Array.from({ length: parts }, (_, part) =>
    Math.min(...drivers.flatMap((starts) => starts[part] ?? [])),
  )
}
