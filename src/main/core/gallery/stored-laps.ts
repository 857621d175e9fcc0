// A session's laps as they lie in the cache: JSON, UTF-8, with the pipeline version in front.

import type { SessionLaps } from '@contract/laps'
import { PIPELINE_VERSION } from '@contract/sculpture-frame'
import { AppError } from '../app-error'

export function encodeLaps(laps: SessionLaps): Uint8Array {
  return Buffer.from(JSON.stringify({ pipeline: PIPELINE_VERSION, laps }))
}

/** @throws AppError `cache/corrupt`: the store has verified the bytes, so this is another version's entry. */
export function decodeStoredLaps(bytes: Uint8Array): SessionLaps {
  try {
    const stored = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as {
      pipeline: number
      laps: SessionLaps
    }
    if (stored.pipeline === PIPELINE_VERSION) return stored.laps
  } catch (cause) {
    throw new AppError('cache/corrupt', 'a session', { cause })
  }
  throw new AppError('cache/corrupt', 'a session', { detail: 'made by another version' })
}
