// When a request is repeated, and after how long. Pure: time and chance are handed in.

export interface RetryPolicy {
  /**
   * Strikes in a row by attempts that got no further: one for each, two for one that took its whole time limit. With
   * the waits below, a host that breaks costs two seconds on average, and one that is silent half a minute.
   */
  readonly maxStrikes: number
  /** Attempts in all: what a line that breaks every few hundred kilobytes needs for the largest topic. */
  readonly maxAttempts: number
  /** An attempt that brought this many new bytes was not in vain. */
  readonly fruitfulBytes: number
  /** Longest wait after the first strike, ms; doubles with each further one, up to `capMs`. */
  readonly baseMs: number
  readonly capMs: number
  /** The longest a host's own wish (`Retry-After`) is waited for, ms. A person looks at a progress bar meanwhile. */
  readonly maxWaitMs: number
}

export const RETRY_POLICY: RetryPolicy = {
  maxStrikes: 4,
  maxAttempts: 20,
  fruitfulBytes: 64 * 1024,
  baseMs: 500,
  capMs: 8_000,
  maxWaitMs: 30_000,
}

/** How a request stands after an attempt that failed. */
export interface AttemptRecord {
  readonly attempts: number
  /** Since the last attempt that got further. */
  readonly strikes: number
}

export const NO_ATTEMPTS: AttemptRecord = { attempts: 0, strikes: 0 }

/** @param newBytes what the attempt brought beyond all before it. */
export function withAttempt(
  record: AttemptRecord,
  policy: RetryPolicy,
  newBytes: number,
  strikes: 1 | 2,
): AttemptRecord {
  const isFruitful = newBytes >= policy.fruitfulBytes
  return { attempts: record.attempts + 1, strikes: isFruitful ? 0 : record.strikes + strikes }
}

export function mayTryAgain(record: AttemptRecord, policy: RetryPolicy): boolean {
  return record.strikes < policy.maxStrikes && record.attempts < policy.maxAttempts
}

/**
 * Exponential back-off with full jitter: many clients cut off at the same moment must not come back at the same
 * moment (M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
 * @param random 0..1, uniform.
 * @returns ms, 0 to the limit of this attempt.
 */
export function backOffMs(record: AttemptRecord, policy: RetryPolicy, random: number): number {
  const limit = Math.min(policy.capMs, policy.baseMs * 2 ** Math.max(0, record.strikes - 1))
  return Math.round(random * limit)
}

/**
 * 408, 425 and 429 say "not now", 5xx says "my fault", and 416 is only said to who asked for the rest of a file that
 * has changed; every other status is an answer.
 */
export function isStatusWorthRepeating(status: number): boolean {
  return status === 408 || status === 416 || status === 425 || status === 429 || status >= 500
}

/**
 * @param header `Retry-After`: whole seconds or an HTTP date (RFC 9110, 10.2.3).
 * @returns epoch ms from when on the host wants to be asked, or null if it does not say. Never before `now`.
 */
export function retryAfterAt(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  const text = header.trim()
  const at = /^\d{1,9}$/.test(text) ? now + Number(text) * 1000 : httpDate(text)
  return at === null ? null : Math.max(now, at)
}

/** Date.parse alone would take `-5` for a date. */
function httpDate(text: string): number | null {
  const at = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isFinite(at) ? at : null
}

/** `14:05:30 UTC`, for a message: when a host may be asked again. */
export function clockTime(at: number): string {
  return `${new Date(Math.ceil(at / 1000) * 1000).toISOString().slice(11, 19)} UTC`
}
