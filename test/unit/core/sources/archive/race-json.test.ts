import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import { parseFirstLaps, parseResults } from '@main/core/sources/archive/race-json'
import { needingRecordings } from '../../../../helpers/recordings'
import { aResult, noRaceBytes, raceBytes } from './jolpica-lists'
import { jsonBytes, recordedFile, recordings } from './recorded-calendar'

const results = (bytes: Uint8Array) => parseResults(bytes, 'results', 'Results')
const firstLaps = (bytes: Uint8Array) => parseFirstLaps(bytes, 'laps')

describe('the results of a race', () => {
  it('name who withdrew, and nobody who retired or was not classified', () => {
    const bytes = raceBytes({ Results: ['1', 'R', 'W', 'D', 'N'].map((text, i) => aResult(`d${i}`, String(i), text)) }) // prettier-ignore
    expect(results(bytes).rows.filter((row) => row.hasWithdrawn)).toEqual([
      { driverId: 'd2', number: '2', hasWithdrawn: true },
    ])
  })

  it('of a sprint stand in a table of their own', () => {
    const bytes = raceBytes({ SprintResults: [aResult('a', '1')] })
    expect(parseResults(bytes, 'sprint', 'SprintResults').rows.length).toBe(1)
    expect(results(bytes).rows).toEqual([])
  })

  it('are empty before they are published', () => {
    expect(results(noRaceBytes())).toEqual({ total: 0, received: 0, rows: [], raceDay: null })
  })

  it('lose one bad row and know it', () => {
    const page = results(raceBytes({ Results: [aResult('a', '1'), aResult('b', 'x'), 3] }))
    expect([page.rows.length, page.received]).toEqual([1, 3])
  })
})

describe('the first laps of a race', () => {
  const lap = (number: string, time: string) => ({ number, Timings: [{ driverId: 'a', time }] })

  it('are read to the millisecond, also above two minutes', () => {
    expect(firstLaps(raceBytes({ Laps: [lap('1', '2:04.644')] })).rows).toEqual([
      { driverId: 'a', lapTimeMs: 124_644 },
    ])
  })

  it('are not taken from another lap, nor from a time that is none', () => {
    expect(firstLaps(raceBytes({ Laps: [lap('2', '1:39.019')] })).rows).toEqual([])
    expect(firstLaps(raceBytes({ Laps: [lap('1', '')] })).rows).toEqual([])
    expect(firstLaps(raceBytes({ Laps: [lap('1', '-1:39.019')] })).rows).toEqual([])
  })

  it('answer any bytes and any JSON with a value or `source/unparsable`, nothing else', () => {
    const check = (bytes: Uint8Array) => {
      for (const parse of [results, firstLaps])
        try {
          expect(parse(bytes).rows.length).toBeLessThanOrEqual(parse(bytes).received)
        } catch (error) {
          expect(error instanceof AppError && error.code).toBe('source/unparsable')
        }
    }
    fc.assert(fc.property(fc.uint8Array(), check))
    fc.assert(fc.property(fc.jsonValue(), (value) => check(jsonBytes(value))))
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue()), (Laps, Results) => {
        check(raceBytes({ Laps, Results }))
        check(raceBytes({ Laps: [{ number: '1', Timings: Results }] }))
      }),
    )
  })
})

describe.skipIf(recordings === null)(needingRecordings('recorded answers about races'), () => {
  const file = (path: string) => recordedFile(`jolpica/ergast/f1/${path}.json`)

  it('give every first lap of Bahrain 2023 and Australia 2025', () => {
    const bahrain = firstLaps(file('2023/1/laps/1'))
    expect([bahrain.rows.length, bahrain.total]).toEqual([20, 20])
    expect(bahrain.rows[0]).toEqual({ driverId: 'max_verstappen', lapTimeMs: 99_019 })
    expect(new Date(bahrain.raceDay ?? 0).toISOString().slice(0, 10)).toBe('2023-03-05')
    expect(firstLaps(file('2025/1/laps/1')).rows.length).toBe(17)
  })

  it('give numbers as driven, not as they are today: Norris 4 and Verstappen 1 in 2023', () => {
    const numbers = Object.fromEntries(
      results(file('2023/1/results')).rows.map(({ driverId, number }) => [driverId, number]),
    )
    expect(numbers).toMatchObject({ norris: '4', max_verstappen: '1' })
  })

  it('name Schumacher (47) as the one who withdrew in Saudi Arabia 2022, and Gasly (10) in Britain 2024', () => {
    const withdrawn = (path: string) =>
      results(file(path)).rows.filter((row) => row.hasWithdrawn).map(({ number }) => number) // prettier-ignore
    expect(withdrawn('2022/2/results')).toEqual(['47'])
    expect(withdrawn('2024/12/results')).toEqual(['10'])
    expect(withdrawn('2023/5/results')).toEqual([])
  })

  it('give the results of a sprint', () => {
    expect(parseResults(file('2023/4/sprint'), 'sprint', 'SprintResults').rows.length).toBe(20)
  })
})
