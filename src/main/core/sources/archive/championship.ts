// What Jolpica knows beyond the calendar: the drivers' championship. Knows paths and what
// their answers mean together; fetching and keeping is passed in.

import type { DriverStandings } from '@contract/calendar'
import { AppError } from '../../app-error'
import type { FetchOptions, SessionSource } from '../session-source'
import { collectPages, PAGE_ROWS, type Collected, type Page } from './jolpica-pages'
import { parseResults, type ResultRow } from './race-json'
import { parseStandings, type StandingRow } from './standings-json'

/** Bytes of an answer of Jolpica's; null where it has none. @param path below the API's root, e.g. `2025/1/results`. */
export type GetJolpica = (path: string, query: string, fetch: FetchOptions) => Promise<Uint8Array | null>

export type Championship = Pick<SessionSource, 'loadStandings'>

/** @param currentSeason the season whose drivers still have the numbers Jolpica calls permanent. */
export function createChampionship(get: GetJolpica, currentSeason: () => number): Championship {
  /** All pages of a list; null where there is no such list. */
  async function collect<Row extends { readonly driverId: string }, P extends Page<Row>>(
    path: string,
    fetch: FetchOptions,
    parse: (bytes: Uint8Array) => P & Page<Row>,
  ): Promise<Collected<Row, P> | null> {
    const load = async (offset: number) => {
      const bytes = await get(path, `limit=${PAGE_ROWS}&offset=${offset}`, fetch)
      return bytes === null ? null : parse(bytes)
    }
    return await collectPages(load, ({ driverId }) => driverId)
  }

  /** Racing numbers of a race by driver; empty where its results are not to be had. */
  async function numbersIn(season: number, round: number, fetch: FetchOptions): Promise<Map<string, string>> {
    const path = `${season}/${round}/results`
    try {
      const results = await collect(path, fetch, (bytes) => parseResults(bytes, path, 'Results'))
      return new Map((results?.rows ?? []).map(({ driverId, number }: ResultRow) => [driverId, number]))
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('source/')) throw error
      // Standings without numbers are standings still.
      return new Map()
    }
  }

  async function loadStandings(
    season: number,
    asked: number | 'latest',
    fetch: FetchOptions,
  ): Promise<DriverStandings> {
    const path = asked === 'latest' ? `${season}/driverstandings` : `${season}/${asked}/driverstandings`
    const subject = `the standings of ${season}${asked === 'latest' ? '' : ` after round ${asked}`}`
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

  return { loadStandings }
}
