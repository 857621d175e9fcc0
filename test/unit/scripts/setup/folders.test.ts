import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cacheFolder } from '../../../../scripts/setup/folders.mjs'

const home = join('/', 'home', 'ann')

describe('the per-user cache folder', () => {
  it('lies in ~/.cache', () => {
    expect(cacheFolder({}, home)).toBe(join(home, '.cache', 'f1-sculpture-gallery'))
  })

  it('follows XDG_CACHE_HOME', () => {
    const elsewhere = join('/', 'var', 'ann')
    expect(cacheFolder({ XDG_CACHE_HOME: elsewhere }, home)).toBe(join(elsewhere, 'f1-sculpture-gallery'))
  })

  it.each(['', 'relative/path'])('ignores XDG_CACHE_HOME=%j, as the specification asks', (value) => {
    expect(cacheFolder({ XDG_CACHE_HOME: value }, home)).toBe(join(home, '.cache', 'f1-sculpture-gallery'))
  })
})
