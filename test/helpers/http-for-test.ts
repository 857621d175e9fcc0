// The whole HTTP of the application as it ships, over real sockets, with limits short enough for a test.
import { onTestFinished } from 'vitest'
import { createHttpStack, type HttpStack, type HttpStackOptions } from '@main/adapters/http/http-stack'
import { createNodeNetwork } from '@main/adapters/http/node-network'
import { NO_REQUESTS } from '@main/core/network/request-limits'
import { createSystemClock } from '@main/adapters/system-clock'
import { BODY_LIMITS } from '@main/core/network/partial-body'
import { RETRY_POLICY } from '@main/core/network/retry-policy'
import { silentLogger, type SilentLogger } from './silent-logger'

/** Longer than a busy machine keeps a timer waiting: a host that speaks every 40 ms must not seem silent. */
export const SILENCE_MS = 500
const SLOW_WINDOW_MS = 700
const MAX_WAIT_MS = 1_500

export interface HttpForTest extends HttpStack {
  readonly logger: SilentLogger
}

/** Ends with the test. */
export function httpForTest(change: Partial<HttpStackOptions> = {}): HttpForTest {
  const logger = silentLogger()
  const http = createHttpStack({
    network: createNodeNetwork(),
    records: { read: () => Promise.resolve(NO_REQUESTS), write: () => Promise.resolve() },
    logger,
    clock: createSystemClock(null),
    limitsOf: () => null,
    policy: { ...RETRY_POLICY, baseMs: 10, capMs: 20, maxWaitMs: MAX_WAIT_MS },
    bodyLimits: BODY_LIMITS,
    lineLimits: { silenceMs: SILENCE_MS, rate: { windowMs: SLOW_WINDOW_MS, leastBytes: 1024 } },
    ...change,
  })
  onTestFinished(() => http.close())
  return { ...http, logger }
}
