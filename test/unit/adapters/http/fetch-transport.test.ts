import { describe, expect, it } from 'vitest'
import { createFetchTransport, type Fetch } from '@main/adapters/http/fetch-transport'
import { fakeClock } from '../../../helpers/fake-clock'

/** What the transport makes of an error that fetch throws. */
async function failureOf(thrown: unknown): Promise<unknown> {
  const fetch: Fetch = () => Promise.reject(thrown)
  try {
    await createFetchTransport(fetch, fakeClock()).exchange({
      url: 'https://archive/topic',
      headers: {},
      signal: new AbortController().signal,
      onHead: () => {},
      onChunk: () => {},
    })
  } catch (failure) {
    return failure
  }
  return null
}

function coded(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code })
}

const undici = (cause: Error) => new TypeError('fetch failed', { cause })

describe('what fetch throws', () => {
  it.each([
    ['undici', undici(coded('ECONNRESET')), 'interrupted', 'ECONNRESET'],
    ['undici', undici(new Error('unexpected redirect')), 'redirected', 'a redirect, which is not followed'],
    ['Electron', new Error('net::ERR_CONNECTION_RESET'), 'interrupted', 'ERR_CONNECTION_RESET'],
    ['Electron', new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline', 'ERR_INTERNET_DISCONNECTED'],
    [
      'Electron',
      new Error("Attempted to redirect, but redirect policy was 'error'"),
      'redirected',
      'a redirect, which is not followed',
    ],
    ['nobody knows', 'a string', 'refused', 'a string'],
  ])('in the words of %s: %s is %s', async (_whose, error, kind, detail) => {
    expect(await failureOf(error)).toMatchObject({ name: 'TransferFailure', kind, detail })
  })

  it('over several addresses is one failure with all reasons', async () => {
    const both = (...codes: string[]) => undici(new AggregateError(codes.map(coded)))
    expect(await failureOf(both('ENETUNREACH', 'ETIMEDOUT'))).toMatchObject({
      kind: 'interrupted',
      detail: 'ENETUNREACH, ETIMEDOUT',
    })
    expect(await failureOf(both('ENETUNREACH', 'ENETUNREACH'))).toMatchObject({
      kind: 'offline',
      detail: 'ENETUNREACH',
    })
  })
})
