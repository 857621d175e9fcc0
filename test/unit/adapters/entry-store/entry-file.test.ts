import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeEntry,
  decodeHead,
  encodeHead,
  fileNameOf,
  restamp,
  STAMPS,
} from '@main/adapters/entry-store/entry-file'
import type { Blob } from '@main/core/ports'

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const stamp = fc.record({ checkedAt: fc.double({ noNaN: true }), isFinal: fc.boolean() })
const metadata = fc
  .tuple(
    stamp,
    fc.record({
      etag: optional(fc.string()),
      belongsTo: optional(fc.string()),
      madeInMs: optional(fc.nat()),
      label: optional(fc.jsonValue()),
    }),
  )
  // As JSON writes it: without what is undefined, and -0 as 0.
  .map(([base, rest]) => ({ ...base, ...(JSON.parse(JSON.stringify(rest)) as object) }))
const blob: fc.Arbitrary<Blob> = fc.record({ bytes: fc.uint8Array({ maxLength: 300 }), metadata })
const key = fc.string()

async function encode(forKey: string, value: Blob): Promise<Buffer> {
  return Buffer.concat([await encodeHead(forKey, value), value.bytes])
}

describe('the file of an entry', () => {
  it('gives back key, metadata and bytes as they were stored', async () => {
    await fc.assert(
      fc.asyncProperty(key, blob, async (forKey, value) => {
        const file = await encode(forKey, value)
        const read = await decodeEntry(forKey, file)
        expect(Buffer.from(read?.bytes ?? [1]).equals(Buffer.from(value.bytes))).toBe(true)
        expect(read?.metadata).toEqual(value.metadata)
        expect(decodeHead(file)).toEqual({
          key: forKey,
          metadata: value.metadata,
          fileBytes: file.byteLength,
        })
      }),
    )
  })

  it('is refused under any other key, also one whose file has the same name', async () => {
    await fc.assert(
      fc.asyncProperty(key, key, blob, async (one, other, value) => {
        fc.pre(one !== other)
        expect(await decodeEntry(other, await encode(one, value))).toBeNull()
        expect(fileNameOf(one)).not.toBe(fileNameOf(other))
      }),
    )
  })

  it('is refused, or still says the same, with any bit of it turned over', async () => {
    await fc.assert(
      fc.asyncProperty(key, blob, fc.nat(), fc.nat(7), async (forKey, value, at, bit) => {
        const file = await encode(forKey, value)
        const place = at % file.byteLength
        file[place] = (file[place] ?? 0) ^ (1 << bit)
        const read = await decodeEntry(forKey, file)
        if (read === null) return
        // The one place where a bit may turn unnoticed is the stamp that is not in force.
        expect(place >= STAMPS.at && place < STAMPS.at + STAMPS.bytes).toBe(true)
        expect(read.metadata).toEqual(value.metadata)
        expect(Buffer.from(read.bytes).equals(Buffer.from(value.bytes))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is refused when its end is missing or something follows it', async () => {
    await fc.assert(
      fc.asyncProperty(key, blob, fc.nat(), async (forKey, value, length) => {
        const file = await encode(forKey, value)
        expect(await decodeEntry(forKey, file.subarray(0, length % file.byteLength))).toBeNull()
        expect(await decodeEntry(forKey, Buffer.concat([file, Buffer.of(0)]))).toBeNull()
      }),
    )
  })

  it('takes stamp after stamp, and keeps the one before when the writing of the next is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(
        blob,
        fc.array(stamp, { minLength: 1, maxLength: 5 }),
        fc.nat(31),
        async (value, stamps, cut) => {
          const file = await encode('key', value)
          let inForce = { checkedAt: value.metadata.checkedAt, isFinal: value.metadata.isFinal }
          for (const next of stamps) {
            const change = restamp(file.subarray(STAMPS.at, STAMPS.at + STAMPS.bytes), next)
            expect(change).not.toBeNull()
            if (change === null) return
            const half = Buffer.from(file)
            change.bytes.copy(half, change.at, 0, cut)
            const halfRead = await decodeEntry('key', half)
            expect([inForce, next]).toContainEqual({
              checkedAt: halfRead?.metadata.checkedAt,
              isFinal: halfRead?.metadata.isFinal,
            })
            change.bytes.copy(file, change.at)
            expect((await decodeEntry('key', file))?.metadata).toMatchObject(next)
            inForce = next
          }
        },
      ),
    )
  })
})
