import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeCarTopic, decodePositionTopic, decodeSamples } from '@main/core/session/decode-samples'
import { describe, expect, it } from 'vitest'
import { recordingsFolder, RECORDINGS_MISSING } from '../../../helpers/recordings'
import { recordedTopics } from './recorded-sessions'

const folder = recordingsFolder()
const why = folder === null ? ` (skipped: ${RECORDINGS_MISSING})` : ''

const MEXICO_Q = '2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying'

interface ExpectedTelemetry {
  readonly lapStartTime: number
  readonly time: number
  readonly t0: string
  readonly car: Readonly<Record<string, readonly (number | boolean)[]>>
  readonly pos: Readonly<Record<string, readonly (number | string)[]>>
}

/** The numbers of a column between two session times, both included. */
function between(
  timeMs: Float64Array,
  column: ArrayLike<number>,
  fromMs: number,
  toMs: number,
): readonly number[] {
  return Array.from(timeMs).flatMap((time, index) => (time >= fromMs && time <= toMs ? [column[index]!] : []))
}

describe.skipIf(folder === null)(`samples of recorded sessions${why}`, () => {
  it.each([
    { code: 'NOR', number: '4' },
    { code: 'COL', number: '43' },
  ])('equal those of FastF1 on the fastest lap of $code', ({ code, number }) => {
    const file = resolve(folder!, `expected/2025-mexico-q-telemetry-${code}.json`)
    const expected = JSON.parse(readFileSync(file, 'utf8')) as ExpectedTelemetry
    const samples = decodeSamples(recordedTopics(folder!, MEXICO_Q))
    expect(new Date(samples.zeroAt).toISOString()).toBe(`${expected.t0.slice(0, 23)}Z`)
    expect(samples.warnings).toEqual([])

    const { car, position } = samples.cars.get(number)!
    const [fromMs, toMs] = [expected.lapStartTime * 1000, expected.time * 1000].map(Math.round) as [
      number,
      number,
    ]
    const carColumn = (column: ArrayLike<number>): readonly number[] =>
      between(car.timeMs, column, fromMs, toMs)
    const wanted = (key: string): readonly number[] => (expected.car[key] ?? []).map(Number)
    expect(carColumn(car.timeMs)).toEqual(wanted('SessionTime').map((seconds) => Math.round(seconds * 1000)))
    expect(carColumn(car.rpm)).toEqual(wanted('RPM'))
    expect(carColumn(car.speedKmh)).toEqual(wanted('Speed'))
    expect(carColumn(car.gear)).toEqual(wanted('nGear'))
    expect(carColumn(car.throttlePct)).toEqual(
      wanted('Throttle').map((value) => (value === 104 ? Number.NaN : value)),
    )
    expect(carColumn(car.brake)).toEqual(wanted('Brake'))
    expect(carColumn(car.drs)).toEqual(wanted('DRS').map((value) => ([10, 12, 14].includes(value) ? 1 : 0)))

    const positionColumn = (column: ArrayLike<number>): readonly number[] =>
      between(position.timeMs, column, fromMs, toMs)
    const fixes = (key: string): readonly number[] => (expected.pos[key] ?? []).map(Number)
    expect(positionColumn(position.timeMs)).toEqual(
      fixes('SessionTime').map((seconds) => Math.round(seconds * 1000)),
    )
    expect(positionColumn(position.xM)).toEqual(fixes('X').map((value) => value / 10))
    expect(positionColumn(position.yM)).toEqual(fixes('Y').map((value) => value / 10))
    expect(positionColumn(position.zM)).toEqual(fixes('Z').map((value) => value / 10))
  })

  it('are those of twenty cars, on stamps that all share', () => {
    const { cars, positionStampsMs } = decodeSamples(recordedTopics(folder!, MEXICO_Q))
    expect(cars.size).toBe(20)
    for (const { car, position } of cars.values()) {
      expect(car.timeMs.length).toBeGreaterThan(17_000)
      expect(
        position.timeMs.every((timeMs, index) => timeMs === positionStampsMs[position.stamp[index]!]),
      ).toBe(true)
    }
  })

  it('leave odd values, missing fixes and safety cars out (edge cases 31 and 32)', () => {
    const topics = recordedTopics(folder!, '2024/2024-10-27_Mexico_City_Grand_Prix/2024-10-26_Practice_3')
    expect([...decodePositionTopic(topics.get('Position.z')!).cars.keys()]).toContain('241')
    const { cars } = decodeSamples(topics)
    expect([...cars.keys()].filter((number) => Number(number) > 99)).toEqual([])
    expect([...cars.values()].every(({ car }) => car.gear.every((gear) => gear <= 8 || gear === 255))).toBe(
      true,
    )
    expect(cars.get('4')?.car.gear.includes(255)).toBe(true)
    expect([...cars.values()].every(({ position }) => position.zM.every((zM) => zM > 2000))).toBe(true)
  })

  it('are missing from a session recorded without telemetry, and short of a driver who never ran', () => {
    const race = recordedTopics(folder!, '2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-26_Race')
    expect(() => decodeSamples(race)).toThrow(
      expect.objectContaining({ code: 'session/no-telemetry' }) as Error,
    )
    const practice = recordedTopics(folder!, '2023/2023-05-28_Monaco_Grand_Prix/2023-05-26_Practice_2')
    expect(decodeSamples(practice).cars.get('23')?.position.timeMs).toHaveLength(0)
  })

  it('move between threads without a copy', () => {
    const topic = decodeCarTopic(recordedTopics(folder!, MEXICO_Q).get('CarData.z')!)
    const buffers = [...topic.cars.values()].flatMap((car) =>
      Object.values(car).map(({ buffer }) => buffer as ArrayBuffer),
    )
    const moved = structuredClone(topic, { transfer: buffers })
    expect(moved.cars.get('4')?.speedKmh.length).toBeGreaterThan(17_000)
    expect(topic.cars.get('4')?.speedKmh).toHaveLength(0)
  })
})
