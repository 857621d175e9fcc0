import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeSeason } from '@main/core/sources/archive/archive-season'
import { needingRecordings } from '../../../../helpers/recordings'
import {
  indexEntry,
  indexOf,
  meetingEntry,
  raceEntry,
  recordedIndex,
  recordedSchedule,
  recordings,
  scheduleOf,
} from './recorded-calendar'

type Merged = ReturnType<typeof mergeSeason>
const sessionOf = (season: Merged, code: string, round = 0) =>
  season.rounds[round]?.sessions.find((session) => session.code === code)
const HOUR_MS = 3_600_000

describe('a season out of two sources', () => {
  it('has the local time of what only the schedule lists', () => {
    const season = mergeSeason(2025, scheduleOf(2025, raceEntry()), indexOf(2025))
    expect(sessionOf(season, 'R')).toMatchObject({
      gmtOffsetMs: -6 * HOUR_MS,
      endAt: Date.UTC(2025, 9, 26, 22),
    })
  })

  it('does not invent a local time at a circuit it does not know, or of a session without a time', () => {
    const elsewhere = { circuitId: 'kyalami', Location: { locality: 'L', country: 'C', long: '28.07' } }
    const unknown = mergeSeason(2025, scheduleOf(2025, raceEntry({ Circuit: elsewhere })), null)
    expect(sessionOf(unknown, 'R')?.gmtOffsetMs).toBeNull()
    const timeless = scheduleOf(2025, raceEntry({ Qualifying: { date: '2025-10-25' } }))
    expect(sessionOf(mergeSeason(2025, timeless, null), 'Q')?.gmtOffsetMs).toBeNull()
  })

  it('joins the weekends by their dates, never by name or place (a "Bahrain Grand Prix" held elsewhere)', () => {
    const schedule = scheduleOf(2025, raceEntry({ raceName: 'Bahrain Grand Prix' }))
    const season = mergeSeason(2025, schedule, indexOf(2025, meetingEntry('Any Grand Prix', indexEntry())))
    expect(season.rounds[0]).toMatchObject({ name: 'Bahrain Grand Prix', location: 'Mexico City' })
    expect(sessionOf(season, 'Q')?.path).toBe(indexEntry().Path)
  })

  it('calls the sprint of 2021 by its name of then, and S', () => {
    const sprint = { date: '2021-07-17', time: '15:30:00Z' }
    const schedule = scheduleOf(2021, raceEntry({ date: '2021-07-18', time: '14:00:00Z', Qualifying: undefined, Sprint: sprint })) // prettier-ignore
    const season = mergeSeason(2021, schedule, null)
    expect(season.rounds[0]?.format).toBe('sprint')
    expect(sessionOf(season, 'S')?.name).toBe('Sprint Qualifying')
  })

  it('offers built folders for a session that the index lists without one', () => {
    const index = indexOf(2025, meetingEntry('Mexico City Grand Prix', indexEntry({ Path: undefined })))
    const season = mergeSeason(2025, scheduleOf(2025, raceEntry()), index)
    expect(sessionOf(season, 'Q')).toMatchObject({ path: null, builtPaths: [indexEntry().Path] })
  })

  it('tells the rounds that the index lacks although it has later ones, and builds their folders', () => {
    const schedule = scheduleOf(
      2025,
      raceEntry({ round: '1', date: '2025-03-16', Qualifying: undefined }),
      raceEntry(),
      raceEntry({ round: '21', date: '2025-11-09', Qualifying: undefined }),
    )
    const season = mergeSeason(2025, schedule, indexOf(2025, meetingEntry('Mexico', indexEntry())))
    expect(season.warnings).toEqual([expect.stringMatching(/guessed names: 1\.$/)])
    expect(sessionOf(season, 'R')?.path).toContain('2025-03-16_Race')
  })

  it('counts rounds from the index without testing and without cancelled events', () => {
    const on = (date: string, change: object = {}) => indexEntry({ StartDate: `${date}T15:00:00`, EndDate: undefined, ...change }) // prettier-ignore
    const index = indexOf(
      2025,
      meetingEntry('Pre-Season Testing', on('2025-02-26')),
      meetingEntry('First Grand Prix', on('2025-03-15')),
      meetingEntry('Cancelled Grand Prix', on('2025-05-15', { Path: undefined })),
      meetingEntry('Second Grand Prix', on('2025-06-15')),
      meetingEntry('Coming Grand Prix', on('2025-11-15', { Path: undefined })),
    )
    for (const schedule of [null, scheduleOf(2025)]) {
      const season = mergeSeason(2025, schedule, index)
      expect(season.rounds.map(({ round, name }) => `${round} ${name}`)).toEqual([
        '1 First Grand Prix',
        '2 Second Grand Prix',
        '3 Coming Grand Prix',
      ])
      expect(season.warnings[0]).toMatch(/counted/)
    }
  })

  it('has only folders below the archive in it, whatever the documents say', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      fc.constantFrom('Race', '..', '/', '2025/a/', '../', '2025/\uD800/', 'é'),
    )
    const race = fc.record({ raceName: text, round: fc.constantFrom('1', '2'), date: fc.constantFrom('2025-03-16', '2025-12-31') }) // prettier-ignore
    const entry = fc.record({ Name: fc.constantFrom('Race', 'Qualifying', 'Sprint'), Path: text, StartDate: fc.constantFrom('2025-03-16T00:00:00', '2025-12-31T23:59:59') }) // prettier-ignore
    fc.assert(
      fc.property(fc.array(race), fc.array(entry), text, (races, entries, name) => {
        const schedule = scheduleOf(2025, ...races.map(raceEntry))
        const index = indexOf(2025, meetingEntry(name, ...entries.map(indexEntry)))
        const sessions = [mergeSeason(2025, schedule, index), mergeSeason(2025, null, index)].flatMap((one) =>
          one.rounds.flatMap((round) => round.sessions),
        )
        const paths = sessions.flatMap(({ path, builtPaths = [] }) => [...builtPaths, path ?? '2025/'])
        const isBelow = (path: string) =>
          new URL(
            `https://archive/static/${path.split('/').map(encodeURIComponent).join('/')}`,
          ).pathname.startsWith('/static/2025/')
        return paths.every(isBelow)
      }),
    )
  })

  it('hands on what either source lost', () => {
    const schedule = scheduleOf(2025, raceEntry(), {})
    const index = indexOf(2025, meetingEntry('A', indexEntry(), 7))
    expect(mergeSeason(2025, schedule, index).warnings.length).toBe(2)
  })
})

