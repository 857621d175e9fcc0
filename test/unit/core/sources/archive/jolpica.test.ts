import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import { parseSchedule } from '@main/core/sources/archive/jolpica'
import { needingRecordings } from '../../../../helpers/recordings'
import {
  jsonBytes,
  raceEntry,
  recordedIndex,
  recordedSchedule,
  recordings,
  scheduleOf,
} from './recorded-calendar'

const startsOf = (season: number, change: object) =>
  Object.fromEntries(
    (scheduleOf(season, raceEntry(change)).rounds[0]?.sessions ?? []).map(({ code, startAt }) => [
      code,
      new Date(startAt).toISOString().slice(0, 16),
    ]),
  )

describe("the championship's schedule", () => {
  it('gives each session its instant, the race last', () => {
    expect(startsOf(2025, {})).toEqual({ Q: '2025-10-25T21:00', R: '2025-10-26T20:00' })
  })

  it('knows only the day of sessions before 2022', () => {
    const race = raceEntry({ date: '2019-10-27', Qualifying: { date: '2019-10-26' } })
    const [qualifying, grandPrix] = scheduleOf(2019, race).rounds[0]?.sessions ?? []
    expect(qualifying).toMatchObject({ startAt: Date.UTC(2019, 9, 26), isTimeKnown: false })
    expect(grandPrix?.isTimeKnown).toBe(true)
  })

  it('reads a race without a time and without sessions, as of 1979', () => {
    const race = raceEntry({ date: '1979-07-14', time: undefined, Qualifying: undefined })
    expect(scheduleOf(1979, race).rounds[0]?.sessions).toEqual([
      { code: 'R', startAt: Date.UTC(1979, 6, 14), isTimeKnown: false },
    ])
  })

  it('knows the sprint and its qualifying or shootout', () => {
    const at = { date: '2025-10-25', time: '17:00:00Z' }
    expect(Object.keys(startsOf(2025, { Sprint: at, SprintQualifying: at }))).toEqual(['SQ', 'S', 'Q', 'R'])
    expect(Object.keys(startsOf(2025, { Sprint: at, SprintShootout: at }))).toEqual(['SS', 'S', 'Q', 'R'])
  })

  it('moves the night sessions of Las Vegas 2023, written a day early, to their day', () => {
    const vegas = {
      Circuit: { circuitId: 'vegas', Location: { locality: 'Las Vegas', country: 'USA' } },
      date: '2023-11-19',
      time: '06:00:00Z',
      FirstPractice: { date: '2023-11-16', time: '04:30:00Z' },
      SecondPractice: { date: '2023-11-16', time: '08:00:00Z' },
      ThirdPractice: { date: '2023-11-17', time: '04:30:00Z' },
      Qualifying: { date: '2023-11-17', time: '08:00:00Z' },
    }
    expect(startsOf(2023, vegas)).toEqual({
      FP1: '2023-11-17T04:30',
      FP2: '2023-11-17T08:00',
      FP3: '2023-11-18T04:30',
      Q: '2023-11-18T08:00',
      R: '2023-11-19T06:00',
    })
    const right = { ...vegas, date: '2025-11-23', time: '04:00:00Z', Qualifying: { date: '2025-11-22', time: '04:00:00Z' } } // prettier-ignore
    expect(startsOf(2025, right)).toMatchObject({ Q: '2025-11-22T04:00', R: '2025-11-23T04:00' })
  })

  it('loses one bad race and one bad session, says so, and keeps the season', () => {
    const schedule = scheduleOf(
      2025,
      raceEntry({ round: '1', Sprint: { date: 'soon' } }),
      raceEntry({ round: 'first' }),
      raceEntry({ round: '3', date: '2025-13-45' }),
      { round: '4' },
      raceEntry({ round: '5', time: 'noon' }),
      raceEntry({ round: '5', raceName: 'A second fifth round' }),
    )
    expect(schedule.rounds.map(({ round, name }) => [round, name])).toEqual([
      [1, 'Mexico City Grand Prix'],
      [5, 'Mexico City Grand Prix'],
    ])
    expect(schedule.rounds[1]?.sessions.at(-1)?.isTimeKnown).toBe(false)
    expect(schedule.warnings).toEqual([expect.stringMatching(/left out: 4/)])
  })

  it('answers any bytes and any JSON with a value or `source/unparsable`, nothing else', () => {
    const parse = (bytes: Uint8Array) => {
      try {
        expect(Array.isArray(parseSchedule(bytes, 2025).rounds)).toBe(true)
      } catch (error) {
        expect(error instanceof AppError && error.code).toBe('source/unparsable')
      }
    }
    const change = fc.dictionary(fc.constantFrom('date', 'time', 'round', 'raceName', 'Circuit', 'Sprint', 'Qualifying'), fc.jsonValue()) // prettier-ignore
    fc.assert(fc.property(fc.uint8Array(), parse))
    fc.assert(fc.property(fc.jsonValue(), (value) => parse(jsonBytes(value))))
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue(), change.map(raceEntry))), (Races) =>
        parse(jsonBytes({ MRData: { RaceTable: { Races } } })),
      ),
    )
  })
})

describe.skipIf(recordings === null)(needingRecordings('the recorded schedules'), () => {
  it('are read without losing anything', () => {
    const counts = [2019, 2022, 2023, 2024].map((season) => recordedSchedule(season).rounds.length)
    expect(counts).toEqual([21, 22, 22, 24])
    expect(recordedSchedule(2024).warnings).toEqual([])
  })

  it('have the race of Las Vegas on the Saturday night, in 2023 and in 2024', () => {
    const raceDays = [2023, 2024].map((season) => {
      const vegas = recordedSchedule(season).rounds.find(({ circuitId }) => circuitId === 'vegas')
      return new Date(vegas?.raceAt ?? 0).toISOString()
    })
    expect(raceDays).toEqual(['2023-11-19T06:00:00.000Z', '2024-11-24T06:00:00.000Z'])
  })

  it('agree with the index of 2023 about when each qualifying began, within three hours', () => {
    const indexed = recordedIndex(2023).meetings.flatMap(({ sessions }) => sessions)
    for (const { name, sessions } of recordedSchedule(2023).rounds) {
      const qualifying = sessions.find(({ code }) => code === 'Q')
      const gap = (at: number) => Math.abs(at - (qualifying?.startAt ?? 0))
      const nearest = Math.min(...indexed.filter(({ code }) => code === 'Q').map((each) => gap(each.startAt)))
      expect(nearest, name).toBeLessThan(3 * 3_600_000)
    }
  })
})
