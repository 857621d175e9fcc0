// CarData.z and Position.z: every car at every sample, as the recorder would have seen it. Generators, one line
// at a time, so that whoever collects them can pause or stop in between.

import type { Circuit } from './circuit'
import type { DemoDriver } from './field'
import { cellAtTime, distanceAtTime, speedAtTime } from './lap-simulator'
import type { Programme, Run } from './programme'
import { between, createRandom, type Random } from './random'
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
const FULL_RPM = 12_000
const IDLE_RPM = 4_000
/** The engine is started this long before the car leaves. */
const WARM_UP_MS = 25_000

/** A car in its garage: no fix, although the status claims it is on the track, as in the recordings. */
const GARAGE_FIX = '"Status":"OnTrack","X":0,"Y":0,"Z":0'

interface Car {
  readonly driver: DemoDriver
  readonly runs: readonly Run[]
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
    return { driver, runs: runsOf(plan, driver), random, ageMs, spellEndMs: 0, hasNoValue: false }
  })
  for (const { fromIndex, toIndex } of carMessages) {
    const entries: string[] = []
    for (let i = fromIndex; i < toIndex; i++) {
      const stampMs = carStampsMs[i]!
      const channels = cars.map((car) => `"${car.driver.number}":{"Channels":{${carChannels(car, stampMs)}}}`)
      entries.push(`{"Utc":"${wireInstant(plan.zeroAt + stampMs)}","Cars":{${channels.join()}}}`)
    }
    yield deflatedLine(carStampsMs[toIndex - 1]!, `{"Entries":[${entries.join()}]}`)
  }
}

export function* positionLines(plan: TelemetryPlan): Generator<string> {
  const { positionStampsMs, positionTakenMs, positionMessages } = plan.sampling
  const cars = plan.field.map((driver) => ({ driver, runs: runsOf(plan, driver) }))
  for (const { fromIndex, toIndex } of positionMessages) {
    const entries: string[] = []
    for (let i = fromIndex; i < toIndex; i++) {
      const takenMs = positionTakenMs[i]!
      const fixes = cars.map((car) => `"${car.driver.number}":{${fix(plan.circuit, car.runs, takenMs)}}`)
      const stamp = wireInstant(plan.zeroAt + positionStampsMs[i]!)
      entries.push(`{"Timestamp":"${stamp}","Entries":{${fixes.join()}}}`)
    }
    yield deflatedLine(positionStampsMs[toIndex - 1]!, `{"Position":[${entries.join()}]}`)
  }
}

function runsOf(plan: TelemetryPlan, driver: DemoDriver): readonly Run[] {
  return plan.programme.runs.filter((run) => run.driver === driver)
}

function runAt(runs: readonly Run[], timeMs: number): Run | undefined {
  return runs.find((run) => timeMs >= run.startMs && timeMs < run.endMs)
}

/** Revolutions, speed, gear, throttle, brake, rear wing: the feed numbers its channels 0, 2, 3, 4, 5, 45. */
function carChannels(car: Car, stampMs: number): string {
  const timeMs = stampMs - car.ageMs + AGE_JITTER_MS * between(car.random, -1, 1)
  const run = runAt(car.runs, timeMs)
  if (run === undefined) return parkedChannels(car, timeMs)
  const { drive } = run
  const timeS = (timeMs - run.startMs) / 1000
  const cell = cellAtTime(drive, timeS)
  const speedKmh = speedAtTime(drive, cell, timeS) * 3.6
  const tooShort = GEAR_TOPS_KMH.filter((top) => speedKmh > top * 0.97).length
  const gear = speedKmh < 1 ? 0 : tooShort + 1
  const topKmh = GEAR_TOPS_KMH[tooShort] ?? GEAR_TOPS_KMH[0]
  const rpm = Math.round(Math.max(IDLE_RPM, (FULL_RPM * speedKmh) / topKmh))
  const wing = drive.drs[cell] === 1 ? DRS_OPEN : DRS_CLOSED
  const brake = drive.brake[cell] === 1 ? 100 : 0
  return `"0":${rpm},"2":${Math.round(speedKmh)},"3":${gear},"4":${drive.throttlePct[cell]!},"5":${brake},"45":${wing}`
}

function parkedChannels(car: Car, timeMs: number): string {
  if (timeMs > car.spellEndMs) {
    car.spellEndMs = timeMs + between(car.random, ...NO_VALUE_SPELL_MS)
    car.hasNoValue = car.random() < NO_VALUE_SHARE
  }
  const isWarm = car.runs.some((run) => timeMs < run.startMs && timeMs > run.startMs - WARM_UP_MS)
  const rpm = isWarm ? IDLE_RPM + Math.floor(car.random() * 60) : 0
  const pedal = car.hasNoValue ? NO_VALUE : 0
  return `"0":${rpm},"2":0,"3":0,"4":${pedal},"5":${pedal},"45":${DRS_CLOSED}`
}

/** Tenths of a metre, on the circuit's line: the feed snaps cars to it, so the driven line is not in the data. */
function fix(circuit: Circuit, runs: readonly Run[], timeMs: number): string {
  const run = runAt(runs, timeMs)
  if (run === undefined) return GARAGE_FIX
  const timeS = (timeMs - run.startMs) / 1000
  const s = distanceAtTime(run.drive, cellAtTime(run.drive, timeS), timeS)
  const point = circuit.at(s)
  const besideM = pitLaneOffsetM(circuit, s, run.laps.length * circuit.lengthM)
  const x = point.xM - besideM * Math.sin(point.headingRad)
  const y = point.yM + besideM * Math.cos(point.headingRad)
  return `"Status":"OnTrack","X":${Math.round(10 * x)},"Y":${Math.round(10 * y)},"Z":${Math.round(10 * point.zM)}`
}

/** Sideways from the line, metres, positive to the left. @param s of the run; @param endLineM its last passage of the line. */
function pitLaneOffsetM(circuit: Circuit, s: number, endLineM: number): number {
  const { entryM, exitM, offsetM, mergeM } = circuit.plan.pitLane
  const inside = Math.max(exitM - s, s - (endLineM + entryM)) / mergeM
  const ratio = Math.min(1, Math.max(0, inside))
  return offsetM * ratio * ratio * (3 - 2 * ratio)
}
