// The seam between the layers of HTTP: one exchange with a host. The layers from the outside in: retries, offline
// guard, request limits, fetch. Each is a Transport around a Transport, but for the outermost, which is the Http port.

import type { AnswerHead } from '../../core/network/partial-body'

export interface Exchange {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Called once, before any chunk. What it throws ends the exchange and comes out of it. */
  readonly onHead: (head: AnswerHead) => void
  /** As `onHead`. The bytes are decoded ones, and the receiver's to keep. */
  readonly onChunk: (chunk: Uint8Array) => void
}

export interface Transport {
  /**
   * Resolves when the answer has been received whole, whatever its status.
   * @throws TransferFailure when it has not; AppError `task/cancelled` when the signal fired, `source/offline` and
   *   `source/rate-limited` when nothing was sent; and what the exchange's own functions throw.
   */
  exchange(exchange: Exchange): Promise<void>
}

/** This computer itself: development hosts and tests. Neither network nor proxy nor politeness is needed to ask it. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
