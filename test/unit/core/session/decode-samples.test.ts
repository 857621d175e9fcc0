import { AppError } from '@main/core/app-error'
import { decodeSamples } from '@main/core/session/decode-samples'
import type { CarTelemetry, SessionSamples } from '@main/core/session/samples'
import type { TopicName } from '@main/core/session/topics'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compressedStream, stream } from './feed'

/** Session time zero of these feeds. */
const ZERO_AT = Date.UTC(2025, 9, 25, 20, 46, 23, 900)

function utc(seconds: number): string {
  return new Date(Math.round(ZERO_AT + seconds * 1000)).toISOString()
}

type Channels = readonly [
  rpm: number,
  speed: number,
  gear: number,
  throttle: number,
  brake: number,
  drs?: number,
]
type Fix = readonly [x: number, y: number, z: number]

/** One entry of the car channel at a session time. */
function carEntry(seconds: number, cars: Readonly<Record<string, Channels>>): unknown {
  const channels = ([rpm, speed, gear, throttle, brake, drs]: Channels): unknown => ({
    Channels: { 0: rpm, 2: speed, 3: gear, 4: throttle, 5: brake, ...(drs === undefined ? {} : { 45: drs }) },
  })
  return {
    Utc: utc(seconds),
    Cars: Object.fromEntries(Object.entries(cars).map(([number, car]) => [number, channels(car)])),
  }
}

function positionEntry(seconds: number, cars: Readonly<Record<string, Fix>>): unknown {
  const entries = Object.entries(cars).map(([number, [X, Y, Z]]) => [number, { Status: 'OnTrack', X, Y, Z }])
  return { Timestamp: utc(seconds), Entries: Object.fromEntries(entries) }
}

/** Lines of one entry each; a line is stamped `delayS` after its sample. */
function carTopic(
  entries: readonly (readonly [number, Readonly<Record<string, Channels>>])[],
  delayS = 0,
): Uint8Array {
  return compressedStream(
    ...entries.map(([at, cars]) => [at + delayS, { Entries: [carEntry(at, cars)] }] as const),
  )
}

function positionTopic(
  entries: readonly (readonly [number, Readonly<Record<string, Fix>>])[],
  delayS = 0,
): Uint8Array {
  return compressedStream(
    ...entries.map(([at, cars]) => [at + delayS, { Position: [positionEntry(at, cars)] }] as const),
  )
}

/** Lines of one sample each: instant and delay in tenths of a second. Two of one instant differ in their value. */
function lateCarLines(lines: readonly (readonly [at: number, delay: number])[]): Uint8Array {
  return Buffer.concat(
    lines.map(([at, delay], index) => carTopic([[at / 10, { 4: [index, 1, 1, 1, 0, 0] }]], delay / 10)),
  )
}

function latePositionLines(lines: readonly (readonly [at: number, delay: number])[]): Uint8Array {
  return Buffer.concat(
    lines.map(([at, delay], index) => positionTopic([[at / 10, { 4: [index, 1, 1] }]], delay / 10)),
  )
}

function decode(topics: Readonly<Partial<Record<TopicName, Uint8Array>>>): SessionSamples {
  return decodeSamples(new Map(Object.entries(topics) as [TopicName, Uint8Array][]))
}

function only(topics: Readonly<Partial<Record<TopicName, Uint8Array>>>): CarTelemetry {
  return decode(topics).cars.get('4')!
}

const RUNNING: Channels = [11_000, 300, 8, 100, 0, 12]

