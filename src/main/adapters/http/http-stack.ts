// Puts the layers of HTTP together, and ends them all.

import { setMaxListeners } from 'node:events'
import { AppError } from '../../core/app-error'
import { InteractiveFirst } from '../../core/network/interactive-first'
import { BODY_LIMITS, type BodyLimits } from '../../core/network/partial-body'
import { ARCHIVE_LIMITS, JOLPICA_LIMITS, type RequestLimit } from '../../core/network/request-limits'
import { RETRY_POLICY, type RetryPolicy } from '../../core/network/retry-policy'
import type { Clock, Http, Logger } from '../../core/ports'
import type { ArchiveHosts } from '../../core/sources/archive/hosts'
import { sleep } from '../sleep'
import { createFetchTransport, type Fetch } from './fetch-transport'
import type { LineLimits } from './host-line'
import { withOfflineGuard } from './offline-guard'
import { RequestGate, type RequestRecords } from './request-gate'
import { withRequestLimits } from './request-limits'
import { createRetryingHttp } from './retrying-http'
import { isLoopback } from './transport'

/** What HTTP needs of the process it runs in. */
export interface Network {
  readonly fetch: Fetch
  /** False only if there is certainly no network. */
  readonly isOnline: () => boolean
  /** Ends open connections. May be called twice. */
  close(): Promise<void>
}

export interface HostLimits {
  readonly limits: readonly RequestLimit[]
  /** True where a limit lasts longer than a restart takes. */
  readonly isKept: boolean
}

export interface HttpStackOptions {
  readonly network: Network
  readonly records: RequestRecords
  readonly logger: Logger
  /** Real time, also where the application's clock is set to another: limits are the hosts', and hosts have no F1_NOW. */
  readonly clock: Clock
  /** Null: no limit. */
  readonly limitsOf: (url: string) => HostLimits | null
  readonly random?: () => number
  readonly policy?: RetryPolicy
  readonly bodyLimits?: BodyLimits
  readonly lineLimits?: LineLimits
}

export interface HttpStack extends Http {
  /** Stops what is under way, with `task/cancelled`, and refuses what comes after. May be called twice. */
  close(): Promise<void>
}

export function createHttpStack(options: HttpStackOptions): HttpStack {
  const { network, clock, logger, policy = RETRY_POLICY } = options
  const gates = new Map<string, RequestGate>()
  const gateOf = (url: string): RequestGate | null => {
    const hostLimits = options.limitsOf(url)
    if (hostLimits === null) return null
    const { host } = new URL(url)
    const known = gates.get(host)
    if (known !== undefined) return known
    const { limits, isKept } = hostLimits
    const records = isKept ? options.records : null
    const gate = new RequestGate({ host, limits, records, clock, sleep, maxWaitMs: policy.maxWaitMs })
    gates.set(host, gate)
    return gate
  }
  const fetching = createFetchTransport(network.fetch, clock, options.lineLimits)
  const http = createRetryingHttp({
    // Offline is found out before a request counts as sent.
    transport: withOfflineGuard(withRequestLimits(fetching, gateOf, clock), network.isOnline),
    clock,
    sleep,
    random: options.random ?? Math.random,
    policy,
    limits: options.bodyLimits ?? BODY_LIMITS,
    logger,
  })
  const turns = new Map<string, InteractiveFirst>()
  const turnsOf = (url: string): InteractiveFirst => {
    const { host } = new URL(url)
    const known = turns.get(host) ?? new InteractiveFirst()
    turns.set(host, known)
    return known
  }
  const underWay = new Set<AbortController>()
  let isClosed = false
  return {
    async get(request) {
      // One signal of our own for each request: AbortSignal.any with one that lives as long as the process would
      // keep every request's signal alive as long.
      const controller = new AbortController()
      const stop = () => controller.abort()
      if (isClosed || request.signal.aborted) stop()
      // All topics of a session are asked for under the signal of one task; that many listeners are no leak.
      setMaxListeners(0, request.signal)
      request.signal.addEventListener('abort', stop)
      underWay.add(controller)
      try {
        if (controller.signal.aborted) throw new AppError('task/cancelled', request.url)
        const { signal } = controller
        const { urgency = 'interactive' } = request
        return await turnsOf(request.url).run(urgency, signal, () => http.get({ ...request, signal }))
      } finally {
        request.signal.removeEventListener('abort', stop)
        underWay.delete(controller)
      }
    },
    async close() {
      isClosed = true
      for (const controller of underWay) controller.abort()
      await network.close()
    },
  }
}

/**
 * Whoever plays Jolpica is asked at its pace, so that this can be tried on a loopback host as well. An archive on
 * loopback is a developer's own and is not slowed.
 */
export function hostLimitsFor(hosts: ArchiveHosts): (url: string) => HostLimits | null {
  const jolpica = new URL(hosts.jolpicaUrl)
  return (url) => {
    if (url.startsWith(`${jolpica.href.replace(/\/$/, '')}/`)) return { limits: JOLPICA_LIMITS, isKept: true }
    return isLoopback(url) ? null : { limits: ARCHIVE_LIMITS, isKept: false }
  }
}
