// The warming in a process of its own, over the simulated season's server as if it were the archive: the standard
// cycle from an empty cache and once more, then what a person's click waits, with and without warming beside it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SculptureId, SessionId } from '@contract/ids'
import { DEFAULT_SETTINGS } from '@contract/settings'
import type { RunReport, WarmRequest } from '@contract/warming'
import { createNodeNetwork } from '@main/adapters/http/node-network'
import { compose } from '@main/app/compose'

const [, , url = '', workerFile = ''] = process.argv
const CACHED_CLICKS = 200
const CLICKED_SESSIONS = 4
/** Long enough to go on through all clicks. */
const BESIDE_ROUNDS = 12
const folder = await mkdtemp(join(tmpdir(), 'f1-bench-warm-'))

const parts = compose({
  cacheFolder: join(folder, 'cache'),
  limitsFolder: join(folder, 'limits'),
  network: createNodeNetwork(),
  warming: { settings: () => DEFAULT_SETTINGS },
  workerFile,
  logger: { log: () => {} },
  switches: {
    hosts: { archiveUrls: [`${url}/static`], jolpicaUrl: `${url}/ergast/f1` },
    userData: null,
    startAt: null,
  },
})
const gallery = parts.galleries.archive
const recent: WarmRequest = { kind: 'recent', source: 'archive' }

interface Cycle {
  readonly report: RunReport
  readonly wallMs: number
  readonly cpuMs: number
  /** Summed over all tasks of the run, which work side by side. */
  readonly stagesMs: Readonly<Record<string, number>>
}

async function cycle(request: WarmRequest): Promise<Cycle> {
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  const { id, done } = parts.warming.start(request, 'asked')
  const report = await done
  const { user, system } = process.cpuUsage(cpu)
  const stagesMs: Record<string, number> = {}
  for (const { runId, stages } of parts.tasks.list())
    if (runId === id)
      for (const { stage, durationMs } of stages) stagesMs[stage] = (stagesMs[stage] ?? 0) + durationMs
  return { report, wallMs: performance.now() - startedAt, cpuMs: (user + system) / 1000, stagesMs }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** Clicks on sculptures that are in memory, a breath apart as a person's are. */
async function cachedClicks(ids: readonly SculptureId[]): Promise<readonly number[]> {
  const waits: number[] = []
  for (let i = 0; i < CACHED_CLICKS; i++) {
    const id = ids[i % ids.length]
    if (id !== undefined) waits.push(await timeOf(() => gallery.openSculpture(id)))
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return waits
}

/** Clicks on sessions that nobody has opened: fetch, decode, build. */
async function uncachedClicks(ids: readonly SessionId[]): Promise<readonly number[]> {
  const waits: number[] = []
  for (const id of ids)
    waits.push(
      await timeOf(async () => {
        const { laps } = await gallery.openSession(id)
        const driver = laps.drivers.find(({ fastest }) => fastest !== null)?.code
        if (driver !== undefined) await gallery.openSculpture({ ...id, driver, lap: 'fastest' })
      }),
    )
  return waits
}

const cold = await cycle(recent)
const again = await cycle(recent)
const peakMiB = process.resourceUsage().maxRSS / 1024

const season = await gallery.loadSeason(new Date().getUTCFullYear(), new AbortController().signal)
const warmed = (await gallery.listWall()).map(({ id }) => id)
const others = season.rounds.flatMap(({ round, sessions }) =>
  sessions
    .filter(({ code, state }) => code === 'FP2' && state === 'completed')
    .map(({ code }): SessionId => ({ source: 'archive', season: season.season, round, session: code })),
)
const half = Math.min(CLICKED_SESSIONS, Math.floor(others.length / 2))
const quiet = { cached: await cachedClicks(warmed), uncached: await uncachedClicks(others.slice(0, half)) }
const beside = parts.warming.start({ ...recent, rounds: BESIDE_ROUNDS }, 'asked')
beside.done.catch(() => {})
const busy = {
  cached: await cachedClicks(warmed),
  uncached: await uncachedClicks(others.slice(half, 2 * half)),
}
const wasBusy = parts.warming.runId === beside.id
parts.tasks.cancel(beside.id)
await beside.done.catch(() => {})
await parts.close()
await rm(folder, { recursive: true, force: true })
process.stdout.write(JSON.stringify({ cold, again, peakMiB, quiet, busy, wasBusy }))
