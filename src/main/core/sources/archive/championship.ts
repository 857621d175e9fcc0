// What Jolpica knows beyond the calendar: the drivers' championship, and of a race what the timing feed leaves out.
// Knows paths and what their answers mean together; fetching and keeping is passed in.

import type { DriverStandings } from '@contract/calendar'
import { say } from '@contract/phrases'
import { AppError } from '../../app-error'
import {
  NO_RACE_CONTEXT,
  type FetchOptions,
  type RaceContext,
  type SessionSource,
  type SourceSession,
} from '../session-source'
import { collectPages, PAGE_ROWS, type Collected, type Page } from './jolpica-pages'
import { parseFirstLaps, parseResults, type RacePage } from './race-json'
import { parseStandings, type StandingRow } from './standings-json'

/** An answer of Jolpica's, or null bytes where it has none. @param path below the API's root, e.g. `2025/1/results`. */
export type GetJolpica = (
  path: string,
  query: string,
  fetch: FetchOptions,
) => Promise<{ readonly bytes: Uint8Array | null; readonly changed: boolean }>

export type Championship = Pick<SessionSource, 'loadStandings' | 'loadRaceContext'>

/** A race is a day or two after the other sessions of its weekend; the next one is five days and more away. */
const SAME_WEEKEND_MS = 4 * 24 * 3_600_000

/** One list about a race: its rows, none where the state is not `complete`. */
interface RaceList<Row> {
  readonly rows: readonly Row[]
  readonly state: RaceContext['state']
  readonly changed: boolean
}

/** @param currentSeason the season whose drivers still have the numbers Jolpica calls permanent. */
export function createChampionship(get: GetJolpica, currentSeason: () => number): Championship {
  /** All pages of a list; null where there is no such list. */
  async function collect<Row extends { readonly driverId: string }, P extends Page<Row>>(
    path: string,
    fetch: FetchOptions,
    parse: (bytes: Uint8Array) => P & Page<Row>,
  ): Promise<(Collected<Row, P> & { readonly changed: boolean }) | null> {
    let changed = false
    const load = async (offset: number) => {
      const got = await get(path, `limit=${PAGE_ROWS}&offset=${offset}`, fetch)
      changed ||= got.changed
      return got.bytes === null ? null : parse(got.bytes)
    }
    const collected = await collectPages<Row, P & Page<Row>>(load, ({ driverId }) => driverId)
    return collected === null ? null : { ...collected, changed }
  }

  /** A list about a race. Trouble of the source is a state here. @throws AppError `task/cancelled`. */
  async function collectOfRace<Row extends { readonly driverId: string }>(
    path: string,
    weekendAt: number,
    signal: AbortSignal,
    parse: (bytes: Uint8Array) => RacePage<Row>,
  ): Promise<RaceList<Row>> {
    try {
      const list = await collect(path, { signal, freshness: 'cached' }, parse)
      // Rounds that had to be counted from the archive may be off by one: the day tells whether this is the race.
      const raceDay = list?.first.raceDay ?? null
      const isTheRace = raceDay !== null && Math.abs(raceDay - weekendAt) < SAME_WEEKEND_MS
      return list !== null && isTheRace && list.rows.length > 0
        ? { rows: list.rows, state: 'complete', changed: list.changed }
        : { rows: [], state: 'unpublished', changed: false }
    } catch (error) {
      if (!isTroubleOfSource(error)) throw error
      return { rows: [], state: 'unreachable', changed: false }
    }
  }

  async function loadRaceContext(
    season: number,
    round: number,
    { code, startAt }: SourceSession,
    { signal }: Pick<FetchOptions, 'signal'>,
  ): Promise<RaceContext> {
    if (code !== 'R' && code !== 'S') return NO_RACE_CONTEXT
    const isRace = code === 'R'
    const resultsPath = `${season}/${round}/${isRace ? 'results' : 'sprint'}`
    const lapsPath = `${season}/${round}/laps/1`
    const [results, laps] = await Promise.all([
      collectOfRace(resultsPath, startAt, signal, (bytes) =>
        parseResults(bytes, resultsPath, isRace ? 'Results' : 'SprintResults'),
      ),
      // Jolpica has no laps of sprints.
      isRace ? collectOfRace(lapsPath, startAt, signal, (bytes) => parseFirstLaps(bytes, lapsPath)) : null,
    ])
    // Laps name people, the timing feed numbers: without the results the one cannot be found in the other.
    const numbers = new Map(results.rows.map(({ driverId, number }) => [driverId, number]))
    const lists = laps === null ? [results] : [results, laps]
    return {
      firstLapTimesMs: new Map(
        (laps?.rows ?? []).flatMap(({ driverId, lapTimeMs }) => {
          const number = numbers.get(driverId)
          return number === undefined ? [] : [[number, lapTimeMs] as const]
        }),
      ),
      withdrawn: new Set(results.rows.filter((row) => row.hasWithdrawn).map(({ number }) => number)),
      state:
        lists.find(({ state }) => state === 'unreachable')?.state ??
        lists.find(({ state }) => state === 'unpublished')?.state ??
        'complete',
      changed: lists.some(({ changed }) => changed),
    }
  }

  /** Racing numbers of a race by driver; empty where its results are not to be had: standings do without. */
  async function numbersIn(season: number, round: number, fetch: FetchOptions): Promise<Map<string, string>> {
    const path = `${season}/${round}/results`
    try {
      const results = await collect(path, fetch, (bytes) => parseResults(bytes, path, 'Results'))
      return new Map((results?.rows ?? []).map(({ driverId, number }) => [driverId, number]))
    } catch (error) {
      if (!isTroubleOfSource(error)) throw error
      return new Map()
    }
  }

  async function loadStandings(
    season: number,
    asked: number | 'latest',
    fetch: FetchOptions,
  ): Promise<DriverStandings> {
    const path = asked === 'latest' ? `${season}/driverstandings` : `${season}/${asked}/driverstandings`
    const subject =
      asked === 'latest'
        ? say('of-standings', { season })
        : say('of-standings-after', { season, round: asked })
    const standings = await collect(path, fetch, (bytes) => parseStandings(bytes, subject))
    if (standings === null || (asked !== 'latest' && standings.rows.length === 0))
      throw new AppError('source/not-available', subject)
    const { round } = standings.first
    const numbers = round === null ? new Map<string, string>() : await numbersIn(season, round, fetch)
    const isCurrent = season === currentSeason()
    const numberOf = ({ driverId, permanentNumber }: StandingRow) =>
      numbers.get(driverId) ?? (isCurrent ? permanentNumber : null)
    return {
      season,
      round,
      drivers: standings.rows
        .map(({ permanentNumber, ...row }) => ({ ...row, number: numberOf({ permanentNumber, ...row }) }))
        .toSorted(
          (a, b) => (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER),
        ),
      warnings: standings.isComplete
        ? []
        : ['The standings may be incomplete: not all of them could be read.'],
    }
  }

  return { loadStandings, loadRaceContext }
}

function isTroubleOfSource(error: unknown): boolean {
  return error instanceof AppError && error.code.startsWith('source/')
}
