import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { literal, SampleText } from '@main/core/sources/demo/sample-text'

describe('the text of telemetry samples', () => {
  it('writes whole numbers as JSON does, zero and minus zero included', () => {
    const text = new SampleText()
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (value) => {
        text.clear()
        text.addInteger(value)
        expect(Buffer.from(text.written()).toString()).toBe(JSON.stringify(value))
      }),
    )
    text.clear()
    text.addInteger(Math.round(-0.04))
    expect(Buffer.from(text.written()).toString()).toBe('0')
  })

  it('grows as far as a message needs, and begins anew for the next', () => {
    const text = new SampleText()
    const piece = literal('"Status":"OnTrack",')
    for (let i = 0; i < 10_000; i++) text.add(piece)
    expect(text.written()).toHaveLength(10_000 * piece.length)
    text.clear()
    text.add(piece)
    expect(Buffer.from(text.written()).toString()).toBe('"Status":"OnTrack",')
  })
})
