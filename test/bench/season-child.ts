// A season of everything in a process of its own, over the simulated season's server as if it were the archive: every
// session and every driver from an empty cache, and once more. What it measures of itself goes to stdout, how far it is
// to stderr.
import { mkdtemp, rm } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseKey, SESSION_CODES, sessionKey } from '@contract/ids'
import { DEFAULT_SETTINGS } from '@contract/settings'
import type { TaskSnapshot } from '@contract/tasks'
import type { RunReport } from '@contract/warming'
import { createNodeNetwork } from '@main/adapters/http/node-network'
import { compose } from '@main/app/compose'

const [, , url = '', workerFile = '', season = '', now = ''] = process.argv
/** The list of tasks forgets old ones: often enough to see every one of them. */
const LOOK_MS = 1_000
/** Of the timer that tells how late the main thread is. */
const BEAT_MS = 1
const TELL_MS = 30_000

const folder = await mkdtemp(join(tmpdir(), 'f1-bench-season-'))
const parts = compose({
  cacheFolder: join(folder, 'cache'),
  limitsFolder: join(folder, 'limits'),
  network: createNodeNetwork(),
  warming: {
    settings: () => ({
      ...DEFAULT_SETTINGS,
      strategy: { ...DEFAULT_SETTINGS.strategy, sessions: SESSION_CODES, drivers: { kind: 'all' } },
    }),
  },
  workerFile,
  logger: {
    log: (level, _area, message, details) => {
      if (level === 'warn') process.stderr.write(`  ${message} ${JSON.stringify(details)}\n`)
    },
  },
  switches: {
    hosts: { archiveUrls: [`${url}/static`], jolpicaUrl: `${url}/ergast/f1` },
    userData: null,
    startAt: Date.parse(now),
  },
})

export interface SessionEnd {
  /** Ms after the run began. */
  readonly endedMs: number
  /** From its begin to its end; several are under way at a time. */
  readonly tookMs: number
}

export interface SeasonRun {
  readonly report: RunReport
  readonly wallMs: number
  readonly cpuMs: number
  /** In the order of their ends. */
  readonly sessions: readonly SessionEnd[]
  /** How late the main thread came to its timers, ms. */
  readonly lateMs: { readonly p50: number; readonly p99: number; readonly max: number }
}

export interface SeasonMeasured {
  readonly cold: SeasonRun
  readonly again: SeasonRun
  readonly resultsBytes: number
  readonly rawBytes: number
  readonly resultsEntries: number
  readonly rawEntries: number
  /** Of the whole process with its threads, MiB. */
  readonly peakMiB: number
}

/** A session is opened by one task, and its sculptures are made by the next. */
function sessionEnds(tasks: Iterable<TaskSnapshot>, sinceAt: number): readonly SessionEnd[] {
  const spans = new Map<string, { readonly from: number; readonly to: number; readonly isMade: boolean }>()
  for (const { kind, subject, startedAt, finishedAt } of tasks) {
    const key = parseKey(subject)
    if ((key?.kind !== 'session' && key?.kind !== 'sculpture') || startedAt === null || finishedAt === null)
      continue
    const known = spans.get(sessionKey(key))
    spans.set(sessionKey(key), {
      from: Math.min(known?.from ?? startedAt, startedAt),
      to: Math.max(known?.to ?? finishedAt, finishedAt),
      isMade: (known?.isMade ?? false) || kind === 'build-sculpture',
    })
  }
  return [...spans.values()]
    .filter(({ isMade }) => isMade)
    .map(({ from, to }) => ({ endedMs: to - sinceAt, tookMs: to - from }))
    .sort((a, b) => a.endedMs - b.endedMs)
}

async function warmAll(name: string): Promise<SeasonRun> {
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  const startedOnClock = parts.clock.now()
  const delay = monitorEventLoopDelay({ resolution: BEAT_MS })
  delay.enable()
  const seen = new Map<string, TaskSnapshot>()
  const look = (): void => {
    for (const task of parts.tasks.list())
      if (task.state === 'completed' && task.startedAt !== null && task.startedAt >= startedOnClock)
        seen.set(task.id, task)
  }
  const looking = setInterval(look, LOOK_MS)
  const telling = setInterval(() => {
    const mib = (process.memoryUsage.rss() / 2 ** 20).toFixed(0)
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
    process.stderr.write(
      `  ${name}: ${sessionEnds(seen.values(), startedOnClock).length} sessions after ${seconds} s, ${mib} MiB\n`,
    )
  }, TELL_MS)
  const { id, done } = parts.warming.start(
    { kind: 'season', source: 'archive', season: Number(season) },
    'asked',
  )
  const report = await done
  for (const { key, error } of parts.tasks.details(id)?.items ?? [])
    if (error !== null) process.stderr.write(`  ${key}: ${error.code} ${error.message}\n`)
  const wallMs = performance.now() - startedAt
  const { user, system } = process.cpuUsage(cpu)
  look()
  clearInterval(looking)
  clearInterval(telling)
  delay.disable()
  const sessions = sessionEnds(seen.values(), startedOnClock)
  const late = (ns: number) => Math.max(0, ns / 1e6 - BEAT_MS)
  const lateMs = { p50: late(delay.percentile(50)), p99: late(delay.percentile(99)), max: late(delay.max) }
  return { report, wallMs, cpuMs: (user + system) / 1000, sessions, lateMs }
}

const cold = await warmAll('from an empty cache')
const { disk } = await parts.caches.archive.status()
const again = await warmAll('again')
const measured: SeasonMeasured = {
  cold,
  again,
  resultsBytes: disk.sculptures.bytes,
  rawBytes: disk.raw.bytes,
  resultsEntries: disk.sculptures.entries,
  rawEntries: disk.raw.entries,
  peakMiB: process.resourceUsage().maxRSS / 1024,
}
await parts.close()
await rm(folder, { recursive: true, force: true })
process.stdout.write(JSON.stringify(measured))
