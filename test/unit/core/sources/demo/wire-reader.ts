// A decoder of the wire format in a few lines, written for these tests only: what it reads does not depend on
// the application's own decoders being right.

import { inflateRawSync } from 'node:zlib'

export interface WireMessage<Payload> {
  readonly timeMs: number
  readonly payload: Payload
}

/** What these tests read of a driver's patch in TimingData. */
export interface TimingPatch {
  readonly NumberOfLaps?: number
  readonly Line?: number
  readonly LastLapTime?: { readonly Value?: string }
  readonly BestLapTime?: { readonly Value?: string }
  readonly Sectors?: Readonly<Record<string, { readonly Value?: string }>>
}

export const PLAIN_LINE = /^\d\d:\d\d:\d\d\.\d{3}\{.*\}$/
export const DEFLATED_LINE = /^\d\d:\d\d:\d\d\.\d{3}"[A-Za-z0-9+/]+=*"$/

/** Text lines of a topic, after checking byte order mark and line ends. */
export function wireLines(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('utf8')
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark')
  if (!text.endsWith('\r\n')) throw new Error('no line end at the end')
  return text.slice(1, -2).split('\r\n')
}

/** Messages of a topic. @typeParam Payload what the test expects in them; not checked. */
export function readWire<Payload>(bytes: Uint8Array): WireMessage<Payload>[] {
  return wireLines(bytes).map((line) => {
    const [hours, minutes, seconds] = line.slice(0, 12).split(':').map(Number)
    const text = line.slice(12)
    const json = text.startsWith('"')
      ? inflateRawSync(Buffer.from(text.slice(1, -1), 'base64')).toString('utf8')
      : text
    return {
      timeMs: Math.round((hours! * 3600 + minutes! * 60 + seconds!) * 1000),
      payload: JSON.parse(json) as Payload,
    }
  })
}

/** `1:26.531` or `32.554` to ms. */
export function durationMs(text: string): number {
  const [seconds, minutes] = text.split(':').reverse().map(Number)
  return Math.round(((minutes ?? 0) * 60 + seconds!) * 1000)
}
