import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSessionKey, SESSION_CODES, sessionKey, SOURCE_KINDS } from '@contract/ids'

const session = fc.record({
  source: fc.constantFrom(...SOURCE_KINDS),
  season: fc.integer({ min: 2018, max: 2100 }),
  round: fc.integer({ min: 1, max: 40 }),
  session: fc.constantFrom(...SESSION_CODES),
})

describe('the key of a session', () => {
  it('names the session it was written for', () => {
    fc.assert(
      fc.property(session, (id) => {
        expect(readSessionKey(id.source, sessionKey(id))).toEqual(id)
      }),
    )
  })

  it.each([
    '',
    'f1:session:2025:20',
    'f1:session:2025:20:ZZ',
    'f1:sculpture:2025:20:Q:NOR',
    'better f1:session:2025:20:Q',
  ])(
    // prettier-ignore
    'is not %j',
    (text) => expect(readSessionKey('archive', text)).toBeNull(),
  )
})
