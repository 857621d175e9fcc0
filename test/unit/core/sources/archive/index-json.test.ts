import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import { parseIndex } from '@main/core/sources/archive/index-json'
import { needingRecordings } from '../../../../helpers/recordings'
import { indexEntry, indexOf, jsonBytes, meetingEntry, recordedIndex, recordings } from './recorded-calendar'

const sessionsOf = (season: number, ...entries: readonly unknown[]) =>
  indexOf(season, meetingEntry('Some Grand Prix', ...entries)).meetings.flatMap((each) => each.sessions)
const read = (change: object) => sessionsOf(2025, indexEntry(change))

describe("the archive's index", () => {
  it('is read with its byte order mark, and local times become UTC', () => {
    expect(read({})[0]).toMatchObject({
      code: 'Q',
      startAt: Date.UTC(2025, 9, 25, 21),
      endAt: Date.UTC(2025, 9, 25, 22),
      gmtOffsetMs: -6 * 3_600_000,
      path: '2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying/',
    })
  })

  it('is read when it is pretty-printed with CRLF, as the host did in 2021 and 2022', () => {
    const text = JSON.stringify({ Meetings: [meetingEntry('A', indexEntry())] }, null, 2)
    const { meetings } = parseIndex(Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`), 2025)
    expect(meetings.length).toBe(1)
  })

  it('passes over phantom sessions without a name, in silence', () => {
    const phantom = { Key: -1, Type: 'Race', StartDate: '2025-10-26T14:00:00', GmtOffset: '-06:00:00' }
    const index = indexOf(2025, meetingEntry('Qatar Grand Prix', phantom, indexEntry(), phantom))
    expect(index.meetings[0]?.sessions.map(({ code }) => code)).toEqual(['Q'])
    expect(index.warnings).toEqual([])
  })

  it('does not follow a path that climbs out of the archive', () => {
    expect(read({ Path: '../uat/static/2022/x/' })[0]?.path).toBeNull()
    expect(read({ Path: '2025/../../x/' })[0]?.path).toBeNull()
    expect(read({ Path: '2025/a\\..\\b/' })[0]?.path).toBeNull()
    expect(read({ Path: 'https://elsewhere/2025/' })[0]?.path).toBeNull()
    expect(read({ Path: '2025/\uD800/' })[0]?.path).toBeNull()
  })

  it('does not take a track test of another season, typed as a race, for the race (Saudi Arabia 2021)', () => {
    const sessions = sessionsOf(
      2021,
      indexEntry({ Type: 'Race', Name: 'Race', StartDate: '2021-12-05T20:30:00', GmtOffset: '03:00:00', Path: '2021/2021-12-05_Saudi_Arabian_Grand_Prix/2021-12-05_Race/' }),
      indexEntry({ Type: 'Race', Name: 'High Speed Track Test', StartDate: '2022-03-24T16:00:00', EndDate: undefined, Path: '../uat/static/2022/2022-03-27_x/2022-03-24_y/' }),
      indexEntry({ Type: 'Race', Name: 'Race', StartDate: '2022-03-24T16:00:00' }),
    ) // prettier-ignore
    expect(sessions.map(({ code, path }) => [code, path])).toEqual([
      ['R', '2021/2021-12-05_Saudi_Arabian_Grand_Prix/2021-12-05_Race/'],
    ])
  })

  it('keeps a session that was never recorded, without a path', () => {
    expect(read({ Path: undefined })[0]?.path).toBeNull()
  })

  it('takes of two entries for one session the recorded one', () => {
    const sessions = sessionsOf(2025, indexEntry({ Path: undefined }), indexEntry())
    expect(sessions.map(({ path }) => path)).toEqual([indexEntry().Path])
  })

  it('does not believe an end before the start, or a day after it', () => {
    expect(read({ EndDate: '2025-10-25T14:00:00' })[0]?.endAt).toBeNull()
    expect(read({ EndDate: '2025-10-27T16:00:00' })[0]?.endAt).toBeNull()
    expect(read({ EndDate: undefined })[0]?.endAt).toBeNull()
  })

  it.each([
    ['Practice', 'Practice 2', 2, 2025, 'FP2'],
    ['Practice', 'Practice', undefined, 2020, 'FP1'],
    ['Practice', 'Practice 2', -1, 2021, 'FP2'],
    ['Race', 'Sprint Qualifying', -1, 2021, 'S'],
    ['Race', 'Sprint', undefined, 2022, 'S'],
    ['Qualifying', 'Sprint Shootout', -1, 2023, 'SS'],
    ['Qualifying', 'Sprint Qualifying', undefined, 2024, 'SQ'],
    ['Race', 'Race', undefined, 2025, 'R'],
  ])('takes type %s, name %s, number %s in %i for %s', (Type, Name, Number, season, code) => {
    const dates = { StartDate: `${season}-06-01T15:00:00`, EndDate: undefined }
    expect(sessionsOf(season, indexEntry({ Type, Name, Number, ...dates }))[0]?.code).toBe(code)
  })

  it.each(['Pre-Season Test', 'Pre-Season Testing', 'Pre-Season Track Session'])(
    'leaves out "%s"',
    (name) => {
      expect(indexOf(2025, meetingEntry(name, indexEntry())).meetings).toEqual([])
    },
  )

  it('puts the weekends into the order in which they took place', () => {
    const later = indexEntry({ StartDate: '2025-11-25T15:00:00', EndDate: undefined })
    const { meetings } = indexOf(2025, meetingEntry('Second', later), meetingEntry('First', indexEntry()))
    expect(meetings.map(({ name }) => name)).toEqual(['First', 'Second'])
  })

  it('loses one bad session and one bad meeting, says so, and keeps the season', () => {
    const index = indexOf(
      2025,
      meetingEntry('Good Grand Prix', indexEntry(), { Key: 'x' }, indexEntry({ GmtOffset: 'noon' })),
      { Name: 7 },
      meetingEntry('Other Grand Prix', indexEntry({ Name: 'Race', Type: 'Race' })),
    )
    expect(index.meetings.map(({ sessions }) => sessions.length)).toEqual([1, 1])
    expect(index.warnings).toEqual([expect.stringMatching(/left out: 3/)])
  })

  it('refuses bytes that are not an index', () => {
    expect(() => parseIndex(Buffer.from('<Error/>'), 2025)).toThrow(/not timing data/)
    expect(() => parseIndex(jsonBytes({ Meetings: {} }), 2025)).toThrow(/index of 2025/)
  })

  it('answers any bytes and any JSON with a value or `source/unparsable`, nothing else', () => {
    const parse = (bytes: Uint8Array) => {
      try {
        expect(Array.isArray(parseIndex(bytes, 2025).meetings)).toBe(true)
      } catch (error) {
        expect(error instanceof AppError && error.code).toBe('source/unparsable')
      }
    }
    const entry = fc.oneof(fc.jsonValue(), fc.record({ Name: fc.constantFrom('Race', 'x'), Type: fc.string(), Key: fc.integer(), StartDate: fc.string(), GmtOffset: fc.string(), Path: fc.string({ unit: 'binary-ascii' }) }, { requiredKeys: [] })) // prettier-ignore
    const meeting = fc.oneof(fc.jsonValue(), fc.array(entry).map((all) => meetingEntry('A', ...all))) // prettier-ignore
    fc.assert(fc.property(fc.uint8Array(), parse))
    fc.assert(fc.property(fc.jsonValue(), (value) => parse(jsonBytes(value))))
    fc.assert(fc.property(fc.array(meeting), (Meetings) => parse(jsonBytes({ Meetings }))))
  })
})

describe.skipIf(recordings === null)(needingRecordings('the recorded indexes'), () => {
  it('are read without losing anything', () => {
    for (const season of [2019, 2022, 2023]) expect(recordedIndex(season).warnings).toEqual([])
    expect(recordedIndex(2019).meetings.length).toBe(21)
    expect(recordedIndex(2022).meetings.length).toBe(22)
    expect(recordedIndex(2023).meetings.length).toBe(22)
  })

  it('have five sessions in Qatar 2023 in spite of three phantoms', () => {
    const qatar = recordedIndex(2023).meetings.find(({ name }) => name.startsWith('Qatar'))
    expect(qatar?.sessions.map(({ code }) => code)).toEqual(['FP1', 'Q', 'SS', 'S', 'R'])
  })
})
