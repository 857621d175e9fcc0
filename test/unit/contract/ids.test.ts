import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  circuitLineKey,
  parseKey,
  sculptureKey,
  seasonKey,
  SESSION_CODES,
  sessionKey,
  type ParsedKey,
} from '@contract/ids'

const season = fc.integer({ min: 1950, max: 2100 })
const session = fc.record({
  season,
  round: fc.integer({ min: 1, max: 40 }),
  session: fc.constantFrom(...SESSION_CODES),
})
const lap = fc.oneof(fc.constant('fastest' as const), fc.integer({ min: 1, max: 500 }))
const driver = fc.stringMatching(/^[A-Z0-9]{1,4}$/)

const anyKey: fc.Arbitrary<ParsedKey> = fc.oneof(
  fc.tuple(session, driver, lap).map(([id, code, choice]) => ({
    kind: 'sculpture' as const,
    ...id,
    driver: code,
    lap: choice,
  })),
  session.map((id) => ({ kind: 'session' as const, ...id })),
  fc.record({ kind: fc.constant('line' as const), season, location: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant('season' as const), season }),
)

function build(parsed: ParsedKey): string {
  switch (parsed.kind) {
    case 'sculpture':
      return sculptureKey(parsed)
    case 'session':
      return sessionKey(parsed)
    case 'line':
      return circuitLineKey(parsed.season, parsed.location)
    case 'season':
      return seasonKey(parsed.season)
  }
}

describe('a cache key', () => {
  it('is taken apart into what it was built from', () => {
    fc.assert(
      fc.property(anyKey, (parsed) => {
        expect(parseKey(build(parsed))).toEqual(parsed)
      }),
    )
  })

  it('is the only text that gives its parts: what is understood is built the same again', () => {
    const nearlyKeys = fc
      .tuple(anyKey.map(build), fc.nat(), fc.constantFrom('', '0', ':', ' ', 'x', '1', '\n'))
      .map(
        ([key, at, noise]) => key.slice(0, at % (key.length + 1)) + noise + key.slice(at % (key.length + 1)),
      )
    fc.assert(
      fc.property(nearlyKeys, (text) => {
        const parsed = parseKey(text)
        if (parsed !== null) expect(build(parsed)).toBe(text)
      }),
    )
  })

  it.each([
    '',
    'f1',
    'f1:sculpture:2025:20:Q',
    'f1:sculpture:2025:020:Q:NOR',
    'f1:session:2025:20:FP4',
    'f2:season:2025',
  ])('is not made of %j', (text) => expect(parseKey(text)).toBeNull())
})
