import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@contract/language'
import { builderConfig } from '../../../../scripts/packaging/builder-config.mjs'
import { projectRoot } from '../../../../scripts/setup/folders.mjs'
import { neededPackages } from '../../../../scripts/setup/system-packages.mjs'

// electron-builder's own check, which it runs before it makes anything; on every platform it reads all of it.
const builder = createRequire(import.meta.url)('app-builder-lib/out/util/config/config') as {
  readonly validateConfiguration: (config: unknown, debug: unknown) => Promise<void>
}

const check = (config: unknown) => builder.validateConfiguration(config, { add: () => {}, isEnabled: false })
const aConfig = () =>
  builderConfig({
    version: '1.2.3+g1a2b3c4d5e',
    electron: { folder: '/electron', version: '33.2.1' },
    noticesFile: '/notices.txt',
  })

describe('the configuration of the packages', () => {
  it("is valid by electron-builder's schema for Linux, macOS and Windows", async () => {
    await expect(check(aConfig())).resolves.toBeUndefined()
  })

  it('would not be with a misspelt option of any of them', async () => {
    for (const part of ['linux', 'deb', 'mac', 'dmg', 'win', 'nsis', 'electronFuses'] as const)
      await expect(check({ ...aConfig(), [part]: { ...aConfig()[part], iconn: 1 } })).rejects.toThrow(
        `configuration.${part}`,
      )
  })

  it('names the application as it names itself while it runs, by which Windows tells whose window is whose', () => {
    const bootstrap = readFileSync(join(projectRoot, 'src', 'main', 'app', 'bootstrap.ts'), 'utf8')
    expect(bootstrap).toContain(`APPLICATION_ID = '${aConfig().appId}'`)
  })

  it('has a .deb ask for every library that is asked for where the gallery is started from its sources', () => {
    const debian12 = { ID: 'debian', VERSION_ID: '12' }
    expect(aConfig().deb?.depends).toEqual(
      expect.arrayContaining(neededPackages(debian12, { hasDisplay: true })),
    )
  })

  it('brings Chromium’s words in every language the application speaks, and in no other', () => {
    const spoken = aConfig().electronLanguages
    expect(LANGUAGES.map((language) => (language === 'en' ? 'en-US' : language))).toEqual(spoken)
  })

  it('asks nobody for updates and publishes nowhere', () => {
    expect(aConfig().publish).toBeNull()
  })
})
