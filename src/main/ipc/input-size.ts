// How large an input may be, looked at before it is parsed: a validator walks all of what it is given first and says
// no afterwards.

import type { CallName } from '@contract/calls'
import { MAX_PICTURE_BYTES } from '@contract/export'

/** Ids, settings and choices are hundreds of bytes; the largest of them, all settings at once, some thousands. */
const INPUT_BYTES = 64 * 1024

/** Pictures come from the page, where they are drawn. */
const PICTURE_CALLS: ReadonlySet<CallName> = new Set<CallName>(['exports:savePicture', 'exports:copyPicture'])

/** What one value costs whatever it is, in bytes: an array of a million nulls is not small. */
const VALUE_BYTES = 8

/** @param input as structured cloning or JSON made it; may hold circles. */
export function isOversize(name: CallName, input: unknown): boolean {
  let left = INPUT_BYTES
  let binaryLeft = PICTURE_CALLS.has(name) ? MAX_PICTURE_BYTES : INPUT_BYTES
  const open: unknown[] = [input]
  // A circle ends where the bytes do: each time round costs some.
  while (open.length > 0) {
    const value = open.pop()
    left -= ownBytes(value)
    if (isBinary(value)) binaryLeft -= value.byteLength
    if (left < 0 || binaryLeft < 0) return true
    if (typeof value !== 'object' || value === null || isBinary(value)) continue
    // Counted before they are listed: no long list is made of what is too long already.
    if (Array.isArray(value) && value.length * VALUE_BYTES > left) return true
    for (const [key, part] of partsOf(value)) {
      left -= key
      open.push(part)
    }
  }
  return false
}

/** Bytes of a value without its parts, and without what is binary in it. */
function ownBytes(value: unknown): number {
  if (typeof value === 'string') return VALUE_BYTES + value.length * 2
  if (typeof value === 'bigint') return VALUE_BYTES + value.toString(16).length
  return VALUE_BYTES
}

/** Bytes as such, which cost nothing to walk. */
function isBinary(value: unknown): value is ArrayBuffer | ArrayBufferView {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value)
}

/** The parts of an object, each with what its name costs. */
function* partsOf(value: object): Generator<readonly [number, unknown]> {
  if (value instanceof Map)
    for (const [key, part] of value) {
      yield [0, key]
      yield [0, part]
    }
  else if (value instanceof Set) for (const part of value) yield [0, part]
  else for (const [key, part] of Object.entries(value)) yield [key.length * 2, part]
}
