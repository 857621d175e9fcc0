// Http over Node's fetch. Adds what fetch lacks: a limit on silence and on size, progress, typed errors.

import { AppError } from '../core/app-error'
import type { Http, HttpRequest, HttpResponse } from '../core/ports'

/** A host that sends nothing for this long is taken for gone. The archive answers within a second. */
const SILENCE_MS = 20_000

/** Ten times the largest topic of a long race. More than this is not timing data. */
const MAX_BODY_BYTES = 128 * 1024 * 1024

export function createFetchHttp(silenceMs = SILENCE_MS, maxBodyBytes = MAX_BODY_BYTES): Http {
  return {
    async get(request) {
      const silence = new AbortController()
      let timer = setTimeout(() => silence.abort(), silenceMs)
      const heard = () => {
        clearTimeout(timer)
        timer = setTimeout(() => silence.abort(), silenceMs)
      }
      try {
        return await receive(request, AbortSignal.any([request.signal, silence.signal]), heard, maxBodyBytes)
      } catch (error) {
        if (error instanceof AppError) throw error
        if (request.signal.aborted) throw new AppError('task/cancelled', request.url, { cause: error })
        const detail = silence.signal.aborted ? `no answer for ${silenceMs / 1000} s` : causeOf(error)
        throw new AppError('source/unreachable', hostOf(request.url), { cause: error, detail })
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

async function receive(
  request: HttpRequest,
  signal: AbortSignal,
  heard: () => void,
  maxBodyBytes: number,
): Promise<HttpResponse> {
  const response = await fetch(request.url, { headers: request.headers ?? {}, signal })
  const total = Number(response.headers.get('content-length') ?? 0)
  const chunks: Uint8Array[] = []
  let received = 0
  // A body shorter than announced makes this loop throw: fetch checks the length itself.
  for await (const chunk of response.body ?? []) {
    heard()
    received += chunk.byteLength
    if (received > maxBodyBytes)
      throw new AppError('source/unparsable', request.url, { detail: `larger than ${maxBodyBytes} bytes` })
    chunks.push(chunk)
    if (response.status === 200) request.onProgress?.(received, Math.max(total, received))
  }
  const body = new Uint8Array(received)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.byteLength
  }
  return { status: response.status, headers: Object.fromEntries(response.headers), body }
}

/** fetch says "fetch failed" and hides the reason (ECONNREFUSED, ENOTFOUND) in its cause. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return String(cause)
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message
}

function hostOf(url: string): string {
  return new URL(url).host
}
