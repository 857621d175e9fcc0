import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import { createChampionship } from '@main/core/sources/archive/championship'
import type { FetchOptions } from '@main/core/sources/session-source'
import { aDriver, aResult, aStanding, raceBytes, standingsBytes } from './jolpica-lists'

const cached: FetchOptions = { signal: new AbortController().signal, freshness: 'cached' }

/** Answers by path; what is not listed Jolpica does not have. */
function championshipOf(answers: Readonly<Record<string, Uint8Array | AppError>>, currentSeason = 2026) {
  const asked: string[] = []
  const get = (path: string, query: string) => {
    asked.push(`${path}?${query}`)
    const answer = answers[path] ?? null
    return answer instanceof AppError ? Promise.reject(answer) : Promise.resolve(answer)
  }
  return { ...createChampionship(get, () => currentSeason), asked }
}
const gone = new AppError('source/unreachable', 'jolpica')

describe('the standings of the championship', () => {
  const today = { Driver: aDriver('max_verstappen', { code: 'VER', permanentNumber: '3' }) }
  const answers = {
    '2023/driverstandings': standingsBytes([
      aStanding('lawson', { position: undefined }),
      aStanding('perez', { position: '2' }),
      aStanding('max_verstappen', today),
    ]),
    '2023/22/results': raceBytes({ Results: [aResult('max_verstappen', '1'), aResult('perez', '11')] }),
  }

  it('are in order, those without a position last', async () => {
    const { drivers, round, warnings } = await championshipOf(answers).loadStandings(2023, 'latest', cached)
    expect(drivers.map(({ driverId }) => driverId)).toEqual(['max_verstappen', 'perez', 'lawson'])
    expect([round, warnings]).toEqual([22, []])
  })

  it('have the numbers of that season, which Jolpica itself has forgotten', async () => {
    const { drivers } = await championshipOf(answers).loadStandings(2023, 'latest', cached)
    expect(drivers.map(({ number }) => number)).toEqual(['1', '11', null])
  })

  it('have no numbers rather than wrong ones where the results are not to be had', async () => {
    for (const results of [gone, raceBytes({ Results: [] })]) {
      const without = { ...answers, '2023/22/results': results }
      const numberIn = async (currentSeason: number) =>
        (await championshipOf(without, currentSeason).loadStandings(2023, 'latest', cached)).drivers[0]
          ?.number
      expect(await numberIn(2026)).toBeNull()
      // In the running season the number of today is the season's.
      expect(await numberIn(2023)).toBe('3')
    }
  })

  it('are asked for after a round, and are not available before it was raced', async () => {
    const { loadStandings, asked } = championshipOf({
      '2023/5/driverstandings': standingsBytes([aStanding('perez')]),
      '2023/9/driverstandings': standingsBytes([]),
    })
    expect((await loadStandings(2023, 5, cached)).drivers.length).toBe(1)
    expect(asked[0]).toBe('2023/5/driverstandings?limit=100&offset=0')
    for (const round of [9, 30])
      await expect(loadStandings(2023, round, cached)).rejects.toMatchObject({ code: 'source/not-available' })
  })

  it('are empty before the first race of a season', async () => {
    const { loadStandings } = championshipOf({
      '2026/driverstandings': standingsBytes([], { StandingsTable: { StandingsLists: [] } }),
    })
    expect(await loadStandings(2026, 'latest', cached)).toMatchObject({ round: null, drivers: [] })
  })

  it('say so when not all of them could be read', async () => {
    const { loadStandings } = championshipOf({
      '2023/driverstandings': standingsBytes([aStanding('perez'), {}]),
    })
    const { drivers, warnings } = await loadStandings(2023, 'latest', cached)
    expect(drivers.length).toBe(1)
    expect(warnings).toEqual([expect.stringMatching(/incomplete/)])
  })

  it('fail with the reason when Jolpica is gone', async () => {
    const { loadStandings } = championshipOf({ '2023/driverstandings': gone })
    await expect(loadStandings(2023, 'latest', cached)).rejects.toMatchObject({ code: 'source/unreachable' })
  })
})
