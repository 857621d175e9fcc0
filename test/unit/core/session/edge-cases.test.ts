// Oddities of recorded sessions, each built from the lines that were seen; `#n` is its number in the description of
// the archive. Those that concern one step only are tested beside that step.

import { decodeLaps, type SessionContext } from '@main/core/session/decode-laps'
import type { TopicName } from '@main/core/session/topics'
import type { SessionCode } from '@contract/ids'
import type { DriverLaps, SessionLaps } from '@contract/laps'
import { describe, expect, it } from 'vitest'
import { carStream, crossing, practiceRun, sector, stampOf, stream } from './feed'

type Line = readonly [seconds: number, patch: unknown]

function decode(
  session: SessionCode,
  topics: Readonly<Partial<Record<TopicName, Uint8Array>>>,
  context: Partial<SessionContext> = {},
): SessionLaps {
  const entries = Object.entries(topics) as [TopicName, Uint8Array][]
  return decodeLaps(new Map(entries), { season: 2023, round: 4, session, source: 'archive', ...context })
}

/** The only driver of a session that has timing lines of one car. */
function driverOf(
  session: SessionCode,
  lines: readonly Line[],
  topics: Readonly<Partial<Record<TopicName, Uint8Array>>> = {},
): DriverLaps {
  return decode(session, { TimingData: carStream('4', ...lines), ...topics }).drivers[0]!
}

function best(value: string, lap?: number): object {
  return { BestLapTime: { Value: value, ...(lap === undefined ? {} : { Lap: lap }) } }
}

function bestLaps({ laps }: DriverLaps): readonly number[] {
  return laps.filter(({ personalBest }) => personalBest).map(({ lap }) => lap)
}

/** A lap of 90 s that ends at `endS`: sectors of 30 s. */
function lap(endS: number, count: number, time: string, more: object = {}): readonly Line[] {
  return [
    [endS - 60, sector(1, '30.000')],
    [endS - 30, sector(2, '30.000')],
    [endS, { ...sector(3, '30.000'), ...crossing(count, time), ...more }],
  ]
}

/** The end of a race's first lap: sectors, but no lap time. */
const FIRST_LAP = { ...sector(3, '30.000'), ...crossing(1) }

