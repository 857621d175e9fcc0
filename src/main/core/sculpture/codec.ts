// Sculptures as they lie in the cache: the contract's frame, deflated. The renderer gets the frame itself.

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Sculpture, SculptureHeader } from '@contract/sculpture'
import { decodeSculptureHeader, encodeSculptureFrame, FrameError } from '@contract/sculpture-frame'
import { say } from '@contract/phrases'
import { AppError } from '../app-error'

/** The largest frame that could be ours, many times over; stops a damaged or hostile entry from filling memory. */
const MAX_FRAME_BYTES = 4 * 1024 * 1024

/** @returns bytes with an ArrayBuffer of their own, so that a worker can transfer them. */
export function packSculpture(sculpture: Sculpture): Uint8Array<ArrayBuffer> {
  return new Uint8Array(deflateRawSync(encodeSculptureFrame(sculpture)))
}

/** @returns the frame the renderer reads. @throws AppError `cache/corrupt`. */
export function unpackFrame(packed: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: MAX_FRAME_BYTES })
  } catch (cause) {
    throw new AppError('cache/corrupt', say('of-a-sculpture'), { cause })
  }
}

/** @throws AppError `cache/corrupt`, also for an entry of another format or pipeline version. */
export function readPackedHeader(packed: Uint8Array): SculptureHeader {
  try {
    return decodeSculptureHeader(unpackFrame(packed))
  } catch (cause) {
    if (!(cause instanceof FrameError)) throw cause
    throw new AppError('cache/corrupt', say('of-a-sculpture'), { cause, detail: cause.message })
  }
}
