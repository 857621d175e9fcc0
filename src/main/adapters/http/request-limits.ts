// Sends each request through the gate of its host, and tells the gate when the host asks for patience.

import { retryAfterAt } from '../../core/network/retry-policy'
import type { Clock } from '../../core/ports'
import type { RequestGate } from './request-gate'
import type { Transport } from './transport'

/** @param gateOf the gate of a URL, always the same for the same host; null where there is no limit. */
export function withRequestLimits(
  transport: Transport,
  gateOf: (url: string) => RequestGate | null,
  clock: Clock,
): Transport {
  return {
    async exchange(exchange) {
      const gate = gateOf(exchange.url)
      if (gate === null) return await transport.exchange(exchange)
      await gate.pass(exchange.signal)
      const holds: Promise<void>[] = []
      try {
        await transport.exchange({
          ...exchange,
          onHead: (head) => {
            const isBusy = head.status === 429 || head.status === 503
            const until = isBusy ? retryAfterAt(head.headers['retry-after'], clock.now()) : null
            if (until !== null) holds.push(gate.hold(until))
            exchange.onHead(head)
          },
        })
      } finally {
        await Promise.all(holds)
      }
    },
  }
}
