// How the live-timing host writes its files: stamps, line ends, compression. Everything here is text; what the
// lines say is for the topics. The real files are the model, byte order mark and all, so that a decoder cannot
// tell a simulated file from a recorded one by its form.

import { deflateRawSync } from 'node:zlib'

/** The host sends one at the start of every file. */
export const BYTE_ORDER_MARK = '\uFEFF'

// A message has 1 to 6 KB and is nothing but repeats: level 3 with a window of 4 KB packs it nearly as well as the
// defaults and, having less to set up, takes less than half the time. Any inflate reads it.
const DEFLATE = { level: 3, windowBits: 12, memLevel: 5 } as const

/** One message a line: twelve characters of session time, then the payload, nothing between. */
export function wireLine(timeMs: number, payload: unknown): string {
  return `${wireTime(timeMs)}${JSON.stringify(payload)}\r\n`
}

/** The same for the `.z` topics: quoted base64 of raw deflate. @param json the payload as text, or as its bytes. */
export function deflatedLine(timeMs: number, json: string | Uint8Array): string {
  return `${wireTime(timeMs)}"${deflateRawSync(json, DEFLATE).toString('base64')}"\r\n`
}

/** `HH:MM:SS.mmm`. @param timeMs session time, integer ms, below 100 hours. */
export function wireTime(timeMs: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const ms = String(timeMs % 1000).padStart(3, '0')
  return `${two(timeMs / 3_600_000)}:${two((timeMs / 60_000) % 60)}:${two((timeMs / 1000) % 60)}.${ms}`
}

/** Instant with seven decimals, as samples carry it. @param at epoch ms. */
export function wireInstant(at: number): string {
  return `${new Date(at).toISOString().slice(0, -1)}0000Z`
}

/** Date and time in whole seconds without a zone, as schedules and race control have it. */
export function wireSecond(at: number): string {
  return new Date(at).toISOString().slice(0, 19)
}

/** `1:26.531`, or `32.554` below a minute. */
export function wireDuration(durationMs: number): string {
  const seconds = (durationMs % 60_000) / 1000
  const minutes = Math.floor(durationMs / 60_000)
  return minutes === 0 ? seconds.toFixed(3) : `${minutes}:${seconds.toFixed(3).padStart(6, '0')}`
}

/** `-06:00:00`; the sign only where negative. */
export function wireOffset(offsetMs: number): string {
  return `${offsetMs < 0 ? '-' : ''}${wireTime(Math.abs(offsetMs)).slice(0, 8)}`
}
