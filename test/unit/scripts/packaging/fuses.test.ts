import { FuseV1Options } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { differences } from '../../../../scripts/packaging/fuses.mjs'

const ON = 0x31
const OFF = 0x30
const REMOVED = 0x72

/** As house rules ask for, told in the library's own names and not in those of the list under test. */
const HARDENED = {
  [FuseV1Options.RunAsNode]: OFF,
  [FuseV1Options.EnableCookieEncryption]: ON,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
  [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
  [FuseV1Options.OnlyLoadAppFromAsar]: ON,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
}

describe('the fuses of a packaged executable', () => {
  it('have nothing to be said against when all are as they should be', () => {
    expect(differences(HARDENED)).toEqual([])
  })

  it.each(Object.keys(HARDENED).map(Number))('are refused when number %i is the other way', (fuse) => {
    const wire = { ...HARDENED, [fuse]: HARDENED[fuse as keyof typeof HARDENED] === ON ? OFF : ON }
    expect(differences(wire)).toHaveLength(1)
  })

  it('are refused when the runtime has not got one of them', () => {
    expect(differences({ ...HARDENED, [FuseV1Options.RunAsNode]: REMOVED })).toEqual([
      'runAsNode should be off and is not there',
    ])
    const { [FuseV1Options.OnlyLoadAppFromAsar]: _, ...shorter } = HARDENED
    expect(differences(shorter)).toEqual(['onlyLoadAppFromAsar should be on and is not there'])
  })
})
