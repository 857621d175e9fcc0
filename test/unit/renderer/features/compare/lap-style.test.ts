import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lapStyles } from '@renderer/features/compare/lap-style'
import { aHeader } from '../../../../helpers/builders'

describe('laps in one picture', () => {
  it('of team mates have one colour, and neither dash nor body in common', () => {
    const [first, second, other] = lapStyles([
      aHeader({ driver: 'NOR', team: 'McLaren' }),
      aHeader({ driver: 'PIA', team: 'McLaren' }),
      aHeader({ driver: 'LEC', team: 'Ferrari' }),
    ])
    expect(second!.colour).toBe(first!.colour)
    expect(second!.dash).not.toBe(first!.dash)
    expect(second!.shape).not.toBe(first!.shape)
    expect(other!.dash).toBe(first!.dash)
  })

  it('have tags of their own, also where one driver has several laps, sessions and years', () => {
    const header = fc.record({
      driver: fc.constantFrom('NOR', 'PIA', 'LEC'),
      season: fc.constantFrom(2024, 2025),
      session: fc.constantFrom('Q' as const, 'R' as const),
      lap: fc.integer({ min: 1, max: 20 }),
    })
    const key = (each: { driver: string; season: number; session: string; lap: number }): string =>
      `${each.driver} ${each.season} ${each.session} ${each.lap}`
    fc.assert(
      fc.property(fc.uniqueArray(header, { selector: key, minLength: 1, maxLength: 20 }), (parts) => {
        const tags = lapStyles(parts.map((part) => aHeader(part))).map(({ tag }) => tag)
        expect(new Set(tags).size).toBe(tags.length)
      }),
    )
  })
})
