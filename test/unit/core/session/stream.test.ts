import { deflateRawSync } from 'node:zlib'
import {
  MAX_LINE_BYTES,
  MAX_LINES,
  MAX_MESSAGE_BYTES,
  readStream,
  visitCompressedStream,
} from '@main/core/session/stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compressedStream, stream } from './feed'

function read(text: string): ReturnType<typeof readStream> {
  return readStream('Topic', Buffer.from(text))
}

function inflated(bytes: Uint8Array): { readonly texts: string[]; readonly warnings: readonly string[] } {
  const texts: string[] = []
  const warnings = visitCompressedStream('Topic.z', bytes, (timeMs, json) => {
    texts.push(`${timeMs} ${json.toString()}`)
    return true
  })
  return { texts, warnings }
}

describe('readStream', () => {
  it('reads stamps and payloads, with CRLF or LF, with or without a byte order mark', () => {
    const messages = [
      { timeMs: 11_406, payload: { Status: 'Inactive' } },
      { timeMs: 3_723_004, payload: { Status: 'São' } },
    ]
    for (const mark of ['', '\uFEFF']) {
      for (const newline of ['\r\n', '\n']) {
        const text = `${mark}00:00:11.406{"Status":"Inactive"}${newline}01:02:03.004{"Status":"São"}${newline}`
        expect(read(text)).toEqual({ messages, warnings: [] })
      }
    }
  })

  it('reads a last line without a line end', () => {
    expect(read('00:00:01.000{"a":1}')).toEqual({
      messages: [{ timeMs: 1000, payload: { a: 1 } }],
      warnings: [],
    })
  })

  it('leaves damaged lines out and says how many there were', () => {
    const text = [
      '00:00:01.000{"a":1}',
      'nonsense',
      '0:00:02.0000{"a":2}',
      '00:00:03.000{"a":',
      '00:00:04.000{}',
      '',
    ]
    const { messages, warnings } = read(text.join('\r\n'))
    expect(messages.map(({ timeMs }) => timeMs)).toEqual([1000, 4000])
    expect(warnings).toEqual(['3 damaged lines of Topic left out.'])
  })

  it('tells a truncated recording from a damaged one', () => {
    const { messages, warnings } = read('00:00:01.000{"a":1}\r\n00:00:02.000{"a"')
    expect(messages).toHaveLength(1)
    expect(warnings).toEqual(['Topic ends in the middle of a line; the recording is cut short.'])
  })

  it('counts a line without end as damaged instead of parsing it', () => {
    const endless = `00:00:01.000{"a":"${'x'.repeat(MAX_LINE_BYTES)}"}\r\n00:00:02.000{}\r\n`
    expect(read(endless)).toEqual({
      messages: [{ timeMs: 2000, payload: {} }],
      warnings: ['1 damaged line of Topic left out.'],
    })
  })

  it('reads the beginning of a topic larger than any session, and says so', () => {
    const line = `00:00:01.000{"a":"${'x'.repeat(1024 * 1024)}"}\r\n`
    const { messages, warnings } = read(line.repeat(40))
    expect(messages).toHaveLength(31)
    expect(warnings).toEqual(['Topic is far larger than any session; only its beginning was read.'])
  })

  it('reads the beginning of a topic with more lines than any session, and says so', () => {
    const { messages, warnings } = read('00:00:01.000{}\n'.repeat(MAX_LINES + 5))
    expect(messages).toHaveLength(MAX_LINES)
    expect(warnings).toEqual(['Topic has far more lines than any session; only its beginning was read.'])
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readStream('Topic', bytes).messages.length).toBeLessThanOrEqual(bytes.length)
      }),
    )
  })

  it('gives back the messages of whole lines when cut at any byte', () => {
    const whole = stream([1, { a: 'x' }], [2, { b: [1, 2] }], [3, { c: null }])
    const { messages } = readStream('Topic', whole)
    for (let length = 0; length <= whole.length; length++) {
      const cut = readStream('Topic', whole.subarray(0, length))
      expect(messages.slice(0, cut.messages.length)).toEqual(cut.messages)
    }
  })
})

describe('visitCompressedStream', () => {
  it('inflates quoted base64 and passes uncompressed payloads through', () => {
    const lines = [compressedStream([1.5, { a: 1 }]), Buffer.from('00:00:02.000{"b":2}\r\n')]
    expect(inflated(Buffer.concat(lines))).toEqual({ texts: ['1500 {"a":1}', '2000 {"b":2}'], warnings: [] })
  })

  it('refuses a message that inflates beyond the limit', () => {
    const bomb = deflateRawSync(Buffer.alloc(MAX_MESSAGE_BYTES + 1)).toString('base64')
    const result = inflated(Buffer.from(`00:00:01.000"${bomb}"\r\n00:00:02.000{}\r\n`))
    expect(result).toEqual({ texts: ['2000 {}'], warnings: ['1 damaged line of Topic.z left out.'] })
  })

  it('leaves out what is not quoted, not base64 of deflate, or cut short', () => {
    const whole = Buffer.from(compressedStream([1, { a: 'text that is long enough to be cut' }])).toString()
    const cut = whole.replace(/.{12}"\r\n$/, '"\r\n')
    const result = inflated(
      Buffer.from(`00:00:01.000abc\r\n00:00:01.000"!!!!"\r\n00:00:01.000"\r\n${cut}${whole}`),
    )
    expect(result.texts).toHaveLength(1)
    expect(result.warnings).toEqual(['4 damaged lines of Topic.z left out.'])
  })
})
