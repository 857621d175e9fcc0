// What holds of any race and any practice, and which changes of a feed must not change its laps.

import { decodeLaps } from '@main/core/session/decode-laps'
import { readStream, type StreamMessage } from '@main/core/session/stream'
import type { TopicName } from '@main/core/session/topics'
import type { SessionCode } from '@contract/ids'
import type { DriverLaps, SessionLaps } from '@contract/laps'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { stamp } from '../../../helpers/hostile/small-session'
import { recordingsFolder } from '../../../helpers/recordings'
import { recordedTopics } from './recorded-sessions'

type Feed = ReadonlyMap<TopicName, readonly StreamMessage[]>

const CARS = ['4', '81', '16', '44'] as const

/** One lap: sectors, how late its messages come (ms), and whether it ends in the pits. */
const aLap = fc.record({
  sectorsMs: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 20_000, max: 40_000 }))),
  lateMs: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 900 }))),
  isInLap: fc.boolean(),
})

interface Run {
  readonly number: string
  readonly exitMs: number
  readonly laps: readonly { sectorsMs: number[]; lateMs: number[]; isInLap: boolean }[]
}

const runs: fc.Arbitrary<readonly Run[]> = fc.subarray([...CARS], { minLength: 1 }).chain((numbers) =>
  fc.tuple(
    ...numbers.map((number) =>
      fc.record({
        number: fc.constant(number),
        exitMs: fc.integer({ min: 61_000, max: 90_000 }),
        laps: fc.array(aLap, { minLength: 1, maxLength: 6 }),
      }),
    ),
  ),
)

const session = fc.constantFrom<SessionCode>('R', 'S', 'Q', 'FP1')

/** The feed of these runs: every message is as late as it says, none too early. */
function feedOf(all: readonly Run[]): Feed {
  const timing = all.flatMap(({ number, exitMs, laps }) => {
    const of = (timeMs: number, patch: object): StreamMessage => ({ timeMs, payload: { Lines: { [number]: patch } } }) // prettier-ignore
    const messages = [of(0, { InPit: true, NumberOfLaps: 0 }), of(exitMs, { InPit: false })]
    let endMs = exitMs
    for (const [index, { sectorsMs, lateMs, isInLap }] of laps.entries()) {
      for (const [sector, sectorMs] of sectorsMs.entries()) {
        endMs += sectorMs
        messages.push(of(endMs + lateMs[sector]!, { Sectors: { [sector]: { Value: (sectorMs / 1000).toFixed(3) } } })) // prettier-ignore
      }
      const lapTime = seconds(sectorsMs.reduce((sum, sectorMs) => sum + sectorMs))
      messages.push(of(endMs + lateMs[2]!, { NumberOfLaps: index + 1, LastLapTime: { Value: lapTime }, BestLapTime: { Value: lapTime } })) // prettier-ignore
      if (isInLap) messages.push(of(endMs - 5000, { InPit: true }), of(endMs + 15_000, { InPit: false }))
    }
    return messages
  })
  const once = (timeMs: number, payload: object): readonly StreamMessage[] => [{ timeMs, payload }]
  return new Map<TopicName, readonly StreamMessage[]>([
    ['DriverList', once(0, Object.fromEntries(CARS.map((number, line) => [number, { Tla: `D${number}`, Line: line }])))],
    ['TimingData', timing.toSorted((a, b) => a.timeMs - b.timeMs)],
    ['TimingAppData', all.flatMap(({ number }) => once(50_000, { Lines: { [number]: { Stints: [{ Compound: 'SOFT', New: 'true', StartLaps: 0 }] } } }))],
    ['SessionStatus', [...once(60_000, { Status: 'Started' }), ...once(5_000_000, { Status: 'Finished' })]],
    ['TrackStatus', [...once(0, { Status: '1' }), ...once(150_000, { Status: '2' }), ...once(170_000, { Status: '1' })]],
    ['LapCount', once(0, { TotalLaps: 60 })],
    ['RaceControlMessages', once(0, { Messages: [] })],
  ]) // prettier-ignore
}

/** As the feed writes a lap time: `1:29.345`. */
function seconds(ms: number): string {
  return `${Math.floor(ms / 60_000)}:${((ms % 60_000) / 1000).toFixed(3).padStart(6, '0')}`
}

function bytesOf(feed: Feed): ReadonlyMap<TopicName, Uint8Array> {
  return new Map(
    [...feed].map(([topic, messages]) => [topic, Buffer.from(messages.map(({ timeMs, payload }) => `${stamp(timeMs / 1000)}${JSON.stringify(payload)}\r\n`).join(''))]),
  ) // prettier-ignore
}

function decode(feed: Feed, code: SessionCode): SessionLaps {
  return decodeLaps(bytesOf(feed), { season: 2031, round: 1, session: code, source: 'archive' })
}

/** The feed with every message of some topics changed; null leaves a message out. */
function changed(feed: Feed, change: (message: StreamMessage) => readonly StreamMessage[], ...only: readonly TopicName[]): Feed {
  return new Map([...feed].map(([topic, messages]) => [topic, only.length === 0 || only.includes(topic) ? messages.flatMap(change) : messages]))
} // prettier-ignore

