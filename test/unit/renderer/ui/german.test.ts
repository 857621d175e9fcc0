// The page's words in both languages, side by side.

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WallItem } from '@contract/wall'
import type * as Format from '@renderer/ui/format'
import { hasWords, inLanguage, leavesOf, said, type Leaf } from '../../../helpers/word-trees'

/** The same in both languages: names, what a standard calls it, words German has taken over, arrangements of values. */
const ALIKE = new Set(
  [
    'title|Format|mm|MiB|km/h|mph|CSV|JSON|3MF|STL|GLB|PNG|Cividis|Viridis|Turbo|Grand Prix|Grands Prix',
    'F1 Sculpture Gallery|Cache|Plan|Detail|Archive|English|Deutsch|Session|Sessions|Links|Team',
    'Qualifying|Sprint|Soft|Medium|Hard|Intermediate|Hypersoft|Ultrasoft|Supersoft|Superhard|Test',
    'ft|mi|1101 in 2202, 3303|warm|Warm|⌘S|⇧⌘C|HS|US|SS|SH|Home|Esc',
  ].flatMap((names) => names.split('|')),
)

const SAMPLES = {
  sessionName: ['R', 'Race'],
  'links.leadsTo': [{ season: 2025, round: 20, session: 'Q', driver: 'NOR', lap: 'fastest' }],
} as const

interface Pair {
  readonly path: string
  readonly english: Leaf
  readonly german: Leaf
}

let pairs: readonly Pair[] = []
let germanPaths: readonly string[] = []
let format: typeof Format

beforeAll(async () => {
  const load = async () => ({
    ...(await import('@renderer/ui/words')).WORDS,
    cacheRoom: (await import('@renderer/ui/words')).CACHE_WORDS,
    help: (await import('@renderer/ui/words')).HELP_WORDS,
    trouble: (await import('@renderer/ui/words')).TROUBLE_WORDS,
    links: (await import('@renderer/ui/words')).LINK_WORDS,
    notices: (await import('@renderer/ui/words')).NOTICE_WORDS,
    firstLook: (await import('@renderer/ui/words')).FIRST_LOOK_WORDS,
  })
  const english = leavesOf(await inLanguage('en', load))
  const german = leavesOf(await inLanguage('de', load))
  germanPaths = [...german.keys()].sort()
  pairs = [...english]
    .filter(isSaid)
    .map(([path, leaf]) => ({ path, english: leaf, german: german.get(path) ?? null }))
  format = await inLanguage('de', () => import('@renderer/ui/format'))
})

const inGerman = ({ path, german }: Pair) => said(path, german, SAMPLES)
const inEnglish = ({ path, english }: Pair) => said(path, english, SAMPLES)

describe('the German words', () => {
  it('are there for every English one, with as many values', () => {
    expect(germanPaths).toEqual(pairs.map(({ path }) => path).sort())
    expect(pairs.length).toBeGreaterThan(500)
    for (const { path, english, german } of pairs) {
      expect(typeof german, path).toBe(typeof english)
      if (typeof english === 'function' && typeof german === 'function')
        expect(german.length, path).toBeLessThanOrEqual(english.length)
    }
  })

  it('are other words than the English ones', () => {
    const alike = pairs.filter((pair) => {
      const text = inEnglish(pair)
      return hasWords(text.replaceAll(/\{\w+\}/g, '')) && text === inGerman(pair) && !ALIKE.has(text)
    })
    expect(alike.map(({ path }) => path)).toEqual([])
  })

  it('have no English among them', () => {
    const english =
      /(?<!\p{L})(?:the|of|and|is|are|with|from|this|that|what|to|it|its|or|by|be|has|have)(?!\p{L})/u
    const mixed = pairs.filter((pair) => english.test(inGerman(pair)))
    expect(mixed.map(({ path }) => path)).toEqual([])
  })

  it('say all they are given, whatever the numbers are', () => {
    const functions = pairs.filter(({ path, german }) => typeof german === 'function' && !(path in SAMPLES))
    for (const { path, english, german } of functions) {
      if (typeof german !== 'function' || typeof english !== 'function') continue
      fc.assert(
        fc.property(fc.array(fc.nat(9999), { minLength: 8, maxLength: 8 }), (numbers) => {
          for (const each of [english, german]) {
            const text = callWith(each, numbers)
            expect(text.trim(), path).not.toBe('')
            expect(text, path).not.toMatch(/undefined|\[object|NaN/)
          }
        }),
        { numRuns: 10 },
      )
    }
  })

  it('are set as German is: quotation marks, and no break before a unit', () => {
    const typed = pairs.filter((pair) => {
      const text = inGerman(pair).replaceAll(/"[^"]*" in|\{\w+\}/g, '1')
      return /["'“]\w|\d (?:G|m|s|km\/h|mm|MiB|%)(?!\w)/.test(text.replaceAll(/„[^“]*“/g, ''))
    })
    expect(typed.map(({ path }) => path)).toEqual([])
  })
})

describe('sessions in German', () => {
  it('have German names, whatever the archive calls them', async () => {
    const { namedItem } = await inLanguage('de', () => import('@renderer/features/wall/named-item'))
    const raced = { id: { session: 'R' }, sessionName: 'Race' } as WallItem
    expect(namedItem(raced).sessionName).toBe('Rennen')
  })
})

describe('numbers and dates in German', () => {
  it('have a comma, a point between thousands, and the order of the day', () => {
    expect(format.decimal(1234.5, 1)).toBe('1.234,5')
    expect(format.percent(0.86)).toMatch(/^86\s%$/)
    expect(format.dateTime(Date.UTC(2026, 10, 30, 15, 5), 'UTC')).toMatch(/^30\. Nov.* 15:05$/)
    expect(format.listed(['Ada', 'Ben', 'Cem'])).toBe('Ada, Ben und Cem')
  })
})

/** Whether trying again helps is in the table of errors as well, and no word. */
function isSaid([path]: readonly [string, Leaf]): boolean {
  return !/^errors\..*\.retry$/.test(path)
}

function callWith(each: (...values: unknown[]) => string, numbers: readonly number[]): string {
  const values = numbers.slice(0, each.length)
  try {
    return each(...values)
  } catch {
    return each(...values.map(String))
  }
}
