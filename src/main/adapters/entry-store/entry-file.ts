// One entry of the cache as one file: for which key it was written, what is noted beside its bytes, the bytes, and
// digests of both. Whatever is read back is therefore known to be what was stored, under this very key: a flipped bit,
// a cut end or a file under another's name is found out. Bytes only; reads and writes no disk.
//
//     0  magic                          8
//     8  stamp, twice                  32 each: u32 sequence, f64 checkedAt, u8 isFinal, 3 unused, 16 of its digest
//    72  length of the head, u32        4
//    76  SHA-256 of the head           32
//   108  head, JSON in UTF-8               key, size and SHA-256 of the bytes, metadata without the stamp
//        the bytes
//
// The stamp lies outside the head because it changes alone, whenever the source has been asked and had nothing new.
// Of its two places the newer is in force and the older is written next: a write that is cut off leaves the other.

import { createHash, hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Blob, BlobMetadata, Stamp } from '../../core/ports'

/** Stands in the names of the stores' folders too: files of another format are in other folders. */
export const ENTRY_FORMAT = 1
const MAGIC = Buffer.from(`F1ENTRY${ENTRY_FORMAT}`, 'latin1')
const STAMP_AT = 8
const STAMP_BYTES = 32
const STAMP_SIGNED_BYTES = 16
const HEAD_LENGTH_AT = STAMP_AT + 2 * STAMP_BYTES
const HEAD_DIGEST_AT = HEAD_LENGTH_AT + 4
const HEAD_AT = HEAD_DIGEST_AT + 32
/** A label is 1 to 2 KB; a longer head than this is not one of ours, and is not read into memory. */
const MAX_HEAD_BYTES = 64 * 1024
/** Where both stamps lie, for who changes one in place. */
export const STAMPS = { at: STAMP_AT, bytes: 2 * STAMP_BYTES } as const
/** Enough to read nearly every head at once. */
export const HEAD_READ_BYTES = 4096
/** SHA-256 takes about a millisecond for this much; in between others get their turn. */
const DIGEST_STEP_BYTES = 1024 * 1024

interface Head {
  readonly key: string
  readonly size: number
  readonly digest: string
  readonly metadata: Omit<BlobMetadata, keyof Stamp>
}

export interface EntryHead {
  readonly key: string
  readonly metadata: BlobMetadata
  /** Of the whole file. */
  readonly fileBytes: number
}

/** The name of a key's file: 40 hexadecimal digits, so that any key is a valid name and none leads elsewhere. */
export function fileNameOf(key: string): string {
  return hash('sha256', key, 'hex').slice(0, 40)
}

export const ENTRY_NAME = /^[0-9a-f]{40}$/

/** @returns what stands before the bytes in the file. */
export async function encodeHead(key: string, { bytes, metadata }: Blob): Promise<Buffer> {
  const { checkedAt, isFinal, ...rest } = metadata
  const head: Head = {
    key,
    size: bytes.byteLength,
    digest: (await digestOf(bytes)).toString('base64'),
    metadata: rest,
  }
  const text = Buffer.from(JSON.stringify(head))
  const out = Buffer.alloc(HEAD_AT + text.byteLength)
  MAGIC.copy(out)
  const stamp = { checkedAt, isFinal }
  writeStamp(out, 0, 1, stamp)
  writeStamp(out, 1, 0, stamp)
  out.writeUInt32LE(text.byteLength, HEAD_LENGTH_AT)
  hash('sha256', text, 'buffer').copy(out, HEAD_DIGEST_AT)
  text.copy(out, HEAD_AT)
  return out
}

/**
 * @param start the first bytes of a file, at least as many as `headEnd` says.
 * @returns null when they are not those of an undamaged entry.
 */
export function decodeHead(start: Buffer): EntryHead | null {
  const read = readHead(start)
  return read === null ? null : { key: read.head.key, metadata: read.metadata, fileBytes: read.fileBytes }
}

/** How many bytes `decodeHead` needs. @returns null when this is no entry. */
export function headEnd(start: Buffer): number | null {
  if (start.byteLength < HEAD_AT || !start.subarray(0, MAGIC.byteLength).equals(MAGIC)) return null
  const length = start.readUInt32LE(HEAD_LENGTH_AT)
  return length > MAX_HEAD_BYTES ? null : HEAD_AT + length
}

