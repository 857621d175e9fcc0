// A session's laps as they lie in the cache: JSON, UTF-8, with the pipeline version in front, deflated: a race is 300 KB
// of text and 30 KB so, and a season of both would be more than all its sculptures.

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { SessionLaps } from '@contract/laps'
import { PIPELINE_VERSION } from '@contract/sculpture-frame'
import { say } from '@contract/phrases'
import { AppError } from '../app-error'

/** The longest race, many times over; stops a damaged or hostile entry from filling memory. */
const MAX_TEXT_BYTES = 64 * 1024 * 1024

export function encodeLaps(laps: SessionLaps): Uint8Array {
  return deflateRawSync(JSON.stringify({ pipeline: PIPELINE_VERSION, laps }))
}

/** @throws AppError `cache/corrupt`: the store has verified the bytes, so this is another version's entry. */
export function decodeStoredLaps(bytes: Uint8Array): SessionLaps {
  try {
    const text = inflateRawSync(bytes, { maxOutputLength: MAX_TEXT_BYTES })
    const stored = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text)) as {
      pipeline: number
      laps: SessionLaps
    }
    if (stored.pipeline === PIPELINE_VERSION) return stored.laps
  } catch (cause) {
    throw new AppError('cache/corrupt', say('of-a-session'), { cause })
  }
  throw new AppError('cache/corrupt', say('of-a-session'), { detail: say('other-version') })
}
