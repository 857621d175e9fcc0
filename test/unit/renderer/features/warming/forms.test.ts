import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SESSION_CODES } from '@contract/ids'
import { DEFAULT_SETTINGS, PRESET_NAMES, SETTING_LIMITS, type WarmingSettings } from '@contract/settings'
import { settingsChangeSchema } from '@contract/settings-schema'
import { readCodes, readDrivers, toggled, writeDrivers } from '@renderer/features/warming/choice-fields'
import { planFieldsFrom, planProblems, readWish, withPreset } from '@renderer/features/warming/plan-form'
import {
  readSettings,
  settingsProblems,
  withSettingsPreset,
  writeSettings,
} from '@renderer/features/warming/settings-form'

const { strategy, schedule, alertAfterMs, desktop } = DEFAULT_SETTINGS
const STORED: WarmingSettings = { strategy, schedule, alertAfterMs, desktop }

const code = fc.stringMatching(/^[A-Z0-9]{1,4}$/)
const drivers = fc.oneof(
  fc.record({ kind: fc.constant('top' as const), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('list' as const),
    codes: fc.uniqueArray(code, { minLength: 1, maxLength: 40 }),
  }),
  fc.record({ kind: fc.constant('all' as const) }),
)
const settings: fc.Arbitrary<WarmingSettings> = fc
  .record({
    drivers,
    recentRounds: fc.integer({ min: 1, max: 30 }),
    sessions: fc.subarray([...SESSION_CODES], { minLength: 1 }),
    favourites: fc.uniqueArray(code, { maxLength: 40 }),
    season: fc.oneof(fc.constant('current' as const), fc.integer({ min: 2018, max: 2100 })),
    maxDelayMs: fc.integer({ min: 0, max: SETTING_LIMITS.maxDelayMs.most }),
    alertAfterMs: fc.integer({
      min: SETTING_LIMITS.alertAfterMs.least,
      max: SETTING_LIMITS.alertAfterMs.most,
    }),
    onBattery: fc.constantFrom('run' as const, 'wait' as const),
    desktop: fc.record({
      closeToTray: fc.boolean(),
      startAtLogin: fc.boolean(),
      notifications: fc.boolean(),
    }),
  })
  .map(({ maxDelayMs, alertAfterMs: alert, onBattery, desktop, ...chosen }) => ({
    strategy: { ...strategy, ...chosen },
    schedule: { ...schedule, maxDelayMs, onBattery },
    alertAfterMs: alert,
    desktop,
  }))

describe('the form of strategy and schedule', () => {
  it('gives back what it was given, and what the main process accepts', () => {
    fc.assert(
      fc.property(settings, (stored) => {
        const fields = writeSettings(stored)
        expect(settingsProblems(fields)).toEqual({})
        const read = readSettings(fields, stored)
        expect(read).toEqual(stored)
        expect(() => settingsChangeSchema.parse(read)).not.toThrow()
      }),
    )
  })

  it('reads nothing while a field is wrong, and says at which one', () => {
    const fields = writeSettings(STORED)
    for (const [name, typed] of [
      ['recentRounds', '0'],
      ['maxConcurrent', '2.5'],
      ['maxDelayMinutes', ''],
      ['alertAfterMinutes', 'five'],
      ['favourites', 'NOR, ☂'],
    ] as const) {
      const wrong = { ...fields, [name]: typed }
      expect(readSettings(wrong, STORED), name).toBeNull()
      expect(Object.keys(settingsProblems(wrong))).toEqual([name])
    }
    expect(readSettings({ ...fields, sessions: [] }, STORED)).toBeNull()
  })

  it('takes rule and strategy of a preset, and leaves zone and favourites as they are', () => {
    const fields = { ...writeSettings(STORED), zone: 'Europe/Paris', favourites: 'ALO' }
    const heavy = withSettingsPreset(fields, 'heavy')
    expect(heavy).toMatchObject({ zone: 'Europe/Paris', favourites: 'ALO', drivers: { kind: 'all' } })
    expect(heavy.rule).not.toBe(fields.rule)
    expect(withSettingsPreset(heavy, 'standard').drivers.count).toBe(fields.drivers.count)
  })
})

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