describe('decodeSamples', () => {
  it('converts units and marks what the feed has no value for', () => {
    const channels: readonly Channels[] = [
      [11_000, 300, 8, 100, 0, 12],
      [4000, 60, 0, 0, 100, 8],
      [0, 0, 49, 104, 104, 9],
      [9000, 200, 5, 50, 0],
    ]
    const { car } = only({
      'CarData.z': carTopic(channels.map((values, index) => [index + 1, { 4: values }] as const)),
    })
    expect([...car.timeMs]).toEqual([1000, 2000, 3000, 4000])
    expect([...car.rpm]).toEqual([11_000, 4000, 0, 9000])
    expect([...car.speedKmh]).toEqual([300, 60, 0, 200])
    expect([...car.gear]).toEqual([8, 0, 255, 5])
    expect([...car.throttlePct]).toEqual([100, 0, Number.NaN, 50])
    expect([...car.brake]).toEqual([0, 1, 255, 0])
    expect([...car.drs]).toEqual([1, 0, 255, 255])
  })

  it('converts positions to metres and leaves out what is no fix (edge case 32)', () => {
    const fixes: readonly Fix[] = [
      [0, 0, 0],
      [203, 944, 0],
      [-636, 881, 22_268],
    ]
    const { position } = only({
      'Position.z': positionTopic(fixes.map((fix, index) => [index + 1, { 4: fix }] as const)),
    })
    expect([...position.timeMs]).toEqual([3000])
    expect([position.xM[0], position.yM[0], position.zM[0]]).toEqual([-63.6, 88.1, 2226.8])
    expect([...position.stamp]).toEqual([2])
  })

  it('takes the least delayed sample of both topics for session time zero', () => {
    const cars = carTopic(
      [
        [10, { 4: RUNNING }],
        [11, { 4: RUNNING }],
      ],
      0.7,
    )
    const positions = positionTopic([[10.5, { 4: [1, 2, 3] }]], 0.25)
    const samples = decode({ 'CarData.z': cars, 'Position.z': positions })
    expect(samples.zeroAt).toBe(ZERO_AT - 250)
    expect([...samples.cars.get('4')!.car.timeMs]).toEqual([10_250, 11_250])
    expect([...samples.positionStampsMs]).toEqual([10_750])
  })

  it('sorts samples, and keeps the last of those with one date', () => {
    const order = [3, 1, 2, 1]
    const cars = carTopic(order.map((at, index) => [at, { 4: [index, 300, 8, 100, 0, 0] as const }] as const))
    const positions = positionTopic(
      order.map((at, index) => [at, { 4: [index * 10, 0, 10] as const }] as const),
    )
    const { car, position } = only({ 'CarData.z': cars, 'Position.z': positions })
    expect([...car.timeMs]).toEqual([1000, 2000, 3000])
    expect([...car.rpm]).toEqual([3, 2, 0])
    expect([...position.timeMs]).toEqual([1000, 2000, 3000])
    expect([...position.xM]).toEqual([3, 2, 0])
  })

  it('leaves a gap where a car is missing from an entry', () => {
    const cars = carTopic([
      [1, { 4: RUNNING, 81: RUNNING }],
      [2, { 81: RUNNING }],
      [3, { 4: RUNNING, 81: RUNNING }],
    ])
    expect([...only({ 'CarData.z': cars }).car.timeMs]).toEqual([1000, 3000])
  })

  it('keeps drivers and cars with car data, and leaves safety cars out (edge case 32)', () => {
    const cars = carTopic([[1, { 4: RUNNING }]])
    const positions = positionTopic([[1, { 4: [1, 2, 3], 81: [1, 2, 3], 241: [1, 2, 3] }]])
    const numbers = (topics: Parameters<typeof decode>[0]): readonly string[] => [
      ...decode(topics).cars.keys(),
    ]
    expect(numbers({ 'CarData.z': cars, 'Position.z': positions })).toEqual(['4'])
    const list = stream([0, { 4: { Tla: 'NOR' }, 81: { Tla: 'PIA' } }])
    expect(numbers({ 'CarData.z': cars, 'Position.z': positions, DriverList: list })).toEqual(['4', '81'])
    expect(numbers({ 'Position.z': positions })).toEqual(['4', '81', '241'])
  })

  it('gets by with one of the two topics and says so', () => {
    const cars = carTopic([[1, { 4: RUNNING }]])
    const positions = positionTopic([[1, { 4: [1, 2, 3] }]])
    expect(decode({ 'CarData.z': cars }).warnings).toEqual(['Positions of the cars were not recorded.'])
    expect(only({ 'CarData.z': cars }).position.timeMs).toHaveLength(0)
    expect(decode({ 'Position.z': positions }).warnings).toEqual(['Speed and engine data were not recorded.'])
    expect(only({ 'Position.z': positions }).car.timeMs).toHaveLength(0)
  })

  it('says that a session has no telemetry', () => {
    for (const topics of [
      {},
      { 'CarData.z': new Uint8Array() },
      { 'CarData.z': Buffer.from('<html>'), 'Position.z': carTopic([]) },
    ]) {
      expect(() => decode(topics)).toThrow(expect.objectContaining({ code: 'session/no-telemetry' }) as Error)
    }
  })

  it('counts what cannot be read, and keeps the rest', () => {
    const bytes = Buffer.concat([
      carTopic([[1, { 4: RUNNING }]]),
      Buffer.from('00:00:02.000"AAAA"\r\n'),
      carTopic([[3, { 4: RUNNING }]]),
    ])
    const samples = decode({ 'CarData.z': bytes })
    expect(samples.cars.get('4')?.car.timeMs).toHaveLength(2)
    expect(samples.warnings[0]).toBe('1 damaged line of CarData.z left out.')
  })

  it('gives back what was encoded, for any samples', () => {
    const channels = fc.tuple(
      fc.integer({ min: 0, max: 15_000 }), fc.integer({ min: 0, max: 380 }), fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 100), fc.constantFrom(0, 8, 14),
    ) // prettier-ignore
    const fix = fc.tuple(
      fc.integer({ min: -99_999, max: 99_999 }),
      fc.integer({ min: -99_999, max: 99_999 }),
      fc.integer({ min: 1, max: 30_000 }),
    )
    const samples = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40_000 }), channels, fix), {
      minLength: 1,
      maxLength: 40,
      selector: ([at]) => at,
    })
    fc.assert(
      fc.property(samples, (list) => {
        const inOrder = list.toSorted(([a], [b]) => a - b)
        const { car, position } = only({
          'CarData.z': carTopic(inOrder.map(([at, values]) => [at / 100, { 4: values }] as const)),
          'Position.z': positionTopic(inOrder.map(([at, , values]) => [at / 100, { 4: values }] as const)),
        })
        expect([...car.timeMs]).toEqual(inOrder.map(([at]) => at * 10))
        expect([...position.timeMs]).toEqual(inOrder.map(([at]) => at * 10))
        expect(inOrder.map((_, i) => [car.rpm[i], car.speedKmh[i], car.gear[i], car.throttlePct[i]])).toEqual(
          inOrder.map(([, [rpm, speed, gear, throttle]]) => [rpm, speed, gear, throttle]),
        )
        expect(inOrder.map((_, i) => [car.brake[i], car.drs[i]])).toEqual(
          inOrder.map(([, [, , , , brake, drs]]) => [brake / 100, drs === 14 ? 1 : 0]),
        )
        expect(inOrder.map((_, i) => [position.xM[i], position.yM[i], position.zM[i]])).toEqual(
          inOrder.map(([, , [x, y, z]]) => [x / 10, y / 10, z / 10]),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('gives the same clock and, within wanted spans, the same samples as without them, however lines are delayed', () => {
    // Up to 30 s: more than the slack, so that some feeds prove late that they were judged by a wrong clock.
    const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.oneof(fc.nat(20), fc.nat(300))), {
      minLength: 1,
      maxLength: 30,
    })
    const spans = fc.array(
      fc.tuple(fc.integer({ min: -50, max: 450 }), fc.nat(40)).map(([start, length]) => ({
        startMs: start * 100,
        endMs: (start + length) * 100,
      })),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(lines, lines, spans, (carLines, positionLines, wanted) => {
        const topics = new Map<TopicName, Uint8Array>([
          ['CarData.z', lateCarLines(carLines)],
          ['Position.z', latePositionLines(positionLines)],
        ])
        const whole = decodeSamples(topics)
        const part = decodeSamples(topics, wanted)
        expect(part.zeroAt).toBe(whole.zeroAt)
        const isWanted = (timeMs: number): boolean =>
          wanted.some(({ startMs, endMs }) => timeMs >= startMs && timeMs <= endMs)
        const within = (samples: SessionSamples): unknown => {
          const { car, position } = samples.cars.get('4') ?? { car: null, position: null }
          return {
            car: [...(car?.timeMs ?? [])].map((at, i) => [at, car?.rpm[i]]).filter(([at]) => isWanted(at!)),
            position: [...(position?.timeMs ?? [])]
              .map((at, i) => [at, position?.xM[i]])
              .filter(([at]) => isWanted(at!)),
          }
        }
        expect(within(part)).toEqual(within(whole))
      }),
      { numRuns: 300 },
    )
  })

  it('does not parse what no wanted span needs', () => {
    const seconds = Array.from({ length: 600 }, (_, second) => second)
    const topics = new Map<TopicName, Uint8Array>([
      ['CarData.z', carTopic(seconds.map((at) => [at, { 4: RUNNING }]))],
      ['Position.z', positionTopic(seconds.map((at) => [at, { 4: [1, 2, 3] }]))],
    ])
    const { car, position } = decodeSamples(topics, [{ startMs: 100_000, endMs: 120_000 }]).cars.get('4')!
    for (const { timeMs } of [car, position]) {
      expect(timeMs[0]).toBe(100_000)
      // The clock's zero might still have come out later, by as much as the slack.
      expect(timeMs.at(-1)).toBe(125_000)
    }
  })

  it('throws nothing but its own errors for any bytes, for cut and for shuffled feeds', () => {
    const whole = Buffer.from(
      carTopic([
        [1, { 4: RUNNING }],
        [2, { 4: RUNNING }],
        [3, { 4: RUNNING }],
      ]),
    )
    const lines = whole.toString().split('\r\n')
    const feeds = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(whole.length).map((length) => whole.subarray(0, length)),
      fc.shuffledSubarray(lines).map((shuffled) => Buffer.from(shuffled.join('\n'))),
    )
    fc.assert(
      fc.property(feeds, feeds, (cars, positions) => {
        try {
          const { timeMs } = only({ 'CarData.z': cars, 'Position.z': positions }).car
          for (let i = 1; i < timeMs.length; i++) expect(timeMs[i]! - timeMs[i - 1]!).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
      }),
    )
  })
})
