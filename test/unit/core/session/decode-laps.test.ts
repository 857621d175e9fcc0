import { AppError } from '@main/core/app-error'
import { decodeLaps, type SessionContext } from '@main/core/session/decode-laps'
import type { TopicBytes, TopicName } from '@main/core/session/topics'
import type { DriverLaps } from '@contract/laps'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carStream, crossing, practiceRun, sector, stream } from './feed'

const PRACTICE: SessionContext = { season: 2025, round: 20, session: 'FP1', source: 'archive' }
const RACE: SessionContext = { ...PRACTICE, session: 'R' }

const DRIVERS = stream([
  0,
  {
    4: {
      RacingNumber: '4',
      Tla: 'NOR',
      FirstName: 'Lando',
      LastName: 'Norris',
      TeamName: 'McLaren',
      Line: 1,
    },
    81: {
      RacingNumber: '81',
      Tla: 'PIA',
      FirstName: 'Oscar',
      LastName: 'Piastri',
      TeamName: 'McLaren',
      Line: 2,
    },
  },
])

/** A practice of one driver with two timed laps; nobody else leaves the pits. */
const WHOLE: TopicBytes = new Map<TopicName, Uint8Array>([
  ['DriverList', DRIVERS],
  ['TimingData', carStream('4', ...practiceRun([91, 89.5]))],
  [
    'SessionStatus',
    stream([0, { Status: 'Inactive' }], [50, { Status: 'Started' }], [900, { Status: 'Finished' }]),
  ],
  ['TrackStatus', stream([0, { Status: '1' }])],
  [
    'TimingAppData',
    carStream('4', [101, { Stints: { 0: { Compound: 'SOFT', New: 'true', StartLaps: 0 } } }]),
  ],
  ['RaceControlMessages', stream([0, { Messages: [{ Message: 'GREEN LIGHT - PIT EXIT OPEN' }] }])],
])

function withTopics(changes: Readonly<Partial<Record<TopicName, Uint8Array | undefined>>>): TopicBytes {
  const topics = new Map(WHOLE)
  for (const [name, bytes] of Object.entries(changes) as [TopicName, Uint8Array | undefined][]) {
    if (bytes === undefined) topics.delete(name)
    else topics.set(name, bytes)
  }
  return topics
}

function norris(topics: TopicBytes, context = PRACTICE): DriverLaps {
  return decodeLaps(topics, context).drivers.find(({ number }) => number === '4')!
}

function codeOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
  return 'nothing thrown'
}

