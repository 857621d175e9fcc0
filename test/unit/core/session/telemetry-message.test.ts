import {
  MessageScanner,
  parseMessage,
  sampleWidth,
  StagedMessage,
  type MessageShape,
} from '@main/core/session/telemetry-message'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const NESTED: MessageShape = {
  entries: 'Entries', date: 'Utc', cars: 'Cars', channels: 'Channels', prefixes: [''], required: ['0', '2'], optional: '45',
} // prettier-ignore
const FLAT: MessageShape = {
  entries: 'Position', date: 'Timestamp', cars: 'Entries', channels: null,
  prefixes: ['"Status":"OnTrack",', '"Status":"OffTrack",'], required: ['X', 'Y', 'Z'], optional: null,
} // prettier-ignore

const DATE = '2025-10-25T21:20:53.2037009Z'

interface Read {
  readonly dateUs: readonly number[]
  readonly ends: readonly number[]
  readonly values: readonly number[]
}

function contentOf(staged: StagedMessage): Read {
  return {
    dateUs: [...staged.dateUs],
    ends: [...staged.ends],
    values: [...staged.values.subarray(0, staged.length)],
  }
}

/** Samples one by one, in any order: JSON.parse brings cars into the order of their numbers. */
function samplesOf({ values }: Read, shape: MessageShape): readonly string[] {
  const width = sampleWidth(shape)
  return Array.from({ length: values.length / width }, (_, index) =>
    values.slice(index * width, (index + 1) * width).join(' '),
  )
}

/** What the scanner reads; null when it declines. */
function scanned(json: string, shape: MessageShape): Read | null {
  const staged = new StagedMessage()
  return new MessageScanner(shape).scan(Buffer.from(json), staged) ? contentOf(staged) : null
}

function parsed(json: string, shape: MessageShape): Read | null {
  const staged = new StagedMessage()
  return parseMessage(Buffer.from(json), shape, staged) ? contentOf(staged) : null
}

/** A message as the archive writes it. Racing numbers in rising order, as JSON.parse would reorder others. */
function anyMessage(shape: MessageShape): fc.Arbitrary<string> {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 4 })
  const value = fc.integer({ min: -99_999, max: 99_999 })
  const sample = fc.tuple(
    fc.nat(shape.prefixes.length - 1),
    fc.array(value, { minLength: 4, maxLength: 4 }),
    fc.boolean(),
  )
  const entry = fc.tuple(numbers, fc.array(sample, { minLength: 4, maxLength: 4 }))
  return fc.array(entry, { minLength: 1, maxLength: 3 }).map((entries) => {
    const texts = entries.map(([cars, samples]) => {
      const written = cars
        .toSorted((a, b) => a - b)
        .map((number, car) => {
          const [prefix, values, hasOptional] = samples[car]!
          const keys =
            shape.optional === null || !hasOptional ? shape.required : [...shape.required, shape.optional]
          const fields = keys.map((key, index) => `"${key}":${values[index]!}`).join(',')
          const nested = shape.channels === null ? fields : `"${shape.channels}":{${fields}}`
          return `"${number}":{${shape.prefixes[prefix]!}${nested}}`
        })
      return `{"${shape.date}":"${DATE}","${shape.cars}":{${written.join(',')}}}`
    })
    return `{"${shape.entries}":[${texts.join(',')}]}`
  })
}

describe.each([
  { name: 'nested channels', shape: NESTED },
  { name: 'flat fields', shape: FLAT },
])('reading messages with $name', ({ shape }) => {
  it('gives the same by scanner and by JSON.parse', () => {
    fc.assert(
      fc.property(anyMessage(shape), (json) => {
        const read = scanned(json, shape)
        expect(read).not.toBeNull()
        expect(read).toEqual(parsed(json, shape))
        expect(read!.values.length % sampleWidth(shape)).toBe(0)
      }),
    )
  })

  it('finds the dates of all entries without reading the samples', () => {
    fc.assert(
      fc.property(anyMessage(shape), (json) => {
        const staged = new StagedMessage()
        expect(new MessageScanner(shape).scanDates(Buffer.from(json), staged)).toBe(true)
        expect(staged.dateUs).toEqual(scanned(json, shape)!.dateUs)
        expect(staged.length).toBe(0)
      }),
    )
  })

  it('declines by scanner, or gives the same, when a byte is changed, added or lost', () => {
    const bytes = fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(anyMessage(shape), fc.nat(), fc.nat(2), bytes, (json, place, length, byte) => {
        const at = place % json.length
        const changed =
          json.slice(0, at) + (length === 2 ? '' : byte) + json.slice(at + (length === 0 ? 0 : 1))
        const read = scanned(changed, shape)
        if (read === null) return
        const byParse = parsed(changed, shape)
        expect(byParse?.dateUs).toEqual(read.dateUs)
        // Of two cars of one number JSON.parse keeps the last; the scanner keeps both, the columns the last.
        expect(samplesOf(read, shape)).toEqual(expect.arrayContaining([...samplesOf(byParse!, shape)]))
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (json) => {
        if (scanned(json, shape) !== null) expect(parsed(json, shape)).not.toBeNull()
      }),
    )
  })
})

describe('scanDates', () => {
  const scanDates = (json: string): boolean =>
    new MessageScanner(NESTED).scanDates(Buffer.from(json), new StagedMessage())

  it('declines what it cannot be sure of: another layout, a date that is none, an entry without cars', () => {
    expect(scanDates(`{"Entries":[{"Utc":"${DATE}","Cars":{"4":`)).toBe(true)
    expect(scanDates(`{ "Entries":[{"Utc":"${DATE}","Cars":{"4":`)).toBe(false)
    expect(scanDates('{"Entries":[{"Utc":"soon","Cars":{"4":')).toBe(false)
    expect(scanDates(`{"Entries":[{"Utc":"${DATE}","Cars":{}}]}`)).toBe(false)
    expect(scanDates('{"Entries":[]}')).toBe(false)
    expect(scanDates(`{"Entries":[{"Utc":"${DATE}`)).toBe(false)
  })
})

describe('parseMessage', () => {
  const car = (fields: string): Read | null =>
    parsed(`{ "Entries": [ {"Utc":"${DATE}","Cars":{"4":{"Channels":{${fields}}}}} ] }`, NESTED)

  it('reads other layouts: spaces, other order, decimals', () => {
    expect(car('"45":8, "2":300.5, "0":11000')?.values).toEqual([4, 11_000, 300.5, 8])
  })

  it('leaves a car out that lacks a number, and marks a missing optional one', () => {
    expect(car('"0":11000')?.values).toEqual([])
    expect(car('"0":11000,"2":"300"')?.values).toEqual([])
    expect(car('"0":11000,"2":300')?.values).toEqual([4, 11_000, 300, Number.NaN])
  })

  it('leaves an entry without a readable date out', () => {
    expect(parsed('{"Entries":[{"Utc":"soon","Cars":{}},{"Cars":{}},7]}', NESTED)).toEqual({
      dateUs: [],
      ends: [],
      values: [],
    })
  })

  it('refuses what is no such message', () => {
    expect(parsed('{"Position":[]}', NESTED)).toBeNull()
    expect(parsed('[]', NESTED)).toBeNull()
    expect(parsed('{"Entries":[', NESTED)).toBeNull()
  })
})
