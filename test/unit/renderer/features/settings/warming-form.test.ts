import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SESSION_CODES } from '@contract/ids'
import { DEFAULT_SETTINGS, SETTING_LIMITS, type WarmingSettings } from '@contract/settings'
import { settingsChangeSchema } from '@contract/settings-schema'
import {
  readWarming,
  warmingProblems,
  withWarmingPreset,
  writeWarming,
} from '@renderer/features/settings/warming-form'

const { strategy, schedule, alertAfterMs } = DEFAULT_SETTINGS
const STORED: WarmingSettings = { strategy, schedule, alertAfterMs }

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
  })
  .map(({ maxDelayMs, alertAfterMs: alert, onBattery, ...chosen }) => ({
    strategy: { ...strategy, ...chosen },
    schedule: { ...schedule, maxDelayMs, onBattery },
    alertAfterMs: alert,
  }))

describe('the form of strategy and schedule', () => {
  it('gives back what it was given, and what the main process accepts', () => {
    fc.assert(
      fc.property(settings, (stored) => {
        const fields = writeWarming(stored)
        expect(warmingProblems(fields)).toEqual({})
        const read = readWarming(fields, stored)
        expect(read).toEqual(stored)
        expect(() => settingsChangeSchema.parse(read)).not.toThrow()
      }),
    )
  })

  it('reads nothing while a field is wrong, and says at which one', () => {
    const fields = writeWarming(STORED)
    for (const [name, typed] of [
      ['recentRounds', '0'],
      ['maxConcurrent', '2.5'],
      ['maxDelayMinutes', ''],
      ['alertAfterMinutes', 'five'],
      ['favourites', 'NOR, ☂'],
    ] as const) {
      const wrong = { ...fields, [name]: typed }
      expect(readWarming(wrong, STORED), name).toBeNull()
      expect(Object.keys(warmingProblems(wrong))).toEqual([name])
    }
    expect(readWarming({ ...fields, sessions: [] }, STORED)).toBeNull()
  })

  it('takes rule and strategy of a preset, and leaves zone and favourites as they are', () => {
    const fields = { ...writeWarming(STORED), zone: 'Europe/Paris', favourites: 'ALO' }
    const heavy = withWarmingPreset(fields, 'heavy')
    expect(heavy).toMatchObject({ zone: 'Europe/Paris', favourites: 'ALO', drivers: { kind: 'all' } })
    expect(heavy.rule).not.toBe(fields.rule)
    expect(withWarmingPreset(heavy, 'standard').drivers.count).toBe(fields.drivers.count)
  })
})
