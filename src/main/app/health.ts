// How the application's parts are: each is tried, none is taken at its word.

import type { HealthPart, HealthReport, PartHealth } from '@contract/health'
import { say } from '@contract/phrases'
import { isAbort, toReport } from '../core/app-error'
import type { Clock, Http } from '../core/ports'
import type { ArchiveHosts } from '../core/sources/archive/hosts'

/** Whoever asks waits for the answer; a host that takes longer is no use to them now. */
const PROBE_MS = 4_000

/** Small files of the hosts; any answer, "not there" included, shows that a host is up. */
const ARCHIVE_PROBE = '/StreamingStatus.json'
const CALENDAR_PROBE = '/seasons.json?limit=1'

export interface HealthParts {
  readonly clock: Clock
  readonly http: Http
  readonly hosts: ArchiveHosts
  readonly cacheFolder: string
  /** Whether it can be written. */
  readonly tryCache: () => Promise<unknown>
  /** Does a small piece of work in a worker thread. */
  readonly tryWorker: (signal: AbortSignal) => Promise<unknown>
  readonly scheduler: PartHealth
}

export async function checkHealth(parts: HealthParts, signal: AbortSignal): Promise<HealthReport> {
  const { http, hosts, cacheFolder, tryCache, tryWorker, scheduler } = parts
  const probe = AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)])
  const ask = (url: string) => http.get({ url, signal: probe })
  const [archiveUrl = ''] = hosts.archiveUrls
  const results = await Promise.all([
    attempt(parts, 'workers', () => tryWorker(probe)),
    attempt(parts, 'cache', tryCache, cacheFolder),
    attempt(parts, 'archive', () => ask(`${archiveUrl}${ARCHIVE_PROBE}`)),
    attempt(parts, 'calendar', () => ask(`${hosts.jolpicaUrl}${CALENDAR_PROBE}`)),
  ])
  const all = [scheduler, ...results]
  return { status: statusOf(all), parts: all }
}

async function attempt(
  { clock }: HealthParts,
  part: HealthPart,
  work: () => Promise<unknown>,
  detail: string | null = null,
): Promise<PartHealth> {
  const beganAt = clock.elapsed()
  try {
    await work()
    return { part, state: 'ok', detail: detail ?? `${Math.round(clock.elapsed() - beganAt)} ms` }
  } catch (error) {
    if (isAbort(error))
      return { part, state: 'trouble', detail: say('no-answer-within', { seconds: PROBE_MS / 1000 }) }
    const report = toReport(error)
    return { part, state: 'trouble', detail: report.message, error: report }
  }
}

function statusOf(parts: readonly PartHealth[]): HealthReport['status'] {
  const inTrouble = (part: HealthPart): boolean =>
    parts.some((each) => each.part === part && each.state === 'trouble')
  // Without these nothing new can be made, and what is here may not be kept.
  if (inTrouble('cache') || inTrouble('workers')) return 'failing'
  return parts.some(({ state }) => state === 'trouble') ? 'degraded' : 'healthy'
}
