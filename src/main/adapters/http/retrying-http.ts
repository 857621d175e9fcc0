// The outermost layer: the Http port. One request is as many exchanges as it takes; a download that broke goes on
// where it stopped. Our own loop and not p-retry's, because a host's `Retry-After`, full jitter and "got further,
// so start counting again" are the whole of it, and p-retry knows none of them.

import { say } from '@contract/phrases'
import { AppError } from '../../core/app-error'
import { PartialBody, type AnswerHead, type BodyLimits } from '../../core/network/partial-body'
import {
  backOffMs,
  clockTime,
  isStatusWorthRepeating,
  mayTryAgain,
  NO_ATTEMPTS,
  retryAfterAt,
  withAttempt,
  type AttemptRecord,
  type RetryPolicy,
} from '../../core/network/retry-policy'
import { isWorthRepeating, strikesOf, toAppError, TransferFailure } from '../../core/network/transfer-failure'
import type { Clock, Http, HttpRequest, HttpResponse, Logger, Sleep } from '../../core/ports'
import type { Transport } from './transport'

export interface RetryingOptions {
  readonly transport: Transport
  readonly clock: Clock
  readonly sleep: Sleep
  /** 0..1, uniform. */
  readonly random: () => number
  readonly policy: RetryPolicy
  readonly limits: BodyLimits
  readonly logger: Logger
}

/** An attempt that did not bring the answer: why, and what is thrown if there is no other. */
interface Setback {
  readonly reason: string
  readonly error: AppError
  /** Epoch ms before which the host does not want to be asked again, or null if it did not say. */
  readonly notBefore: number | null
  readonly strikes: 1 | 2
}

export function createRetryingHttp(options: RetryingOptions): Http {
  return {
    async get(request) {
      const body = new PartialBody(request.url, options.limits)
      let record = NO_ATTEMPTS
      let furthest = 0
      for (;;) {
        const outcome = await attempt(request, body, options)
        if ('status' in outcome) return outcome
        record = withAttempt(record, options.policy, body.received - furthest, outcome.strikes)
        furthest = Math.max(furthest, body.received)
        const waitMs = chooseWait(outcome, record, options)
        options.logger.log('info', 'network', `${outcome.reason}: trying again`, {
          url: request.url,
          attempt: record.attempts,
          waitMs,
          received: body.received,
        })
        await options.sleep(waitMs, request.signal)
      }
    },
  }
}

/** @throws AppError what ends the request for good. */
async function attempt(
  request: HttpRequest,
  body: PartialBody,
  { transport, clock }: RetryingOptions,
): Promise<HttpResponse | Setback> {
  let head: AnswerHead = { status: 0, headers: {} }
  // An answer of another status has a body of its own, and what came of the wanted one is kept beside it.
  let current = body
  try {
    await transport.exchange({
      url: request.url,
      headers: headersOf(request, body),
      signal: request.signal,
      onHead: (received) => {
        head = received
        // Without its head: a 304 may announce the length of what it does not send.
        if (isWanted(received)) body.begin(received)
        else current = new PartialBody(request.url, SMALL_BODY)
      },
      onChunk: (chunk) => {
        current.add(chunk)
        if (current === body) request.onProgress?.(body.received, body.total)
      },
    })
    if (head.status === RANGE_NOT_SATISFIABLE) body.startOver()
    if (isStatusWorthRepeating(head.status)) return setbackOf(request.url, head, clock)
    // What was fetched in parts is whole now: the caller knows nothing of parts.
    const { status, headers } = head.status === 206 ? (body.whole ?? head) : head
    return { status, headers, body: current.finish() }
  } catch (error) {
    if (!(error instanceof TransferFailure)) throw error
    const appError = toAppError(error, request.url)
    if (!isWorthRepeating(error)) throw appError
    // Says anew how far it is: the expected time of a line that stands still is not what it was.
    request.onProgress?.(body.received, body.total)
    return { reason: error.detail, error: appError, notBefore: null, strikes: strikesOf(error) }
  }
}

/** Only who asked for a part is told so: the file is shorter than it was. */
const RANGE_NOT_SATISFIABLE = 416

/** Error pages are a few hundred bytes; nobody reads them. */
const SMALL_BODY: BodyLimits = { maxBytes: 1024 * 1024, maxRatio: 1, maxUnannouncedBytes: 1024 * 1024 }

function isWanted({ status }: AnswerHead): boolean {
  return status === 200 || status === 206
}

/** The rest of what has begun, or all of it, under the conditions the caller gave. */
function headersOf(request: HttpRequest, body: PartialBody): Readonly<Record<string, string>> {
  const headers = request.headers ?? {}
  const range = body.rangeHeaders()
  if (range === null) return headers
  // The host has said that it is not what the caller has; asked again under that condition it could say 304, if
  // the file was put back meanwhile, and half a body would be all there is.
  const { 'if-none-match': _tag, 'if-modified-since': _date, ...others } = headers
  return { ...others, ...range }
}

function setbackOf(url: string, { status, headers }: AnswerHead, clock: Clock): Setback {
  const reason = say('status', { number: status })
  const notBefore = retryAfterAt(headers['retry-after'], clock.now())
  const code = status === 429 ? 'source/rate-limited' : 'source/unreachable'
  return { reason, notBefore, strikes: 1, error: new AppError(code, new URL(url).host, { detail: reason }) }
}

/** @returns ms to wait before the next attempt. @throws AppError when there shall be none. */
function chooseWait(setback: Setback, record: AttemptRecord, options: RetryingOptions): number {
  const { policy, clock, random } = options
  const { notBefore, error, reason } = setback
  const askedMs = notBefore === null ? 0 : notBefore - clock.now()
  if (askedMs > policy.maxWaitMs)
    throw new AppError('source/rate-limited', error.subject, {
      cause: error,
      detail: say('reason-free-again', { reason, time: clockTime(clock.now() + askedMs) }),
    })
  if (!mayTryAgain(record, policy)) throw error
  return Math.max(askedMs, backOffMs(record, policy, random()))
}
