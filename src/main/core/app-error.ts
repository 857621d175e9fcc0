// The one error class of the application: expected trouble with a code that people and programs can act on.
// Anything else that is thrown is a bug; `toReport` gives it the code `internal/bug`.

import { composeMessage, ERROR_WORDS, type ErrorCode, type ErrorReport } from '@contract/errors'

export class AppError extends Error {
  override readonly name = 'AppError'

  /** A second, technical half-sentence, e.g. `status 503`. */
  readonly detail: string | null

  /** @param subject what it happened to, e.g. `2025 Mexico City Grand Prix, Race`; becomes part of the message. */
  constructor(
    readonly code: ErrorCode,
    readonly subject: string,
    options?: { readonly cause?: unknown; readonly detail?: string },
  ) {
    super(composeMessage(ERROR_WORDS[code].title, subject, options?.detail ?? ''), {
      cause: options?.cause,
    })
    this.detail = options?.detail ?? null
  }
}

export function isAbort(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'AbortError' || (error instanceof AppError && error.code === 'task/cancelled'))
  )
}

const NO_ANSWER: ReadonlySet<ErrorCode> = new Set([
  'source/offline',
  'source/unreachable',
  'source/rate-limited',
  'task/timed-out',
])

/** True when the source has said nothing about what was asked, so that stored bytes are the best there is. */
export function isNoAnswer(error: unknown): boolean {
  return error instanceof AppError && NO_ANSWER.has(error.code)
}

/** Turns anything thrown into the form that crosses borders. */
export function toReport(error: unknown, correlationId?: string): ErrorReport {
  const code: ErrorCode =
    error instanceof AppError ? error.code : isAbort(error) ? 'task/cancelled' : 'internal/bug'
  const words = ERROR_WORDS[code]
  const message =
    error instanceof AppError
      ? error.message
      : code === 'internal/bug'
        ? `${words.title}: ${String(error)}`
        : `${words.title}.`
  return {
    code,
    message,
    hint: words.hint,
    retry: words.retry,
    ...(error instanceof AppError && error.subject !== '' ? { subject: error.subject } : {}),
    ...(error instanceof AppError && error.detail !== null ? { detail: error.detail } : {}),
    ...(correlationId === undefined ? {} : { correlationId }),
  }
}
