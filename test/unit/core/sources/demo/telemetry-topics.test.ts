import { describe, expect, it } from 'vitest'
import { DEMO_FIELD } from '@main/core/sources/demo/field'
import { cellAtTime, speedAtTime } from '@main/core/sources/demo/lap-simulator'
import type { Run } from '@main/core/sources/demo/programme'
import { aSession, bytesOf, START_AT } from './demo-fixture'
import { DEFLATED_LINE, readWire, wireLines } from './wire-reader'

const session = aSession()
const topics = bytesOf(session)
const { circuit, programme, zeroAt, sampling } = session
const { lengthM } = circuit

interface Fix {
  readonly stampMs: number
  readonly number: string
  readonly X: number
  readonly Y: number
  readonly Z: number
}
interface CarSample {
  readonly stampMs: number
  readonly number: string
  readonly channels: Readonly<Record<'0' | '2' | '3' | '4' | '5' | '45', number>>
}

interface PositionPayload {
  readonly Position: readonly {
    readonly Timestamp: string
    readonly Entries: Readonly<Record<string, Pick<Fix, 'X' | 'Y' | 'Z'>>>
  }[]
}
interface CarPayload {
  readonly Entries: readonly {
    readonly Utc: string
    readonly Cars: Readonly<Record<string, { readonly Channels: CarSample['channels'] }>>
  }[]
}

const positionMessages = readWire<PositionPayload>(topics.get('Position.z')!)
const carMessages = readWire<CarPayload>(topics.get('CarData.z')!)
const fixes = positionMessages.flatMap(({ payload }) =>
  payload.Position.flatMap((entry) =>
    Object.entries(entry.Entries).map(([number, { X, Y, Z }]): Fix => {
      return { number, X, Y, Z, stampMs: Date.parse(entry.Timestamp) - zeroAt }
    }),
  ),
)
const carSamples = carMessages.flatMap(({ payload }) =>
  payload.Entries.flatMap((entry) =>
    Object.entries(entry.Cars).map(([number, car]): CarSample => {
      return { number, channels: car.Channels, stampMs: Date.parse(entry.Utc) - zeroAt }
    }),
  ),
)

const runsByNumber = new Map(
  DEMO_FIELD.map((driver) => [driver.number, programme.runs.filter((run) => run.driver === driver)]),
)
function runOf(number: string, timeMs: number): Run | undefined {
  return runsByNumber.get(number)!.find((run) => timeMs >= run.startMs && timeMs < run.endMs)
}

/** Distance of a fix from the nearest place of the circuit's line, metres. */
const table = Array.from({ length: Math.ceil(lengthM) }, (_, s) => circuit.at(s))
function offLineM({ X, Y }: Fix): number {
  const [x, y] = [X / 10, Y / 10]
  let nearest = 0
  let best = Number.POSITIVE_INFINITY
  table.forEach((point, s) => {
    const d = (point.xM - x) ** 2 + (point.yM - y) ** 2
    if (d < best) [best, nearest] = [d, s]
  })
  let s = nearest
  for (let i = 0; i < 4; i++) {
    const point = circuit.at(s)
    s += (x - point.xM) * Math.cos(point.headingRad) + (y - point.yM) * Math.sin(point.headingRad)
  }
  const point = circuit.at(s)
  return Math.hypot(point.xM - x, point.yM - y)
}

