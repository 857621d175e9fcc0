// The cache's speed and size with real entries: two simulated sessions, multiplied. Beside it, doing the same work in
// the same run: cacache, which verifies too, and plain files, which do not.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import cacache from 'cacache'
import { it } from 'vitest'
import { parseKey, sculptureKey, sessionKey } from '@contract/ids'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { createNodeNetwork } from '@main/adapters/http/node-network'
import { createSystemClock } from '@main/adapters/system-clock'
import { compose } from '@main/app/compose'
import { AppError } from '@main/core/app-error'
import { TieredCache } from '@main/core/cache/tiered-cache'
import type { Blob } from '@main/core/ports'
import { bundleScript } from '../helpers/bundle-script'
import { workerFile } from '../helpers/built-app'
import { A_DAY, cacheTiers } from '../helpers/cache-tiers'
import { openPlainStore } from '../helpers/plain-store'
import { silentLogger } from '../helpers/silent-logger'
import { machine, median, printTable, record } from './measure'

const SCULPTURES = 2_000
const ROUNDS = 24
const MEMORY_LOOKUPS = 20_000
const STARTS = 9
const PARALLEL = 100
const PARALLEL_RUNS = 20

type Entries = readonly (readonly [string, Blob])[]

/** A store under comparison. */
interface Contestant {
  readonly name: string
  readonly put: (key: string, blob: Blob) => Promise<unknown>
  readonly get: (key: string) => Promise<unknown>
  /** What the next start has to do to know its entries. */
  readonly list: () => Promise<unknown>
  readonly close: () => Promise<void>
}

function ours(folder: string): Contestant {
  const store = openPlainStore(folder)
  return {
    name: 'this cache',
    put: (key, blob) => store.put(key, blob),
    get: (key) => store.get(key),
    list: () => openPlainStore(folder).list(),
    close: () => store.close(),
  }
}

function withCacache(folder: string): Contestant {
  return {
    name: 'cacache',
    put: (key, { bytes, metadata }) => cacache.put(folder, key, Buffer.from(bytes), { metadata }),
    get: (key) => cacache.get(folder, key),
    list: () => cacache.ls(folder),
    close: () => Promise.resolve(),
  }
}

function plainFiles(folder: string): Contestant {
  const pathOf = (key: string) => join(folder, createHash('sha256').update(key).digest('hex'))
  return {
    name: 'plain files, unverified, no metadata',
    put: async (key, { bytes }) => {
      await mkdir(folder, { recursive: true })
      await writeFile(pathOf(key), bytes)
    },
    get: (key) => readFile(pathOf(key)),
    list: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

/** The sculptures and laps of a simulated qualifying and race, as the gallery stores them. */
async function realEntries(): Promise<Entries> {
  const folder = await mkdtemp(join(tmpdir(), 'f1-bench-'))
  const parts = compose({
    cacheFolder: folder,
    limitsFolder: join(folder, 'limits'),
    network: createNodeNetwork(),
    warming: { settings: () => DEFAULT_SETTINGS },
    workerFile,
    logger: silentLogger(),
    switches: {
      hosts: { archiveUrls: [], jolpicaUrl: 'http://127.0.0.1:47' },
      userData: null,
      startAt: null,
    },
  })
  const season = new Date().getUTCFullYear()
  for (const session of ['Q', 'R'] as const) {
    const id = { source: 'demo', season, round: 1, session } as const
    const { laps } = await parts.galleries.demo.openSession(id)
    const driver = laps.drivers.find(({ fastest }) => fastest !== null)?.code ?? ''
    await parts.galleries.demo.openSculpture({ ...id, driver, lap: 'fastest' })
  }
  const { demo } = parts.caches
  const entries: [string, Blob][] = []
  for (const key of await demo.keys()) {
    const blob = await demo.peek(key)
    if (blob !== null) entries.push([key, blob])
  }
  await parts.close()
  await rm(folder, { recursive: true })
  return entries
}

/** The same entries under the keys of many rounds; each with bytes of its own, as real ones have. */
function multiply(entries: Entries, rounds: number): Entries {
  return Array.from({ length: rounds }, (_, i) => i + 1).flatMap((n) =>
    entries.flatMap(([key, blob]) => {
      const parsed = parseKey(key)
      if (parsed?.kind !== 'sculpture' && parsed?.kind !== 'session') return []
      const moved = { ...parsed, season: 2018 + Math.floor(n / 30), round: 1 + (n % 30) }
      const bytes = Buffer.from(blob.bytes)
      bytes.writeUInt16LE(n, bytes.byteLength - 2)
      const movedKey = moved.kind === 'sculpture' ? sculptureKey(moved) : sessionKey(moved)
      return [[movedKey, { ...blob, bytes }]] as const
    }),
  )
}

function percentile(values: readonly number[], ratio: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * ratio)] ?? Number.NaN
}

