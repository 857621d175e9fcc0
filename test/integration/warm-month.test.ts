// A month of a gallery that is warmed every Monday: whoever asks for a warmed lap is served without waiting, at any time
// of the week, also after a restart and without a network; and what is checked behind costs next to no bytes.
import { expect, it } from 'vitest'
import type { SculptureId, SessionId } from '@contract/ids'
import { AppError } from '@main/core/app-error'
import { MemoryTier } from '@main/core/cache/memory-tier'
import { TieredCache } from '@main/core/cache/tiered-cache'
import { Gallery } from '@main/core/gallery/gallery'
import type { Http } from '@main/core/ports'
import { packSculpture } from '@main/core/sculpture/codec'
import { createArchiveSource } from '@main/core/sources/archive/archive-source'
import { createRandom } from '@main/core/sources/demo/random'
import { aDriver, aSculpture, someLaps } from '../helpers/builders'
import { A_DAY, cacheTiers } from '../helpers/cache-tiers'
import { openDiskStore } from '../helpers/disk-store'
import { fakeClock } from '../helpers/fake-clock'
import { silentLogger } from '../helpers/silent-logger'
import { aTaskQueue } from '../helpers/task-fixtures'
import { temporaryFolder } from '../helpers/temporary-folder'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const WEEK_MS = 7 * DAY_MS
const START = Date.UTC(2025, 5, 2, 3)
const WEEKS = 4
const RECENT_ROUNDS = 3
const REQUESTS = 400
const DRIVERS = ['NOR', 'VER', 'LEC', 'HAM', 'PIA']
/** A hundredth of what the archive sends, and told as such. */
const TOPIC_BYTES = 80_000

/** A race every Sunday, from two months before the month to its end. */
const WEEKENDS = Array.from({ length: 12 }, (_, i) => START - 8 * WEEK_MS + i * WEEK_MS - DAY_MS)

function archiveIndex(): Buffer {
  const iso = (at: number) => new Date(at).toISOString().slice(0, 19)
  return Buffer.from(
    JSON.stringify({
      Year: 2025,
      Meetings: WEEKENDS.map((sunday, i) => ({
        Key: i + 1,
        Name: `Grand Prix ${i + 1}`,
        Location: `Town ${i + 1}`,
        Country: { Name: 'Country' },
        Sessions: [
          { name: 'Qualifying', startAt: sunday - 12 * HOUR_MS },
          { name: 'Race', startAt: sunday + 10 * HOUR_MS },
        ].map(({ name, startAt }, n) => ({
          Key: 2 * i + n + 1,
          Type: name,
          Name: name,
          StartDate: iso(startAt),
          EndDate: iso(startAt + HOUR_MS),
          GmtOffset: '00:00:00',
          Path: `2025/${i + 1}/${name}/`,
        })),
      })),
    }),
  )
}

/** The archive with tags, as the real one has; it counts what it sends. */
function countingArchive() {
  const world = {
    isOffline: false,
    now: () => START,
    sent: [] as { url: string; bytes: number }[],
    unchanged: 0,
  }
  const index = archiveIndex()
  const topic = Buffer.from(`00:00:01.000{"1":"${'x'.repeat(TOPIC_BYTES)}"}\r\n`)
  const status = Buffer.from('01:00:00.000{"Status":"Finalised"}\r\n')
  const bodyOf = (url: string): Buffer | null => {
    if (!url.startsWith('https://archive/')) return null
    if (url.endsWith('Index.json')) return index
    const [, round = '', name] = /2025\/(\d+)\/(\w+)\//.exec(url) ?? []
    const endAt = (WEEKENDS[Number(round) - 1] ?? Infinity) + (name === 'Race' ? 11 : -11) * HOUR_MS
    if (world.now() < endAt) return null
    return url.includes('SessionStatus') ? status : topic
  }
  const http: Http = {
    get: ({ url, headers }) => {
      if (world.isOffline) return Promise.reject(new AppError('source/offline', url))
      const body = bodyOf(url)
      if (body === null) return Promise.resolve({ status: 404, headers: {}, body: Buffer.of() })
      const etag = '"one"'
      if (headers?.['if-none-match'] === etag) {
        world.unchanged += 1
        return Promise.resolve({ status: 304, headers: { etag }, body: Buffer.of() })
      }
      world.sent.push({ url, bytes: body.byteLength })
      return Promise.resolve({ status: 200, headers: { etag }, body })
    },
  }
  return { http, world }
}

