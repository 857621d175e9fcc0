import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WallItem } from '@contract/wall'
import { foldText } from '@renderer/features/wall/fold-text'
import { readQuery, createQueryStore } from '@renderer/features/wall/query-store'
import {
  answering,
  choose,
  chosenOf,
  facetOptions,
  FACETS,
  isNarrow,
  WALL_SORTS,
  WHOLE_WALL,
  type WallQuery,
} from '@renderer/features/wall/wall-query'
import { aWallItem } from '../../../core/gallery/wall-fixtures'

const PEREZ: WallItem = {
  ...aWallItem(21, 'PER'),
  driverName: 'Sergio Pérez',
  team: 'Red Bull Racing',
  eventName: 'São Paulo Grand Prix',
  circuit: 'São Paulo',
}
const HULKENBERG: WallItem = {
  ...aWallItem(20, 'HUL', 'R'),
  driverName: 'Nico Hülkenberg',
  team: 'Haas',
  eventName: 'Mexico City Grand Prix',
  circuit: 'Mexico City',
  sessionName: 'Race',
}
const ITEMS = [PEREZ, HULKENBERG]
const codes = (query: Partial<WallQuery>, favourites: readonly string[] = []) =>
  answering(ITEMS, { ...WHOLE_WALL, ...query }, favourites).map(({ id }) => id.driver)

const anItem = fc
  .record({
    round: fc.integer({ min: 1, max: 3 }),
    driver: fc.constantFrom('AAA', 'BBB', 'CCC'),
    session: fc.constantFrom('Q', 'R'),
    team: fc.constantFrom('One', 'Two'),
    season: fc.constantFrom(2024, 2025),
  })
  .map(({ round, driver, session, team, season }): WallItem => {
    const item = aWallItem(round, driver, session)
    return { ...item, id: { ...item.id, season }, team, eventName: `Grand Prix ${round}` }
  })
const someItems = fc.array(anItem, { maxLength: 30 })
const aQuery = fc.record({
  text: fc.constantFrom('', 'apex', 'prix 1', 'AAA', 'nobody'),
  season: fc.constantFrom(null, 2024, 2025),
  event: fc.constantFrom(null, 'Grand Prix 1'),
  session: fc.constantFrom(null, 'Q', 'R'),
  driver: fc.constantFrom(null, 'AAA', 'BBB'),
  team: fc.constantFrom(null, 'One'),
  whose: fc.constantFrom('all', 'favourites'),
  sort: fc.constantFrom(...WALL_SORTS),
}) satisfies fc.Arbitrary<WallQuery>

describe('looking for something on the wall', () => {
  it('finds names without their accents, by code, team, event, circuit and year, all words together', () => {
    for (const text of [
      'perez',
      'PÉREZ',
      'sao paulo',
      'per',
      'red bull',
      '  perez   paulo ',
      'qualifying 2026 per',
    ])
      expect(codes({ text }), text).toEqual(['PER'])
    expect(codes({ text: 'hulkenberg race' })).toEqual(['HUL'])
    expect(codes({ text: 'perez mexico' })).toEqual([])
    expect(codes({ text: '   ' })).toEqual(['PER', 'HUL'])
  })

  it('folds letters that are no accents', () => {
    expect(foldText('Søren Łukasz Straße Đorđe Ærø')).toBe('soren lukasz strasse dorde aero')
  })

  it('keeps to the favourites', () => {
    expect(codes({ whose: 'favourites' }, ['HUL'])).toEqual(['HUL'])
    expect(codes({ whose: 'favourites' })).toEqual([])
  })

  it('is narrow exactly when something can be left out', () => {
    expect(isNarrow({ ...WHOLE_WALL, sort: 'driver', text: ' ' })).toBe(false)
    for (const change of [{ text: 'x' }, { driver: 'PER' }, { whose: 'favourites' }] as const)
      expect(isNarrow({ ...WHOLE_WALL, ...change })).toBe(true)
  })

  it('counts for every option what choosing it would bring', () => {
    fc.assert(
      fc.property(someItems, aQuery, (items, query) => {
        const favourites = ['AAA']
        const options = facetOptions(items, query, favourites)
        for (const facet of FACETS)
          for (const { value, count } of options[facet])
            expect(answering(items, choose(query, facet, value), favourites)).toHaveLength(count)
      }),
      { numRuns: 200 },
    )
  })

  it('offers what is chosen though nothing answers to it, as long as it hangs', () => {
    fc.assert(
      fc.property(someItems, aQuery, (items, query) => {
        const options = facetOptions(items, query, [])
        for (const facet of FACETS) {
          const chosen = chosenOf(query, facet)
          const hangs =
            chosen !== null &&
            items.length > 0 &&
            answering(items, choose(WHOLE_WALL, facet, chosen), []).length > 0
          if (hangs) expect(options[facet].map(({ value }) => value)).toContain(chosen)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('finds the same in whatever order the filters are set, and nothing that did not hang', () => {
    fc.assert(
      fc.property(someItems, aQuery, (items, query) => {
        const atOnce = answering(items, query, ['BBB'])
        const oneByOne = [...FACETS, 'text', 'whose'].reduceRight<readonly WallItem[]>(
          (left, part) => answering(left, { ...WHOLE_WALL, [part]: query[part as keyof WallQuery] }, ['BBB']),
          items,
        )
        expect(atOnce).toEqual(oneByOne)
      }),
      { numRuns: 100 },
    )
  })
})

describe('what was looked for', () => {
  const drawer = () => {
    const kept = new Map<string, string>()
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
  }

  it('is there again for the page that takes the place of this one', () => {
    const shared = drawer()
    createQueryStore(shared).change((known) => ({ ...known, text: 'perez', session: 'Q' }))
    expect(createQueryStore(shared).get()).toEqual({ ...WHOLE_WALL, text: 'perez', session: 'Q' })
  })

  it.each([null, '', 'null', '7', '{', '{"text":1}', JSON.stringify({ ...WHOLE_WALL, sort: 'slowest' })])(
    'is the whole wall where %j was kept',
    (text) => {
      expect(readQuery(text)).toEqual(WHOLE_WALL)
    },
  )

  it('is not lost where nothing can be kept', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    const query = createQueryStore(full)
    query.change((known) => ({ ...known, text: 'per' }))
    expect(query.get().text).toBe('per')
  })
})
