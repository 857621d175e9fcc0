// The car channel of all cars: speed, engine and pedals by racing number. Converts units and marks missing values;
// dates stay in UTC, as session time needs the other topic too. Pure; runs in a worker thread.

import { grown, picked } from './growing'
import type { CarSamples } from './samples'
import { strictOrder, visitEntries, type TelemetryReading } from './telemetry-stream'
import { sampleWidth, type MessageShape } from './telemetry-message'
import type { TimeSpan } from './time-spans'
import { roundUsToMs } from './utc'

/** One car's samples with UTC dates in epoch ms, strictly increasing, in place of session times. */
export interface DatedCarSamples extends Omit<CarSamples, 'timeMs'> {
  readonly dateMs: Float64Array
}

/** All arrays have buffers of their own and can be transferred between threads. */
export interface CarTopic extends TelemetryReading {
  /** By racing number. */
  readonly cars: ReadonlyMap<string, DatedCarSamples>
}

const CAR_SHAPE: MessageShape = {
  entries: 'Entries',
  date: 'Utc',
  cars: 'Cars',
  channels: 'Channels',
  prefixes: [''],
  required: ['0', '2', '3', '4', '5'],
  optional: '45',
}
const WIDTH = sampleWidth(CAR_SHAPE)

/** What the feed writes for "no value" in throttle and brake; anything above 100 is none either. */
const HIGHEST_PERCENTAGE = 100
const HIGHEST_GEAR = 8
const UNKNOWN = 255
/** 10, 12 and 14 are open; 0 and 1 closed, 8 allowed but closed. 2, 3, 9 and 11 occur and mean nobody knows what. */
const DRS_OPEN = new Set([10, 12, 14])
const DRS_CLOSED = new Set([0, 1, 8])

/**
 * Decodes the bytes of `CarData.z`. Never throws; damaged lines become warnings.
 *
 * @param spans null: all of it; otherwise at least the samples in these spans.
 */
export function decodeCarTopic(bytes: Uint8Array, spans: readonly TimeSpan[] | null = null): CarTopic {
  const columns = new Map<number, CarColumns>()
  const reading = visitEntries('CarData.z', bytes, CAR_SHAPE, spans, (dateUs, values, from, to) => {
    const dateMs = roundUsToMs(dateUs)
    for (let at = from; at < to; at += WIDTH) {
      const number = values[at]!
      let car = columns.get(number)
      if (car === undefined) columns.set(number, (car = new CarColumns()))
      car.push(dateMs, values, at + 1)
    }
  })
  return { ...reading, cars: new Map([...columns].map(([number, car]) => [String(number), car.toSamples()])) }
}

class CarColumns {
  private length = 0
  private dateMs = new Float64Array(1024)
  private speedKmh = new Float32Array(1024)
  private rpm = new Float32Array(1024)
  private throttlePct = new Float32Array(1024)
  private brake = new Uint8Array(1024)
  private gear = new Uint8Array(1024)
  private drs = new Uint8Array(1024)

  /** @param at of the first of rpm, speed, gear, throttle, brake, DRS in `values`. */
  push(dateMs: number, values: Float64Array, at: number): void {
    const i = this.length
    if (i === this.dateMs.length) this.grow()
    this.length++
    this.dateMs[i] = dateMs
    this.rpm[i] = values[at]!
    this.speedKmh[i] = values[at + 1]!
    this.gear[i] = gearOf(values[at + 2]!)
    this.throttlePct[i] = isPercentage(values[at + 3]!) ? values[at + 3]! : Number.NaN
    this.brake[i] = brakeOf(values[at + 4]!)
    this.drs[i] = drsOf(values[at + 5]!)
  }

  toSamples(): DatedCarSamples {
    const order = strictOrder(this.dateMs, this.length)
    return {
      dateMs: picked(this.dateMs, order, this.length),
      speedKmh: picked(this.speedKmh, order, this.length),
      rpm: picked(this.rpm, order, this.length),
      throttlePct: picked(this.throttlePct, order, this.length),
      brake: picked(this.brake, order, this.length),
      gear: picked(this.gear, order, this.length),
      drs: picked(this.drs, order, this.length),
    }
  }

  private grow(): void {
    const capacity = this.length * 2
    this.dateMs = grown(this.dateMs, capacity)
    this.speedKmh = grown(this.speedKmh, capacity)
    this.rpm = grown(this.rpm, capacity)
    this.throttlePct = grown(this.throttlePct, capacity)
    this.brake = grown(this.brake, capacity)
    this.gear = grown(this.gear, capacity)
    this.drs = grown(this.drs, capacity)
  }
}

function isPercentage(value: number): boolean {
  return value >= 0 && value <= HIGHEST_PERCENTAGE
}

function gearOf(value: number): number {
  return Number.isInteger(value) && value >= 0 && value <= HIGHEST_GEAR ? value : UNKNOWN
}

function brakeOf(value: number): number {
  return isPercentage(value) ? Number(value > 0) : UNKNOWN
}

function drsOf(value: number): number {
  if (DRS_OPEN.has(value)) return 1
  return DRS_CLOSED.has(value) ? 0 : UNKNOWN
}
