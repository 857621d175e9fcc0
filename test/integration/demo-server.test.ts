// The simulated season over HTTP: the manners of the real hosts, and our own archive source as its client.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { SessionCode } from '@contract/ids'
import { startDemoServer, type DemoServer } from '@main/adapters/demo-server'
import { LINE_LIMITS } from '@main/adapters/http/host-line'
import { AppError } from '@main/core/app-error'
import { decodeLaps } from '@main/core/session/decode-laps'
import { TELEMETRY_TOPICS, TIMING_TOPICS } from '@main/core/session/topics'
import { createArchiveSource } from '@main/core/sources/archive/archive-source'
import { createDemoHost } from '@main/core/sources/demo/demo-host'
import type { Programme } from '@main/core/sources/demo/programme'
import { scheduleSeason } from '@main/core/sources/demo/schedule'
import type { SourceSession } from '@main/core/sources/session-source'
import { commandLineFile } from '../helpers/built-app'
import { httpForTest } from '../helpers/http-for-test'
import { memoryStore } from '../helpers/memory-store'
import { silentLogger } from '../helpers/silent-logger'
import { temporaryFolder } from '../helpers/temporary-folder'
import { aSession, fastestOf, truthOf } from '../unit/core/sources/demo/demo-fixture'

const NOW = Date.parse('2026-06-15T10:20:00Z')
const clock = { now: () => NOW, elapsed: () => 0 }
const host = createDemoHost()
let server: DemoServer
beforeAll(async () => {
  server = await startDemoServer(0, (path) => Promise.resolve(host(path, NOW)))
})
afterAll(() => server.close())

