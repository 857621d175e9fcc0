import type { SessionCode } from '@contract/ids'
import type { Lap } from '@contract/laps'
import { decodeLaps } from '@main/core/session/decode-laps'
import { describe, expect, it } from 'vitest'
import { recordingsFolder, RECORDINGS_MISSING } from '../../../helpers/recordings'
import { contextOf, readExpected, recordedTopics, type ExpectedLap } from './recorded-sessions'

const folder = recordingsFolder()
const why = folder === null ? ` (skipped: ${RECORDINGS_MISSING})` : ''

interface Recorded {
  readonly name: string
  readonly session: SessionCode
  readonly season: number
}

const RECORDED: readonly Recorded[] = [
  { name: '2019-italy-q', session: 'Q', season: 2019 },
  { name: '2022-saudi-q', session: 'Q', season: 2022 },
  { name: '2023-azerbaijan-q', session: 'Q', season: 2023 },
  { name: '2023-azerbaijan-ss', session: 'SS', season: 2023 },
  { name: '2023-azerbaijan-s', session: 'S', season: 2023 },
  { name: '2024-britain-fp1', session: 'FP1', season: 2024 },
  { name: '2025-mexico-q', session: 'Q', season: 2025 },
]

/** Everything of the contract's Lap that FastF1 computes too; it assigns no lap to a qualifying segment. */
const FIELDS = [
  'lapTimeMs', 'startMs', 'endMs', 'sectorsMs', 'compound', 'tyreLife', 'fresh', 'stint', 'pitInMs', 'pitOutMs',
  'trackStatus', 'position', 'deleted', 'accurate', 'personalBest', 'generated',
] as const satisfies readonly (keyof Lap)[] // prettier-ignore

/**
 * What differs on purpose.
 *
 * FastF1 adds a lap for a driver who stopped on track and says nothing of its being a personal best; a missing value
 * then reads as true when the column is made one of booleans. A lap without a time is nobody's best here.
 *
 * Not met in these recordings, and different on purpose as well, as far as FastF1 is known: a driver of whom no tyres
 * were sent has none here, where FastF1 says stint 1 and not fresh; laps before the first word on tyres are `fresh:
 * null` here, where a missing value again reads as true; a lap takes no negative time; of two cars told as leader at
 * one crossing the first across the line is, where FastF1 goes by the order of the feed's text.
 */
const KNOWN_DIFFERENCES: Readonly<Record<string, readonly string[]>> = {
  '2023-azerbaijan-ss': [
    'car 21 lap 6 personalBest: false, expected true',
    'car 24 lap 6 personalBest: false, expected true',
  ],
}

/** Every difference as a sentence. */
function differences(expected: readonly ExpectedLap[], actual: readonly ExpectedLap[]): readonly string[] {
  const byName = (laps: readonly ExpectedLap[]): Map<string, ExpectedLap> =>
    new Map(laps.map((lap) => [`car ${lap.number} lap ${lap.lap}`, lap]))
  const wanted = byName(expected)
  const found = byName(actual)
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((name) => {
    const want = wanted.get(name)
    const have = found.get(name)
    if (want === undefined) return [`${name} should not be there`]
    if (have === undefined) return [`${name} is missing`]
    return FIELDS.filter((field) => JSON.stringify(want[field]) !== JSON.stringify(have[field])).map(
      (field) => `${name} ${field}: ${JSON.stringify(have[field])}, expected ${JSON.stringify(want[field])}`,
    )
  })
}

describe.skipIf(folder === null)(`laps of recorded sessions${why}`, () => {
  it.each(RECORDED)('equal those of FastF1 in every field: $name', ({ name, session, season }) => {
    const expected = readExpected(folder!, name)
    const decoded = decodeLaps(recordedTopics(folder!, expected.path), contextOf(session, season))
    const laps = decoded.drivers.flatMap(({ number, laps }) => laps.map((lap) => ({ ...lap, number })))
    expect(differences(expected.laps, laps)).toEqual(KNOWN_DIFFERENCES[name] ?? [])
    expect(new Map(decoded.drivers.map(({ number, fastest }) => [number, fastest]))).toEqual(expected.fastest)
  })

  it('include every fastest lap of the 2025 Mexico City qualifying, to the millisecond', () => {
    const expected = readExpected(folder!, '2025-mexico-q')
    const { drivers, warnings } = decodeLaps(recordedTopics(folder!, expected.path), contextOf('Q', 2025))
    expect(warnings).toEqual([])
    expect(drivers).toHaveLength(20)
    for (const { number, fastest } of drivers) expect(fastest).toEqual(expected.fastest.get(number))
    expect(drivers.map(({ code }) => code).slice(0, 5)).toEqual(['NOR', 'LEC', 'HAM', 'RUS', 'VER'])
    expect(drivers[0]).toMatchObject({
      number: '4',
      name: 'Lando Norris',
      team: 'McLaren',
      teamColour: '#f47600',
    })
  })

  it('belong to the qualifying segments whose official times they set', () => {
    const expected = readExpected(folder!, '2025-mexico-q')
    const { drivers } = decodeLaps(recordedTopics(folder!, expected.path), contextOf('Q', 2025))
    for (const { number, laps } of drivers) {
      const best = (['Q1', 'Q2', 'Q3'] as const).map((segment) => {
        const timesMs = laps.flatMap((lap) =>
          lap.segment === segment && !lap.deleted ? (lap.lapTimeMs ?? []) : [],
        )
        return timesMs.length === 0 ? null : Math.min(...timesMs)
      })
      const official = expected.segmentTimesMs.get(number) ?? []
      expect({ number, best }).toEqual({ number, best: best.map((_, part) => official[part] ?? null) })
    }
  })

  it.each([
    {
      what: 'a race without lap times',
      path: '2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-26_Race',
      session: 'R',
      laps: 0,
      warnings: ['Lap times were not recorded.'],
    },
    {
      what: 'a recording that begins in the middle of a practice',
      path: '2023/2023-05-28_Monaco_Grand_Prix/2023-05-26_Practice_2',
      session: 'FP2',
      laps: 80,
      warnings: [
        'The recording begins in the middle of the session; laps before are missing.',
        'When the session began and ended was not recorded; some laps lack a start.',
      ],
    },
    {
      what: 'a recording that ends before anybody has driven a lap',
      path: '2024/2024-10-27_Mexico_City_Grand_Prix/2024-10-26_Practice_3',
      session: 'FP3',
      laps: 0,
      warnings: [
        'The names of the drivers were not recorded; they are known by number only.',
        'When the session began and ended was not recorded; some laps lack a start.',
        'Nobody completed a lap while this session was recorded.',
      ],
    },
  ] as const)('come with warnings from $what', ({ path, session, laps, warnings }) => {
    const decoded = decodeLaps(recordedTopics(folder!, path), contextOf(session, 2025))
    expect(decoded.warnings).toEqual(warnings)
    expect(decoded.drivers.flatMap((driver) => driver.laps)).toHaveLength(laps)
    expect(decoded.drivers.length).toBeGreaterThanOrEqual(19)
  })
})
