// What sessions have cost on this machine: bytes and time, by source and kind of session. A plan tells from it what a
// run will cost. Pure: a record is a value that grows by measurements.

import { SESSION_CODES, SOURCE_KINDS, type SessionCode, type SourceKind } from '@contract/ids'
import { z } from 'zod'

const cost = z.strictObject({
  bytes: z.number().nonnegative(),
  durationMs: z.number().nonnegative(),
})

/** Mean cost of a session that was made from nothing. */
export type SessionCost = Readonly<z.infer<typeof cost>>

export type OwnRecord = Readonly<Partial<Record<`${SourceKind}:${SessionCode}`, SessionCost>>>

const names = SOURCE_KINDS.flatMap((source) => SESSION_CODES.map((code) => `${source}:${code}` as const))

/** For what is read from a file. */
export const ownRecordSchema: z.ZodType<OwnRecord> = z.partialRecord(z.enum(names), cost)

export const NO_RECORD: OwnRecord = {}

/**
 * Weight of the latest measurement: the last five or so count, so that a new line or machine is known after a few
 * sessions, and one slow evening is forgotten as soon.
 */
const LATEST = 0.3

/** A home line, bytes a ms (16 Mbit/s). Only until the first session has been measured. */
const TYPICAL_BYTES_PER_MS = 2_000

/**
 * Bytes of timing and telemetry topics, rounded. An hour of practice or qualifying has some 3 MB each of CarData and
 * Position and 1 to 1.8 MB of TimingData; a race 7 to 11 MB each and 5 to 8 MB.
 */
const TYPICAL_BYTES: Readonly<Record<SessionCode, number>> = {
  FP1: 8e6,
  FP2: 8e6,
  FP3: 8e6,
  Q: 8e6,
  SQ: 6e6,
  SS: 6e6,
  S: 9e6,
  R: 24e6,
}

/** A simulated session comes out of a worker thread: nothing to fetch, two or three seconds of computing. */
const SIMULATED: SessionCost = { bytes: 0, durationMs: 2_500 }

export function withMeasured(
  record: OwnRecord,
  source: SourceKind,
  code: SessionCode,
  { bytes, durationMs }: SessionCost,
): OwnRecord {
  const before = record[`${source}:${code}`]
  const mean = (old: number, latest: number): number => old + (latest - old) * LATEST
  const after =
    before === undefined
      ? { bytes, durationMs }
      : { bytes: mean(before.bytes, bytes), durationMs: mean(before.durationMs, durationMs) }
  return { ...record, [`${source}:${code}`]: after }
}

/** What a session will cost that is made from nothing, and whether this machine has made one like it. */
export function expectedCost(
  record: OwnRecord,
  source: SourceKind,
  code: SessionCode,
): SessionCost & { readonly isOwn: boolean } {
  const own = record[`${source}:${code}`]
  if (own !== undefined) return { ...own, isOwn: true }
  if (source === 'demo') return { ...SIMULATED, isOwn: false }
  const bytes = TYPICAL_BYTES[code]
  return { bytes, durationMs: bytes / TYPICAL_BYTES_PER_MS, isOwn: false }
}
