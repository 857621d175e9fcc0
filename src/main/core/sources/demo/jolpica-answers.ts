// The simulated season in the words of Jolpica: every number a string, one envelope, tables by subject.

import type { SourceRound } from '../session-source'
import type { DemoDriver } from './field'
import { DEMO_FIELD } from './field'
import { grandPrixName, HOUR_MS, type DemoGrandPrix } from './grand-prix'
import type { DemoLap, Programme, Run } from './programme'
import { RACE_POINTS, SPRINT_POINTS, type DemoStanding } from './standings'
import { wireDuration } from './wire'

/** @param total of what the table lists. */
function envelope(path: string, total: number, table: object): object {
  const page = { limit: String(Math.max(30, total)), offset: '0', total: String(total) }
  return { MRData: { xmlns: '', series: 'f1', url: path, ...page, ...table } }
}

export function seasonsAnswer(path: string, seasons: readonly number[]): object {
  const list = seasons.toSorted((a, b) => a - b).map((season) => ({ season: String(season), url: '' }))
  return envelope(path, list.length, { SeasonTable: { Seasons: list } })
}

export function driversAnswer(path: string, season: number): object {
  const table = { season: String(season), Drivers: DEMO_FIELD.map(driverEntry) }
  return envelope(path, DEMO_FIELD.length, { DriverTable: table })
}

export function scheduleAnswer(
  path: string,
  season: number,
  grandsPrix: readonly DemoGrandPrix[],
  rounds: readonly SourceRound[],
): object {
  const races = grandsPrix.map((grandPrix, i) => raceEntry(grandPrix, rounds[i]!))
  return envelope(path, races.length, { RaceTable: { season: String(season), Races: races } })
}

export function standingsAnswer(
  path: string,
  season: number,
  round: number,
  standings: readonly DemoStanding[],
): object {
  const list = standings.map(({ driver, position, points, wins }) => ({
    position: String(position),
    positionText: String(position),
    points: String(points),
    wins: String(wins),
    Driver: driverEntry(driver),
    Constructors: [constructorEntry(driver)],
  }))
  const lists = round === 0 ? [] : [{ season: String(season), round: String(round), DriverStandings: list }]
  const table = { season: String(season), round: String(round), StandingsLists: lists }
  return envelope(path, lists.length === 0 ? 0 : list.length, { StandingsTable: table })
}

/** Answers about one session are lists within the race they belong to. */
export function raceAnswer(
  path: string,
  grandPrix: DemoGrandPrix,
  round: SourceRound,
  key: 'Results' | 'SprintResults' | 'QualifyingResults' | 'Laps',
  list: readonly object[],
  total = list.length,
): object {
  const races = list.length === 0 ? [] : [{ ...raceHead(grandPrix, round), [key]: list }]
  const table = { season: String(grandPrix.season), round: String(grandPrix.round), Races: races }
  return envelope(path, total, { RaceTable: table })
}

const SESSION_KEYS = [
  ['FP1', 'FirstPractice'],
  ['FP2', 'SecondPractice'],
  ['FP3', 'ThirdPractice'],
  ['Q', 'Qualifying'],
  ['S', 'Sprint'],
  ['SQ', 'SprintQualifying'],
] as const

/** A race with the other sessions of its weekend, as schedules list it. */
function raceEntry(grandPrix: DemoGrandPrix, round: SourceRound): object {
  const sessions = SESSION_KEYS.flatMap(([code, key]) => {
    const session = round.sessions.find((each) => each.code === code)
    return session === undefined ? [] : [[key, when(session.startAt)] as const]
  })
  return { ...raceHead(grandPrix, round), ...Object.fromEntries(sessions) }
}

function raceHead(grandPrix: DemoGrandPrix, round: SourceRound): object {
  const { circuit, gmtOffsetMs, place } = grandPrix
  // Nowhere on earth: on the equator, at the longitude whose clock the circuit keeps.
  const long = ((gmtOffsetMs / HOUR_MS) * 15).toFixed(4)
  return {
    season: String(grandPrix.season),
    round: String(grandPrix.round),
    url: '',
    raceName: grandPrixName(grandPrix),
    Circuit: {
      circuitId: circuit.name.toLowerCase().replaceAll(' ', '_'),
      url: '',
      circuitName: circuit.name,
      Location: { lat: '0.0000', long, locality: circuit.name, country: place },
    },
    ...when(round.sessions.find(({ code }) => code === 'R')?.startAt ?? grandPrix.raceDayAt),
  }
}

