import { inflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deflatedLine,
  wireDuration,
  wireInstant,
  wireLine,
  wireOffset,
  wireSecond,
  wireTime,
} from '@main/core/sources/demo/wire'
import { DEFLATED_LINE, durationMs } from './wire-reader'

describe('the wire format', () => {
  it('glues twelve characters of session time to the payload and ends the line with CRLF', () => {
    expect(wireLine(3_725_011, { Status: '1' })).toBe('01:02:05.011{"Status":"1"}\r\n')
    expect(wireTime(0)).toBe('00:00:00.000')
  })

  it('deflates so that any raw inflate reads it back', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20_000 }), (text) => {
        const line = deflatedLine(1, text)
        expect(line.slice(0, -2)).toMatch(DEFLATED_LINE)
        expect(inflateRawSync(Buffer.from(line.slice(13, -3), 'base64')).toString('utf8')).toBe(
          Buffer.from(text).toString('utf8'),
        )
      }),
    )
  })

  it('writes durations as the timing screens do, to the millisecond', () => {
    expect(wireDuration(86_531)).toBe('1:26.531')
    expect(wireDuration(60_007)).toBe('1:00.007')
    expect(wireDuration(9_050)).toBe('9.050')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_599_999 }), (ms) => {
        expect(durationMs(wireDuration(ms))).toBe(ms)
      }),
    )
  })

  it('writes instants with seven decimals, seconds without a zone, and offsets with a sign only below zero', () => {
    expect(wireInstant(Date.UTC(2025, 9, 25, 21, 0, 49, 399))).toBe('2025-10-25T21:00:49.3990000Z')
    expect(wireSecond(Date.UTC(2025, 9, 25, 21, 0, 49, 399))).toBe('2025-10-25T21:00:49')
    expect(wireOffset(7_200_000)).toBe('02:00:00')
    expect(wireOffset(-21_600_000)).toBe('-06:00:00')
  })
})
