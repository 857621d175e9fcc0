// How cost grows with what grows: minutes of a race, cars, laps, entries of the cache, lines of the log, tasks that are
// remembered, laps in one scene. A line through the logarithms of size and time gives a * n^b: with b = 1 the cost is in
// proportion, and n log n lies a little above. `docs/growth.md` keeps what was found.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { it } from 'vitest'
import { sculptureKey } from '@contract/ids'
import type { Sculpture } from '@contract/sculpture'
import { DEFAULT_LOOK } from '@contract/sculpture-look'
import { readLog } from '@main/adapters/log-file'
import { Pins } from '@main/core/cache/pins'
import { usageOf } from '@main/core/cache/usage'
import { wallItems, type WallLabel } from '@main/core/gallery/wall-label'
import type { Blob, BlobEntry } from '@main/core/ports'
import { decodeLaps } from '@main/core/session/decode-laps'
import { decodeSamples } from '@main/core/session/decode-samples'
import { decodeHistory, encodeHistory } from '@main/core/tasks/task-history-schema'
import { buildTrackLine } from '@main/core/track/track-line'
import { createHall } from '@renderer/three/hall'
import { createLitRoom } from '@renderer/three/lit-room'
import { pinKeeper } from '../helpers/cache-tiers'
import { circle } from '../helpers/lap-shapes'
import { openPlainStore } from '../helpers/plain-store'
import { aTask } from '../helpers/task-fixtures'
import { thirteenCorners } from '../unit/core/track/synthetic-circuit'
import { qualifyingHour } from '../unit/core/track/synthetic-driving'
import { costOf, longestHold, machine, median, printTable, record } from './measure'
import { makeRace } from './synthetic-race'

const RUNS = 5
/** What is over sooner is repeated until then, ms: of a single millisecond most is what else the machine was doing. */
const LEAST_MS = 20
const rows: (readonly string[])[] = []

interface Sized {
  readonly size: number
  readonly work: () => unknown
}

/** By turns over the sizes, after a first round that runs cold code. */
async function grow(what: string, of: string, sized: readonly Sized[], runs = RUNS): Promise<void> {
  const times = sized.map((): number[] => [])
  const repeats = sized.map(() => 1)
  for (let run = 0; run <= runs; run++)
    for (const [i, { work }] of sized.entries()) {
      const { wallMs } = await costOf(async () => {
        for (let n = 0; n < (repeats[i] ?? 1); n++) await work()
      })
      if (run > 0) times[i]?.push(wallMs / (repeats[i] ?? 1))
      else repeats[i] = Math.ceil(LEAST_MS / Math.max(wallMs, 0.1))
    }
  tell(
    what,
    of,
    sized.map(({ size }, i) => ({ size, ms: times[i] ?? [] })),
  )
}

function tell(what: string, of: string, found: readonly { size: number; ms: readonly number[] }[]): void {
  const points = found.map(({ size, ms }) => ({ size, ms: median(ms) }))
  const { factor, exponent } = fit(points)
  rows.push([
    what,
    of,
    points.map(({ size, ms }) => `${size}: ${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)}`).join(', '),
    `${factor.toPrecision(2)} n^${exponent.toFixed(2)}`,
  ])
  record('growth', [{ name: `${what}, by ${of}`, unit: 'exponent', values: [exponent] }])
  for (const { size, ms } of found.slice(-1))
    record('growth', [{ name: `${what}, ${size} ${of}`, unit: 'ms', values: ms }])
}

/** The least-squares line through the logarithms: ms = factor * size^exponent. */
function fit(points: readonly { readonly size: number; readonly ms: number }[]): {
  readonly factor: number
  readonly exponent: number
} {
  const logs = points.map(({ size, ms }) => ({ x: Math.log(size), y: Math.log(ms) }))
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const [x, y] = [mean(logs.map((p) => p.x)), mean(logs.map((p) => p.y))]
  const above = logs.reduce((sum, p) => sum + (p.x - x) * (p.y - y), 0)
  const exponent = above / logs.reduce((sum, p) => sum + (p.x - x) ** 2, 0)
  return { factor: Math.exp(y - exponent * x), exponent }
}

async function sessions(): Promise<void> {
  const context = { season: 2026, round: 1, session: 'R', source: 'archive' } as const
  const decode = (minutes: number, cars: number): (() => unknown) => {
    const { topics } = makeRace(minutes, cars)
    return () => [decodeLaps(topics, context), decodeSamples(topics)]
  }
  await grow('decode a race', 'minutes', [15, 30, 60, 120].map((size) => ({ size, work: decode(size, 20) }))) // prettier-ignore
  await grow('decode a race of 30 min', 'cars', [5, 10, 20].map((size) => ({ size, work: decode(30, size) }))) // prettier-ignore
  const { samples, laps } = qualifyingHour(thirteenCorners(), 1)
  await grow('track line', 'laps', [10, 20, 40, 80].map((size) => ({ size, work: () => buildTrackLine(samples, laps.slice(0, size)) }))) // prettier-ignore
}

const ENTRIES = [1_000, 5_000, 20_000, 50_000] as const
const BYTES_EACH = 7_400
const HITS = 500

