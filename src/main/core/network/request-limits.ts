// How many requests a host gets, and when the next one may go. Pure arithmetic over the times of the last ones.

/** At most `count` requests in any stretch of `perMs`. */
export interface RequestLimit {
  readonly count: number
  readonly perMs: number
}

export interface RequestRecord {
  /** Epoch ms of the requests that still count, in order and all different (so that two records can be merged). */
  readonly sentAt: readonly number[]
  /** Epoch ms before which the host does not want to be asked (`Retry-After`), or 0. */
  readonly heldUntil: number
}

export const NO_REQUESTS: RequestRecord = { sentAt: [], heldUntil: 0 }

/**
 * Jolpica's published limits, 4 a second and 500 an hour for an address. The second is a little longer than
 * theirs: requests that leave evenly may arrive closer together.
 */
export const JOLPICA_LIMITS: readonly RequestLimit[] = [
  { count: 4, perMs: 1_100 },
  { count: 500, perMs: 3_600_000 },
]

/**
 * The archive publishes no limit; we keep to four a second on average, but grant a burst: the calendar and all ten
 * topics of a session with their second tries at the mirror go out at once, so a click is not slowed, while
 * reading session after session is.
 */
export const ARCHIVE_LIMITS: readonly RequestLimit[] = [{ count: 16, perMs: 4_000 }]

/** @returns epoch ms from which on one more request may be sent; `now` when it may go at once. */
export function freeAt(record: RequestRecord, limits: readonly RequestLimit[], now: number): number {
  const { sentAt, heldUntil } = record
  return limits.reduce(
    (latest, { count, perMs }) => {
      const oldest = sentAt[sentAt.length - count]
      return oldest === undefined ? latest : Math.max(latest, oldest + perMs)
    },
    Math.max(now, heldUntil),
  )
}

/** The record with one more request, without those that count for no limit any more. */
export function withRequest(
  record: RequestRecord,
  limits: readonly RequestLimit[],
  now: number,
): RequestRecord {
  const longestMs = Math.max(...limits.map(({ perMs }) => perMs))
  const last = record.sentAt.at(-1) ?? Number.NEGATIVE_INFINITY
  const sentAt = [...record.sentAt.filter((at) => at > now - longestMs), Math.max(now, last + 1)]
  return { ...record, sentAt }
}

/** Times further ahead than this are not ours: more than requests of one instant are ever moved apart. */
const TOLERANCE_MS = 1_000

/** No host asks for more; a hold that ends later comes from a clock that has been set back. */
const LONGEST_HOLD_MS = 24 * 3_600_000

/**
 * Two records of the same host as one: our own, and what another process (or the last start) has left on disk.
 * Times in the future are left out: the clock has been set back since, and they would block the host for that long.
 */
export function mergeRecords(a: RequestRecord, b: RequestRecord, now: number): RequestRecord {
  const sentAt = [...new Set([...a.sentAt, ...b.sentAt])]
    .filter((at) => at <= now + TOLERANCE_MS)
    .sort((x, y) => x - y)
  const holds = [a.heldUntil, b.heldUntil].filter((at) => at <= now + LONGEST_HOLD_MS)
  return { sentAt, heldUntil: Math.max(0, ...holds) }
}