it('serves every warmed lap without waiting over a month, and fetches next to nothing again', async () => {
  const clock = fakeClock(START)
  const folder = await temporaryFolder()
  const { http, world } = countingArchive()
  world.now = () => clock.now()
  const start = () => {
    const raw = openDiskStore(`${folder}/raw`, { clock }).store
    const results = openDiskStore(`${folder}/results`, { clock }).store
    const logger = silentLogger()
    const tasks = aTaskQueue({ clock })
    const hosts = { archiveUrls: ['https://archive'], jolpicaUrl: 'https://jolpica' }
    const cache = new TieredCache(
      { ...cacheTiers(), memory: new MemoryTier(5e5), results, raw },
      clock,
      A_DAY,
    )
    const gallery = new Gallery({
      source: createArchiveSource({ http, raw, clock, hosts, logger }),
      cache,
      tasks,
      builder: {
        decodeLaps: () => Promise.resolve(someLaps({ drivers: DRIVERS.map((code) => aDriver({ code })) })),
        buildSculptures: ({ wanted }) =>
          Promise.resolve({
            laps: wanted.map((each) => {
              const bytes = packSculpture(aSculpture({ driver: each.driver, lap: each.lap }))
              return { ok: true as const, wanted: each, bytes }
            }),
            circuitLine: null,
          }),
      },
      clock,
      logger,
    })
    return { gallery, tasks, cache, results, raw }
  }
  let app = start()

  /** Q and R of the three latest rounds that are over, as the weekly run wants them. */
  const warm = async (): Promise<readonly SculptureId[]> => {
    const season = await app.gallery.loadSeason(2025, new AbortController().signal)
    const over = season.rounds.filter(({ sessions }) => sessions.every(({ state }) => state === 'completed'))
    const sessions = over.slice(-RECENT_ROUNDS).flatMap(({ round }): SessionId[] => [
      { source: 'archive', season: 2025, round, session: 'Q' },
      { source: 'archive', season: 2025, round, session: 'R' },
    ])
    const ids = sessions.flatMap((id) =>
      DRIVERS.map((driver) => ({ ...id, driver, lap: 'fastest' as const })),
    )
    for (const id of sessions) await app.gallery.openSession(id, { urgency: 'warming' })
    for (const id of ids) await app.gallery.openSculpture(id, { urgency: 'warming' })
    await app.tasks.idle()
    return ids
  }

  const random = createRandom('a month of visitors')
  const moments = Array.from({ length: REQUESTS }, () => ({
    at: START + 1 + Math.floor(random() * WEEKS * WEEK_MS),
    which: Math.floor(random() * 1_000),
  })).toSorted((a, b) => a.at - b.at)
  let week = -1
  let warmed: readonly SculptureId[] = []
  const outcomes = { fresh: 0, stale: 0, waited: 0, wouldHaveExpired: 0 }
  for (const { at, which } of moments) {
    const due = Math.floor((at - START) / WEEK_MS)
    while (week < due) {
      week += 1
      clock.advance(START + week * WEEK_MS - clock.now())
      world.isOffline = false
      warmed = await warm()
      // Every second week the application is started anew, with nothing in memory.
      if (week % 2 === 1) {
        await app.results.close()
        await app.raw.close()
        app = start()
      }
    }
    clock.advance(at - clock.now())
    // Every third day there is no network.
    world.isOffline = Math.floor(at / DAY_MS) % 3 === 0
    const id = warmed[which % warmed.length]
    if (id === undefined) throw new Error('nothing was warmed')
    const { servedFrom, freshness } = await app.gallery.openSculpture(id)
    if (servedFrom === 'built') outcomes.waited += 1
    else outcomes[freshness] += 1
    // The original's entries were gone a day after the weekly run.
    if ((at - START) % WEEK_MS > DAY_MS) outcomes.wouldHaveExpired += 1
    await app.tasks.idle()
  }

  const seen = new Set<string>()
  let first = 0
  let again = 0
  for (const { url, bytes } of world.sent) {
    if (seen.has(url)) again += bytes
    else first += bytes
    seen.add(url)
  }
  const percent = (part: number) => `${((100 * part) / REQUESTS).toFixed(0)} %`
  console.log(
    `${REQUESTS} requests: ${percent(outcomes.fresh)} fresh, ${percent(outcomes.stale)} stale, ` +
      `${percent(outcomes.waited)} waited; entries that die after a day would have served ` +
      `${percent(REQUESTS - outcomes.wouldHaveExpired)}. Bytes: ${first} for the first time, ${again} again ` +
      `(sessions at a hundredth of their size), ${world.unchanged} times "not modified".`,
  )
  expect(outcomes.waited).toBe(0)
  expect(outcomes.fresh + outcomes.stale).toBe(REQUESTS)
  expect(outcomes.stale).toBeGreaterThan(0)
  expect(world.unchanged).toBeGreaterThan(0)
  expect(again).toBe(0)
})
