import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { mendSettingsFile, readSettings, settingsFile } from '@main/adapters/settings-file'
import { silentLogger } from '../../helpers/silent-logger'
import { temporaryFolder } from '../../helpers/temporary-folder'

async function readBack(text: string | null) {
  const folder = await temporaryFolder()
  if (text !== null) writeFileSync(settingsFile(folder), text)
  const logger = silentLogger()
  return { settings: readSettings(folder, logger), warnings: logger.lines.map(({ message }) => message) }
}

describe('the settings as the command line reads them', () => {
  it('are the defaults where nothing was ever set, without a word', async () => {
    expect(await readBack(null)).toEqual({ settings: DEFAULT_SETTINGS, warnings: [] })
  })

  it('are what was set', async () => {
    const strategy = { ...DEFAULT_SETTINGS.strategy, recentRounds: 7, favourites: ['NOR'] }
    const { settings } = await readBack(JSON.stringify({ source: 'demo', strategy }))
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, source: 'demo', strategy })
  })

  it('lose only the part that makes no sense, and say which', async () => {
    const { settings, warnings } = await readBack(
      JSON.stringify({ source: 'demo', schedule: { rule: 3 }, strategy: null }),
    )
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, source: 'demo' })
    expect(warnings).toEqual([
      '"strategy" cannot be read; the default is used',
      '"schedule.rule" cannot be read; the default is used',
    ])
  })

  it.each(['', '[]', '{"source":', 'null', '\u0000'])(
    'are the defaults where the file says %j',
    async (text) => {
      const { settings, warnings } = await readBack(text)
      expect(settings).toEqual(DEFAULT_SETTINGS)
      expect(warnings).toHaveLength(1)
    },
  )
})

describe('the file of the settings, before anything depends on it', () => {
  async function mend(text: string | null) {
    const folder = await temporaryFolder()
    if (text !== null) writeFileSync(settingsFile(folder), text)
    const mended = mendSettingsFile(folder, silentLogger())
    return {
      folder,
      mended,
      files: readdirSync(folder).toSorted(),
      stored: () => JSON.parse(readFileSync(settingsFile(folder), 'utf8')) as unknown,
    }
  }

  it('loses the fields that cannot be read, and is kept as it was under another name', async () => {
    const text = JSON.stringify({
      source: 'demo',
      appearance: { ...DEFAULT_SETTINGS.appearance, units: 'imperial', clock: 'sundial' },
    })
    const { folder, mended, files, stored } = await mend(text)
    expect(mended).toEqual({ fields: ['appearance.clock'], keptAs: 'settings.json.unreadable' })
    expect(files).toEqual(['settings.json', 'settings.json.unreadable'])
    expect(stored()).toEqual({
      source: 'demo',
      appearance: { ...DEFAULT_SETTINGS.appearance, units: 'imperial' },
    })
    expect(readFileSync(`${settingsFile(folder)}.unreadable`, 'utf8')).toBe(text)
    // Told once: at the next start there is nothing to tell.
    expect(mendSettingsFile(folder, silentLogger())).toBeNull()
  })

  it('takes the fields it lacks from the defaults without a word, and without being kept twice', async () => {
    const { mended, files, stored } = await mend(JSON.stringify({ desktop: { notifications: false } }))
    expect(mended).toBeNull()
    expect(files).toEqual(['settings.json'])
    expect(stored()).toEqual({ desktop: { ...DEFAULT_SETTINGS.desktop, notifications: false } })
  })

  it.each(['', '[]', '{"source":'])('is set aside as a whole where it says %j', async (text) => {
    const { mended, files } = await mend(text)
    expect(mended).toEqual({ fields: [], keptAs: 'settings.json.unreadable' })
    expect(files).toEqual(['settings.json.unreadable'])
  })

  it('is not made where there is none', async () => {
    const { mended, files } = await mend(null)
    expect([mended, files]).toEqual([null, []])
  })
})