/** @returns null when the file is not what was once written for this key. */
export async function decodeEntry(key: string, file: Buffer): Promise<Blob | null> {
  const read = readHead(file)
  if (read === null || read.head.key !== key || read.fileBytes !== file.byteLength) return null
  const bytes = file.subarray(file.byteLength - read.head.size)
  const digest = await digestOf(bytes)
  return digest.toString('base64') === read.head.digest ? { bytes, metadata: read.metadata } : null
}

/**
 * What to write, and where in the file, for another stamp to be in force.
 * @param stamps both present ones, from `STAMPS.at` on. @returns null when neither is sound.
 */
export function restamp(
  stamps: Buffer,
  stamp: Stamp,
): { readonly at: number; readonly bytes: Buffer } | null {
  const both = Buffer.concat([Buffer.alloc(STAMP_AT), stamps])
  const inForce = newestStamp(both)
  if (inForce === null) return null
  const place = inForce.place === 0 ? 1 : 0
  writeStamp(both, place, inForce.sequence + 1, stamp)
  const at = STAMP_AT + place * STAMP_BYTES
  return { at, bytes: both.subarray(at, at + STAMP_BYTES) }
}

function readHead(
  start: Buffer,
): { readonly head: Head; readonly metadata: BlobMetadata; readonly fileBytes: number } | null {
  const end = headEnd(start)
  if (end === null || start.byteLength < end) return null
  const text = start.subarray(HEAD_AT, end)
  const digest = hash('sha256', text, 'buffer')
  if (!digest.equals(start.subarray(HEAD_DIGEST_AT, HEAD_AT))) return null
  const stamp = newestStamp(start)
  if (stamp === null) return null
  // Its digest says that we wrote it, so its shape needs no second look.
  const head = JSON.parse(text.toString('utf8')) as Head
  const { checkedAt, isFinal } = stamp
  return { head, metadata: { ...head.metadata, checkedAt, isFinal }, fileBytes: end + head.size }
}

function writeStamp(file: Buffer, place: 0 | 1, sequence: number, { checkedAt, isFinal }: Stamp): void {
  const slot = file.subarray(STAMP_AT + place * STAMP_BYTES, STAMP_AT + (place + 1) * STAMP_BYTES)
  slot.writeUInt32LE(sequence, 0)
  slot.writeDoubleLE(checkedAt, 4)
  slot.writeUInt8(isFinal ? 1 : 0, 12)
  slot.fill(0, 13, STAMP_SIGNED_BYTES)
  stampDigest(slot).copy(slot, STAMP_SIGNED_BYTES)
}

function newestStamp(file: Buffer): (Stamp & { readonly place: 0 | 1; readonly sequence: number }) | null {
  const sequenceOf = (place: 0 | 1) => file.readUInt32LE(STAMP_AT + place * STAMP_BYTES)
  // The one that claims to be newer is commonly sound, and then the other need not be looked at.
  const [newer, older] = sequenceOf(0) > sequenceOf(1) ? ([0, 1] as const) : ([1, 0] as const)
  return readStamp(file, newer) ?? readStamp(file, older)
}

function readStamp(file: Buffer, place: 0 | 1) {
  const slot = file.subarray(STAMP_AT + place * STAMP_BYTES, STAMP_AT + (place + 1) * STAMP_BYTES)
  if (!stampDigest(slot).equals(slot.subarray(STAMP_SIGNED_BYTES))) return null
  const [sequence, checkedAt] = [slot.readUInt32LE(0), slot.readDoubleLE(4)]
  return { place, sequence, checkedAt, isFinal: slot.readUInt8(12) === 1 }
}

function stampDigest(slot: Buffer): Buffer {
  const signed = slot.subarray(0, STAMP_SIGNED_BYTES)
  return hash('sha256', signed, 'buffer').subarray(0, STAMP_BYTES - STAMP_SIGNED_BYTES)
}

async function digestOf(bytes: Uint8Array): Promise<Buffer> {
  if (bytes.byteLength <= DIGEST_STEP_BYTES) return hash('sha256', bytes, 'buffer')
  const digest = createHash('sha256')
  for (let at = 0; at < bytes.byteLength; at += DIGEST_STEP_BYTES) {
    if (at > 0) await setImmediate()
    digest.update(bytes.subarray(at, at + DIGEST_STEP_BYTES))
  }
  return digest.digest()
}
