import { describe, expect, it } from 'vitest'
import { packageVersion, readBuiltFrom } from '../../../../scripts/packaging/version.mjs'
import { temporaryFolder } from '../../../helpers/temporary-folder'

describe('the version of a package', () => {
  it('names the commit, and says when the sources were changed since', () => {
    const builtFrom = { commit: '1a2b3c4d5e', isChanged: false, committedAtS: 0 }
    expect(packageVersion('1.2.3', builtFrom)).toBe('1.2.3+g1a2b3c4d5e')
    expect(packageVersion('1.2.3', { ...builtFrom, isChanged: true })).toBe('1.2.3+g1a2b3c4d5e.changed')
  })

  it('is the plain one outside a repository, and the instant always the same', async () => {
    const folder = await temporaryFolder()
    const builtFrom = await readBuiltFrom(folder)
    expect(packageVersion('1.2.3', builtFrom)).toBe('1.2.3')
    expect(await readBuiltFrom(folder)).toEqual(builtFrom)
  })
})