function byNumber({ drivers }: SessionLaps): ReadonlyMap<string, DriverLaps> {
  return new Map(drivers.map((driver) => [driver.number, driver]))
}

/** Objects with the same entries, keys in another order wherever their kind lets them have one, and unknown ones. */
function withUnknownKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, withUnknownKeys(item)] as const)
  return Object.fromEntries([['Unheard', { of: [1] }], ...entries.toReversed(), ['_kf', true]])
}

function listsAsRecords(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, listsAsRecords(item)]))
}

// Each takes half a second on a quiet machine, and a property must not fail because the machine is busy.
vi.setConfig({ testTimeout: 60_000 })

/** Cases a property: enough to meet each kind of lap some hundred times, and quick. */
const RUNS = { numRuns: 40 }

describe('laps of any session', () => {
  it('are numbered 1..n, end one after the other, and begin where the one before ended', () => {
    fc.assert(
      fc.property(runs, session, (all, code) => {
        for (const { laps } of decode(feedOf(all), code).drivers) {
          for (const [index, lap] of laps.entries()) {
            expect(lap.lap).toBe(index + 1)
            if (index === 0) continue
            expect(lap.endMs).toBeGreaterThan(laps[index - 1]!.endMs!)
            expect(lap.startMs).toBe(laps[index - 1]!.endMs)
          }
        }
      }),
      RUNS,
    )
  })

  it('take the time of their sectors, and end when they did, by the least late of their messages', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const drivers = byNumber(decode(feedOf(all), 'FP1'))
        for (const run of all) {
          const laps = drivers.get(run.number)!.laps
          let endMs = run.exitMs
          for (const [index, { sectorsMs, lateMs }] of run.laps.entries()) {
            const lap = laps[index]!
            const timeMs = sectorsMs.reduce((sum, sectorMs) => sum + sectorMs)
            endMs += timeMs
            expect(lap).toMatchObject({ lapTimeMs: timeMs, sectorsMs })
            expect(lap.endMs).toBeGreaterThanOrEqual(endMs)
            expect(lap.endMs).toBeLessThanOrEqual(endMs + Math.min(...lateMs))
          }
        }
      }),
      RUNS,
    )
  })

  it('are accurate only if nothing special happened and all times agree', () => {
    fc.assert(
      fc.property(runs, session, (all, code) => {
        const laps = decode(feedOf(all), code).drivers.flatMap((driver) => driver.laps)
        for (const lap of laps.filter(({ accurate }) => accurate)) {
          const sumMs = lap.sectorsMs.reduce<number>((sum, sectorMs) => sum + sectorMs!, 0)
          expect(Math.abs(sumMs - lap.lapTimeMs!)).toBeLessThanOrEqual(3)
          expect([lap.pitInMs, lap.pitOutMs, lap.generated]).toEqual([null, null, false])
        }
      }),
      RUNS,
    )
  })

  it('rank the cars of a race by who ended a lap first, without gaps', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const laps = decode(feedOf(all), 'R').drivers.flatMap((driver) => driver.laps)
        for (const number of new Set(laps.map(({ lap }) => lap))) {
          const ranked = laps.filter(({ lap, position }) => lap === number && position !== null)
          const inOrder = ranked.toSorted((a, b) => a.position! - b.position!)
          expect(inOrder.map(({ position }) => position)).toEqual(inOrder.map((_, index) => index + 1))
          expect(inOrder.map(({ endMs }) => endMs)).toEqual(ranked.map(({ endMs }) => endMs).toSorted((a, b) => a! - b!)) // prettier-ignore
        }
      }),
      RUNS,
    )
  })

  it('have the best of the times that were announced as the fastest', () => {
    fc.assert(
      fc.property(runs, session, (all, code) => {
        const drivers = byNumber(decode(feedOf(all), code))
        for (const { number, laps } of all) {
          // Every lap is announced as the best here, so that the last one takes back all that were faster.
          const last = laps.at(-1)!.sectorsMs.reduce((sum, sectorMs) => sum + sectorMs)
          expect(drivers.get(number)!.fastest?.lapTimeMs).toBe(last)
        }
      }),
      RUNS,
    )
  })
})