describe('timing data', () => {
  it('#11 begins with an empty frame', () => {
    const empty = stream([0, { Lines: {}, Withheld: false }])
    const timing = Buffer.concat([empty, carStream('4', ...practiceRun([90]))])
    expect(decode('FP1', { TimingData: timing }).drivers[0]?.laps).toHaveLength(2)
  })

  it('#12 #13 #14 best times are blanked between the parts of a qualifying, and a slower one of the next part counts', () => {
    const driver = driverOf('Q', [
      [0, { InPit: true, NumberOfLaps: 0, BestLapTimes: [{ Value: '' }, { Value: '' }, { Value: '' }] }],
      [100, { InPit: false, NumberOfLaps: 1 }],
      ...lap(200, 2, '1:40.000'),
      ...lap(290, 3, '1:30.000', { BestLapTime: { Value: '1:30.000', Lap: 2 }, BestLapTimes: { 0: { Value: '1:30.000', Lap: 2 } } }), // prettier-ignore
      [350, { InPit: true, NumberOfLaps: 4 }],
      [500, { BestLapTime: { Value: '', _deleted: ['Lap'] }, BestLapTimes: { 1: { Value: '', _deleted: ['Lap'] } } }],
      [600, { InPit: false, NumberOfLaps: 5 }],
      ...lap(700, 6, '1:50.000'),
      ...lap(790, 7, '1:30.800', { BestLapTime: { Value: '1:30.800', Lap: 2 }, BestLapTimes: { 1: { Value: '1:30.800', Lap: 2 } } }), // prettier-ignore
    ]) // prettier-ignore
    expect(driver.laps.filter(({ personalBest }) => personalBest).map(({ lapTimeMs }) => lapTimeMs)).toEqual([
      90_000, 90_800,
    ])
    expect(driver.fastest?.lapTimeMs).toBe(90_000)
    expect(driver.laps.map(({ segment }) => segment)).toContain('Q2')
  })

  it('#15 a lap time that leaves the red flag out is dropped where its sectors exceed it', () => {
    const lines: readonly Line[] = [...practiceRun([90]), [300, { InPit: true }], [900, { InPit: false }], [930, sector(2, '33.000')], [961.2, { ...sector(3, '31.227'), ...crossing(4, '1:01.871') }]] // prettier-ignore
    expect(driverOf('Q', lines).laps[2]?.lapTimeMs).toBeNull()
    expect(driverOf('Q', lines).fastest?.lapTimeMs).toBe(90_000)
  })

  it('#15 and kept, but counts for nothing, where a sector is missing', () => {
    const lines: readonly Line[] = [...practiceRun([90]), [300, { InPit: true }], [900, { InPit: false }], [961.2, { ...sector(3, '31.227'), ...crossing(4, '1:13.670') }]] // prettier-ignore
    const driver = driverOf('Q', lines)
    expect(driver.laps[2]).toMatchObject({ lapTimeMs: 73_670, personalBest: false, accurate: false })
    expect(driver.fastest?.lapTimeMs).toBe(90_000)
  })

  it('#16 the time since the previous crossing is no lap time', () => {
    const { laps } = driverOf('Q', [...practiceRun([90]), [2652, crossing(4, '39:32.362')]])
    expect(laps.map(({ lapTimeMs }) => lapTimeMs)).toEqual([null, 90_000, null])
  })

  it('#17 a lap time that comes minutes late belongs to the lap whose sectors ended long before', () => {
    const late = practiceRun([90]).map(([at, patch]): Line => (at === 290 ? [547.8, patch] : [at, patch]))
    expect(driverOf('Q', late).laps[1]).toMatchObject({ lapTimeMs: 90_000, endMs: 290_000 })
  })

  it('#18 a lap that was timed but never counted is nobody’s best', () => {
    const lines = [...practiceRun([]), ...lap(315.899, 3, '1:55.899', best(''))]
    const driver = driverOf('Q', lines)
    expect(driver.laps.map(({ lapTimeMs }) => lapTimeMs)).toEqual([null, 115_899])
    expect(driver.fastest).toBeNull()
  })

  it('#19 the second of two equal sector times is not sent', () => {
    const again = practiceRun([90, 91]).filter(([at]) => at !== 320)
    expect(driverOf('FP1', again).laps[2]?.sectorsMs).toEqual([30_000, 30_000, 31_000])
  })

  it('#20 a deleted lap shows as the best time falling back, without the lap of the older one', () => {
    const lines = [...practiceRun([91, 90]), [500, best('1:31.000')] as const]
    expect(bestLaps(driverOf('Q', lines))).toEqual([2])
    expect(driverOf('Q', lines).fastest).toEqual({ lap: 2, lapTimeMs: 91_000 })
  })

  it('#21 drivers without a lap are listed; in a race a car with tyres has the lap it crashed on', () => {
    const cars = { 16: { Tla: 'LEC', Line: 1 }, 31: { Tla: 'OCO', Line: 2 }, 4: { Tla: 'NOR', Line: 3 } }
    const crash = carStream('31', [0, { InPit: true }], [40, { InPit: false }], [70, { Stopped: true, Retired: true }]) // prettier-ignore
    const { drivers } = decode('R', {
      DriverList: stream([0, cars]),
      TimingData: Buffer.concat([carStream('4', [0, { InPit: false }], [150, FIRST_LAP]), crash]),
      TimingAppData: carStream('31', [0, { Stints: [{ Compound: 'SOFT', New: 'true', StartLaps: 0 }] }]),
      SessionStatus: stream([50, { Status: 'Started' }]),
    })
    const laps = new Map(drivers.map(({ code, laps }) => [code, laps]))
    expect(laps.get('LEC')).toEqual([])
    expect(laps.get('OCO')).toMatchObject([{ lap: 1, startMs: 50_000, endMs: 150_000, generated: true, position: null }]) // prettier-ignore
  })

  it('#35 an in-lap can be the best lap', () => {
    const lines = practiceRun([90, 89]).map(([at, patch]): Line => (at === 379 ? [at, { ...(patch as object), InPit: true }] : [at, patch])) // prettier-ignore
    const { laps, fastest } = driverOf('FP1', lines)
    expect(fastest?.lap).toBe(3)
    expect(laps[2]).toMatchObject({ pitInMs: 379_000, personalBest: true, accurate: false })
  })
})

