// Reads one inflated message of a telemetry topic: entries with an instant, each with numbers of many cars. Owns
// the shape of these messages. Two readers give the same result: a scanner for the exact bytes the archive writes,
// and JSON.parse for everything else. With the scanner a topic takes less than half of the time (105 against 245 ms
// for a qualifying, inflating included), as it makes no objects: JSON.parse makes two a sample, 700 000 a session.

import { asRecord, recordAt, type FeedRecord } from './patch'
import { grown } from './growing'
import { readUtcUs } from './utc'

/** Where a topic has its numbers. */
export interface MessageShape {
  /** Key of the list of entries. */
  readonly entries: string
  /** Key of an entry's UTC instant. */
  readonly date: string
  /** Key of an entry's cars by racing number. */
  readonly cars: string
  /** Key of the record with a car's numbers, where they are nested once more. */
  readonly channels: string | null
  /** Texts a car's numbers may be preceded by, e.g. its status; the scanner knows these only. */
  readonly prefixes: readonly string[]
  /** Keys of the numbers, in the order they are written. A car that lacks one is left out of the entry. */
  readonly required: readonly string[]
  /** Key of one more number that may be missing. */
  readonly optional: string | null
}

/** Numbers of one message. Used again for the next one. */
export class StagedMessage {
  /** Epoch microseconds of each entry. */
  readonly dateUs: number[] = []
  /** One behind each entry's last number in `values`. */
  readonly ends: number[] = []
  /** A sample is a racing number followed by the shape's numbers; NaN for a missing optional one. */
  values = new Float64Array(1024)
  length = 0

  clear(): void {
    this.dateUs.length = 0
    this.ends.length = 0
    this.length = 0
  }

  push(value: number): void {
    this.reserve(1)[this.length++] = value
  }

  /** `values` with room for so many more numbers behind `length`. */
  reserve(count: number): Float64Array {
    if (this.length + count > this.values.length)
      this.values = grown(this.values, this.values.length * 2 + count)
    return this.values
  }

  endEntry(dateUs: number): void {
    this.dateUs.push(dateUs)
    this.ends.push(this.length)
  }
}

/** Numbers per sample of a shape in `StagedMessage.values`, the racing number included. */
export function sampleWidth(shape: MessageShape): number {
  return 1 + shape.required.length + (shape.optional === null ? 0 : 1)
}

/**
 * Reads a message of any layout into `staged`, which is cleared first.
 *
 * @returns false when it is not JSON, or JSON of something else.
 */
export function parseMessage(json: Buffer, shape: MessageShape, staged: StagedMessage): boolean {
  staged.clear()
  let entries: unknown
  try {
    entries = asRecord(JSON.parse(json.toString('utf8')))?.[shape.entries]
  } catch {
    // Expected: SyntaxError of a damaged message; the caller counts it.
    return false
  }
  if (!Array.isArray(entries)) return false
  for (const item of entries) {
    const entry = asRecord(item)
    const date = entry?.[shape.date]
    if (entry === null || typeof date !== 'string') continue
    const dateBytes = Buffer.from(date)
    const dateUs = readUtcUs(dateBytes, 0, dateBytes.length)
    if (Number.isNaN(dateUs)) continue
    for (const [number, car] of Object.entries(recordAt(entry, shape.cars) ?? {})) {
      if (/^[1-9]\d{0,2}$/.test(number)) parseSample(Number(number), asRecord(car), shape, staged)
    }
    staged.endEntry(dateUs)
  }
  return true
}

function parseSample(
  number: number,
  car: FeedRecord | null,
  shape: MessageShape,
  staged: StagedMessage,
): void {
  const channels = shape.channels === null ? car : recordAt(car, shape.channels)
  const values = shape.required.map((key) => channels?.[key])
  if (!values.every((value) => typeof value === 'number')) return
  staged.push(number)
  for (const value of values) staged.push(value)
  if (shape.optional === null) return
  const value = channels?.[shape.optional]
  staged.push(typeof value === 'number' ? value : Number.NaN)
}

const QUOTE = 0x22
const MINUS = 0x2d
const ZERO = 0x30
const COMMA = 0x2c
const CLOSING_BRACKET = 0x5d
const CLOSING_BRACE = 0x7d
/** Integers of the feed have 5 digits at most; a longer one is left to JSON.parse. */
const MAX_DIGITS = 9
const MAX_RACING_NUMBER = 999
/** What the reading functions return in the place of the next position. */
const DECLINED = -1

/**
 * Reads messages that are written exactly as the archive writes them: no spaces, keys in order, whole numbers.
 *
 * Every byte is compared, as the bytes have no checksum of their own. Positions are handed on by value, and the
 * loops over a sample's fields stand in one function: half of a session's decoding is spent in it.
 */
export class MessageScanner {
  private readonly head: Uint8Array
  private readonly dateHead: Buffer
  private readonly carsHead: Uint8Array
  /** What stands between a racing number and its first value. */
  private readonly sampleHeads: readonly Uint8Array[]
  /** What stands before each further value. */
  private readonly fieldHeads: readonly Uint8Array[]
  private readonly sampleTail: Uint8Array
  private readonly requiredFields: number
  private readonly width: number