async function timeEach<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = []
  for (const item of items) {
    const startedAt = performance.now()
    await work(item)
    times.push(performance.now() - startedAt)
  }
  return times
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** The longest time in ms for which nothing else could run. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await pause()
  delay.reset()
  await work()
  await pause()
  delay.disable()
  return delay.max / 1e6
}

function diskUsed(folder: string): string {
  try {
    const kib = Number(/^\d+/.exec(execFileSync('du', ['-sk', folder]).toString())?.[0])
    return `${((kib * 1024) / 1e6).toFixed(1)} MB`
  } catch {
    return 'no du here'
  }
}

function startedProcess(script: string, folder: string): number {
  const said = execFileSync(process.execPath, [script, folder]).toString()
  return (JSON.parse(said) as { tookMs: number }).tookMs
}

it('measures', async () => {
  const real = await realEntries()
  const sculptures = real.filter(([key]) => parseKey(key)?.kind === 'sculpture')
  const many = multiply(sculptures, Math.ceil(SCULPTURES / sculptures.length)).slice(0, SCULPTURES)
  const season = multiply(real, ROUNDS)
  const keys = many.map(([key]) => key)
  const shuffled = keys.toSorted((a, b) => createHash('sha256').update(a).digest().compare(createHash('sha256').update(b).digest())) // prettier-ignore
  const parent = await mkdtemp(join(tmpdir(), 'f1-bench-'))
  const script = await bundleScript('test/bench/cache-start-child.ts', join(parent, 'bundle'))
  const contestants = [ours, withCacache, plainFiles].map((open, i) => ({
    ...open(join(parent, `many-${i}`)),
    season: open(join(parent, `season-${i}`)),
    seasonFolder: join(parent, `season-${i}`),
    puts: [] as number[],
    hits: [] as number[],
    blocks: [] as number[],
    lists: [] as number[],
  }))
  // By turns, entry by entry: what else this machine does strikes all of them alike.
  for (const [key, blob] of many)
    for (const each of contestants) each.puts.push(await msOf(() => each.put(key, blob)))
  for (const each of contestants) await each.close()
  for (const key of shuffled) for (const each of contestants) each.hits.push(await msOf(() => each.get(key)))
  for (let run = 0; run < PARALLEL_RUNS; run++)
    for (const each of contestants)
      each.blocks.push(
        await longestBlock(() => Promise.all(shuffled.slice(0, PARALLEL).map((key) => each.get(key)))),
      )
  for (const each of contestants) await each.close()
  for (let start = 0; start < STARTS; start++)
    for (const each of contestants) each.lists.push(await msOf(() => each.list()))
  for (const each of contestants) {
    for (const [key, blob] of season) await each.season.put(key, blob)
    await each.season.close()
  }
  const [mine, rival] = contestants
  if (mine !== undefined && rival !== undefined)
    for (const [name, of] of [
      ['put', (each: typeof mine) => each.puts],
      ['disk hit', (each: typeof mine) => each.hits],
      [`${PARALLEL} hits at once, longest block`, (each: typeof mine) => each.blocks],
      [`index of ${SCULPTURES}`, (each: typeof mine) => each.lists],
    ] as const)
      record('cache', [
        { name, unit: 'ms', values: of(mine), floor: { name: rival.name, values: of(rival) } },
      ])
  const rows = contestants.map((each) => [
    each.name,
    median(each.puts).toFixed(2),
    median(each.hits).toFixed(2),
    percentile(each.hits, 0.99).toFixed(2),
    `${median(each.blocks).toFixed(1)} (${Math.max(...each.blocks).toFixed(1)})`,
    each.name.startsWith('plain') ? '' : median(each.lists).toFixed(0),
    diskUsed(each.seasonFolder),
  ])

  const folder = join(parent, 'many-0')
  const cold = Array.from({ length: STARTS }, () => startedProcess(script, folder))
  await rm(join(folder, 'index.json'))
  const withoutIndex = startedProcess(script, folder)

  const store = openPlainStore(folder)
  const tiers = { ...cacheTiers(), results: store }
  tiers.memory.setMaxBytes(64 * 2 ** 20)
  const cache = new TieredCache(tiers, createSystemClock(null), A_DAY)
  const making = {
    flight: 'none',
    make: () => Promise.reject(new AppError('internal/bug', 'it is stored')),
    explain: () => new AppError('internal/bug', 'it is stored'),
    revalidate: () => {},
  }
  const fromDisk = await timeEach(shuffled, (key) => cache.open(key, making))
  const lookups = Array.from({ length: MEMORY_LOOKUPS }, (_, i) => shuffled[(i * 7) % shuffled.length] ?? '')
  const fromMemory = await timeEach(lookups, (key) => cache.open(key, making))
  const statusMs = await timeEach(Array.from({ length: 100 }), () => cache.status())
  const usageMs = await timeEach(Array.from({ length: 100 }), () => cache.usage())
  record('cache', [
    { name: 'memory hit through the whole cache', unit: 'ms', values: fromMemory },
    { name: 'disk hit through the whole cache', unit: 'ms', values: fromDisk },
    { name: 'index in a new process', unit: 'ms', values: cold },
  ])
  const seasonBytes = season.reduce((sum, [, { bytes }]) => sum + bytes.byteLength, 0)

  const mean = many.reduce((sum, [, { bytes }]) => sum + bytes.byteLength, 0) / many.length
  console.log(
    `\n${machine()}; ${many.length} sculptures of ${Math.round(mean)} bytes, files in the system's cache`,
  )
  printTable(
    [
      '',
      'put ms p50',
      'hit ms p50',
      'hit ms p99',
      `${PARALLEL} hits, longest block ms: median run (worst)`,
      'index ms',
      `season on disk`,
    ],
    rows,
  )
  printTable(
    ['through the whole cache', 'median', 'p99', 'wanted'],
    [
      ['memory hit, ms', median(fromMemory).toFixed(4), percentile(fromMemory, 0.99).toFixed(3), '< 0.2'],
      ['disk hit, ms', median(fromDisk).toFixed(3), percentile(fromDisk, 0.99).toFixed(2), '< 8'],
      [
        `index in a new process, ms (largest of ${STARTS})`,
        median(cold).toFixed(0),
        Math.max(...cold).toFixed(0),
        '< 100',
      ],
      ['the same after its snapshot was lost, once, ms', withoutIndex.toFixed(0), '', ''],
      ['status(), ms', median(statusMs).toFixed(2), percentile(statusMs, 0.99).toFixed(2), ''],
      ['usage(), ms', median(usageMs).toFixed(2), percentile(usageMs, 0.99).toFixed(2), ''],
      [`a season's ${season.length} entries, MB of bytes`, (seasonBytes / 1e6).toFixed(1), '', '< 20'],
    ],
  )
  await rm(parent, { recursive: true })
})