describe('identities', () => {
  const NORRIS = { RacingNumber: '4', Tla: 'NOR', FirstName: 'Lando', LastName: 'Norris', TeamName: 'McLaren', Line: 1 } // prettier-ignore

  it('#22 a support series takes over the numbers once the session is over', () => {
    const list = Buffer.concat([
      stream([0, { 4: NORRIS }]),
      stream([5858.294, { 4: { Tla: 'ARO', _deleted: ['TeamName'] }, 12: { Tla: 'BEG', Line: 2 } }]),
    ])
    const { drivers } = decode('FP1', { DriverList: list, TimingData: carStream('4', ...practiceRun([90])) })
    expect(drivers).toMatchObject([{ code: 'NOR', team: 'McLaren' }])
  })

  it('#23 #26 the list tells who takes part, stand-ins and all; a car it does not name is no driver', () => {
    const list = stream([0, { 50: { Tla: 'BEA', Line: 1 }, 37: { Tla: 'HAD', Line: 2 } }])
    const timing = ['50', '37', '47'].map((number) => carStream(number, ...practiceRun([90])))
    const { drivers } = decode('FP1', { DriverList: list, TimingData: Buffer.concat(timing) })
    expect(drivers.map(({ code, number }) => `${code} ${number}`)).toEqual(['BEA 50', 'HAD 37'])
  })

  it('#24 #25 drivers are told apart by number: letters are used again', () => {
    const list = stream([0, { 2: { Tla: 'VAN', Line: 1 }, 7: { Tla: 'VAN', Line: 2 } }])
    const timing = Buffer.concat([carStream('2', ...practiceRun([91])), carStream('7', ...practiceRun([90]))])
    const { drivers } = decode('FP1', { DriverList: list, TimingData: timing })
    expect(drivers.map(({ number, fastest }) => [number, fastest?.lapTimeMs])).toEqual([
      ['7', 90_000],
      ['2', 91_000],
    ])
  })

  it('#27 the place in the display is deleted', () => {
    const list = stream([0, { 55: { Tla: 'SAI', Line: 1 } }], [9, { 55: { _deleted: ['Line'] } }])
    expect(decode('FP1', { DriverList: list }).drivers).toMatchObject([{ code: 'SAI' }])
  })
})

