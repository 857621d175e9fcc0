import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ERROR_CODES, ERROR_WORDS } from '@contract/errors'
import { fits, search, troubleGroups } from '@renderer/features/help/trouble-entries'

const GROUPS = troubleGroups()
const ENTRIES = GROUPS.flatMap(({ entries }) => entries)
const found = (typed: string) => search(GROUPS, typed).flatMap(({ entries }) => entries.map(({ id }) => id))

describe('trouble by its message', () => {
  it.each(ERROR_CODES)('has one paragraph for %s, with what to do and more than its title says', (code) => {
    const entries = ENTRIES.filter(({ id }) => id === code)
    expect(entries).toHaveLength(1)
    const { title, meaning, hint, retry } = entries[0]!
    expect(title.startsWith(ERROR_WORDS[code].title)).toBe(true)
    expect([hint, retry]).toEqual([ERROR_WORDS[code].hint, ERROR_WORDS[code].retry])
    expect(meaning.length).toBeGreaterThan(20)
    expect(meaning).not.toBe(hint)
  })

  it('leaves no area without an entry', () => {
    expect(GROUPS.filter(({ entries }) => entries.length === 0)).toEqual([])
  })

  it.each(['calendar/no-events', 'session/not-available', 'driver/unknown', 'cache/full'] as const)(
    'says more of %s, which people meet most',
    (code) => {
      expect(ENTRIES.find(({ id }) => id === code)?.more.length).toBeGreaterThan(0)
    },
  )

  it('finds a whole message that was pasted, with its subject', () => {
    expect(found('No completed events for 2026.')).toEqual(['calendar/no-events'])
    expect(found('Driver not found: XYZ, 2025 São Paulo Grand Prix, Qualifying')).toContain('driver/unknown')
    expect(found('session not available')).toContain('session/not-available')
  })

  it('finds words in any order and without their accents, and a code', () => {
    expect(found('tray icon')).toContain('no-tray')
    expect(found('FULL disk')).toEqual(expect.arrayContaining(['cache/full', 'export/disk-full']))
    expect(found('cache/missing')).toContain('cache/missing')
    expect(found('zebra')).toEqual([])
  })

  it('shows everything while nothing is typed', () => {
    expect(found('  ')).toHaveLength(ENTRIES.length)
  })

  it('finds every entry by its own title, whatever is written after it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENTRIES), fc.string(), (entry, subject) =>
        fits(entry, `${entry.title}: ${subject}`),
      ),
    )
  })
})
