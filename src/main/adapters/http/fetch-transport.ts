// One exchange over a fetch that is handed in: Electron's in the window's process, undici's in the command line.
// Adds what fetch lacks: an end to silence and slowness, and failures told apart.

import { say } from '@contract/phrases'
import { AppError } from '../../core/app-error'
import { kindOfFailure, TransferFailure } from '../../core/network/transfer-failure'
import type { Clock } from '../../core/ports'
import { HostLine, LINE_LIMITS, type OnTheLine } from './host-line'
import type { Exchange, Transport } from './transport'

/** What we use of WHATWG fetch, in the words that Electron's and undici's have in common. */
export type Fetch = (
  url: string,
  init: {
    readonly headers: Record<string, string>
    readonly signal: AbortSignal
    /** The archive has no need of redirects; who sends us elsewhere is a captive portal, or worse. */
    readonly redirect: 'error'
  },
) => Promise<FetchAnswer>

interface FetchAnswer {
  readonly status: number
  readonly headers: Iterable<[string, string]>
  readonly body: AsyncIterable<Uint8Array> | null
}

export function createFetchTransport(fetch: Fetch, clock: Clock, limits = LINE_LIMITS): Transport {
  const lines = new Map<string, HostLine>()
  return {
    async exchange(exchange) {
      const { host } = new URL(exchange.url)
      const line = lines.get(host) ?? new HostLine(limits, clock)
      lines.set(host, line)
      const stop = new AbortController()
      const onAbort = () => stop.abort()
      exchange.signal.addEventListener('abort', onAbort)
      let lineFailure: TransferFailure | null = null
      const onTheLine = line.join((failure) => {
        lineFailure ??= failure
        stop.abort()
      })
      try {
        exchange.signal.throwIfAborted()
        await receive(fetch, exchange, stop.signal, onTheLine)
      } catch (error) {
        if (exchange.signal.aborted) throw new AppError('task/cancelled', exchange.url, { cause: error })
        // Ours, and those of the exchange's own functions.
        if (error instanceof AppError || error instanceof TransferFailure) throw error
        throw lineFailure ?? toFailure(error)
      } finally {
        onTheLine.leave()
        if (line.isIdle) lines.delete(host)
        exchange.signal.removeEventListener('abort', onAbort)
        // Whatever ended it early must end the transfer too; after a whole answer this does nothing.
        stop.abort()
      }
    },
  }
}

async function receive(
  fetch: Fetch,
  { url, headers, onHead, onChunk }: Exchange,
  signal: AbortSignal,
  onTheLine: OnTheLine,
): Promise<void> {
  const answer = await fetch(url, { headers: { ...headers }, signal, redirect: 'error' })
  onTheLine.heard(0)
  onHead({ status: answer.status, headers: Object.fromEntries(answer.headers) })
  for await (const chunk of answer.body ?? []) {
    onChunk(chunk)
    onTheLine.heard(chunk.byteLength)
  }
}

/** fetch says "fetch failed" or "terminated" and hides the reason in its cause; Chromium puts it into the message. */
function toFailure(cause: unknown): TransferFailure {
  const reasons = innermost(cause)
  // Neither fetch has a code for this.
  if (reasons.some(({ message }) => /redirect/i.test(message)))
    return new TransferFailure('redirected', say('redirect-refused'), { cause })
  const codes = reasons.map(codeOf)
  return new TransferFailure(kindOfFailure(codes), [...new Set(codes)].join(', '), { cause })
}

/** Several when several addresses of one host were tried. */
function innermost(error: unknown): readonly Error[] {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(innermost)
  if (!(error instanceof Error)) return [new Error(String(error))]
  return error.cause instanceof Error ? innermost(error.cause) : [error]
}

function codeOf(error: Error): string {
  const chromium = /\bnet::(ERR_\w+)/.exec(error.message)?.[1]
  if (chromium !== undefined) return chromium
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.name === 'Error' ? error.message : error.name
}