describe('other topics', () => {
  it('#28 the distance shrinks with an aborted start, so the last lap is no retirement', () => {
    const lines: readonly Line[] = [[0, { InPit: false }], [140, FIRST_LAP], ...lap(230, 2, '1:30.000'), ...lap(320, 3, '1:30.000')] // prettier-ignore
    const status = stream([50, { Status: 'Started' }], [320.022, { Status: 'Finished' }])
    const laps = (count: Uint8Array): number =>
      driverOf('R', lines, { SessionStatus: status, LapCount: count }).laps.length
    expect(laps(stream([0, { CurrentLap: 1, TotalLaps: 4 }], [60, { TotalLaps: 3 }]))).toBe(3)
    expect(laps(stream([0, { CurrentLap: 1, TotalLaps: 4 }]))).toBe(4)
  })

  it('#29 a session is aborted and never finished: nobody can be said to have stopped', () => {
    const status = stream([50, { Status: 'Started' }], [300, { Status: 'Aborted' }], [900, { Status: 'Finalised' }]) // prettier-ignore
    const { laps } = driverOf('FP2', practiceRun([90]), { SessionStatus: status })
    expect(laps.some(({ generated }) => generated)).toBe(false)
  })

  it('#29 two red flags in a race: the laps after begin with the restarts', () => {
    const lines: readonly Line[] = [
      [0, { InPit: false }],
      [140, FIRST_LAP],
      [200, { InPit: true }],
      [1000.5, { InPit: false }],
      [1100, { ...sector(3, '31.000'), ...crossing(2) }],
      [1150, { InPit: true }],
      [2000.5, { InPit: false }],
      [2100, { ...sector(3, '31.000'), ...crossing(3) }],
      ...lap(2190, 4, '1:30.000'),
    ]
    const status = stream([50, { Status: 'Started' }], [190, { Status: 'Aborted' }], [1000, { Status: 'Started' }], [1140, { Status: 'Aborted' }], [2000, { Status: 'Started' }], [2190, { Status: 'Finished' }]) // prettier-ignore
    const track = stream([0, { Status: '1' }], [190, { Status: '5' }], [999, { Status: '1' }], [1140, { Status: '5' }], [1999, { Status: '1' }]) // prettier-ignore
    const { laps } = driverOf('R', lines, { SessionStatus: status, TrackStatus: track })
    expect(laps.map(({ startMs }) => startMs)).toEqual([50_000, 1_000_000, 2_000_000, 2_100_000])
    expect(laps.map(({ trackStatus }) => trackStatus)).toEqual(['1', '1', '1', '1'])
    expect(laps.map(({ pitInMs, pitOutMs }) => [pitInMs, pitOutMs])).toEqual([
      [null, null],
      [200_000, 1_000_500],
      [1_150_000, 2_000_500],
      [null, null],
    ])
  })

  it('#30 tyres of the whole race so far come in one late message', () => {
    const lines: readonly Line[] = [[0, { InPit: false }], [140, FIRST_LAP], [220, { InPit: true }], [230, crossing(2, '1:30.000')], [250, { InPit: false }], ...lap(340, 3, '1:50.000'), ...lap(430, 4, '1:30.000')] // prettier-ignore
    const stints = [
      { Compound: 'SOFT', New: 'false', StartLaps: 3, TotalLaps: 5, LapTime: '3:09.319' },
      { Compound: 'HARD', New: 'true', StartLaps: 0, TotalLaps: 1 },
    ]
    const tyres = carStream('4', [400, { Stints: stints }], [440, { Stints: { 1: { TotalLaps: 2 } } }])
    const topics = { TimingAppData: tyres, SessionStatus: stream([50, { Status: 'Started' }]) }
    expect(
      driverOf('R', lines, topics).laps.map(({ compound, tyreLife, stint }) => [compound, tyreLife, stint]),
    ).toEqual([
      ['SOFT', 4, 1],
      ['SOFT', 5, 1],
      ['HARD', 1, 2],
      ['HARD', 2, 2],
    ])
    const inPractice = driverOf('FP1', lines, topics).laps.map(({ compound }) => compound)
    expect(inPractice).toEqual([null, null, null, 'HARD'])
  })

  it('#33 a deletion without a time, or with an absurd one, and a reinstatement', () => {
    const messages = [
      'CAR 4 (NOR) TIME 12:06.908 DELETED - TRACK LIMITS AT TURN 4 LAP 2 15:00:01',
      'CAR 4 (NOR) LAP DELETED - TRACK LIMITS AT TURN 4 LAP 2 15:00:02 (PIT)',
      'CAR 4 (NOR) TIME 1:31.000 DELETED - TRACK LIMITS AT TURN 4 LAP 2 15:00:03',
      'CAR 4 (NOR) TIME 1:31.000 WILL BE REINSTATED',
      'CAR 4 (NOR) TIME 1:30.000 DELETED - TRACK LIMITS AT TURN 4 LAP 3 15:01:33',
    ]
    const control = stream([0, { Messages: [] }], ...messages.map((Message, index) => [500 + index, { Messages: { [index]: { Message } } }] as const)) // prettier-ignore
    const driver = driverOf('Q', practiceRun([91, 90]), { RaceControlMessages: control })
    expect(driver.laps.map(({ deleted }) => deleted)).toEqual([false, false, true])
    expect(driver.fastest).toEqual({ lap: 2, lapTimeMs: 91_000 })
  })

  it('#34 the fastest lap of a qualifying may be of an earlier part than the one that decided', () => {
    const driver = driverOf('SQ', [
      [0, { InPit: true }],
      [100, { InPit: false, NumberOfLaps: 1, BestLapTimes: { 1: { Value: '' } } }],
      ...lap(195.606, 2, '1:35.606', best('1:35.606')),
      [300, { InPit: true, NumberOfLaps: 3 }],
      [400, { BestLapTimes: { 2: { Value: '' } }, BestLapTime: { Value: '' } }],
      [500, { InPit: false, NumberOfLaps: 4 }],
      ...lap(617.94, 5, '1:57.940', best('1:57.940')),
    ])
    expect(bestLaps(driver)).toHaveLength(2)
    expect(driver.fastest?.lapTimeMs).toBe(95_606)
  })

  it('several track statuses at one instant all count for the laps that touch it', () => {
    const at = stampOf(290)
    const track = Buffer.from(`00:00:00.000{"Status":"2"}\r\n${['1', '2', '1'].map((status) => `${at}{"Status":"${status}"}\r\n`).join('')}`) // prettier-ignore
    const { laps } = driverOf('FP1', practiceRun([90, 90]), { TrackStatus: track })
    expect(laps.map(({ trackStatus }) => trackStatus)).toEqual(['2', '21', '21'])
  })
})
