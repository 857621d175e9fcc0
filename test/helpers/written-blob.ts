// Bytes that say for which key and in which generation they were written, and whether all of them are there.
import type { Blob } from '@main/core/ports'

export function writtenBlob(key: string, generation: number): Blob {
  const word = `${key} ${generation}\n`
  // From some bytes to some hundred KB, so that a kill finds writes of every length under way.
  const times = 1 + ((generation * 7919) % 20_000)
  return { bytes: Buffer.from(word.repeat(times)), metadata: { checkedAt: generation, isFinal: false } }
}

/** @returns the generation; null when these are not, to the last byte, what was written for the key. */
export function generationOf(key: string, bytes: Uint8Array): number | null {
  const text = Buffer.from(bytes).toString()
  const generation = Number(/^\S+ (\d+)\n/.exec(text)?.[1] ?? Number.NaN)
  const { bytes: wanted } = writtenBlob(key, generation)
  return Number.isInteger(generation) && Buffer.from(wanted).equals(Buffer.from(bytes)) ? generation : null
}
