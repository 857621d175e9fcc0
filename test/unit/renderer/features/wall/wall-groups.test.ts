import { describe, expect, it } from 'vitest'
import type { WallItem } from '@contract/wall'
import { cardsShown, columnsFor, groupWall } from '@renderer/features/wall/wall-groups'
import { rowOf, wallRows } from '@renderer/features/wall/wall-rows'
import { aWallItem } from '../../../core/gallery/wall-fixtures'

describe('the hang', () => {
  it('keeps the sculptures of a session together, in the order of the wall', () => {
    const items = [
      aWallItem(2, 'AAA'),
      aWallItem(2, 'BBB'),
      aWallItem(1, 'AAA'),
      aWallItem(1, 'BBB'),
      aWallItem(1, 'CCC', 'R'),
      aWallItem(1, 'DDD', 'R'),
    ]
    const groups = groupWall(items, 'newest')
    expect(groups.map(({ key, items: members }) => [key, members.length])).toEqual([
      ['f1:session:2026:2:Q', 2],
      ['f1:session:2026:1:Q', 2],
      ['f1:session:2026:1:R', 2],
    ])
    expect(groups[0]?.subject).toMatchObject({ eventName: 'Grand Prix 1', sessionName: 'Qualifying' })
  })

  it('hangs by season what is one of a session: one driver does not fill a wall with headings', () => {
    const groups = groupWall([aWallItem(3), aWallItem(2), aWallItem(1)], 'newest')
    expect(groups.map(({ subject }) => subject)).toEqual([{ kind: 'season', season: 2026 }])
  })

  it('hangs by circuit with the fastest lap first, whatever the year, and laps without a time last', () => {
    const lap = (circuit: string, lapTimeMs: number | null, eventName = circuit): WallItem => ({
      ...aWallItem(1),
      circuit,
      eventName,
      lapTimeMs,
    })
    const groups = groupWall(
      [lap('Varga', 3), lap('Aldmoor', null), lap('Aldmoor', 9), lap('', 1, 'Aldmoor'), lap('Aldmoor', 8)],
      'fastest',
    )
    expect(groups.map(({ items }) => items.map(({ lapTimeMs }) => lapTimeMs))).toEqual([[1, 8, 9, null], [3]])
  })

  it('hangs by name of driver or event', () => {
    const named = (driver: string, driverName: string, eventName: string): WallItem => ({
      ...aWallItem(1, driver),
      driverName,
      eventName,
    })
    const items = [named('ZED', 'Zoe', 'B'), named('ABE', 'Émile', 'C'), named('FAY', 'Fay', 'A')]
    expect(groupWall(items, 'driver').map(({ items: [first] }) => first?.driverName)).toEqual([
      'Émile',
      'Fay',
      'Zoe',
    ])
    expect(groupWall(items, 'event').map(({ items: [first] }) => first?.eventName)).toEqual(['A', 'B', 'C'])
  })

  it('has as many columns as cards fit, at least one and at most six', () => {
    expect([0, 15.5, 32.6, 49.7, 90, 400].map(columnsFor)).toEqual([1, 1, 2, 3, 5, 6])
  })

  it.each([1, 2, 3, 4, 5, 6])('fills whole rows of %i columns, and shows six at first', (columns) => {
    for (const place of ['first', 'later'] as const) {
      const cards = cardsShown(columns, place)
      // The large card takes four places from three columns on, two of two columns, one of one.
      const places = cards - 1 + (columns >= 3 ? 4 : columns)
      expect(places % columns).toBe(0)
      if (place === 'first') expect(cards).toBeGreaterThanOrEqual(6)
    }
  })
})

describe('the rows of the wall', () => {
  const many = (round: number) => Array.from({ length: 20 }, (_, i) => aWallItem(round, `D${i}`))
  const groups = groupWall([...many(2), ...many(1)], 'newest')
  const folded = new Set<string>()

  it.each([1, 2, 3, 4, 5, 6])('hold every card once, in order, in %i columns', (columns) => {
    const rows = wallRows(groups, { columns, unfolded: folded, isFolding: false })
    const hung = rows.flatMap((row) => ('items' in row ? row.items : []))
    expect(hung).toEqual(groups.flatMap(({ items }) => items))
    for (const row of rows) if ('items' in row) expect(row.group.items[row.from]).toBe(row.items[0])
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  })

  it('show a folded group in part, an unfolded one whole, and all of what was looked for', () => {
    const shown = (unfolded: ReadonlySet<string>, isFolding: boolean) =>
      wallRows(groups, { columns: 5, unfolded, isFolding }).reduce(
        (sum, row) => sum + ('items' in row ? row.items.length : 0),
        0,
      )
    expect(shown(folded, true)).toBe(cardsShown(5, 'first') + cardsShown(5, 'later'))
    expect(shown(new Set([groups[1]!.key]), true)).toBe(cardsShown(5, 'first') + 20)
    expect(shown(folded, false)).toBe(40)
  })

  it('tell in which a sculpture hangs', () => {
    const rows = wallRows(groups, { columns: 5, unfolded: folded, isFolding: false })
    const row = rowOf(rows, groups[1]!.items[10]!.key)
    expect(rows[row]).toMatchObject({ kind: 'cards', group: { key: groups[1]!.key } })
    expect(rowOf(rows, 'f1:sculpture:2026:9:Q:ZZZ')).toBe(-1)
  })
})
