import { describe, expect, it } from 'vitest'
import { cardsShown, columnsFor, groupWall } from '@renderer/features/wall/wall-groups'
import { aWallItem } from '../../../core/gallery/wall-fixtures'

describe('the hang', () => {
  it('keeps the sculptures of a session together, in the order of the wall', () => {
    const items = [aWallItem(2, 'AAA'), aWallItem(2, 'BBB'), aWallItem(1, 'AAA'), aWallItem(1, 'CCC', 'R')]
    const groups = groupWall(items)
    expect(groups.map(({ key, items: members }) => [key, members.length])).toEqual([
      ['f1:session:2026:2:Q', 2],
      ['f1:session:2026:1:Q', 1],
      ['f1:session:2026:1:R', 1],
    ])
    expect(groups[0]).toMatchObject({ eventName: 'Grand Prix 1', sessionName: 'Qualifying', season: 2026 })
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
