import { describe, expect, it } from 'vitest'
import { nextStep, proxyEnvironment, reasonOf } from '../../../../scripts/setup/electron-runtime.mjs'

const HOUR_MS = 60 * 60 * 1000

const official = {
  wantedVersion: '45.4.1',
  binary: '/project/node_modules/electron/dist/electron',
  officialVersion: '45.4.1' as string | null,
  isIntactFallback: false,
  triedAgoMs: 400 * 24 * HOUR_MS,
}
const fallback = { ...official, officialVersion: null, isIntactFallback: true, triedAgoMs: HOUR_MS }

describe('which Electron is used', () => {
  it('fetches the official one into a fresh installation', () => {
    expect(nextStep({ ...official, binary: null, officialVersion: null, triedAgoMs: Infinity })).toBe(
      'try-official',
    )
  })

  it('keeps an official one of the right version, however old', () => {
    expect(nextStep(official)).toBe('ready')
  })

  it('fetches again after the electron package has changed', () => {
    expect(nextStep({ ...official, wantedVersion: '46.0.0' })).toBe('try-official')
  })

  it('fetches again when the binary has been deleted', () => {
    expect(nextStep({ ...official, binary: null })).toBe('try-official')
  })

  it('keeps the fallback for a day', () => {
    expect(nextStep(fallback)).toBe('ready')
  })

  it('tries for the official one again after a day with the fallback', () => {
    expect(nextStep({ ...fallback, triedAgoMs: 25 * HOUR_MS })).toBe('try-official')
  })

  it('does not trust a fallback that something has changed', () => {
    expect(nextStep({ ...fallback, isIntactFallback: false })).toBe('try-official')
  })

  it("leaves a build of the user's own alone", () => {
    expect(nextStep({ ...official, binary: null, officialVersion: null }, true)).toBe('ready')
  })
})

describe('fetching through a proxy', () => {
  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])('is switched on by %s', (name) => {
    expect(proxyEnvironment({ [name]: 'http://proxy.example:3128' })).toEqual({
      NODE_USE_ENV_PROXY: '1',
      ELECTRON_GET_USE_PROXY: '1',
    })
  })

  it('is left alone without a proxy', () => {
    expect(proxyEnvironment({ PATH: '/usr/bin', HTTPS_PROXY: '' })).toEqual({})
  })
})

describe('the reason given for a failed download', () => {
  it('is the first line that names an error, without the stack', () => {
    expect(reasonOf('TypeError: fetch failed\n    at node:internal/undici:1:2\n')).toBe('fetch failed')
  })

  it('says so if there is none', () => {
    expect(reasonOf('')).toBe('no reason given')
  })
})