describe('laps stay the same', () => {
  const expectSame = (change: (feed: Feed) => Feed): void => {
    fc.assert(
      fc.property(runs, session, (all, code) => {
        const feed = feedOf(all)
        expect(decode(change(feed), code)).toEqual(decode(feed, code))
      }),
      RUNS,
    )
  }

  it('where keys that nobody knows are added, and the known ones come in another order', () => {
    expectSame((feed) =>
      changed(feed, ({ timeMs, payload }) => [{ timeMs, payload: withUnknownKeys(payload) }]),
    )
  })

  it('where messages that say nothing come between', () => {
    expectSame((feed) => changed(feed, (message) => [message, { timeMs: message.timeMs, payload: { Withheld: false } }])) // prettier-ignore
  })

  it('where topics are added that laps do not need', () => {
    expectSame(
      (feed) => new Map([...feed, ['SessionInfo', [{ timeMs: 0, payload: { Type: 'Race', Key: -1 } }]]]),
    )
  })

  it('where lists are sent as records with indices', () => {
    expectSame((feed) => changed(feed, ({ timeMs, payload }) => [{ timeMs, payload: listsAsRecords(payload) }], 'TimingAppData', 'RaceControlMessages')) // prettier-ignore
  })

  // Not of tyres: FastF1 takes the second message of a stint for a correction, and then checks all of them.
  it('where a message of these topics is sent twice', () => {
    expectSame((feed) => changed(feed, (message) => [message, message], 'DriverList', 'TimingAppData', 'SessionStatus', 'TrackStatus', 'LapCount', 'RaceControlMessages')) // prettier-ignore
  })

  it('where the cars of one instant are told in one message instead of one each', () => {
    expectSame((feed) => {
      const merged = new Map<number, Record<string, unknown>>()
      const alone: StreamMessage[] = []
      for (const message of feed.get('TimingData')!) {
        const { Lines } = message.payload as { Lines: Record<string, unknown> }
        const lines = merged.get(message.timeMs) ?? {}
        if (Object.keys(Lines).some((number) => number in lines)) alone.push(message)
        else merged.set(message.timeMs, { ...lines, ...Lines })
      }
      if (alone.length > 0) return feed
      const messages = [...merged].map(([timeMs, Lines]) => ({ timeMs, payload: { Lines } }))
      return new Map([...feed, ['TimingData', messages]])
    })
  })

  it('but for the positions where a car is left out of a race without gaps', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const withAll = byNumber(decode(feedOf(all), 'R'))
        const without = byNumber(decode(feedOf(all.slice(1)), 'R'))
        for (const { number } of all.slice(1)) {
          const strip = (driver: DriverLaps | undefined): unknown => driver?.laps.map((lap) => ({ ...lap, position: null })) // prettier-ignore
          expect(strip(without.get(number))).toEqual(strip(withAll.get(number)))
        }
      }),
      RUNS,
    )
  })
})

describe.skipIf(recordingsFolder() === null)(
  'laps of the recorded sprint (skipped without recordings)',
  () => {
    const path = '2023/2023-04-30_Azerbaijan_Grand_Prix/2023-04-29_Sprint'
    const recorded = (): Feed => new Map([...recordedTopics(recordingsFolder()!, path)].map(([topic, bytes]) => [topic, readStream(topic, bytes).messages])) // prettier-ignore

    it('move with the clock, all by the same', () => {
      const shiftMs = 600_000
      const later = changed(recorded(), ({ timeMs, payload }) => [{ timeMs: timeMs + shiftMs, payload }])
      const before = byNumber(decode(recorded(), 'S'))
      for (const driver of decode(later, 'S').drivers) {
        const back = (ms: number | null): number | null => (ms === null ? null : ms - shiftMs)
        const laps = driver.laps.map((lap) => ({ ...lap, startMs: back(lap.startMs), endMs: back(lap.endMs), pitInMs: back(lap.pitInMs), pitOutMs: back(lap.pitOutMs) })) // prettier-ignore
        expect(laps).toEqual(before.get(driver.number)?.laps)
      }
    })

    it('agree in time, sectors and tyres with those of the whole, where the recording stops earlier', () => {
      const whole = byNumber(decode(recorded(), 'S'))
      const startMs = recorded().get('SessionStatus')!.find(({ payload }) => (payload as { Status: string }).Status === 'Started')!.timeMs // prettier-ignore
      const cutMs = startMs + 20 * 60_000
      const early = changed(recorded(), (message) => (message.timeMs < cutMs ? [message] : []))
      const laps = decode(early, 'S').drivers.flatMap(({ number, laps }) => laps.slice(0, -2).map((lap) => ({ number, lap }))) // prettier-ignore
      expect(laps.length).toBeGreaterThan(50)
      for (const { number, lap } of laps) {
        const { lapTimeMs, sectorsMs, compound, stint, tyreLife } = whole.get(number)!.laps[lap.lap - 1]!
        expect(lap).toMatchObject({ lapTimeMs, sectorsMs, compound, stint, tyreLife })
      }
    })

    it('of all other cars keep times and tyres where any one car was not recorded', () => {
      const whole = byNumber(decode(recorded(), 'S'))
      for (const left of ['11', '16', '21']) {
        const without = changed(recorded(), ({ timeMs, payload }) => {
        const lines = Object.entries((payload as { Lines?: object }).Lines ?? {}).filter(([number]) => number !== left) // prettier-ignore
        return [{ timeMs, payload: { Lines: Object.fromEntries(lines) } }]
      }, 'TimingData') // prettier-ignore
        for (const { number, laps } of decode(without, 'S').drivers.filter(({ number }) => number !== left)) {
          const strip = ({ lapTimeMs, sectorsMs, compound, tyreLife, pitInMs, pitOutMs }: DriverLaps['laps'][number]): unknown => ({ lapTimeMs, sectorsMs, compound, tyreLife, pitInMs, pitOutMs }) // prettier-ignore
          expect(laps.map(strip)).toEqual(whole.get(number)?.laps.map(strip))
        }
      }
    })
  },
)
