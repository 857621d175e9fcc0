// Feeds that hold more of something than any session does: bounded, and said.

import { decodeLaps, type SessionContext } from '@main/core/session/decode-laps'
import {
  MAX_DRIVERS, MAX_LAPS, MAX_SENTENCE_LENGTH, MAX_STATUS_CHANGES, MAX_STINT_NOTES, MAX_STINTS,
} from '@main/core/session/limits' // prettier-ignore
import { readStintNotes } from '@main/core/session/tyres'
import type { TopicName } from '@main/core/session/topics'
import type { SessionLaps } from '@contract/laps'
import { describe, expect, it } from 'vitest'
import { carMessages, carStream, crossing, practiceRun, stream } from './feed'

const CONTEXT: SessionContext = { season: 2025, round: 1, session: 'FP1', source: 'archive' }

function decode(...topics: readonly (readonly [TopicName, Uint8Array])[]): SessionLaps {
  return decodeLaps(new Map(topics), CONTEXT)
}

function range<T>(count: number, itemAt: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => itemAt(index))
}

describe('limits', () => {
  it('leave out the laps of a driver who has more than any race is long', () => {
    const lines = range(MAX_LAPS + 50, (lap) => [90 * (lap + 1), crossing(lap + 1, '1:30.000')] as const)
    const { drivers, warnings } = decode(['TimingData', carStream('4', [0, { InPit: false }], ...lines)])
    expect(drivers[0]?.laps).toHaveLength(MAX_LAPS)
    expect(warnings.find((text) => text.includes('more than any session'))).toContain('laps of one driver')
  })

  it('leave out drivers, of the list and of the timing alike', () => {
    const numbers = range(999, String)
    const list = Object.fromEntries(numbers.map((number) => [number, { Tla: `X${number}` }]))
    const lines = Object.fromEntries(numbers.map((number) => [number, { InPit: false, NumberOfLaps: 1 }]))
    const timing = stream([1, { Lines: lines }])
    expect(decode(['DriverList', stream([0, list])], ['TimingData', timing]).drivers).toHaveLength(
      MAX_DRIVERS,
    )
    const unnamed = decode(['TimingData', timing])
    expect(unnamed.drivers).toHaveLength(MAX_DRIVERS)
    expect(unnamed.warnings.join()).toContain('drivers')
  })

  it('leave out stints, and messages about them', () => {
    const many = range(
      MAX_STINT_NOTES + 1,
      (second) => [second, { Stints: { 0: { TotalLaps: 1 } } }] as const,
    )
    expect(readStintNotes(carMessages('4', ...many)).get('4')).toHaveLength(MAX_STINT_NOTES)
    const stints = { Stints: { [MAX_STINTS - 1]: {}, [MAX_STINTS]: {}, 9999: {} } }
    expect(readStintNotes(carMessages('4', [0, stints])).get('4')).toHaveLength(1)
    expect(decode(['TimingAppData', carStream('4', ...many)], ['DriverList', stream([0, { 4: {} }])]).warnings.join()).toContain('tyres') // prettier-ignore
  })

  it('take the age of a set of tyres for unknown where it is none', () => {
    const ages = [-1, 1e9, 1000, 999].map((StartLaps, stint) => [stint, { StartLaps }] as const)
    const notes = readStintNotes(carMessages('4', [0, { Stints: Object.fromEntries(ages) }])).get('4')
    expect(notes?.map(({ startLaps }) => startLaps)).toEqual([null, null, null, 999])
  })

  it('leave out changes of status', () => {
    const changes = range(MAX_STATUS_CHANGES + 1, (second) => [second, { Status: '2' }] as const)
    const { warnings } = decode(['TrackStatus', stream(...changes)], ['DriverList', stream([0, { 4: {} }])])
    expect(warnings.join()).toContain('changes of status')
  })

  it('keep the track status of a lap to the digits of the feed', () => {
    const status = stream([0, { Status: '1' }], [210, { Status: 'x'.repeat(1000) }], [220, { Status: '2' }])
    const { drivers } = decode(['TimingData', carStream('4', ...practiceRun([90]))], ['TrackStatus', status])
    expect(drivers[0]?.laps[1]?.trackStatus).toBe('12')
  })

  it('take a message of race control that goes on and on for none about a lap', () => {
    const words = (count: number): string => 'CAR 4 (NOR) ' + 'x'.repeat(count)
    const deletion = ' TIME 1:31.000 DELETED - TRACK LIMITS'
    const deleted = (Message: string): boolean | undefined =>
      decode(
        ['TimingData', carStream('4', ...practiceRun([91]))],
        ['RaceControlMessages', stream([400, { Messages: { 1: { Message } } }])],
      ).drivers[0]?.laps[1]?.deleted
    expect(deleted(words(100) + deletion)).toBe(true)
    expect(deleted(words(MAX_SENTENCE_LENGTH) + deletion)).toBe(false)
  })

  it('take a negative lap or sector time for none', () => {
    const timing = carStream(
      '4',
      [0, { InPit: false }],
      [90, { ...crossing(1, '-1:30.000'), Sectors: { 0: { Value: '-30.000' }, 1: { Value: '30.000' } } }],
    )
    expect(decode(['TimingData', timing]).drivers[0]?.laps[0]).toMatchObject({
      lapTimeMs: null,
      sectorsMs: [null, 30_000, null],
    })
  })
})