describe('decodeLaps', () => {
  it('puts the steps together', () => {
    const decoded = decodeLaps(WHOLE, PRACTICE)
    expect(decoded).toMatchObject({
      season: 2025,
      round: 20,
      session: 'FP1',
      source: 'archive',
      warnings: [],
    })
    expect(decoded.drivers.map(({ code }) => code)).toEqual(['NOR', 'PIA'])
    const { laps, fastest } = decoded.drivers[0]!
    expect(fastest).toEqual({ lap: 3, lapTimeMs: 89_500 })
    expect(laps).toHaveLength(4)
    expect(laps[1]).toEqual({
      lap: 2, lapTimeMs: 91_000, startMs: 200_000, endMs: 291_000, sectorsMs: [30_000, 30_000, 31_000],
      compound: 'SOFT', tyreLife: 2, fresh: true, stint: 1, pitInMs: null, pitOutMs: null, trackStatus: '1',
      position: null, segment: null, deleted: false, accurate: true, personalBest: true, generated: false,
    }) // prettier-ignore
    expect(laps[3]).toMatchObject({ lap: 4, startMs: 380_500, generated: true })
  })

  it('lists a driver without laps behind the others', () => {
    expect(decodeLaps(WHOLE, PRACTICE).drivers[1]).toMatchObject({ code: 'PIA', fastest: null, laps: [] })
  })

  it('orders drivers by their fastest laps, not by the display', () => {
    const lines = (number: string, lapTimeS: number): Uint8Array =>
      carStream(number, ...practiceRun([lapTimeS]))
    const timing = Buffer.concat([lines('4', 95), lines('81', 94)])
    expect(decodeLaps(withTopics({ TimingData: timing }), PRACTICE).drivers.map(({ code }) => code)).toEqual([
      'PIA',
      'NOR',
    ])
  })

  it.each<readonly [TopicName, string, Partial<DriverLaps['laps'][number]>]>([
    ['TimingAppData', 'Tyres were not recorded.', { compound: null, tyreLife: null, stint: null }],
    [
      'TrackStatus',
      'Flags and safety cars were not recorded, so no lap counts as accurate.',
      { trackStatus: '', accurate: false },
    ],
    [
      'RaceControlMessages',
      'Messages of race control are missing; deleted laps are not marked.',
      { deleted: false },
    ],
    [
      'SessionStatus',
      'When the session began and ended was not recorded; some laps lack a start.',
      { startMs: 200_000 },
    ],
    [
      'DriverList',
      'The names of the drivers were not recorded; they are known by number only.',
      { lapTimeMs: 91_000 },
    ],
  ])('gets by without %s and says so', (topic, warning, lap) => {
    for (const bytes of [undefined, new Uint8Array()]) {
      const decoded = decodeLaps(withTopics({ [topic]: bytes }), PRACTICE)
      expect(decoded.warnings).toEqual([warning])
      expect(decoded.drivers[0]?.laps[1]).toMatchObject(lap)
    }
  })

  it('lists the drivers of a session without lap times', () => {
    const { drivers, warnings } = decodeLaps(withTopics({ TimingData: undefined }), PRACTICE)
    expect(drivers.map(({ code, laps }) => [code, laps.length])).toEqual([
      ['NOR', 0],
      ['PIA', 0],
    ])
    expect(warnings).toEqual(['Lap times were not recorded.'])
  })

  it('says that there is no data, or that it cannot be read', () => {
    expect(codeOf(() => decodeLaps(new Map(), PRACTICE))).toBe('source/no-data')
    expect(codeOf(() => decodeLaps(new Map([['DriverList', new Uint8Array()]]), PRACTICE))).toBe(
      'source/no-data',
    )
    expect(codeOf(() => decodeLaps(new Map([['DriverList', Buffer.from('<html>')]]), PRACTICE))).toBe(
      'session/unparsable',
    )
    expect(codeOf(() => decodeLaps(new Map([['TrackStatus', stream([0, {}])]]), PRACTICE))).toBe(
      'session/unparsable',
    )
  })

  it('takes the first lap time of a race from the context, as the feed has none (2.4)', () => {
    const timing = carStream(
      '4',
      [0, { InPit: false }],
      [150, { ...crossing(1), ...sector(3, '30.000') }],
      [240, crossing(2, '1:30.000')],
    )
    const first = (context: SessionContext): number | null | undefined =>
      norris(withTopics({ TimingData: timing }), context).laps[0]?.lapTimeMs
    expect(first({ ...RACE, firstLapTimesMs: new Map([['4', 99_123]]) })).toBe(99_123)
    expect(first(RACE)).toBeNull()
    expect(first({ ...RACE, session: 'S', firstLapTimesMs: new Map([['4', 99_123]]) })).toBeNull()
  })

  it('gives a driver of a race who had tyres but no lap a generated first one, unless he withdrew (edge case 21)', () => {
    const tyres = carStream('81', [0, { Stints: { 0: { Compound: 'HARD', New: 'true', StartLaps: 2 } } }])
    const laps = (context: SessionContext): DriverLaps['laps'] | undefined =>
      decodeLaps(withTopics({ TimingAppData: tyres }), context).drivers.find(({ code }) => code === 'PIA')
        ?.laps
    expect(laps(RACE)).toHaveLength(1)
    expect(laps(RACE)?.[0]).toMatchObject({
      lap: 1, startMs: 50_000, endMs: 200_000, compound: 'HARD', tyreLife: 3, stint: 1, generated: true, position: null,
    }) // prettier-ignore
    expect(laps({ ...RACE, withdrawn: new Set(['81']) })).toEqual([])
    expect(laps(PRACTICE)).toEqual([])
  })

  it('gives that lap the tyres as corrected later, of the last stint before the race', () => {
    const tyres = carStream(
      '81',
      [0, { Stints: [{ Compound: 'UNKNOWN', New: 'false', StartLaps: 0 }] }],
      [20, { Stints: { 0: { Compound: 'HARD', StartLaps: 2 } } }],
      [40, { Stints: { 1: { Compound: 'INTERMEDIATE', New: 'true', StartLaps: 0 } } }],
    )
    const decoded = decodeLaps(withTopics({ TimingAppData: tyres }), RACE)
    expect(decoded.drivers.find(({ code }) => code === 'PIA')?.laps[0]).toMatchObject({
      compound: 'INTERMEDIATE', fresh: true, tyreLife: 1, stint: 1,
    }) // prettier-ignore
  })

  it('takes the last announced race distance (edge case 28)', () => {
    const distance = (...totals: readonly number[]): Uint8Array =>
      stream(...totals.map((TotalLaps, index) => [index, { TotalLaps }] as const))
    const laps = (bytes: Uint8Array): number => norris(withTopics({ LapCount: bytes }), RACE).laps.length
    expect(laps(distance(58))).toBe(4)
    expect(laps(distance(58, 3))).toBe(3)
  })

  it('decodes what is left of a feed cut at any byte, or with its lines shuffled', () => {
    const timing = Buffer.from(WHOLE.get('TimingData')!)
    const lines = timing.toString().split('\r\n')
    fc.assert(
      fc.property(fc.nat(timing.length), fc.shuffledSubarray(lines), (length, shuffled) => {
        for (const bytes of [timing.subarray(0, length), Buffer.from(shuffled.join('\r\n'))]) {
          const { laps } = norris(withTopics({ TimingData: bytes }))
          expect(laps.map(({ lap }) => lap)).toEqual(laps.map((_, index) => index + 1))
        }
      }),
    )
  })
})
