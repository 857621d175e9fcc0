import { describe, expect, it } from 'vitest'
import { BODY_LIMITS, PartialBody, type BodyLimits } from '@main/core/network/partial-body'

const ETAG = '"v1"'
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()

function aBody(limits: BodyLimits = BODY_LIMITS): PartialBody {
  return new PartialBody('https://archive/x', limits)
}

/** `half` of `halfwhole`, as if the line had broken. */
function half(headers: Record<string, string> = {}): PartialBody {
  const body = aBody()
  body.begin({ status: 200, headers: { etag: ETAG, 'content-length': '9', ...headers } })
  body.add(Buffer.from('half'))
  return body
}

const rest = (headers: Record<string, string> = {}) => ({
  status: 206,
  headers: { etag: ETAG, 'content-range': 'bytes 4-8/9', ...headers },
})

describe('a body that broke off', () => {
  it('asks for the rest of the same file, uncompressed, and is whole with it', () => {
    const body = half()
    expect(body.rangeHeaders()).toEqual({
      range: 'bytes=4-',
      'if-range': ETAG,
      'accept-encoding': 'identity',
    })
    body.begin(rest())
    body.add(Buffer.from('whole'))
    expect(text(body.finish())).toBe('halfwhole')
    expect([body.received, body.total]).toEqual([9, 9])
  })

  it.each([
    ['it has no tag', { etag: '' }],
    ['its tag is a weak one', { etag: 'W/"v1"' }],
    ['it is compressed', { 'content-encoding': 'gzip' }],
    ['the host says it has no ranges', { 'accept-ranges': 'none' }],
  ])('must be sent again as a whole when %s', (_why, headers) => {
    expect(half(headers).rangeHeaders()).toBeNull()
  })

  it('must be sent again as a whole when nothing of it has come', () => {
    expect(aBody().rangeHeaders()).toBeNull()
  })

  it.each([
    ['another place', rest({ 'content-range': 'bytes 0-8/9' })],
    ['another length', rest({ 'content-range': 'bytes 4-9/10' })],
    ['another file', rest({ etag: '"v2"' })],
    ['no place at all', rest({ 'content-range': '' })],
    ['a compressed part', rest({ 'content-encoding': 'gzip' })],
  ])('is not joined with %s: it starts over', (_what, head) => {
    const body = half()
    expect(() => body.begin(head)).toThrow('another part')
    expect([body.received, body.rangeHeaders()]).toEqual([0, null])
  })

  it('starts over when the whole file comes instead of the rest', () => {
    const body = half()
    body.begin({ status: 200, headers: { etag: '"v2"', 'content-length': '3' } })
    body.add(Buffer.from('new'))
    expect(text(body.finish())).toBe('new')
  })

  it('takes a part whose whole length the host does not tell', () => {
    const body = half()
    body.begin(rest({ 'content-range': 'bytes 4-8/*' }))
    body.add(Buffer.from('whole'))
    expect(text(body.finish())).toBe('halfwhole')
  })

  it('is no body when it ends before its length', () => {
    expect(() => half().finish()).toThrow('4 of 9 bytes')
  })

  it('is no body when a part brings more than was missing', () => {
    const body = half()
    body.begin(rest())
    body.add(Buffer.from('whole and more'))
    expect(() => body.finish()).toThrow('18 of 9 bytes')
  })
})

describe('a body that is too large', () => {
  const limits: BodyLimits = { maxBytes: 1_000, maxRatio: 10, maxUnannouncedBytes: 50 }
  const unparsable = expect.objectContaining({ code: 'source/unparsable' }) as Error

  it('is refused by its announcement', () => {
    expect(() => aBody(limits).begin({ status: 200, headers: { 'content-length': '1001' } })).toThrow(
      unparsable,
    )
  })

  it('is refused as soon as it is, announced or not', () => {
    const body = aBody(limits)
    body.begin({ status: 200, headers: {} })
    body.add(new Uint8Array(1_000))
    expect(() => body.add(new Uint8Array(1))).toThrow(unparsable)
  })

  it('may be ten times what came over the line when it is compressed, and no more', () => {
    const body = aBody(limits)
    body.begin({ status: 200, headers: { 'content-length': '20', 'content-encoding': 'gzip' } })
    expect(body.total).toBe(0)
    body.add(new Uint8Array(200))
    expect(() => body.add(new Uint8Array(1))).toThrow(unparsable)
  })

  it('has a lower limit when it is compressed and does not say how long it is', () => {
    const body = aBody(limits)
    body.begin({ status: 200, headers: { 'content-encoding': 'gzip' } })
    body.add(new Uint8Array(50))
    expect(() => body.add(new Uint8Array(1))).toThrow(unparsable)
  })
})
