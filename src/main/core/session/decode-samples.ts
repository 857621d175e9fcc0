// Raw telemetry topics of one session -> samples of every car on one clock. The two topics are decoded apart, on
// two threads if one likes, and joined here. Pure; runs in a worker thread.

import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import { decodeCarTopic, type CarTopic, type DatedCarSamples } from './car-topic'
import { readDrivers } from './drivers'
import { decodePositionTopic, type PositionTopic, type StampedPositions } from './position-topic'
import type { CarSamples, CarTelemetry, PositionSamples, SessionSamples } from './samples'
import { readStream } from './stream'
import { LEAD_SLACK_MS } from './telemetry-stream'
import { joinedSpans, type TimeSpan } from './time-spans'
import type { TopicBytes } from './topics'
import { roundUsToMs } from './utc'

export { decodeCarTopic } from './car-topic'
export { decodePositionTopic } from './position-topic'

/**
 * Telemetry of every car of a session.
 *
 * With only one of the two topics the other's arrays are empty and a warning says so.
 *
 * @param wanted session times that are needed; samples outside may be missing, those inside are the same as without
 *   it, and so is the clock. null: everything.
 * @throws AppError `session/no-telemetry` when neither topic has a single readable sample.
 */
export function decodeSamples(topics: TopicBytes, wanted: readonly TimeSpan[] | null = null): SessionSamples {
  const drivers = topics.get('DriverList')
  const numbers = drivers === undefined ? [] : readDrivers(readStream('DriverList', drivers).messages)
  const listed = new Set(numbers.map(({ number }) => number))
  const spans = wanted === null ? null : joinedSpans(wanted, 0)
  const decode = (parts: readonly TimeSpan[] | null) =>
    [
      decodeCarTopic(topics.get('CarData.z') ?? new Uint8Array(), parts),
      decodePositionTopic(topics.get('Position.z') ?? new Uint8Array(), parts),
    ] as const
  const [car, position] = decode(spans)
  if (spans === null || isJudgedWell(car, position)) return joinSamples(car, position, listed)
  return joinSamples(...decode(null), listed)
}

/** False when the clock's zero came out so late that wanted messages may have been left out. */
function isJudgedWell(car: CarTopic, position: PositionTopic): boolean {
  const leadUs = Math.max(car.leadUs, position.leadUs)
  return leadUs - Math.min(car.judgedByUs, position.judgedByUs) <= LEAD_SLACK_MS * 1000
}

/**
 * Puts both topics on session time. Its zero is the one at which the sample that was under way the shortest, of all
 * cars and both topics, took no time at all: transport can delay a sample but never hasten it.
 *
 * Kept are cars that are listed as drivers or have car data; safety and medical cars (241 to 243) have positions
 * only. Where neither tells the drivers, all cars are kept.
 *
 * @param listed racing numbers of the driver list; empty if there is none.
 * @throws AppError `session/no-telemetry` when neither topic has a sample.
 */
function joinSamples(car: CarTopic, position: PositionTopic, listed: ReadonlySet<string>): SessionSamples {
  const leadUs = Math.max(car.leadUs, position.leadUs)
  if (leadUs === Number.NEGATIVE_INFINITY) throw new AppError('session/no-telemetry', '')
  const zeroAt = roundUsToMs(leadUs)
  const positionStampsMs = position.stampDatesMs.map((dateMs) => dateMs - zeroAt)

  const hasDrivers = listed.size > 0 || car.cars.size > 0
  const numbers = [...new Set([...car.cars.keys(), ...position.cars.keys()])].filter(
    (number) => !hasDrivers || listed.has(number) || car.cars.has(number),
  )
  const cars = new Map<string, CarTelemetry>()
  for (const number of numbers) {
    cars.set(number, {
      car: carOnSessionTime(car.cars.get(number) ?? NO_CAR_SAMPLES, zeroAt),
      position: positionOnSessionTime(position.cars.get(number) ?? NO_POSITIONS, positionStampsMs),
    })
  }

  const warnings = [...car.warnings, ...position.warnings]
  if (car.leadUs === Number.NEGATIVE_INFINITY) warnings.push(say('no-car-data'))
  if (position.leadUs === Number.NEGATIVE_INFINITY) warnings.push(say('no-positions'))
  return { zeroAt, cars, positionStampsMs, warnings }
}

const NO_CAR_SAMPLES: DatedCarSamples = {
  dateMs: new Float64Array(),
  speedKmh: new Float32Array(),
  rpm: new Float32Array(),
  throttlePct: new Float32Array(),
  brake: new Uint8Array(),
  gear: new Uint8Array(),
  drs: new Uint8Array(),
}

const NO_POSITIONS: StampedPositions = {
  stamp: new Int32Array(),
  xM: new Float64Array(),
  yM: new Float64Array(),
  zM: new Float64Array(),
}

function carOnSessionTime({ dateMs, ...channels }: DatedCarSamples, zeroAt: number): CarSamples {
  return { timeMs: dateMs.map((date) => date - zeroAt), ...channels }
}

function positionOnSessionTime(positions: StampedPositions, positionStampsMs: Float64Array): PositionSamples {
  const timeMs = new Float64Array(positions.stamp.length)
  for (let i = 0; i < timeMs.length; i++) timeMs[i] = positionStampsMs[positions.stamp[i]!]!
  return { timeMs, ...positions }
}
