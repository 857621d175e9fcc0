// CarData.z and Position.z: every car at every sample, as the recorder would have seen it. Generators, one line
// at a time, so that whoever collects them can stop in between.

import { distanceOf, motionOf, placeOf, speedMsOf, type CarMotion } from './car-motion'
import type { Circuit } from './circuit'
import type { DemoDriver } from './field'
import type { Programme } from './programme'
import { between, createRandom, type Random } from './random'
import { literal, SampleText } from './sample-text'
import type { Sampling } from './sampling'
import { deflatedLine, wireInstant } from './wire'

export interface TelemetryPlan {
  readonly seed: string
  /** Epoch ms of session time zero. */
  readonly zeroAt: number
  readonly circuit: Circuit
  readonly field: readonly DemoDriver[]
  readonly programme: Programme
  readonly sampling: Sampling
}

// Car channels are old when they are stamped: by 55 to 90 ms depending on the car, and ± 100 ms by chance, which
// cars do not share. This, not the rounding to 1 km/h, is what limits the longitudinal G of a recording.
const AGE_MS = [55, 90] as const
const AGE_JITTER_MS = 100

/** What the feed sends for throttle and brake when it has no value; seen for a quarter of the time in the garage. */
const NO_VALUE = 104
const NO_VALUE_SHARE = 0.25
const NO_VALUE_SPELL_MS = [10_000, 40_000] as const

const DRS_CLOSED = 8
const DRS_OPEN = 12

/** Fastest speed of each gear, km/h, at full revolutions; no car reaches that of the last one. */
const GEAR_TOPS_KMH = [95, 130, 165, 205, 245, 285, 320, 365] as const
/** Drivers change up a little before that. */
const CHANGE_UP_RATIO = 0.97
const FULL_RPM = 12_000
const IDLE_RPM = 4_000

const COMMA = literal(',')
const END_OF_ENTRY = literal('}}')
const END_OF_MESSAGE = literal(']}')
const CAR_MESSAGE = literal('{"Entries":[')
const POSITION_MESSAGE = literal('{"Position":[')
const RPM = literal('{"0":')
const SPEED = literal(',"2":')
const GEAR = literal(',"3":')
const THROTTLE = literal(',"4":')
const BRAKE = literal(',"5":')
const DRS = literal(',"45":')
const END_OF_CHANNELS = literal('}}')
const ON_TRACK = literal('{"Status":"OnTrack","X":')
const Y = literal(',"Y":')
const Z = literal(',"Z":')
const END_OF_FIX = literal('}')
/** A car in its garage: no fix, although the status claims it is on the track, as in the recordings. */
const GARAGE_FIX = literal('{"Status":"OnTrack","X":0,"Y":0,"Z":0}')

interface Car {
  readonly motion: CarMotion
  readonly head: Uint8Array
  readonly random: Random
  readonly ageMs: number
  spellEndMs: number
  hasNoValue: boolean
}

export function* carDataLines(plan: TelemetryPlan): Generator<string> {
  const { carStampsMs, carMessages } = plan.sampling
  const cars = plan.field.map((driver): Car => {
    const random = createRandom(`${plan.seed}/car-data/${driver.number}`)
    const ageMs = between(random, ...AGE_MS)
    const head = literal(`"${driver.number}":{"Channels":`)
    return { motion: motionOf(plan.programme, driver), head, random, ageMs, spellEndMs: 0, hasNoValue: false }
  })
  const text = new SampleText()
  for (const { fromIndex, toIndex } of carMessages) {
    text.clear()
    text.add(CAR_MESSAGE)
    for (let i = fromIndex; i < toIndex; i++) {
      const stampMs = carStampsMs[i]!
      if (i > fromIndex) text.add(COMMA)
      text.add(literal(`{"Utc":"${wireInstant(plan.zeroAt + stampMs)}","Cars":{`))
      cars.forEach((car, n) => {
        if (n > 0) text.add(COMMA)
        text.add(car.head)
        addChannels(text, car, stampMs)
      })
      text.add(END_OF_ENTRY)
    }
    text.add(END_OF_MESSAGE)
    yield deflatedLine(carStampsMs[toIndex - 1]!, text.written())
  }
}

