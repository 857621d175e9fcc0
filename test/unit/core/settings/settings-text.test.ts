import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type ShownSettings } from '@contract/settings'
import { shownSettings } from '@main/app/settings-desk'
import {
  mergeSettings,
  readSettingsText,
  settingChanges,
  writeSettingsText,
} from '@main/core/settings/settings-text'

const SHOWN = shownSettings((name) => DEFAULT_SETTINGS[name])

function withSettings(settings: unknown, head: object = {}): string {
  return JSON.stringify({ format: 'f1-sculpture-gallery-settings', version: 1, settings, ...head })
}

const read = (text: string) => readSettingsText(text, 'mine.json')

describe('settings as text', () => {
  it('come back as they were written', () => {
    const settings: ShownSettings = {
      ...SHOWN,
      source: 'demo',
      isSpoilerFree: true,
      appearance: { ...SHOWN.appearance, theme: 'dark', timeZone: 'Europe/Paris' },
      strategy: { ...SHOWN.strategy, drivers: { kind: 'list', codes: ['NOR', 'VER'] } },
    }
    expect(mergeSettings(SHOWN, read(writeSettingsText(settings)))).toEqual(settings)
  })

  it('say nothing of this computer: neither where the window stands nor where the cache lies', () => {
    const text = writeSettingsText(
      shownSettings((name) =>
        name === 'cache'
          ? ({ ...DEFAULT_SETTINGS.cache, folder: '/media/ada/disk' } as never)
          : DEFAULT_SETTINGS[name],
      ),
    )
    expect(text).not.toMatch(/ada|folder|window/)
  })

  it('change only what they name, and each change is told with what it was', () => {
    const given = read(withSettings({ appearance: { units: 'imperial', clock: 'system' }, source: 'demo' }))
    expect(settingChanges(SHOWN, mergeSettings(SHOWN, given))).toEqual([
      { path: 'source', before: 'auto', after: 'demo' },
      { path: 'appearance.units', before: 'metric', after: 'imperial' },
    ])
  })

  it('change nothing where all is so already', () => {
    expect(settingChanges(SHOWN, mergeSettings(SHOWN, read(writeSettingsText(SHOWN))))).toEqual([])
  })

  it.each([
    ['nothing', '', 'settings/not-ours'],
    ['something else', '{"hello": 1}', 'settings/not-ours'],
    ['a list', '[]', 'settings/not-ours'],
    ['text a hundred thousand brackets deep', '['.repeat(60_000), 'settings/not-ours'],
    ['a version that is none', withSettings({}, { version: 'one' }), 'settings/not-ours'],
    ['no settings', withSettings([]), 'settings/not-ours'],
    ['a later version', withSettings({}, { version: 2 }), 'settings/later-version'],
    ['a section that is none', withSettings({ window: null }), 'settings/bad-fields'],
    ['a section that is no section', withSettings({ appearance: 'dark' }), 'settings/bad-fields'],
    ['the folder of another computer', withSettings({ cache: { folder: '/etc' } }), 'settings/bad-fields'],
  ])('are refused as %s', (_what, text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }))
  })

  it('are refused with the names of all fields that cannot be, and of no more than one can read', () => {
    const text = withSettings({
      appearance: { theme: 'sepia', units: 'metric', glow: true },
      alertAfterMs: -1,
    })
    expect(() => read(text)).toThrow(/"appearance.theme", "appearance.glow", "alertAfterMs"/)
    const many = withSettings(Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`x${i}`, 0])))
    expect(() => read(many)).toThrow(/"x5" and 84 more/)
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'take %s for a field that is none, at every depth',
    (name) => {
      const nested = `{"${name}": {"polluted": true}}`
      const inside = (settings: string) =>
        `{"format": "f1-sculpture-gallery-settings", "version": 1, "settings": ${settings}}`
      expect(() => read(inside(nested))).toThrow(expect.objectContaining({ code: 'settings/bad-fields' }))
      expect(() => read(inside(`{"appearance": ${nested}}`))).toThrow(
        expect.objectContaining({ code: 'settings/bad-fields' }),
      )
      expect({}).not.toHaveProperty('polluted')
    },
  )
})
