import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { readSettings, settingsFile } from '@main/adapters/settings-file'
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
      '"schedule" cannot be read; the default is used',
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