describe('the telemetry topics of a simulated session', { timeout: 30_000 }, () => {
  it.each(['CarData.z', 'Position.z'] as const)(
    'writes every line of %s as stamped, quoted base64',
    (name) => {
      for (const line of wireLines(topics.get(name)!)) expect(line).toMatch(DEFLATED_LINE)
    },
  )

  it('stamps a line with its newest sample, so that the recorder’s zero is the largest difference', () => {
    const offsets = [
      ...carMessages.map(({ timeMs, payload }) => Date.parse(payload.Entries.at(-1)!.Utc) - timeMs),
      ...positionMessages.map(
        ({ timeMs, payload }) => Date.parse(payload.Position.at(-1)!.Timestamp) - timeMs,
      ),
    ]
    expect(new Set(offsets)).toEqual(new Set([zeroAt]))
  })

  it('puts green light at the session’s start', () => {
    expect(zeroAt + programme.segments[0]!.startMs).toBe(START_AT)
  })

  it('has every car in every sample', () => {
    expect(carSamples).toHaveLength(20 * sampling.carStampsMs.length)
    expect(fixes).toHaveLength(20 * sampling.positionStampsMs.length)
  })

  it('has no fix and no speed for a car in its garage, and no value for its pedals now and then', () => {
    const parked = carSamples.filter(({ number, stampMs }) =>
      [-300, 0, 300].every((shift) => runOf(number, stampMs + shift) === undefined),
    )
    const unknown = parked.filter(({ channels }) => channels['4'] === 104)
    expect(parked.every(({ channels }) => channels['2'] === 0 && channels['3'] === 0)).toBe(true)
    expect(unknown.every(({ channels }) => channels['5'] === 104)).toBe(true)
    expect(unknown.length / parked.length).toBeGreaterThan(0.1)
    expect(unknown.length / parked.length).toBeLessThan(0.4)
    const inGarage = fixes.filter(({ number, stampMs }) =>
      [-300, 0, 300].every((shift) => runOf(number, stampMs + shift) === undefined),
    )
    expect(inGarage.length).toBeGreaterThan(1000)
    expect(inGarage.every(({ X, Y, Z }) => X === 0 && Y === 0 && Z === 0)).toBe(true)
  })

  it('snaps cars on the track to the line, to the rounding of a tenth of a metre', () => {
    const flying = programme.runs[0]!.laps[1]!
    const onTrack = fixes.filter(
      ({ number, stampMs }) =>
        number === programme.runs[0]!.driver.number && stampMs > flying.startMs! && stampMs < flying.endMs,
    )
    expect(onTrack.length).toBeGreaterThan(275)
    const squares = onTrack.map((fix) => offLineM(fix) ** 2)
    expect(Math.max(...squares)).toBeLessThan(0.071 ** 2)
    expect(Math.sqrt(squares.reduce((sum, d) => sum + d, 0) / squares.length)).toBeCloseTo(0.03, 2)
  })

  it('keeps the pit lane 12 to 15 m beside the line', () => {
    const inLane = fixes.filter(({ number, stampMs }) => {
      const run = runOf(number, stampMs)
      return run !== undefined && stampMs > run.startMs + 1000 && stampMs < run.pitExitMs! - 6000
    })
    expect(inLane.length).toBeGreaterThan(100)
    for (const fix of inLane) {
      expect(offLineM(fix)).toBeGreaterThan(12)
      expect(offLineM(fix)).toBeLessThan(15)
    }
  })

  it('ages speeds by 55 to 90 ms on average, differently for each car', () => {
    for (const driver of programme.segments[0]!.drivers) {
      // Least squares for one age per car: speed error against acceleration, where the car changes speed.
      let products = 0
      let squares = 0
      for (const { number, stampMs, channels } of carSamples) {
        if (number !== driver.number) continue
        const run = runOf(number, stampMs)
        if (run === undefined) continue
        const timeS = (stampMs - run.startMs) / 1000
        const cell = cellAtTime(run.drive, timeS)
        const a = run.drive.accelerationMs2[cell]!
        if (Math.abs(a) < 3 || channels['2'] < 50) continue
        products -= a * (channels['2'] / 3.6 - speedAtTime(run.drive, cell, timeS))
        squares += a * a
      }
      expect(products / squares).toBeGreaterThan(0.04)
      expect(products / squares).toBeLessThan(0.105)
    }
  })

  it('keeps every channel within what the feed sends', () => {
    const ranges: Record<string, (value: number) => boolean> = {
      '0': (rpm) => rpm >= 0 && rpm <= 12_000,
      '2': (speedKmh) => speedKmh >= 0 && speedKmh < 360,
      '3': (gear) => gear >= 0 && gear <= 8,
      '4': (throttle) => (throttle >= 0 && throttle <= 100) || throttle === 104,
      '5': (brake) => [0, 100, 104].includes(brake),
      '45': (wing) => wing === 8 || wing === 12,
    }
    const wrong = carSamples.flatMap(({ channels }) =>
      Object.entries(channels).filter(([key, value]) => !Number.isInteger(value) || !ranges[key]!(value)),
    )
    expect(wrong).toEqual([])
    expect(new Set(carSamples.map(({ channels }) => channels['3'])).size).toBe(9)
    expect(carSamples.some(({ channels }) => channels['45'] === 12)).toBe(true)
  })
})