export function* positionLines(plan: TelemetryPlan): Generator<string> {
  const { positionStampsMs, positionTakenMs, positionMessages } = plan.sampling
  const cars = plan.field.map((driver) => ({
    motion: motionOf(plan.programme, driver),
    head: literal(`"${driver.number}":`),
  }))
  const text = new SampleText()
  for (const { fromIndex, toIndex } of positionMessages) {
    text.clear()
    text.add(POSITION_MESSAGE)
    for (let i = fromIndex; i < toIndex; i++) {
      const takenMs = positionTakenMs[i]!
      if (i > fromIndex) text.add(COMMA)
      text.add(literal(`{"Timestamp":"${wireInstant(plan.zeroAt + positionStampsMs[i]!)}","Entries":{`))
      cars.forEach(({ motion, head }, n) => {
        if (n > 0) text.add(COMMA)
        text.add(head)
        addFix(text, plan.circuit, motion, takenMs)
      })
      text.add(END_OF_ENTRY)
    }
    text.add(END_OF_MESSAGE)
    yield deflatedLine(positionStampsMs[toIndex - 1]!, text.written())
  }
}

/** Revolutions, speed, gear, throttle, brake, rear wing: the feed numbers its channels 0, 2, 3, 4, 5, 45. */
function addChannels(text: SampleText, car: Car, stampMs: number): void {
  const timeMs = stampMs - car.ageMs + AGE_JITTER_MS * between(car.random, -1, 1)
  const run = car.motion.at(timeMs)
  if (run === null) {
    addParkedChannels(text, car, timeMs)
    return
  }
  const { drive } = run
  const { cell } = car.motion
  const speedKmh = speedMsOf(run, car.motion) * 3.6
  let tooShort = 0
  while (tooShort < GEAR_TOPS_KMH.length - 1 && speedKmh > GEAR_TOPS_KMH[tooShort]! * CHANGE_UP_RATIO)
    tooShort++
  const gear = speedKmh < 1 ? 0 : tooShort + 1
  const rpm = Math.round(Math.max(IDLE_RPM, (FULL_RPM * speedKmh) / GEAR_TOPS_KMH[tooShort]!))
  const wing = drive.drs[cell] === 1 ? DRS_OPEN : DRS_CLOSED
  const brake = drive.brake[cell] === 1 ? 100 : 0
  addSample(text, rpm, Math.round(speedKmh), gear, drive.throttlePct[cell]!, brake, wing)
}

function addParkedChannels(text: SampleText, car: Car, timeMs: number): void {
  if (timeMs > car.spellEndMs) {
    car.spellEndMs = timeMs + between(car.random, ...NO_VALUE_SPELL_MS)
    car.hasNoValue = car.random() < NO_VALUE_SHARE
  }
  const rpm = car.motion.isWarm(timeMs) ? IDLE_RPM + Math.floor(car.random() * 60) : 0
  const pedal = car.hasNoValue ? NO_VALUE : 0
  addSample(text, rpm, 0, 0, pedal, pedal, DRS_CLOSED)
}

function addSample(
  text: SampleText,
  rpm: number,
  speedKmh: number,
  gear: number,
  throttle: number,
  brake: number,
  drs: number,
): void {
  text.add(RPM)
  text.addInteger(rpm)
  text.add(SPEED)
  text.addInteger(speedKmh)
  text.add(GEAR)
  text.addInteger(gear)
  text.add(THROTTLE)
  text.addInteger(throttle)
  text.add(BRAKE)
  text.addInteger(brake)
  text.add(DRS)
  text.addInteger(drs)
  text.add(END_OF_CHANNELS)
}

/** Tenths of a metre, on the circuit's line: the feed snaps cars to it, so the driven line is not in the data. */
function addFix(text: SampleText, circuit: Circuit, motion: CarMotion, timeMs: number): void {
  const run = motion.at(timeMs)
  const at = run === null ? motion.standing(timeMs) : { run, distanceM: distanceOf(run, motion) }
  if (at === null) {
    text.add(GARAGE_FIX)
    return
  }
  const { xM, yM, zM } = placeOf(circuit, at.run, at.distanceM)
  text.add(ON_TRACK)
  text.addInteger(Math.round(10 * xM))
  text.add(Y)
  text.addInteger(Math.round(10 * yM))
  text.add(Z)
  text.addInteger(Math.round(10 * zM))
  text.add(END_OF_FIX)
}