/** Simulated once for all tests, as the plan of a race takes seconds. */
const planned = new Map<string, Programme>()
function programmeOf(code: SessionCode, round = 1): Programme {
  const key = `${round} ${code}`
  const programme = planned.get(key) ?? aSession(code, round).programme
  planned.set(key, programme)
  return programme
}

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.url}${path}`, { headers, method })

/** The first qualifying of the season: over for months. */
const qualifying = scheduleSeason(2026, NOW)[0]!.sessions.find(({ code }) => code === 'Q')!
const STATUS_FILE = `/static/${qualifying.path!}SessionStatus.jsonStream`

describe('the simulated season as an HTTP server', () => {
  it('serves topics as the archive does: typed, tagged, measured, with a byte order mark', async () => {
    const answer = await get(STATUS_FILE)
    const body = Buffer.from(await answer.arrayBuffer())
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('accept-ranges')).toBe('bytes')
    expect(Number(answer.headers.get('content-length'))).toBe(body.byteLength)
    expect(body.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(body.subarray(-2).toString()).toBe('\r\n')
  })

  it('answers 304 to who has it already, and sends it to who has something else', async () => {
    const etag = (await get(STATUS_FILE)).headers.get('etag')!
    const again = await get(STATUS_FILE, { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await get(STATUS_FILE, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('sends parts', async () => {
    const whole = await (await get(STATUS_FILE)).bytes()
    const part = await get(STATUS_FILE, { range: 'bytes=10-29' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 10-29/${whole.byteLength}`)
    expect(await part.bytes()).toEqual(whole.subarray(10, 30))
    const tail = await get(STATUS_FILE, { range: 'bytes=-5' })
    expect(await tail.bytes()).toEqual(whole.subarray(-5))
    expect((await get(STATUS_FILE, { range: `bytes=${whole.byteLength}-` })).status).toBe(416)
  })

  it('sends the head alone when asked for it, and refuses to be written to', async () => {
    const head = await get(STATUS_FILE, {}, 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(300)
    expect((await get(STATUS_FILE, {}, 'POST')).status).toBe(405)
  })

  it.each([
    `/static/${qualifying.path!}LapCount.jsonStream`,
    `/static/${qualifying.path!}Nothing.jsonStream`,
    '/static/2019/Index.json',
    '/static/2026/../2026/Index.json/..',
    '/static/%E0%A4%A/Index.json',
    '/',
  ])('denies %s as the archive does what it does not have', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('AccessDenied')
  })

  it('takes many requests at once for no leak', async () => {
    const warnings: Error[] = []
    const onWarning = (warning: Error) => void warnings.push(warning)
    process.on('warning', onWarning)
    onTestFinished(() => void process.off('warning', onWarning))
    const slow = await startDemoServer(0, async (_path, signal) => {
      await new Promise<void>((resolve) => {
        // As a worker's task does until it is done.
        signal.addEventListener('abort', () => resolve())
        setTimeout(resolve, 100)
      })
      return null
    })
    onTestFinished(() => slow.close())
    await Promise.all(Array.from({ length: 20 }, (_, i) => fetch(`${slow.url}/static/${i}`)))
    expect(warnings).toEqual([])
  })

  it('listens on loopback alone, and says when its port is taken', async () => {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`)
    const second = startDemoServer(server.port, () => Promise.resolve(null))
    await expect(second).rejects.toSatisfy(
      (error) => error instanceof AppError && error.code === 'cli/port-in-use',
    )
  })
})

describe('the simulated season in Jolpica’s words', () => {
  const ask = async (path: string) => {
    const answer = await get(`/ergast/f1/${path}`)
    return ((await answer.json()) as { MRData: unknown }).MRData as {
      readonly total: string
      readonly RaceTable: { readonly Races: readonly Record<string, readonly Record<string, unknown>[]>[] }
      readonly StandingsTable: {
        readonly StandingsLists: readonly {
          readonly round: string
          readonly DriverStandings: readonly Record<string, string>[]
        }[]
      }
    }
  }

  it('has results whose winner’s time is what the leader drove, and points for ten', async () => {
    const { RaceTable } = await ask('2026/7/results.json')
    const results = RaceTable.Races[0]!['Results']!
    expect(results).toHaveLength(20)
    const programme = programmeOf('R', 7)
    const winner = programme.result[0]!
    const last = programme.runs.findLast(({ driver }) => driver === winner)!.laps.at(-1)!
    expect(results[0]).toMatchObject({
      number: winner.number,
      points: '25',
      laps: String(programme.totalLaps),
      Time: { millis: String(last.endMs - programme.segments[0]!.startMs) },
    })
    expect(results.filter(({ points }) => points !== '0')).toHaveLength(10)
    expect(results.some(({ status }) => status === 'Retired')).toBe(true)
  })

  it('has everybody’s first lap, which the timing feed lacks', async () => {
    const { RaceTable, total } = await ask('2026/7/laps/1.json')
    const [lap] = RaceTable.Races[0]!['Laps']!
    expect(total).toBe('20')
    expect(lap).toMatchObject({ number: '1' })
    expect((lap as { Timings: unknown[] }).Timings).toHaveLength(20)
  })

  it('has the championship after any round, and nothing for races that are to come', async () => {
    const after = (await ask('2026/5/driverstandings.json')).StandingsTable.StandingsLists[0]!
    expect(after.round).toBe('5')
    expect(after.DriverStandings).toHaveLength(20)
    const points = after.DriverStandings.map((standing) => Number(standing['points']))
    // Five races and one sprint.
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(5 * 101 + 36)
    expect((await ask('2026/26/results.json')).RaceTable.Races).toEqual([])
  })
})

describe('the archive source over the simulated season’s server', () => {
  const source = () =>
    createArchiveSource({
      http: httpForTest({ lineLimits: LINE_LIMITS }),
      raw: memoryStore(),
      clock,
      hosts: { archiveUrls: [`${server.url}/static`], jolpicaUrl: `${server.url}/ergast/f1` },
      logger: silentLogger(),
    })
  const options = { signal: new AbortController().signal, freshness: 'cached' } as const

  it('finds the season as the demo source has it', async () => {
    const loaded = await source().loadSeason(2026, options)
    const own = scheduleSeason(2026, NOW)
    expect(loaded.warnings).toEqual([])
    expect(loaded.rounds.map(({ name, format }) => [name, format])).toEqual(
      own.map(({ name, format }) => [name, format]),
    )
    // Folders of sessions to come are not in the index yet; they are guessed from dates that may still change.
    const brief = ({ code, startAt, path }: SourceSession) => [code, startAt, startAt <= NOW ? path : null]
    for (const [i, round] of loaded.rounds.entries())
      expect(round.sessions.map(brief)).toEqual(own[i]!.sessions.map(brief))
  })

  // The race first: the host has just simulated it for its results.
  it.each([
    ['R', 7],
    ['Q', 1],
    ['FP2', 1],
    ['SQ', 3],
  ] as const)(
    'decodes %s of round %i to the laps that were simulated, to the millisecond',
    async (code: SessionCode, round) => {
      const archive = source()
      const { rounds } = await archive.loadSeason(2026, options)
      const session = rounds[round - 1]!.sessions.find((each) => each.code === code)!
      const { topics } = await archive.fetchTopics(session, [...TIMING_TOPICS, ...TELEMETRY_TOPICS], options)
      expect([...topics.keys()].filter((topic) => topic.endsWith('.z'))).toEqual([...TELEMETRY_TOPICS])
      const decoded = decodeLaps(topics, { source: 'archive', season: 2026, round, session: code })
      const programme = programmeOf(code, round)
      for (const driver of decoded.drivers) {
        const timed = driver.laps.filter(({ generated }) => !generated)
        expect(timed).toEqual(truthOf(programme, driver.code).map((lap) => expect.objectContaining(lap)))
        expect(driver.fastest).toEqual(fastestOf(programme, driver.code))
      }
    },
  )
})

describe('gallery demo serve', () => {
  const run = (args: readonly string[], env: NodeJS.ProcessEnv) => {
    const child = spawn(process.execPath, [commandLineFile, ...args], { env: { ...process.env, ...env } })
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }
  const firstLine = async (child: ChildProcess): Promise<unknown> => {
    const [chunk] = (await once(child.stdout!, 'data')) as [Buffer]
    return JSON.parse(chunk.toString())
  }
  const codeOf = async (child: ChildProcess) => ((await once(child, 'close')) as [number])[0]

  it('prints where it is, serves the command line, and stops when it is told to', async () => {
    const env = { F1_USER_DATA: await temporaryFolder(), F1_NOW: '2026-06-15T10:20:00Z' }
    const serving = run(['demo', 'serve', '--json'], env)
    const place = (await firstLine(serving)) as Record<'url' | 'archiveUrl' | 'jolpicaUrl', string> & {
      port: number
    }
    expect(place).toMatchObject({ url: `http://127.0.0.1:${place.port}`, archiveUrl: `${place.url}/static` })

    const hosts = { F1_ARCHIVE_URL: place.archiveUrl, F1_JOLPICA_URL: place.jolpicaUrl }
    const laps = run(['laps', '2026', '1', 'Q', '--driver', 'YAR', '--json'], { ...env, ...hosts })
    let stdout = ''
    laps.stdout.on('data', (chunk) => (stdout += String(chunk)))
    expect(await codeOf(laps)).toBe(0)
    const answer = JSON.parse(stdout) as { drivers: { fastest: unknown }[] }
    expect(answer.drivers[0]!.fastest).toEqual(fastestOf(programmeOf('Q'), 'YAR'))

    const second = run(['demo', 'serve', '--port', String(place.port), '--json'], env)
    expect(await firstLine(second)).toMatchObject({ error: { code: 'cli/port-in-use' } })
    expect(await codeOf(second)).toBe(1)

    serving.kill('SIGTERM')
    expect(await codeOf(serving)).toBe(0)
  })
})