function when(at: number): object {
  const [date = '', time = ''] = new Date(at).toISOString().split('T')
  return { date, time: `${time.slice(0, 8)}Z` }
}

function driverIdOf({ lastName }: DemoDriver): string {
  return lastName.toLowerCase()
}

function driverEntry(driver: DemoDriver): object {
  return {
    driverId: driverIdOf(driver),
    permanentNumber: driver.number,
    code: driver.code,
    url: '',
    givenName: driver.firstName,
    familyName: driver.lastName,
  }
}

function constructorEntry({ team }: DemoDriver): object {
  return { constructorId: team.name.toLowerCase().replaceAll(' ', '_'), url: '', name: team.name }
}

/** Results of a race or sprint, best first. */
export function raceResults(programme: Programme, form: 'race' | 'sprint'): readonly object[] {
  const scale = form === 'race' ? RACE_POINTS : SPRINT_POINTS
  const grid = programme.segments[0]!.drivers
  const startMs = programme.segments[0]!.startMs
  const leaderMs = lastEndMs(programme, programme.result[0]!) - startMs
  return programme.result.map((driver, i) => {
    const laps = lapsOf(programme.runs, driver)
    const hasRetired = programme.runs.some((run) => run.driver === driver && run.plan.isLast)
    const behind = programme.totalLaps! - laps.length
    const tookMs = lastEndMs(programme, driver) - startMs
    const best = laps.filter(({ lap }) => lap > 1).toSorted((a, b) => a.lapTimeMs! - b.lapTimeMs!)[0]
    return {
      number: driver.number,
      position: String(i + 1),
      positionText: hasRetired ? 'R' : String(i + 1),
      points: String(scale[i] ?? 0),
      Driver: driverEntry(driver),
      Constructor: constructorEntry(driver),
      grid: String(grid.indexOf(driver) + 1),
      laps: String(laps.length),
      status: hasRetired ? 'Retired' : behind > 0 ? 'Lapped' : 'Finished',
      ...(hasRetired || behind > 0
        ? {}
        : { Time: { millis: String(tookMs), time: raceTime(tookMs, leaderMs, i) } }),
      ...(best === undefined
        ? {}
        : { FastestLap: { lap: String(best.lap), Time: { time: wireDuration(best.lapTimeMs!) } } }),
    }
  })
}

/** The winner's in full, the others' as what it is more. */
function raceTime(tookMs: number, leaderMs: number, place: number): string {
  if (place > 0) return `+${wireDuration(tookMs - leaderMs)}`
  const hours = Math.floor(tookMs / HOUR_MS)
  const rest = wireDuration(tookMs % HOUR_MS)
  return hours === 0 ? rest : `${hours}:${rest.padStart(9, '0')}`
}

/** Best counted lap of each segment; `""` for who took part and set none, no key for who was not in it. */
export function qualifyingResults(programme: Programme): readonly object[] {
  return programme.result.map((driver, i) => ({
    number: driver.number,
    position: String(i + 1),
    Driver: driverEntry(driver),
    Constructor: constructorEntry(driver),
    ...Object.fromEntries(
      programme.segments.flatMap(({ drivers }, segment) => {
        if (!drivers.includes(driver)) return []
        const runs = programme.runs.filter((run) => run.segment === segment)
        const counted = lapsOf(runs, driver).filter((lap) => lap.kind === 'flying' && !lap.deleted)
        const bestMs = Math.min(...counted.map(({ lapTimeMs }) => lapTimeMs!))
        return [[`Q${segment + 1}`, counted.length === 0 ? '' : wireDuration(bestMs)]]
      }),
    ),
  }))
}

/** Everybody's time of one lap of a race, in the order they ended it. The feed has none of the first lap. */
export function lapTimings({ runs }: Programme, lap: number): readonly object[] {
  const timed = runs.flatMap(({ driver, laps }) =>
    laps.filter((each) => each.lap === lap).map((each) => ({ driver, lap: each })),
  )
  return timed
    .toSorted((a, b) => a.lap.endMs - b.lap.endMs)
    .map(({ driver, lap: each }, i) => ({
      driverId: driverIdOf(driver),
      time: wireDuration(each.lapTimeMs!),
      position: String(i + 1),
    }))
}

function lapsOf(runs: readonly Run[], driver: DemoDriver): readonly DemoLap[] {
  return runs.filter((run) => run.driver === driver).flatMap(({ laps }) => laps)
}

function lastEndMs({ runs, segments }: Programme, driver: DemoDriver): number {
  return lapsOf(runs, driver).at(-1)?.endMs ?? segments[0]!.startMs
}