  constructor(shape: MessageShape) {
    const [first, ...others] = shape.required
    const nested = shape.channels === null ? '' : `"${shape.channels}":{`
    this.head = Buffer.from(`{"${shape.entries}":[`)
    this.dateHead = Buffer.from(`{"${shape.date}":"`)
    this.carsHead = Buffer.from(`,"${shape.cars}":{`)
    this.sampleHeads = shape.prefixes.map((prefix) => Buffer.from(`":{${prefix}${nested}"${first}":`))
    this.fieldHeads = [...others, ...(shape.optional === null ? [] : [shape.optional])].map((key) =>
      Buffer.from(`,"${key}":`),
    )
    this.sampleTail = Buffer.from(nested === '' ? '}' : '}}')
    this.requiredFields = others.length
    this.width = sampleWidth(shape)
  }

  /**
   * Reads a message into `staged`, which is cleared first.
   *
   * @returns false when the message is written in another way; `parseMessage` may still read it.
   */
  scan(json: Buffer, staged: StagedMessage): boolean {
    staged.clear()
    let at = skip(json, 0, this.head)
    while (at !== DECLINED) {
      at = this.scanEntry(json, at, staged)
      if (at === DECLINED || json[at] !== COMMA) break
      at++
    }
    if (at === DECLINED || at + 2 !== json.length) return false
    return json[at] === CLOSING_BRACKET && json[at + 1] === CLOSING_BRACE
  }

  /**
   * Reads nothing of a message but the dates of its entries, into `staged.dateUs`; its samples stay empty. The
   * samples' own bytes are not looked at, which takes a twentieth of the time.
   *
   * @returns false when the message is written in another way, or an entry has no car.
   */
  scanDates(json: Buffer, staged: StagedMessage): boolean {
    staged.clear()
    let at = skip(json, 0, this.head)
    while (at !== DECLINED) {
      const dateStart = skip(json, at, this.dateHead)
      const dateEnd = dateStart === DECLINED ? DECLINED : json.indexOf(QUOTE, dateStart)
      if (dateEnd === DECLINED) return false
      const dateUs = readUtcUs(json, dateStart, dateEnd)
      const carsStart = skip(json, dateEnd + 1, this.carsHead)
      if (Number.isNaN(dateUs) || carsStart === DECLINED || json[carsStart] !== QUOTE) return false
      staged.endEntry(dateUs)
      at = json.indexOf(this.dateHead, carsStart)
    }
    return staged.dateUs.length > 0
  }

  /** @returns the position behind the entry, or DECLINED; so do the functions below. */
  private scanEntry(json: Buffer, start: number, staged: StagedMessage): number {
    const dateStart = skip(json, start, this.dateHead)
    const dateEnd = dateStart === DECLINED ? DECLINED : json.indexOf(QUOTE, dateStart)
    if (dateEnd === DECLINED) return DECLINED
    const dateUs = readUtcUs(json, dateStart, dateEnd)
    const carsStart = Number.isNaN(dateUs) ? DECLINED : skip(json, dateEnd + 1, this.carsHead)
    const end = carsStart === DECLINED ? DECLINED : this.scanSamples(json, carsStart, staged)
    if (end === DECLINED || json[end] !== CLOSING_BRACE || json[end + 1] !== CLOSING_BRACE) return DECLINED
    staged.endEntry(dateUs)
    return end + 2
  }

  private scanSamples(json: Buffer, start: number, staged: StagedMessage): number {
    const { sampleHeads, fieldHeads, sampleTail, requiredFields, width } = this
    let at = start
    for (;;) {
      const values = staged.reserve(width)
      let to = staged.length
      if (json[at] !== QUOTE) return DECLINED
      at = readInteger(json, at + 1, values, to)
      if (at === DECLINED || values[to]! < 1 || values[to]! > MAX_RACING_NUMBER) return DECLINED
      to++
      let next = DECLINED
      for (let i = 0; i < sampleHeads.length && next === DECLINED; i++) next = skip(json, at, sampleHeads[i]!)
      at = next === DECLINED ? DECLINED : readInteger(json, next, values, to)
      to++
      for (let i = 0; i < fieldHeads.length; i++) {
        if (at === DECLINED) return DECLINED
        const head = fieldHeads[i]!
        let same = 0
        while (same < head.length && json[at + same] === head[same]) same++
        if (same === head.length) at = readInteger(json, at + same, values, to)
        else if (i < requiredFields) return DECLINED
        else values[to] = Number.NaN
        to++
      }
      if (at !== DECLINED) at = skip(json, at, sampleTail)
      if (at === DECLINED) return DECLINED
      staged.length = to
      if (json[at] !== COMMA) return at
      at++
    }
  }
}

function skip(json: Buffer, start: number, literal: Uint8Array): number {
  for (let i = 0; i < literal.length; i++) if (json[start + i] !== literal[i]) return DECLINED
  return start + literal.length
}

/** Reads a whole number into `values[to]`. @returns the position behind it, or DECLINED. */
function readInteger(json: Buffer, start: number, values: Float64Array, to: number): number {
  const isNegative = json[start] === MINUS
  const first = isNegative ? start + 1 : start
  let at = first
  let value = 0
  for (let digit = json[at]! - ZERO; digit >= 0 && digit <= 9; digit = json[at]! - ZERO) {
    value = value * 10 + digit
    at++
  }
  const digits = at - first
  if (digits === 0 || digits > MAX_DIGITS) return DECLINED
  // Leading zeros are no JSON, and minus zero is a number of its own: both for the other reader.
  if (json[first] === ZERO && (digits > 1 || isNegative)) return DECLINED
  values[to] = isNegative ? -value : value
  return at
}
