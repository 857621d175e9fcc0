import { describe, expect, it } from 'vitest'
import { isUnreachable, makeAppImage } from '../../../../scripts/packaging/app-image.mjs'
import { temporaryFolder } from '../../../helpers/temporary-folder'

describe('an AppImage', () => {
  it('is made with its launcher where that can be fetched, and nothing more is said', async () => {
    const said: string[] = []
    let built = 0
    const build = () => Promise.resolve(built++)
    await makeAppImage({ build, outFolder: await temporaryFolder(), log: (line) => said.push(line) })
    expect(built).toBe(1)
    expect(said).toEqual([])
  })

  it('fails as electron-builder fails when that has another reason than the network', async () => {
    const build = () => Promise.reject(new Error('mksquashfs: no space left on device'))
    const made = makeAppImage({ build, outFolder: await temporaryFolder(), log: () => {} })
    await expect(made).rejects.toThrow('no space left')
  })

  it('knows a network that is not there by what the failure is called', () => {
    expect(isUnreachable(new Error('getaddrinfo ENOTFOUND github.com'))).toBe(true)
    expect(isUnreachable(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') }))).toBe(true)
    expect(isUnreachable(new Error('checksum mismatch'))).toBe(false)
  })
})
