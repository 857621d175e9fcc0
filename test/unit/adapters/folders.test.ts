import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findFolders } from '@main/adapters/folders'

describe('the places of settings and cache on Linux', () => {
  it('are those that the desktop names', () => {
    const folders = findFolders('linux', { XDG_CONFIG_HOME: '/a/config', XDG_CACHE_HOME: '/a/cache' }, null)
    expect(folders.userData).toMatch(/^\/a\/config\//)
    expect(folders.cache).toMatch(/^\/a\/cache\//)
  })

  it.each(['', 'relative/folder', '.'])('are below the home folder when the desktop names %j', (value) => {
    const folders = findFolders('linux', { XDG_CONFIG_HOME: value, XDG_CACHE_HOME: value }, null)
    expect(folders).toEqual(findFolders('linux', {}, null))
    expect(folders.userData.startsWith(join(homedir(), '.config'))).toBe(true)
  })
})
