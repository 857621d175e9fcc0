import { describe, expect, it } from 'vitest'
import { hasDisplay, hasGraphicsCard, xAuthority } from '../../../scripts/display.mjs'

describe('whether there is a display', () => {
  it.each([
    ['an X server', { DISPLAY: ':0' }, true],
    ['Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['nothing', {}, false],
    ['an empty variable', { DISPLAY: '' }, false],
  ])('is told on Linux by its variables: %s', (_what, env, expected) => {
    expect(hasDisplay(env, 'linux')).toBe(expected)
  })

  it.each(['darwin', 'win32'] as const)('is never in doubt on %s', (platform) => {
    expect(hasDisplay({}, platform)).toBe(true)
  })
})

describe('whether there can be a graphics card', () => {
  it.each([
    ['a driver of the kernel', ['/dev/dri'], true],
    ["NVIDIA's own driver", ['/dev/nvidia0'], true],
    ['nothing, as in a container', ['/dev/null'], false],
  ])('is told on Linux by its devices: %s', (_what, devices, expected) => {
    expect(hasGraphicsCard('linux', (path) => devices.includes(path))).toBe(expected)
  })

  it.each(['darwin', 'win32'] as const)('is never in doubt on %s', (platform) => {
    expect(hasGraphicsCard(platform, () => false)).toBe(true)
  })
})

describe('the X authority file', () => {
  it('has one entry for any display, in the layout of libXau', () => {
    const cookie = Buffer.alloc(16, 0xab)
    const expected = [
      'ffff', // family: any
      '0000', // address: empty
      '0000', // number: empty
      '0012', // 18 characters:
      Buffer.from('MIT-MAGIC-COOKIE-1').toString('hex'),
      '0010', // 16 bytes:
      'ab'.repeat(16),
    ].join('')
    expect(xAuthority(cookie).toString('hex')).toBe(expected)
  })
})
