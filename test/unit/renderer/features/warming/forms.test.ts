import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, PRESET_NAMES } from '@contract/settings'
import { readCodes, readDrivers, toggled, writeDrivers } from '@renderer/features/warming/choice-fields'
import { planFieldsFrom, planProblems, readWish, withPreset } from '@renderer/features/warming/plan-form'

const { strategy } = DEFAULT_SETTINGS

const code = fc.stringMatching(/^[A-Z0-9]{1,4}$/)
const drivers = fc.oneof(
  fc.record({ kind: fc.constant('top' as const), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('list' as const),
    codes: fc.uniqueArray(code, { minLength: 1, maxLength: 40 }),
  }),
  fc.record({ kind: fc.constant('all' as const) }),
)
describe('the form of a plan', () => {
  const fields = planFieldsFrom(strategy)
  const nowhere = { season: null, round: null }

  it('asks for what is chosen', () => {
    const place = { season: 2025, round: 20 }
    expect(readWish(fields, 'archive', nowhere)).toMatchObject({ kind: 'recent', rounds: 3 })
    expect(readWish({ ...fields, scope: 'race' }, 'demo', place)).toMatchObject({
      kind: 'race',
      source: 'demo',
      ...place,
    })
    expect(readWish({ ...fields, scope: 'season' }, 'archive', place)).not.toHaveProperty('round')
  })

  it('asks for nothing while something is wrong or no race is there to choose', () => {
    expect(readWish({ ...fields, rounds: '31' }, 'archive', nowhere)).toBeNull()
    expect(readWish({ ...fields, scope: 'race' }, 'archive', { season: 2025, round: null })).toBeNull()
    expect(planProblems({ ...fields, sessions: [] })).toHaveProperty('sessions')
    // How many rounds is no matter where a season is asked for.
    expect(planProblems({ ...fields, scope: 'season', rounds: '' })).toEqual({})
  })

  it('can begin with each preset', () => {
    for (const name of PRESET_NAMES)
      expect(readWish(withPreset(fields, name), 'demo', nowhere), name).not.toBeNull()
  })
})

describe('drivers as they are typed', () => {
  it('may be written in small letters with anything between them, and count once', () => {
    expect(readCodes(' nor,ver;  NOR\nlec')).toEqual(['NOR', 'VER', 'LEC'])
    expect(readCodes('')).toEqual([])
    expect(readCodes('NORRIS')).toBeNull()
  })

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(drivers, (choice) => {
        expect(readDrivers(writeDrivers(choice))).toEqual(choice)
      }),
    )
  })

  it('keep the list while one looks at another kind', () => {
    const list = writeDrivers({ kind: 'list', codes: ['NOR', 'VER'] })
    expect(readDrivers({ ...writeDrivers({ kind: 'all' }, list), kind: 'list' })).toEqual({
      kind: 'list',
      codes: ['NOR', 'VER'],
    })
  })
})

describe('sessions', () => {
  it('come and go one at a time, in the order of a weekend', () => {
    expect(toggled(['R'], 'Q')).toEqual(['Q', 'R'])
    expect(toggled(['Q', 'R'], 'Q')).toEqual(['R'])
  })
})
