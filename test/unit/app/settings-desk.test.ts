import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings, type ShownSettings } from '@contract/settings'
import { createSettingsDesk } from '@main/app/settings-desk'

function setUp() {
  let stored: Settings = { ...DEFAULT_SETTINGS, cache: { ...DEFAULT_SETTINGS.cache, folder: '/disk' } }
  const changes: Partial<ShownSettings>[] = []
  const desk = createSettingsDesk({
    store: {
      get: (name) => stored[name],
      set: (change) => {
        stored = { ...stored, ...change }
      },
    },
    mended: { fields: ['appearance.theme'], keptAs: 'settings.json.unreadable' },
    now: () => Date.UTC(2026, 10, 26),
    onChange: (change) => changes.push(change),
  })
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

  it('tell once what of their file could not be read', () => {
    const { desk } = setUp()
    expect(desk.takeMended()).toMatchObject({ fields: ['appearance.theme'] })
    expect(desk.takeMended()).toBeNull()
  })

  it('put a rule in words with the next five times it comes true, before anything is set', async () => {
    const { desk, changes } = setUp()
    const { words, next } = await desk.previewRule({
      rule: ' 30 5 * * 2 ',
      zone: 'Europe/Paris',
      clock: 'h24',
    })
    expect(words).toMatch(/Tuesday/)
    expect(next).toHaveLength(5)
    expect(new Date(next[0]!).toISOString()).toBe('2026-12-01T04:30:00.000Z')
    expect(changes).toEqual([])
    await expect(desk.previewRule({ rule: '0 3 * *', zone: 'UTC', clock: 'h24' })).rejects.toThrow(
      /4 fields, not 5/,
    )
  })
})