function entryOf(n: number): readonly [string, Blob] {
  const id = {
    season: 2018 + (n % 9),
    round: 1 + (Math.floor(n / 9) % 24),
    session: (['FP1', 'FP2', 'FP3', 'Q', 'R'] as const)[Math.floor(n / 216) % 5]!,
    driver: `A${String.fromCodePoint(65 + (Math.floor(n / 1_080) % 26), 65 + (Math.floor(n / 28_080) % 26))}`,
    lap: 'fastest' as const,
  }
  const label: WallLabel = {
    driverName: `Driver ${n}`,
    team: 'A team',
    teamColour: '#3366cc',
    eventName: 'Somewhere Grand Prix',
    sessionName: 'Qualifying',
    sessionAt: Date.UTC(id.season, 0, 1) + id.round * 7 * 86_400_000,
    lap: 12,
    lapTimeMs: 80_000 + (n % 9_000),
    compound: 'SOFT',
    plan: null,
    circuit: 'Somewhere',
    gap: null,
    madeAt: n,
  }
  const bytes = new Uint8Array(BYTES_EACH).map((_, i) => (i * 31 + n) & 255)
  return [sculptureKey(id), { bytes, metadata: { checkedAt: 0, isFinal: true, label } }]
}

const listWall = (entries: readonly BlobEntry[]) => wallItems(entries, 'demo', () => false, () => setImmediate()) // prettier-ignore

/** How long nobody else has a turn, at most, while the largest cache is opened and listed. */
async function holds(folder: string, size: number): Promise<void> {
  const store = openPlainStore(folder)
  const found = [['index at start', await longestHold(() => store.list())]] as [string, number][]
  const entries = await store.list()
  found.push(['list of the wall', await longestHold(() => listWall(entries))])
  found.push(['sweep', await longestHold(() => store.sweep())])
  await store.close()
  printTable(
    [`longest without a turn for others, ${size} entries`, 'ms'],
    found.map(([what, ms]) => [what, ms.toFixed(0)]),
  )
  record(
    'growth',
    found.map(([what, ms]) => ({ name: `${what}, longest without a turn`, unit: 'ms', values: [ms] })),
  )
}

async function cache(): Promise<void> {
  const parent = await mkdtemp(join(tmpdir(), 'f1-growth-'))
  const found: Record<string, { size: number; ms: number[] }[]> = {}
  const add = (what: string, size: number, ms: readonly number[]) => (found[what] ??= []).push({ size, ms: [...ms] }) // prettier-ignore
  for (const size of ENTRIES) {
    const folder = join(parent, `${size}`)
    const store = openPlainStore(folder)
    const putting = await costOf(async () => {
      for (let n = 0; n < size; n++) await store.put(...entryOf(n))
    })
    add('store every one', size, [putting.wallMs])
    await store.close()
    const times = { index: [] as number[], wall: [] as number[], wallAgain: [] as number[], usage: [] as number[], hits: [] as number[] } // prettier-ignore
    for (let run = 0; run < RUNS; run++) {
      const opened = openPlainStore(folder)
      times.index.push((await costOf(() => opened.list())).wallMs)
      const entries = await opened.list()
      times.wall.push((await costOf(() => listWall(entries))).wallMs)
      times.wallAgain.push((await costOf(() => listWall(entries))).wallMs)
      times.usage.push((await costOf(() => usageOf({ results: entries, raw: [] }, new Pins(pinKeeper()), null))).wallMs) // prettier-ignore
      const keys = Array.from({ length: HITS }, (_, i) => entries[(i * 7_919) % entries.length]?.key ?? '')
      times.hits.push(
        (
          await costOf(async () => {
            for (const key of keys) await opened.get(key)
          })
        ).wallMs / HITS,
      )
      await opened.close()
    }
    if (size === ENTRIES.at(-1)) await holds(folder, size)
    add('index at start', size, times.index)
    add('list of the wall, first', size, times.wall)
    add('list of the wall, again', size, times.wallAgain)
    add('what uses the space', size, times.usage)
    add('one disk hit', size, times.hits)
  }
  for (const [what, points] of Object.entries(found)) tell(what, 'entries', points)
  await rm(parent, { recursive: true })
}

async function records(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'f1-growth-'))
  const logs = await Promise.all(
    [1_000, 10_000, 100_000].map(async (size) => {
      const file = join(folder, `log-${size}`)
      const line = (n: number) => JSON.stringify({ at: new Date(n).toISOString(), level: 'info', area: 'warming', message: 'warmed', details: { n } }) // prettier-ignore
      await writeFile(file, Array.from({ length: size }, (_, n) => `${line(n)}\n`).join(''))
      return { size, work: () => readLog(file, () => true, 500) }
    }),
  )
  await grow('newest lines of the log', 'lines', logs)
  // No more than 200 are kept; a line needs more.
  const histories = [50, 200, 800, 3_200].map((size) => {
    const tasks = Array.from({ length: size }, (_, n) => aTask({ id: `t${n + 1}` }))
    const text = encodeHistory({ lastNumber: size, savedAt: 0, tasks, items: {} })
    return { size, work: () => decodeHistory(text) }
  })
  await grow('list of earlier tasks', 'tasks', histories)
  await rm(folder, { recursive: true })
}

async function scene(): Promise<void> {
  const laps = Array.from({ length: 20 }, (_, i) => circle(480 + i)) as unknown as readonly [
    Sculpture,
    ...Sculpture[],
  ]
  await grow(
    'stand laps in the room',
    'laps',
    [1, 2, 5, 10, 20].map((size) => ({
      size,
      work: () => {
        const [first, ...others] = laps
        createHall(createLitRoom(64)).arrange([first, ...others.slice(0, size - 1)], DEFAULT_LOOK)
      },
    })),
  )
}

it('grows', { timeout: 1_800_000 }, async () => {
  await sessions()
  await scene()
  await records()
  await cache()
  console.log(`\n${machine()}, median of ${RUNS} runs`)
  printTable(['what', 'grows with', 'size: ms', 'ms'], rows)
})
