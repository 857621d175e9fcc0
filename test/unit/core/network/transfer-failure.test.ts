import { describe, expect, it } from 'vitest'
import {
  isWorthRepeating,
  kindOfFailure,
  toAppError,
  TransferFailure,
  type FailureKind,
} from '@main/core/network/transfer-failure'

describe('a failure', () => {
  it.each<[string, FailureKind]>([
    ['ENOTFOUND', 'offline'],
    ['EAI_AGAIN', 'offline'],
    ['ENETUNREACH', 'offline'],
    ['ERR_INTERNET_DISCONNECTED', 'offline'],
    ['ERR_NAME_NOT_RESOLVED', 'offline'],
    ['ECONNRESET', 'interrupted'],
    ['UND_ERR_SOCKET', 'interrupted'],
    ['UND_ERR_CONNECT_TIMEOUT', 'interrupted'],
    ['HTTPParserError', 'interrupted'],
    ['ERR_CONNECTION_RESET', 'interrupted'],
    ['ERR_CONTENT_LENGTH_MISMATCH', 'interrupted'],
    ['ERR_HTTP2_PROTOCOL_ERROR', 'interrupted'],
    ['Z_DATA_ERROR', 'garbled'],
    ['ERR_CONTENT_DECODING_FAILED', 'garbled'],
    ['ECONNREFUSED', 'refused'],
    ['ERR_CONNECTION_REFUSED', 'refused'],
    ['ERR_CERT_DATE_INVALID', 'refused'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'refused'],
    ['something new', 'refused'],
  ])('%s is %s', (code, kind) => {
    expect(kindOfFailure([code])).toBe(kind)
  })

  it('of several addresses is offline only if every one has no route', () => {
    expect(kindOfFailure(['ENETUNREACH', 'ENETUNREACH'])).toBe('offline')
    expect(kindOfFailure(['ENETUNREACH', 'ETIMEDOUT'])).toBe('interrupted')
    expect(kindOfFailure(['ENETUNREACH', 'ECONNREFUSED'])).toBe('refused')
  })

  it.each<[FailureKind, string, boolean]>([
    ['offline', 'source/offline', false],
    ['refused', 'source/unreachable', false],
    ['interrupted', 'source/unreachable', true],
    ['silent', 'source/unreachable', true],
    ['slow', 'task/timed-out', true],
    ['garbled', 'source/unparsable', false],
    ['redirected', 'source/unparsable', false],
  ])('that is %s becomes %s', (kind, code, isRepeated) => {
    const failure = new TransferFailure(kind, 'why')
    expect(toAppError(failure, 'https://archive:8443/x')).toMatchObject({ code, detail: 'why' })
    expect(isWorthRepeating(failure)).toBe(isRepeated)
  })
})
