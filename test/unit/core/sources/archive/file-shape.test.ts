import { describe, expect, it } from 'vitest'
import { looksLikeJson, looksLikeStream } from '@main/core/sources/archive/file-shape'

const bytes = (text: string) => Buffer.from(text)
const LINE = '00:00:01.000{"1":{"Tla":"AAA"}}\r\n'

describe('the shape of a file', () => {
  it.each([LINE, `\uFEFF${LINE}`, LINE + LINE.trimEnd(), '00:00:01.000"7ZQ9"\r\n', ''])(
    'is that of a stream: %j',
    (text) => {
      expect(looksLikeStream(bytes(text))).toBe(true)
    },
  )

  it.each(['<html></html>', '{"a":1}', LINE + LINE.slice(0, 20), LINE + LINE.slice(0, 8), '00:00:01.000"7Z'])(
    'is not that of a stream: %j',
    (text) => {
      expect(looksLikeStream(bytes(text))).toBe(false)
    },
  )

  it('is that of JSON when it begins with an object', () => {
    expect([looksLikeJson(bytes('\uFEFF {"a":1}')), looksLikeJson(bytes('<html>'))]).toEqual([true, false])
  })
})
