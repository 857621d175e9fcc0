import { describe, expect, it } from 'vitest'
import { buildFolders, isFolder } from '@main/core/sources/archive/folder-names'
import type { SessionCode } from '@contract/ids'
import { circuitOffsetMs } from '@main/core/sources/archive/circuit-clock'
import { raceEntry, scheduleOf } from './recorded-calendar'

/** Folders of one session of a race as Jolpica would list it. */
function foldersOf(season: number, code: SessionCode, change: object): readonly string[] {
  const round = scheduleOf(season, raceEntry(change)).rounds[0]!
  const session = round.sessions.find((each) => each.code === code)!
  return buildFolders(season, round, session, (at) => circuitOffsetMs(round.circuitId, at) ?? 0)
}
const circuit = (circuitId: string) => ({ Circuit: { circuitId, Location: { locality: 'L', country: 'C' } } })

describe('a folder built by rule', () => {
  it('bears the day of the race and the day of the session, by the clock of the circuit', () => {
    const melbourne = {
      ...circuit('albert_park'),
      raceName: 'Australian Grand Prix',
      date: '2025-03-16',
      time: '04:00:00Z',
      FirstPractice: { date: '2025-03-14', time: '01:30:00Z' },
    }
    expect(foldersOf(2025, 'FP1', melbourne)).toEqual([
      '2025/2025-03-16_Australian_Grand_Prix/2025-03-14_Practice_1/',
    ])
  })

  it('bears the Saturday of Las Vegas although UTC already has the Sunday', () => {
    const vegas = { ...circuit('vegas'), raceName: 'Las Vegas Grand Prix', date: '2023-11-19', time: '06:00:00Z', Qualifying: { date: '2023-11-17', time: '08:00:00Z' } } // prettier-ignore
    expect(foldersOf(2023, 'R', vegas)).toEqual(['2023/2023-11-18_Las_Vegas_Grand_Prix/2023-11-18_Race/'])
    expect(foldersOf(2023, 'Q', vegas)).toEqual([
      '2023/2023-11-18_Las_Vegas_Grand_Prix/2023-11-18_Qualifying/',
    ])
  })

  it('keeps letters that are not ASCII, and files the qualifying of São Paulo 2024 under Saturday', () => {
    const interlagos = { ...circuit('interlagos'), raceName: 'São Paulo Grand Prix', date: '2024-11-03', time: '15:30:00Z', Qualifying: { date: '2024-11-03', time: '10:30:00Z' } } // prettier-ignore
    expect(foldersOf(2024, 'Q', interlagos)).toEqual([
      '2024/2024-11-03_São_Paulo_Grand_Prix/2024-11-02_Qualifying/',
    ])
  })

  it('has two plausible names for a sprint of 2021, and one ever after', () => {
    const sprint = (season: number) =>
      foldersOf(season, 'S', {
        ...circuit('silverstone'),
        raceName: 'British Grand Prix',
        date: `${season}-07-18`,
        time: '14:00:00Z',
        Sprint: { date: `${season}-07-17`, time: '15:30:00Z' },
      })
    expect(sprint(2021)).toEqual([
      '2021/2021-07-18_British_Grand_Prix/2021-07-17_Sprint_Qualifying/',
      '2021/2021-07-18_British_Grand_Prix/2021-07-17_Sprint/',
    ])
    expect(sprint(2022).length).toBe(1)
  })

  it('has two plausible names for the one practice of Emilia Romagna 2020', () => {
    const imola = { ...circuit('imola'), raceName: 'Emilia Romagna Grand Prix', date: '2020-11-01', time: '12:10:00Z', FirstPractice: { date: '2020-10-31' } } // prettier-ignore
    expect(foldersOf(2020, 'FP1', imola)).toEqual([
      '2020/2020-11-01_Emilia_Romagna_Grand_Prix/2020-10-31_Practice_1/',
      '2020/2020-11-01_Emilia_Romagna_Grand_Prix/2020-10-31_Practice/',
    ])
  })

  it('is not built out of a name that would climb out of the archive', () => {
    expect(foldersOf(2025, 'R', { raceName: '../../../etc/' })).toEqual([])
    expect(foldersOf(2025, 'R', { raceName: 'a\\..\\b' })).toEqual([])
    expect(foldersOf(2025, 'R', { raceName: 'x'.repeat(1000) })).toEqual([])
  })

  it.each(['2025/a/b/', '2023/2023-11-05_São_Paulo_Grand_Prix/2023-11-03_Qualifying/'])(
    'accepts %s',
    (path) => {
      expect(isFolder(path)).toBe(true)
    },
  )

  it.each(['', '/2025/a/', '2025/a', '2025/../a/', '2025/a\u0000/', 'x/2025/a/'])('refuses %j', (path) => {
    expect(isFolder(path)).toBe(false)
  })
})
