import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_OTHER_WEEKENDS, NOTHING_REVEALED, type Revealed, type Weekend } from '@contract/spoilers'
import { countOthers, isRevealed, withAllUpTo, withWeekend } from '@renderer/features/spoilers/weekends'

const weekend = fc.record({
  season: fc.integer({ min: 2018, max: 2026 }),
  round: fc.integer({ min: 1, max: 24 }),
})
type Step = readonly ['revealed' | 'hidden' | 'up to', Weekend]
const steps = fc.array(fc.tuple(fc.constantFrom('revealed', 'hidden', 'up to'), weekend), { maxLength: 40 })

function taken(all: readonly Step[]): Revealed {
  return all.reduce<Revealed>(
    (known, [what, which]) =>
      what === 'up to' ? withAllUpTo(known, which) : withWeekend(known, which, what),
    NOTHING_REVEALED,
  )
}

const at = ({ season, round }: Weekend): number => season * 100 + round

describe('revealed weekends', () => {
  it('are those that the last word about each has revealed', () => {
    fc.assert(
      fc.property(steps, weekend, (all, asked) => {
        let isTold = false
        for (const [what, which] of all) {
          if (what === 'up to') isTold ||= at(asked) <= at(which)
          else if (at(asked) === at(which)) isTold = what === 'revealed'
        }
        // A mark set back to an earlier weekend takes nothing away that stood before it.
        const marks = all.filter(([what]) => what === 'up to').map(([, which]) => at(which))
        fc.pre(marks.every((mark, i) => i === 0 || mark >= marks[i - 1]!))
        expect(isRevealed(taken(all), asked)).toBe(isTold)
      }),
    )
  })

  it('are kept without repeating any, and counted apart from those hidden again', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const revealed = taken(all)
        expect(new Set(revealed.others.map(at)).size).toBe(revealed.others.length)
        const { revealed: told, hidden } = countOthers(revealed)
        expect(told).toBe(revealed.others.filter((other) => isRevealed(revealed, other)).length)
        expect(hidden).toBe(revealed.others.length - told)
      }),
    )
  })

  it('let the oldest go when there are more than any settings hold', () => {
    const many = Array.from({ length: MOST_OTHER_WEEKENDS + 1 }, (_, i) => ({
      season: 2018 + Math.floor(i / 24),
      round: 1 + (i % 24),
    }))
    const revealed = many.reduce<Revealed>(
      (known, each) => withWeekend(known, each, 'revealed'),
      NOTHING_REVEALED,
    )
    expect(isRevealed(revealed, many[0]!)).toBe(false)
    expect(isRevealed(revealed, many[1]!)).toBe(true)
    expect(isRevealed(revealed, many.at(-1)!)).toBe(true)
  })
})
