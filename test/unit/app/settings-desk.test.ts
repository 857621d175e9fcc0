import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type OpenSettings, type Settings } from '@contract/settings'
import { createSettingsDesk } from '@main/app/settings-desk'

function setUp() {
  let stored: Settings = { ...DEFAULT_SETTINGS, cache: { ...DEFAULT_SETTINGS.cache, folder: '/disk' } }
  const changes: Partial<OpenSettings>[] = []
  const desk = createSettingsDesk(
    {
      get: (name) => stored[name],
      set: (change) => {
        stored = { ...stored, ...change }
      },
    },
    (change) => changes.push(change),
  )
  return { desk, changes, stored: () => stored }
}

describe('the settings as views see them', () => {
  it('do not tell the folder of the cache, and leave it as it is when the limits change', () => {
    const { desk, changes, stored } = setUp()
    const { cache } = desk.get()
    expect(Object.keys(cache)).not.toContain('folder')
    const limits = { ...cache, memoryMaxBytes: 2 ** 25 }
    expect(desk.change({ cache: limits }).cache).toEqual(limits)
    expect(stored().cache).toEqual({ ...limits, folder: '/disk' })
    expect(changes).toEqual([{ cache: limits }])
  })

  it('change nothing where a rule cannot be understood', () => {
    const { desk, changes, stored } = setUp()
    const before = stored()
    const schedule = { ...DEFAULT_SETTINGS.schedule, rule: 'every now and then' }
    expect(() => desk.change({ schedule, alertAfterMs: 60_000 })).toThrow(/cannot be a schedule/)
    expect([stored(), changes]).toEqual([before, []])
  })
})
