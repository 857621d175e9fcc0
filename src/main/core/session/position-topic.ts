// The fixes of all cars by racing number. Converts tenths of a metre to metres and leaves out what is no fix; dates
// stay in UTC, as session time needs the other topic too. Pure; runs in a worker thread.

import { grown, picked } from './growing'
import type { PositionSamples } from './samples'
import { strictOrder, visitEntries, type TelemetryReading } from './telemetry-stream'
import { sampleWidth, type MessageShape } from './telemetry-message'
import type { TimeSpan } from './time-spans'
import { roundUsToMs } from './utc'

/** One car's fixes; when each was made stands in `PositionTopic.stampDatesMs` under its stamp. */
export type StampedPositions = Omit<PositionSamples, 'timeMs'>

/** All arrays have buffers of their own and can be transferred between threads. */
export interface PositionTopic extends TelemetryReading {
  /** UTC of every distinct stamp, epoch ms, strictly increasing. */
  readonly stampDatesMs: Float64Array
  /** By racing number; stamps strictly increasing. A car that never had a fix has empty arrays. */
  readonly cars: ReadonlyMap<string, StampedPositions>
}

const POSITION_SHAPE: MessageShape = {
  entries: 'Position',
  date: 'Timestamp',
  cars: 'Entries',
  channels: null,
  // The status is no use: cars in the garage are "OnTrack" too.
  prefixes: ['"Status":"OnTrack",', '"Status":"OffTrack",'],
  required: ['X', 'Y', 'Z'],
  optional: null,
}
const WIDTH = sampleWidth(POSITION_SHAPE)

/** The feed counts in tenths of a metre. */
const UNITS_PER_M = 10

/**
 * Decodes the bytes of `Position.z`. Never throws; damaged lines become warnings.
 *
 * @param spans null: all of it; otherwise at least the fixes in these spans.
 */
export function decodePositionTopic(
  bytes: Uint8Array,
  spans: readonly TimeSpan[] | null = null,
): PositionTopic {
  const columns = new Map<number, PositionColumns>()
  const entryDatesMs: number[] = []
  const reading = visitEntries('Position.z', bytes, POSITION_SHAPE, spans, (dateUs, values, from, to) => {
    const entry = entryDatesMs.push(roundUsToMs(dateUs)) - 1
    for (let at = from; at < to; at += WIDTH) {
      const number = values[at]!
      let car = columns.get(number)
      if (car === undefined) columns.set(number, (car = new PositionColumns()))
      // Without a fix the feed writes 0, 0, 0; the first of a car's fixes may still lack its altitude. No circuit
      // has a place at altitude 0 exactly.
      if (values[at + 3] !== 0) car.push(entry, values[at + 1]!, values[at + 2]!, values[at + 3]!)
    }
  })
  const stampDatesMs = Float64Array.from(new Set(entryDatesMs)).sort()
  const stampOfDate = new Map<number, number>()
  stampDatesMs.forEach((dateMs, stamp) => stampOfDate.set(dateMs, stamp))
  const stampOfEntry = Int32Array.from(entryDatesMs, (dateMs) => stampOfDate.get(dateMs) ?? 0)
  const cars = new Map([...columns].map(([number, car]) => [String(number), car.toSamples(stampOfEntry)]))
  return { ...reading, stampDatesMs, cars }
}

class PositionColumns {
  private length = 0
  private entry = new Int32Array(1024)
  private xM = new Float64Array(1024)
  private yM = new Float64Array(1024)
  private zM = new Float64Array(1024)

  push(entry: number, x: number, y: number, z: number): void {
    const i = this.length
    if (i === this.entry.length) this.grow()
    this.length++
    this.entry[i] = entry
    this.xM[i] = x / UNITS_PER_M
    this.yM[i] = y / UNITS_PER_M
    this.zM[i] = z / UNITS_PER_M
  }

  toSamples(stampOfEntry: Int32Array): StampedPositions {
    const stamp = this.entry.slice(0, this.length).map((entry) => stampOfEntry[entry]!)
    const order = strictOrder(stamp, this.length)
    return {
      stamp: picked(stamp, order, this.length),
      xM: picked(this.xM, order, this.length),
      yM: picked(this.yM, order, this.length),
      zM: picked(this.zM, order, this.length),
    }
  }

  private grow(): void {
    const capacity = this.length * 2
    this.entry = grown(this.entry, capacity)
    this.xM = grown(this.xM, capacity)
    this.yM = grown(this.yM, capacity)
    this.zM = grown(this.zM, capacity)
  }
}