describe.skipIf(recordings === null)(needingRecordings('a recorded season'), () => {
  const merged = (season: number) => mergeSeason(season, recordedSchedule(season), recordedIndex(season))

  it('takes its round numbers from the championship, not from the order in the index', () => {
    const season = merged(2025)
    expect(season.rounds.map((round) => [round.round, round.name])).toEqual([[20, 'Mexico City Grand Prix']])
    expect(season.rounds[0]?.sessions.map((session) => session.code)).toEqual(['FP1', 'FP2', 'FP3', 'Q', 'R'])
    expect(sessionOf(season, 'Q')?.path).toBe('2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying/')
  })

  it('numbers 2023 past the cancelled round 6 as the championship does', () => {
    const season = merged(2023)
    expect(season.rounds.length).toBe(22)
    expect(season.rounds[5]).toMatchObject({ round: 6, name: 'Monaco Grand Prix' })
    expect(sessionOf(season, 'FP2', 5)?.path).toBe('2023/2023-05-28_Monaco_Grand_Prix/2023-05-26_Practice_2/')
  })

  it.each([
    [2022, 'sprint', [4, 11, 21], ['FP1', 'Q', 'FP2', 'S', 'R']],
    [2023, 'sprint_shootout', [4, 9, 12, 17, 18, 20], ['FP1', 'Q', 'SS', 'S', 'R']],
    [2024, 'sprint_qualifying', [5, 6, 11, 19, 21, 23], ['FP1', 'SQ', 'S', 'Q', 'R']],
  ] as const)('has the sprints of %i in the right rounds, format %s', (year, format, rounds, codes) => {
    const sprints = merged(year).rounds.filter((round) => round.format !== 'conventional')
    expect(sprints.map((each) => each.round)).toEqual(rounds)
    for (const each of sprints) {
      expect(each.format).toBe(format)
      expect(
        each.sessions.map(({ code }) => code),
        each.name,
      ).toEqual(codes)
    }
  })

  it('has five sessions in each round of 2019, 2022, 2023 and 2024, holes of the index included', () => {
    for (const season of [2019, 2022, 2023, 2024])
      for (const { name, sessions } of merged(season).rounds)
        expect(new Set(sessions.map(({ code }) => code)).size, `${season} ${name}`).toBe(5)
  })

  it('finds every weekend of 2019 and 2023 in both sources, with the recorded folder of each race', () => {
    for (const season of [2019, 2023]) {
      for (const round of merged(season).rounds) {
        const race = round.sessions.find((session) => session.code === 'R')
        expect(race?.path, `${season} ${round.name}`).toContain(`${round.name.replaceAll(' ', '_')}/`)
      }
    }
  })

  it('builds exactly the folders that the index has where the index is missing', () => {
    const pathsOf = (season: Merged) =>
      season.rounds.flatMap((round) => round.sessions.map((session) => session.path))
    for (const season of [2019, 2022, 2023]) {
      const built = mergeSeason(season, recordedSchedule(season), null)
      const known = pathsOf(merged(season))
      expect(pathsOf(built).filter((path) => !known.includes(path))).toEqual(
        // The typhoon: listed without a folder.
        season === 2019 ? ['2019/2019-10-13_Japanese_Grand_Prix/2019-10-12_Practice_3/'] : [],
      )
      expect(built.warnings[0]).toMatch(/guessed/)
    }
  })

  it('marks a session that the typhoon of 2019 cancelled as not recorded', () => {
    const suzuka = merged(2019).rounds.findIndex((each) => each.name.includes('Japan'))
    expect(sessionOf(merged(2019), 'FP3', suzuka)?.path).toBeNull()
  })

  it('counts rounds from the index when the schedule is missing, and says so', () => {
    const season = mergeSeason(2019, null, recordedIndex(2019))
    expect(season.rounds.length).toBe(21)
    expect(season.warnings[0]).toMatch(/counted/)
    expect(mergeSeason(2022, null, recordedIndex(2022)).rounds.map(({ name }) => name)).toEqual(
      merged(2022).rounds.map(({ name }) => name),
    )
  })
})
