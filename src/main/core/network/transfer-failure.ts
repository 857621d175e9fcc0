// What can break an exchange with a host, told apart by what it means: try again, say "offline", or give up.
// The names are those of Node (errno, undici) and of Chromium (net_error_list.h), because both carry our bytes.

import { AppError } from '../app-error'

/**
 * - `offline`: there is no way out of this computer, or no names are resolved.
 * - `refused`: the host, or the way to it, says no; asking again changes nothing.
 * - `interrupted`: the line broke; asking again may well help.
 * - `silent`: nothing came for too long. `slow`: bytes come, but too few.
 * - `garbled`: what came cannot be decoded. `redirected`: we are sent elsewhere, where we do not go.
 */
export type FailureKind = 'offline' | 'refused' | 'interrupted' | 'silent' | 'slow' | 'garbled' | 'redirected'

export class TransferFailure extends Error {
  override readonly name = 'TransferFailure'

  /** @param detail technical, a few words, e.g. `ECONNRESET` or `no answer for 15 s`. */
  constructor(
    readonly kind: FailureKind,
    readonly detail: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`${kind}: ${detail}`, options)
  }
}

/** First match wins. Whatever is in no line is `refused`: what we do not know we do not repeat. */
const KINDS: readonly (readonly [FailureKind, RegExp])[] = [
  [
    'offline',
    /^(ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN|ERR_INTERNET_DISCONNECTED|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ERR_ADDRESS_UNREACHABLE)$/,
  ],
  ['garbled', /^(Z_[A-Z]+_ERROR|ERR__ERROR_FORMAT[A-Z_]*|ERR_BROTLI[A-Z_]*|ERR_CONTENT_DECODING[A-Z_]*)$/],
  [
    'interrupted',
    /^(ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_(SOCKET|CONNECT_TIMEOUT|HEADERS_TIMEOUT|BODY_TIMEOUT|RES_CONTENT_LENGTH_MISMATCH)|HTTPParserError|HPE_\w+)$/,
  ],
  [
    'interrupted',
    /^ERR_(CONNECTION_(RESET|CLOSED|ABORTED|TIMED_OUT)|TIMED_OUT|EMPTY_RESPONSE|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING|INVALID_CHUNKED_ENCODING|INVALID_HTTP_RESPONSE|NETWORK_(CHANGED|IO_SUSPENDED)|SOCKET_NOT_CONNECTED|HTTP2_\w+|QUIC_\w+)$/,
  ],
]

/**
 * @param codes of one failure. Several when several addresses of a host were tried: one address without a route
 *   (IPv6, mostly) does not make a computer offline, so all of them must say so.
 */
export function kindOfFailure(codes: readonly string[]): FailureKind {
  const kinds = codes.map((code) => KINDS.find(([, pattern]) => pattern.test(code))?.[0] ?? 'refused')
  if (kinds.length > 0 && kinds.every((kind) => kind === 'offline')) return 'offline'
  return kinds.find((kind) => kind !== 'offline') ?? 'refused'
}

export function isWorthRepeating({ kind }: TransferFailure): boolean {
  return kind === 'interrupted' || kind === 'silent' || kind === 'slow'
}

/** One that used up a time limit counts double: a person has waited for it already. */
export function strikesOf({ kind }: TransferFailure): 1 | 2 {
  return kind === 'silent' || kind === 'slow' ? 2 : 1
}

/** @param url the code's subject is its host, or the whole address where the file itself is at fault. */
export function toAppError(failure: TransferFailure, url: string): AppError {
  const { host } = new URL(url)
  const options = { cause: failure, detail: failure.detail }
  switch (failure.kind) {
    case 'offline':
      return new AppError('source/offline', host, options)
    case 'slow':
      return new AppError('task/timed-out', host, options)
    case 'garbled':
    case 'redirected':
      return new AppError('source/unparsable', url, options)
    case 'refused':
    case 'interrupted':
    case 'silent':
      return new AppError('source/unreachable', host, options)
  }
}
