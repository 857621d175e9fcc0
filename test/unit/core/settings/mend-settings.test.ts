import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { SETTING_SCHEMAS } from '@contract/settings-schema'
import { mendSettings, SETTING_NAMES } from '@main/core/settings/mend-settings'

describe('settings that were written by another version or by hand', () => {
  it('take the defaults for what a former version did not have, and nothing has to be told', () => {
    const { notifications, closeToTray } = DEFAULT_SETTINGS.desktop
    const mended = mendSettings({ source: 'demo', desktop: { notifications: !notifications, closeToTray } })
    expect(mended.bad).toEqual([])
    expect(mended.settings.source).toBe('demo')
    expect(mended.settings.desktop).toEqual({ ...DEFAULT_SETTINGS.desktop, notifications: !notifications })
    expect(mended.settings.appearance).toEqual(DEFAULT_SETTINGS.appearance)
  })

  it('lose a field that cannot be read, by name, and keep all others of its section', () => {
    const appearance = {
      ...DEFAULT_SETTINGS.appearance,
      units: 'imperial',
      theme: 'sepia',
      timeZone: 'Mars/Base',
    }
    const { settings, bad, isChanged } = mendSettings({ source: 'demo', appearance, alertAfterMs: 'soon' })
    expect(bad).toEqual(['alertAfterMs', 'appearance.theme', 'appearance.timeZone'])
    expect(isChanged).toBe(true)
    expect(settings.source).toBe('demo')
    expect(settings.appearance).toEqual({ ...DEFAULT_SETTINGS.appearance, units: 'imperial' })
  })

  it('drop what a later version has added, without a word', () => {
    const accessibility = { ...DEFAULT_SETTINGS.accessibility, captions: 'large' }
    const { settings, bad } = mendSettings({ accessibility, somethingNew: 1 })
    expect(bad).toEqual([])
    expect(settings).toEqual(DEFAULT_SETTINGS)
  })

  it('are left alone where all can be read', () => {
    expect(mendSettings({ ...DEFAULT_SETTINGS })).toEqual({
      settings: DEFAULT_SETTINGS,
      bad: [],
      isChanged: false,
    })
  })

  it('can be read afterwards, whatever was written', () => {
    const section = fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything()))
    const anything = fc.record(Object.fromEntries(SETTING_NAMES.map((name) => [name, section])), {
      requiredKeys: [],
    })
    fc.assert(
      fc.property(anything, (written) => {
        const { settings } = mendSettings(written)
        for (const name of SETTING_NAMES)
          expect(SETTING_SCHEMAS[name].safeParse(settings[name]).success).toBe(true)
        expect(mendSettings({ ...settings }).isChanged).toBe(false)
      }),
    )
  })
})
