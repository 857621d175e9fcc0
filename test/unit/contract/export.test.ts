import { describe, expect, it } from 'vitest'
import { DEFAULT_PRINT, isAcceptablePicture, MAX_PICTURE_BYTES } from '@contract/export'
import { DEFAULT_LOOK } from '@contract/sculpture-look'
import { CALL_VALIDATORS } from '@contract/validators'

const id = { source: 'demo', season: 2026, round: 1, session: 'Q', driver: 'AAA', lap: 'fastest' } as const
const order = { id, format: 'stl', print: DEFAULT_PRINT, look: DEFAULT_LOOK } as const

function png(width: number, height: number, bytes = 100): Uint8Array {
  const made = new Uint8Array(bytes)
  made.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const view = new DataView(made.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return made
}

describe('a picture from the page', () => {
  it('is taken up to 4K', () => {
    expect(isAcceptablePicture(png(3840, 2160))).toBe(true)
    // Also out of the middle of a larger buffer.
    const inside = new Uint8Array(200)
    inside.set(png(640, 480), 50)
    expect(isAcceptablePicture(inside.subarray(50, 150))).toBe(true)
  })

  it.each([
    ['wider than 4K', png(3841, 10)],
    ['higher than 4K', png(10, 2161)],
    ['without a size', png(0, 10)],
    ['cut short', png(10, 10).slice(0, 20)],
    ['not a PNG', new Uint8Array(100)],
    ['larger than a picture can be', png(10, 10, MAX_PICTURE_BYTES + 1)],
  ])('is refused when it is %s', (_what, bytes) => {
    expect(CALL_VALIDATORS['exports:copyPicture'].safeParse({ png: bytes }).success).toBe(false)
    expect(CALL_VALIDATORS['exports:savePicture'].safeParse({ id, png: bytes }).success).toBe(false)
  })
})

describe('an order for an export', () => {
  it('with the defaults is valid', () => {
    expect(CALL_VALIDATORS['exports:save'].parse(order)).toEqual(order)
  })

  it.each([
    ['a path', { ...order, path: '/tmp/x' }],
    ['an unknown format', { ...order, format: 'exe' }],
    ['a bed as large as a house', { ...order, print: { ...DEFAULT_PRINT, bedMm: 10_000 } }],
    ['not-a-number', { ...order, print: { ...DEFAULT_PRINT, wallMm: Number.NaN } }],
    ['a style of its own', { ...order, look: { ...DEFAULT_LOOK, style: 'cloud' } }],
    ['a height that only colours', { ...order, look: { ...DEFAULT_LOOK, height: 'gear' } }],
    ['no look at all', { id, format: 'stl', print: DEFAULT_PRINT }],
    ['text of the page’s own', { ...order, print: { ...DEFAULT_PRINT, lettering: 'anything' } }],
  ])('is refused with %s', (_what, input) => {
    expect(CALL_VALIDATORS['exports:save'].safeParse(input).success).toBe(false)
  })
})
