import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import { parseStandings } from '@main/core/sources/archive/standings-json'
import { aDriver, aStanding, standingsBytes } from './jolpica-lists'
import { jsonBytes } from './recorded-calendar'

const parse = (bytes: Uint8Array) => parseStandings(bytes, 'the standings')

describe('the standings', () => {
  it('give position, points and wins as numbers, and the latest of several teams', () => {
    const moved = aStanding('ricciardo', {
      position: '17',
      points: '6.5',
      wins: '0',
      Constructors: [{ name: 'First Team' }, { name: 'Second Team' }],
    })
    expect(parse(standingsBytes([moved]))).toMatchObject({
      round: 22,
      total: 1,
      rows: [{ driverId: 'ricciardo', code: 'RIC', name: 'Given ricciardo', position: 17, points: 6.5, wins: 0, team: 'Second Team' }],
    }) // prettier-ignore
  })

  it('have no position, code or team where there is none', () => {
    const bare = aStanding('lawson', {
      position: undefined,
      positionText: '-',
      Constructors: [],
      Driver: aDriver('lawson', { code: undefined }),
    })
    expect(parse(standingsBytes([bare])).rows[0]).toMatchObject({ position: null, code: null, team: null })
  })

  it('are empty before the first race', () => {
    const empty = jsonBytes({
      MRData: { total: '0', StandingsTable: { season: '2026', StandingsLists: [] } },
    })
    expect(parse(empty)).toEqual({ total: 0, received: 0, rows: [], round: null })
  })

  it('lose one bad row and know it', () => {
    const page = parse(standingsBytes([aStanding('a'), { points: 'many' }, aStanding('b')]))
    expect(page.rows.map(({ driverId }) => driverId)).toEqual(['a', 'b'])
    expect(page.received).toBe(3)
  })

  it('answer any bytes and any JSON with a value or `source/unparsable`, nothing else', () => {
    const check = (bytes: Uint8Array) => {
      try {
        for (const { points, wins } of parse(bytes).rows)
          expect(Number.isFinite(points) && Number.isFinite(wins)).toBe(true)
      } catch (error) {
        expect(error instanceof AppError && error.code).toBe('source/unparsable')
      }
    }
    const change = fc.dictionary(fc.constantFrom('position', 'points', 'wins', 'Driver', 'Constructors'), fc.jsonValue()) // prettier-ignore
    fc.assert(fc.property(fc.uint8Array(), check))
    fc.assert(fc.property(fc.jsonValue(), (value) => check(jsonBytes(value))))
    fc.assert(fc.property(fc.jsonValue(), (value) => check(jsonBytes({ MRData: value }))))
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.jsonValue(),
            change.map((each) => aStanding('a', each)),
          ),
        ),
        (rows) => check(standingsBytes(rows)),
      ),
    )
  })
})
