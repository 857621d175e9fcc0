import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mergeSeason } from '@main/core/sources/archive/archive-season'
import { parseIndex } from '@main/core/sources/archive/index-json'
import { parseSchedule } from '@main/core/sources/archive/jolpica'
import { needingRecordings, recordingsFolder } from '../../../../helpers/recordings'

const recordings = recordingsFolder()

const index = (season: number) =>
  parseIndex(readFileSync(join(recordings ?? '', `archive/static/${season}/Index.json`)), season)
const schedule = (season: number) =>
  parseSchedule(readFileSync(join(recordings ?? '', `jolpica/ergast/f1/${season}.json`)), season)
const bytes = (value: unknown) => Buffer.from(`\uFEFF${JSON.stringify(value)}`)

describe("the archive's index", () => {
  const session = (change: object) => ({
    Key: 1,
    Type: 'Qualifying',
    Name: 'Qualifying',
    StartDate: '2025-10-25T15:00:00',
    GmtOffset: '-06:00:00',
    Path: '2025/a/b/',
    ...change,
  })
  const read = (change: object) =>
    parseIndex(
      bytes({ Meetings: [{ Key: 1, Name: 'Some Grand Prix', Location: 'L', Country: { Name: 'C' }, Sessions: [session(change)] }] }),
      2025,
    ).flatMap((meeting) => meeting.sessions) // prettier-ignore

  it('is read with its byte order mark, and local times become UTC', () => {
    expect(read({})[0]).toMatchObject({ code: 'Q', startAt: Date.UTC(2025, 9, 25, 21), path: '2025/a/b/' })
  })

  it('passes over phantom sessions without a name', () => {
    expect(read({ Key: -1, Name: undefined })).toEqual([])
  })

  it('does not follow a path that climbs out of the archive', () => {
    expect(read({ Path: '../uat/static/2022/x/' })[0]?.path).toBeNull()
    expect(read({ Path: '2025/../../x/' })[0]?.path).toBeNull()
  })

  it('keeps a session that was never recorded, without a path', () => {
    expect(read({ Path: undefined })[0]?.path).toBeNull()
  })

  it.each([
    ['Practice', 'Practice 2', 2, 'FP2'],
    ['Practice', 'Practice', undefined, 'FP1'],
    ['Race', 'Sprint Qualifying', -1, 'S'],
    ['Qualifying', 'Sprint Qualifying', undefined, 'SQ'],
    ['Qualifying', 'Sprint Shootout', undefined, 'SS'],
    ['Race', 'Sprint', undefined, 'S'],
    ['Race', 'Race', undefined, 'R'],
  ])('takes type %s, name %s for %s', (Type, Name, Number, code) => {
    expect(read({ Type, Name, Number })[0]?.code).toBe(code)
  })

  it('refuses bytes that are not an index', () => {
    expect(() => parseIndex(Buffer.from('<Error/>'), 2025)).toThrow(/not timing data/)
    expect(() => parseIndex(bytes({ Meetings: [{}] }), 2025)).toThrow(/index of 2025/)
  })
})

describe.skipIf(recordings === null)(needingRecordings('a recorded season'), () => {
  it('takes its round numbers from the championship, not from the order in the index', () => {
    const season = mergeSeason(2025, schedule(2025), index(2025))
    expect(season.rounds.map((round) => [round.round, round.name])).toEqual([[20, 'Mexico City Grand Prix']])
    expect(season.rounds[0]?.sessions.map((session) => session.code)).toEqual(['FP1', 'FP2', 'FP3', 'Q', 'R'])
    const qualifying = season.rounds[0]?.sessions.find((session) => session.code === 'Q')
    expect(qualifying?.path).toBe('2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying/')
  })

  it('numbers 2023 past the cancelled round 6 as the championship does', () => {
    const rounds = mergeSeason(2023, schedule(2023), index(2023)).rounds
    expect(rounds.length).toBe(22)
    expect(rounds[5]).toMatchObject({ round: 6, name: 'Monaco Grand Prix' })
    expect(rounds[5]?.sessions.find((session) => session.code === 'FP2')?.path).toBe(
      '2023/2023-05-28_Monaco_Grand_Prix/2023-05-26_Practice_2/',
    )
  })

  it('finds every weekend of 2019 and 2023 in both sources, with the recorded folder of each race', () => {
    for (const season of [2019, 2023]) {
      for (const round of mergeSeason(season, schedule(season), index(season)).rounds) {
        const race = round.sessions.find((session) => session.code === 'R')
        expect(race?.path, `${season} ${round.name}`).toContain(`${round.name.replaceAll(' ', '_')}/`)
      }
    }
  })

  it('guesses the folders that the index has where the index is missing', () => {
    const known = mergeSeason(2023, schedule(2023), index(2023))
    const guessed = mergeSeason(2023, schedule(2023), null)
    const pathsOf = (season: typeof known) =>
      season.rounds.flatMap((round) => round.sessions.map((session) => session.path))
    const wrong = pathsOf(guessed).filter((path) => !pathsOf(known).includes(path))
    // Las Vegas: the schedule has all but the race a day early, so no guess can be right there.
    expect(wrong.filter((path) => path?.includes('Las_Vegas') !== true)).toEqual([])
    expect(wrong.length).toBe(4)
    expect(guessed.warnings[0]).toMatch(/guessed/)
  })

  it('marks a session that the typhoon of 2019 cancelled as not recorded', () => {
    const suzuka = mergeSeason(2019, schedule(2019), index(2019)).rounds.find((each) =>
      each.name.includes('Japan'),
    )
    expect(suzuka?.sessions.find((session) => session.code === 'FP3')?.path).toBeNull()
  })

  it('counts rounds from the index when the schedule is missing, and says so', () => {
    const season = mergeSeason(2019, null, index(2019))
    expect(season.rounds.length).toBe(21)
    expect(season.warnings[0]).toMatch(/counted/)
  })
})
