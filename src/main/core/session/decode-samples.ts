// Raw telemetry topics of one session -> samples of every car on one clock. The two topics are decoded apart, on
// two threads if one likes, and joined here. Pure; runs in a worker thread.

import { AppError } from '../app-error'
import { decodeCarTopic, type CarTopic, type DatedCarSamples } from './car-topic'
import { readDrivers } from './drivers'
import { decodePositionTopic, type PositionTopic, type StampedPositions } from './position-topic'
import type { CarSamples, CarTelemetry, PositionSamples, SessionSamples } from './samples'
import { readStream } from './stream'
import type { TopicBytes } from './topics'
import { roundUsToMs } from './utc'

export { decodeCarTopic } from './car-topic'
export { decodePositionTopic } from './position-topic'

/**
 * Telemetry of every car of a session.
 *
 * With only one of the two topics the other's arrays are empty and a warning says so.
 *
 * @throws AppError `session/no-telemetry` when neither topic has a single readable sample.
 */
export function decodeSamples(topics: TopicBytes): SessionSamples {
  const drivers = topics.get('DriverList')
  const numbers = drivers === undefined ? [] : readDrivers(readStream('DriverList', drivers).messages)
  return joinSamples(
    decodeCarTopic(topics.get('CarData.z') ?? new Uint8Array()),
    decodePositionTopic(topics.get('Position.z') ?? new Uint8Array()),
    new Set(numbers.map(({ number }) => number)),
  )
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
export function joinSamples(
  car: CarTopic,
  position: PositionTopic,
  listed: ReadonlySet<string>,
): SessionSamples {
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
  if (car.leadUs === Number.NEGATIVE_INFINITY) warnings.push('Speed and engine data were not recorded.')
  if (position.leadUs === Number.NEGATIVE_INFINITY) warnings.push('Positions of the cars were not recorded.')
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
  return { timeMs: Float64Array.from(positions.stamp, (stamp) => positionStampsMs[stamp]!), ...positions }
}
