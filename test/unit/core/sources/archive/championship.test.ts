import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import { createChampionship } from '@main/core/sources/archive/championship'
import type { FetchOptions, SourceSession } from '@main/core/sources/session-source'
import { needingRecordings } from '../../../../helpers/recordings'
import { aDriver, aResult, aStanding, noRaceBytes, raceBytes, standingsBytes } from './jolpica-lists'
import { recordedFile, recordings } from './recorded-calendar'

const cached: FetchOptions = { signal: new AbortController().signal, freshness: 'cached' }

/** Answers by path; what is not listed Jolpica does not have. */
function championshipOf(answers: Readonly<Record<string, Uint8Array | AppError>>, currentSeason = 2026) {
  const asked: string[] = []
  const get = (path: string, query: string) => {
    asked.push(`${path}?${query}`)
    const answer = answers[path] ?? null
    if (answer instanceof AppError) return Promise.reject(answer)
    return Promise.resolve({ bytes: answer, changed: answer !== null })
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

  it('tell people apart by their id, not by their code (VAN is Vandoorne, and van Hoepen)', async () => {
    const van = (driverId: string) => aStanding(driverId, { Driver: aDriver(driverId, { code: 'VAN' }) })
    const { loadStandings } = championshipOf({
      '2023/driverstandings': standingsBytes([van('vandoorne'), van('van_hoepen')]),
    })
    expect((await loadStandings(2023, 'latest', cached)).drivers.length).toBe(2)
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

const grandPrix = (code: 'R' | 'S' | 'Q', day: string): SourceSession => ({
  code,
  name: code,
  startAt: Date.parse(`${day}T15:00:00Z`),
  endAt: Date.parse(`${day}T17:00:00Z`),
  gmtOffsetMs: 0,
  path: null,
  cancelled: false,
})

describe('what the topics of a race do not say', () => {
  const results = raceBytes(
    { Results: [aResult('perez', '11'), aResult('norris', '4', 'W')] },
    '2023-03-05',
    2,
  )
  const laps = raceBytes({ Laps: [{ number: '1', Timings: [{ driverId: 'perez', time: '1:41.063' }, { driverId: 'stranger', time: '1:50.000' }] }] }, '2023-03-05', 2) // prettier-ignore
  const race = grandPrix('R', '2023-03-05')
  const contextOf = (answers: Readonly<Record<string, Uint8Array | AppError>>, session = race) =>
    championshipOf(answers).loadRaceContext(2023, 1, session, cached)

  it('is the time of each first lap, by racing number, and who withdrew', async () => {
    expect(await contextOf({ '2023/1/results': results, '2023/1/laps/1': laps })).toEqual({
      firstLapTimesMs: new Map([['11', 101_063]]),
      withdrawn: new Set(['4']),
      state: 'complete',
      changed: true,
    })
  })

  it('is only who withdrew, of a sprint', async () => {
    const { loadRaceContext, asked } = championshipOf({
      '2023/1/sprint': raceBytes({ SprintResults: [aResult('norris', '4', 'W')] }, '2023-03-05', 1),
    })
    const context = await loadRaceContext(2023, 1, grandPrix('S', '2023-03-04'), cached)
    expect(context).toMatchObject({ withdrawn: new Set(['4']), state: 'complete' })
    expect(context.firstLapTimesMs.size).toBe(0)
    expect(asked).toEqual(['2023/1/sprint?limit=100&offset=0'])
  })

  it('is nothing, and costs nothing, of any other session', async () => {
    const { loadRaceContext, asked } = championshipOf({})
    expect(await loadRaceContext(2023, 1, grandPrix('Q', '2023-03-04'), cached)).toMatchObject({
      state: 'complete',
    })
    expect(asked).toEqual([])
  })

  it.each([
    ['Jolpica is gone', gone, 'unreachable'],
    ['Jolpica sends something else', Buffer.from('{}'), 'unreachable'],
    ['there are too many requests', new AppError('source/rate-limited', 'jolpica'), 'unreachable'],
    ['the results are not published', noRaceBytes(), 'unpublished'],
  ])('does not fail the race when %s', async (_, answer, state) => {
    const context = await contextOf({ '2023/1/results': answer, '2023/1/laps/1': laps })
    expect(context).toMatchObject({ state, withdrawn: new Set() })
    expect(context.firstLapTimesMs.size).toBe(0)
    expect((await contextOf({ '2023/1/results': results, '2023/1/laps/1': answer })).state).toBe(state)
  })

  it('is not taken from another race, when rounds were counted and are off by one', async () => {
    const answers = { '2023/1/results': results, '2023/1/laps/1': laps }
    expect((await contextOf(answers, grandPrix('R', '2023-03-19'))).state).toBe('unpublished')
  })

  it('stops when it is cancelled', async () => {
    const cancelled = new AppError('task/cancelled', 'jolpica')
    await expect(contextOf({ '2023/1/results': cancelled })).rejects.toMatchObject({ code: 'task/cancelled' })
  })
})

describe.skipIf(recordings === null)(needingRecordings('the recorded context of races'), () => {
  const recorded = (year: number, round: number, day: string) => {
    const get = (path: string) =>
      Promise.resolve({ bytes: recordedFile(`jolpica/ergast/f1/${path}.json`), changed: true })
    return createChampionship(get, () => 2026).loadRaceContext(year, round, grandPrix('R', day), cached)
  }

  it('has all first laps of Bahrain 2023 and the 17 of Australia 2025', async () => {
    const bahrain = await recorded(2023, 1, '2023-03-05')
    expect([bahrain.firstLapTimesMs.size, bahrain.firstLapTimesMs.get('1')]).toEqual([20, 99_019])
    const australia = await recorded(2025, 1, '2025-03-16')
    expect([australia.firstLapTimesMs.size, australia.firstLapTimesMs.get('4')]).toEqual([17, 117_099])
  })

  it('knows that car 47 withdrew in Saudi Arabia 2022', async () => {
    expect((await recorded(2022, 2, '2022-03-27')).withdrawn).toEqual(new Set(['47']))
  })
})
