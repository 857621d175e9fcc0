// Reads the archive's `.jsonStream` files: one message a line, `HH:MM:SS.mmm` glued to a JSON payload, or to a
// quoted base64 of raw-deflated JSON in the `.z` topics. Owns the line grammar and its size limits; refuses to
// know what a payload means. A damaged line is counted and left out, never thrown. Pure; runs in a worker thread.

import { inflateRawSync } from 'node:zlib'
import { say } from '@contract/phrases'

/** A parsed line of a plain topic. */
export interface StreamMessage {
  /** Session time of the line, ms: when the recorder received it. */
  readonly timeMs: number
  /** Whatever JSON the line carried, commonly an object. */
  readonly payload: unknown
}

export interface StreamReading {
  readonly messages: readonly StreamMessage[]
  readonly warnings: readonly string[]
}

/**
 * Largest inflated size of one compressed message. The largest recorded one has 0.02 MiB; a line that inflates
 * to more is not timing data (deflate can grow a thousandfold) and is counted as damaged.
 */
export const MAX_MESSAGE_BYTES = 1024 * 1024

/** Most messages inflate to less than this, so that one allocation serves; Node's own 16 KiB would be twice as much. */
const INFLATE_CHUNK_BYTES = 8192

/**
 * Largest inflated size of one compressed topic. A race has about 50 MiB; reading stops here, with a warning,
 * so that a forged file costs seconds at most.
 */
const MAX_TOPIC_BYTES = 512 * 1024 * 1024

/** Longest line that is read. The longest recorded one has 0.03 MiB; a longer one is counted as damaged. */
export const MAX_LINE_BYTES = 2 * 1024 * 1024

/**
 * Most lines that are read of one topic. The busiest known one has 23,500, and a long race three times that; an object
 * a line, more would cost memory without bound. Reading stops here, with a warning.
 */
export const MAX_LINES = 500_000

/**
 * Most bytes that are read of a plain topic. A race's timing has 8 MiB; parsed JSON takes up to twenty times its
 * bytes. Reading stops here, with a warning.
 */
const MAX_PLAIN_BYTES = 32 * 1024 * 1024

/** Characters of the stamp before the payload. */
const STAMP_LENGTH = 12

const NEWLINE = 0x0a
const CARRIAGE_RETURN = 0x0d
const QUOTE = 0x22
const OPENING_BRACE = 0x7b
const ZERO = 0x30

/** Handles one line; answers false when the payload cannot be read. */
type LineVisitor = (timeMs: number, text: Buffer, start: number, end: number) => boolean

/**
 * All messages of a plain topic, in file order.
 *
 * @param topic for the warnings' wording.
 * @param bytes the file as served, with or without a byte order mark, with CRLF or LF.
 */
export function readStream(topic: string, bytes: Uint8Array): StreamReading {
  const messages: StreamMessage[] = []
  const isTooLarge = bytes.length > MAX_PLAIN_BYTES
  const read = isTooLarge ? bytes.subarray(0, bytes.lastIndexOf(NEWLINE, MAX_PLAIN_BYTES) + 1) : bytes
  const warnings = visitLines(topic, read, (timeMs, text, start, end) => {
    try {
      messages.push({ timeMs, payload: JSON.parse(text.toString('utf8', start, end)) as unknown })
      return true
    } catch {
      // Expected: SyntaxError of a damaged payload; the caller counts it.
      return false
    }
  })
  return { messages, warnings: isTooLarge ? [...warnings, onlyBeginning(topic)] : warnings }
}

function onlyBeginning(topic: string): string {
  return say('topic-too-large', { topic })
}

/**
 * Hands every message of a `.z` topic, in file order, to a visitor as inflated JSON bytes. The bytes are only
 * valid during the call. An uncompressed `{…}` payload is passed through.
 *
 * @param visit answers false when it cannot read the message, which is then counted as damaged.
 * @returns warnings in words for people.
 */
export function visitCompressedStream(
  topic: string,
  bytes: Uint8Array,
  visit: (timeMs: number, json: Buffer) => boolean,
): readonly string[] {
  let inflatedBytes = 0
  const warnings = visitLines(topic, bytes, (timeMs, text, start, end) => {
    if (inflatedBytes > MAX_TOPIC_BYTES) return true
    const json = inflatePayload(text, start, end)
    if (json === null) return false
    inflatedBytes += json.length
    return visit(timeMs, json)
  })
  if (inflatedBytes <= MAX_TOPIC_BYTES) return warnings
  return [...warnings, onlyBeginning(topic)]
}

function inflatePayload(text: Buffer, start: number, end: number): Buffer | null {
  if (text[start] === OPENING_BRACE) return text.subarray(start, end)
  if (text[start] !== QUOTE || text[end - 1] !== QUOTE || end - start < 2) return null
  const deflated = Buffer.from(text.toString('latin1', start + 1, end - 1), 'base64')
  try {
    return inflateRawSync(deflated, { maxOutputLength: MAX_MESSAGE_BYTES, chunkSize: INFLATE_CHUNK_BYTES })
  } catch {
    // Expected: Z_DATA_ERROR and Z_BUF_ERROR of a damaged line, ERR_BUFFER_TOO_LARGE of one that is too big.
    return null
  }
}

/** Splits into lines, reads their stamps, and counts what cannot be read. */
function visitLines(topic: string, bytes: Uint8Array, visit: LineVisitor): readonly string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const warnings: string[] = []
  let damaged = 0
  let lines = 0
  let start = startsWithByteOrderMark(text) ? 3 : 0
  while (start < text.length) {
    const newline = text.indexOf(NEWLINE, start)
    const next = newline === -1 ? text.length : newline + 1
    let end = newline === -1 ? text.length : newline
    if (end > start && text[end - 1] === CARRIAGE_RETURN) end--
    if (end > start && ++lines > MAX_LINES) {
      warnings.push(say('topic-too-long', { topic }))
      break
    }
    if (end > start && !visitLine(text, start, end, visit)) {
      if (newline === -1) warnings.push(say('topic-cut-short', { topic }))
      else damaged++
    }
    start = next
  }
  if (damaged > 0)
    warnings.push(
      damaged === 1 ? say('damaged-line', { topic }) : say('damaged-lines', { count: damaged, topic }),
    )
  return warnings
}

function visitLine(text: Buffer, start: number, end: number, visit: LineVisitor): boolean {
  if (end - start > MAX_LINE_BYTES) return false
  const timeMs = readStampMs(text, start, end)
  return Number.isNaN(timeMs) ? false : visit(timeMs, text, start + STAMP_LENGTH, end)
}

/** `HH:MM:SS.mmm` at `start` as ms; NaN where it is not exactly that. */
function readStampMs(text: Buffer, start: number, end: number): number {
  if (end - start < STAMP_LENGTH) return Number.NaN
  if (text[start + 2] !== 0x3a || text[start + 5] !== 0x3a || text[start + 8] !== 0x2e) return Number.NaN
  const hours = readDigits(text, start, 2)
  const minutes = readDigits(text, start + 3, 2)
  const seconds = readDigits(text, start + 6, 2)
  const milliseconds = readDigits(text, start + 9, 3)
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
}

function readDigits(text: Buffer, start: number, count: number): number {
  let value = 0
  for (let i = start; i < start + count; i++) {
    const digit = text[i]! - ZERO
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function startsWithByteOrderMark(text: Buffer): boolean {
  return text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf
}
