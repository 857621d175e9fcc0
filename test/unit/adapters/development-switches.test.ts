import { describe, expect, it } from 'vitest'
import { readDevelopmentSwitches } from '@main/adapters/development-switches'
import { findFolders } from '@main/adapters/folders'
import { OFFICIAL_HOSTS } from '@main/core/sources/archive/hosts'

const env = {
  F1_ARCHIVE_URL: 'http://127.0.0.1:8080/static/',
  F1_NOW: '2025-11-01T12:00:00Z',
  F1_USER_DATA: '/tmp/x',
}

describe('development switches', () => {
  it('replace hosts, clock and folders', () => {
    expect(readDevelopmentSwitches(env, false)).toEqual({
      hosts: { archiveUrls: ['http://127.0.0.1:8080/static'], jolpicaUrl: OFFICIAL_HOSTS.jolpicaUrl },
      userData: '/tmp/x',
      startAt: Date.UTC(2025, 10, 1, 12),
    })
  })

  it('mean nothing to a packaged application', () => {
    expect(readDevelopmentSwitches({ ...env, F1_NOW: 'nonsense' }, true)).toEqual({
      hosts: OFFICIAL_HOSTS,
      userData: null,
      startAt: null,
    })
  })

  it.each([{ F1_ARCHIVE_URL: 'file:///etc' }, { F1_ARCHIVE_URL: 'archive' }, { F1_NOW: '2025-13-01' }])(
    'are refused when they make no sense: %j',
    (wrong) => {
      expect(() => readDevelopmentSwitches(wrong, false)).toThrow(/environment variable F1_/)
    },
  )
})

describe('the folders', () => {
  it('follow the platform, and the user data switch moves the cache along', () => {
    const linux = findFolders('linux', { XDG_CONFIG_HOME: '/c', XDG_CACHE_HOME: '/k' }, null)
    expect(linux).toEqual({ userData: '/c/F1 Sculpture Gallery', cache: '/k/f1-sculpture-gallery' })
    expect(findFolders('linux', {}, '/mine').cache).toMatch(/^\/mine/)
    expect(findFolders('darwin', {}, null).cache).toMatch(/Library\/Caches/)
  })
})
