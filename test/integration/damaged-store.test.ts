// Whatever happens to the files of a store behind its back: nothing crashes, and nobody is served wrong bytes.
import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { entriesFolder } from '@main/adapters/entry-store/disk-store'
import { fileNameOf } from '@main/adapters/entry-store/entry-file'
import { openDiskStore } from '../helpers/disk-store'
import { temporaryFolder } from '../helpers/temporary-folder'
import { generationOf, writtenBlob } from '../helpers/written-blob'

const KEYS = Array.from({ length: 12 }, (_, i) => `f1:sculpture:2025:${i + 1}:Q:NOR`)
const RUNS = 60
const DAMAGES_A_RUN = 20

interface Damage {
  readonly kind: keyof typeof DAMAGES
  readonly one: number
  readonly other: number
  /** Where in the file, 0..1. */
  readonly place: number
}

/** What is done to two entries' files `a` and `b`; `at` 0..1 says where. */
const DAMAGES = {
  'a bit is flipped': async (a: string, _b: string, at: number) => {
    const bytes = await readFile(a)
    const place = Math.floor(at * bytes.byteLength)
    bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8))
    await writeFile(a, bytes)
  },
  'its end is cut off': async (a: string, _b: string, at: number) => {
    await truncate(a, Math.floor(at * (await readFile(a)).byteLength))
  },
  'it is empty': (a: string) => writeFile(a, ''),
  'something is appended': (a: string) => writeFile(a, 'more', { flag: 'a' }),
  'zeros stand in its middle': async (a: string, _b: string, at: number) => {
    const bytes = await readFile(a)
    bytes.fill(0, Math.floor(at * bytes.byteLength), Math.floor(at * bytes.byteLength) + 512)
    await writeFile(a, bytes)
  },
  'it is exchanged with another': async (a: string, b: string) => {
    if (a === b) return
    await rename(a, `${a}.x`)
    await rename(b, a)
    await rename(`${a}.x`, b)
  },
  'another is copied over it': async (a: string, b: string) => {
    if (a !== b) await copyFile(b, a)
  },
  'its end is that of another': async (a: string, b: string, at: number) => {
    const [head, tail] = await Promise.all([readFile(a), readFile(b)])
    const cut = Math.floor(at * Math.min(head.byteLength, tail.byteLength))
    await writeFile(a, Buffer.concat([head.subarray(0, cut), tail.subarray(cut)]))
  },
  'it is gone': (a: string) => rm(a),
  'a folder stands in its place': async (a: string) => {
    await rm(a)
    await mkdir(join(a, 'inner'), { recursive: true })
  },
  'a link to itself stands in its place': async (a: string) => {
    await rm(a)
    await symlink(a, a)
  },
  'a foreign file lies beside it': (a: string) => writeFile(`${a}.txt`, 'not ours'),
  'a foreign file has the name of an entry': (a: string, _b: string, at: number) =>
    writeFile(join(a, '..', fileNameOf(`never stored ${at}`)), 'F1ENTRY1 but not really'),
  'the index is damaged': async (a: string, _b: string, at: number) => {
    const path = join(a, '..', '..', 'index.json')
    const bytes = await readFile(path)
    bytes[Math.floor(at * bytes.byteLength)] = 0x30
    await writeFile(path, bytes)
  },
  'the index is gone': (a: string) => rm(join(a, '..', '..', 'index.json'), { recursive: true, force: true }),
  'the index is a folder': async (a: string) => {
    await rm(join(a, '..', '..', 'index.json'), { recursive: true, force: true })
    await mkdir(join(a, '..', '..', 'index.json'))
  },
} as const

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom(...(Object.keys(DAMAGES) as (keyof typeof DAMAGES)[])),
  one: fc.nat(KEYS.length - 1),
  other: fc.nat(KEYS.length - 1),
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
})

it('serves what was stored or nothing, and takes every entry again, whatever was done to its files', async () => {
  let damages = 0
  let found = 0
  const run = async (batch: readonly Damage[], isReopened: boolean) => {
    const folder = await temporaryFolder()
    const pathOf = (i: number) => join(entriesFolder(folder), fileNameOf(KEYS[i] ?? ''))
    let { store } = openDiskStore(folder)
    const generations = new Map(KEYS.map((key, i) => [key, i]))
    for (const [key, generation] of generations) await store.put(key, writtenBlob(key, generation))
    await store.close()
    for (const { kind, one, other, place } of batch) {
      damages += 1
      // Where an earlier damage has left nothing to be damaged, there is nothing more to do.
      await DAMAGES[kind](pathOf(one), pathOf(other), place).catch(() => {})
      if (isReopened) store = openDiskStore(folder).store
      for (const i of [one, other]) {
        const key = KEYS[i] ?? ''
        const blob = await store.get(key)
        if (blob === null) continue
        expect(generationOf(key, blob.bytes), `${key} after: ${kind}`).toBe(generations.get(key))
      }
    }
    await store.sweep()
    for (const key of KEYS) {
      const blob = await store.get(key)
      if (blob !== null) expect(generationOf(key, blob.bytes)).toBe(generations.get(key))
      await store.put(key, writtenBlob(key, 77))
      expect(generationOf(key, (await store.get(key))?.bytes ?? Buffer.of())).toBe(77)
    }
    const status = await store.status()
    expect(status.entries).toBe(KEYS.length)
    found += status.corrupt
    const names = await readdir(entriesFolder(folder))
    const foreign = names.filter((name) => !/^[0-9a-f]{40}$/.test(name))
    // What is not ours is left alone.
    expect(foreign.every((name) => name.endsWith('.txt') || name.endsWith('.x'))).toBe(true)
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(damage, { minLength: DAMAGES_A_RUN, maxLength: DAMAGES_A_RUN }),
      fc.boolean(),
      run,
    ),
    { numRuns: RUNS, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true },
  )
  console.log(`${damages} damages: ${found} entries found damaged and removed`)
  expect(found).toBeGreaterThan(damages / 10)
})
