import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import type { Http, HttpRequest, HttpResponse } from '@main/core/ports'
import { createArchiveSource } from '@main/core/sources/archive/archive-source'
import type { FetchOptions, SourceSession } from '@main/core/sources/session-source'
import { fakeClock } from '../../../../helpers/fake-clock'
import { memoryStore } from '../../../../helpers/memory-store'
import { silentLogger } from '../../../../helpers/silent-logger'
import { aStanding, standingsBytes } from './jolpica-lists'

const session: SourceSession = {
  code: 'Q',
  name: 'Qualifying',
  startAt: 0,
  endAt: 0,
  gmtOffsetMs: 0,
  path: '2023/2023-11-05_São_Paulo_Grand_Prix/2023-11-03_Qualifying/',
  cancelled: false,
}
const TOPIC = '00:00:01.000{"1":{"Tla":"AAA"}}\r\n'
const cached: FetchOptions = { signal: new AbortController().signal, freshness: 'cached' }
const revalidate: FetchOptions = { ...cached, freshness: 'revalidate' }

/** Answers by URL; what is not listed is refused with 403, as the host does. */
function setUp(answers: Readonly<Record<string, Partial<HttpResponse> | AppError>>, now?: number) {
  const requests: HttpRequest[] = []
  const http: Http = {
    get: (request) => {
      requests.push(request)
      const answer = answers[request.url] ?? { status: 403 }
      if (answer instanceof AppError) return Promise.reject(answer)
      return Promise.resolve({ status: 200, headers: {}, body: Buffer.from(TOPIC), ...answer })
    },
  }
  const raw = memoryStore()
  const clock = fakeClock(now)
  const hosts = { archiveUrls: ['https://archive', 'https://mirror'], jolpicaUrl: 'https://jolpica' }
  const source = createArchiveSource({ http, raw, clock, hosts, logger: silentLogger() })
  return { source, requests, raw, clock, urls: () => requests.map((request) => request.url) }
}

const FOLDER = '2023/2023-11-05_S%C3%A3o_Paulo_Grand_Prix/2023-11-03_Qualifying'
const DRIVERS = `https://archive/${FOLDER}/DriverList.jsonStream`
const MIRRORED = `https://mirror/${FOLDER}/DriverList.jsonStream`

describe('the archive source', () => {
  it('percent-encodes folders that are not ASCII', async () => {
    const { source, urls } = setUp({ [DRIVERS]: {} })
    const { topics } = await source.fetchTopics(session, ['DriverList'], cached)
    expect(urls()).toEqual([DRIVERS])
    expect(topics.has('DriverList')).toBe(true)
  })

  it('asks the mirror for what the official host does not have', async () => {
    const { source, urls } = setUp({ [MIRRORED]: {} })
    const { topics } = await source.fetchTopics(session, ['DriverList'], cached)
    expect(urls()).toEqual([DRIVERS, MIRRORED])
    expect(topics.size).toBe(1)
  })

  it('leaves out a topic that nobody has, and asks for it again only after a while', async () => {
    const { source, urls, clock } = setUp({})
    expect((await source.fetchTopics(session, ['DriverList'], cached)).topics.size).toBe(0)
    await source.fetchTopics(session, ['DriverList'], cached)
    expect(urls().length).toBe(2)
    clock.advance(3_600_000)
    await source.fetchTopics(session, ['DriverList'], cached)
    expect(urls().length).toBe(4)
  })

  it('fetches a topic once and then takes it from the disk', async () => {
    const { source, urls } = setUp({ [DRIVERS]: {} })
    expect(await source.fetchTopics(session, ['DriverList'], cached)).toMatchObject({
      changed: true,
      receivedBytes: TOPIC.length,
    })
    expect(await source.fetchTopics(session, ['DriverList'], cached)).toMatchObject({
      changed: false,
      receivedBytes: 0,
    })
    expect(urls().length).toBe(1)
  })

  it('revalidates with the tag it was given and takes 304 for unchanged', async () => {
    const answers: Record<string, Partial<HttpResponse>> = { [DRIVERS]: { headers: { etag: '"v1"' } } }
    const { source, requests } = setUp(answers)
    await source.fetchTopics(session, ['DriverList'], cached)
    answers[DRIVERS] = { status: 304, body: new Uint8Array() }
    const again = await source.fetchTopics(session, ['DriverList'], revalidate)
    expect(requests[1]?.headers).toMatchObject({ 'if-none-match': '"v1"' })
    expect(again.changed).toBe(false)
    expect(Buffer.from(again.topics.get('DriverList') ?? []).toString()).toBe(TOPIC)
  })

  it('notices that a topic has changed', async () => {
    const answers: Record<string, Partial<HttpResponse>> = { [DRIVERS]: {} }
    const { source } = setUp(answers)
    await source.fetchTopics(session, ['DriverList'], cached)
    answers[DRIVERS] = { body: Buffer.from(`${TOPIC}${TOPIC}`) }
    expect((await source.fetchTopics(session, ['DriverList'], revalidate)).changed).toBe(true)
  })

  it('does not take old bytes for checked ones when the host is gone', async () => {
    const answers: Record<string, Partial<HttpResponse> | AppError> = { [DRIVERS]: {} }
    const { source } = setUp(answers)
    await source.fetchTopics(session, ['DriverList'], cached)
    answers[DRIVERS] = new AppError('source/unreachable', 'archive')
    await expect(source.fetchTopics(session, ['DriverList'], revalidate)).rejects.toMatchObject({
      code: 'source/unreachable',
    })
  })

  it.each(['source/rate-limited', 'source/unreachable', 'task/timed-out'] as const)(
    'asks the mirror when the host gives no answer, and says %s when the mirror does not have it either',
    async (code) => {
      const { source, raw, urls } = setUp({ [DRIVERS]: new AppError(code, 'archive') })
      await expect(source.fetchTopics(session, ['DriverList'], cached)).rejects.toMatchObject({ code })
      expect(urls()).toEqual([DRIVERS, MIRRORED])
      expect(raw.blobs.size).toBe(0)
    },
  )

  it('is offline only if no host can be found', async () => {
    const offline = new AppError('source/offline', 'archive', { detail: 'ENOTFOUND' })
    const alone = setUp({ [DRIVERS]: offline, [MIRRORED]: offline }).source
    await expect(alone.fetchTopics(session, ['DriverList'], cached)).rejects.toMatchObject({
      code: 'source/offline',
    })
    const { source } = setUp({ [DRIVERS]: offline })
    await expect(source.fetchTopics(session, ['DriverList'], cached)).rejects.toMatchObject({
      code: 'source/unreachable',
      message: expect.stringContaining('ENOTFOUND') as string,
    })
  })

  it('does not keep a log-in page that comes in the place of a topic', async () => {
    const { source, raw } = setUp({ [DRIVERS]: { body: Buffer.from('<html>Welcome to our hotel</html>') } })
    await expect(source.fetchTopics(session, ['DriverList'], cached)).rejects.toMatchObject({
      code: 'source/unparsable',
    })
    expect(raw.blobs.size).toBe(0)
  })

  it('still hands over what it has downloaded when the disk is full', async () => {
    const { source, raw } = setUp({ [DRIVERS]: {} })
    raw.put = () => Promise.reject(new AppError('cache/full', 'disk'))
    expect((await source.fetchTopics(session, ['DriverList'], cached)).topics.size).toBe(1)
  })

  it.each(['source/offline', 'source/unreachable', 'source/rate-limited', 'task/timed-out'] as const)(
    'shows the calendar it knows when it is %s',
    async (code) => {
      const index = Buffer.from(JSON.stringify({ Year: 2023, Meetings: [aMeeting()] }))
      const answers: Record<string, Partial<HttpResponse> | AppError> = {
        'https://archive/2023/Index.json': { body: index },
      }
      const { source, clock } = setUp(answers)
      expect((await source.loadSeason(2023, cached)).rounds.length).toBe(1)
      answers['https://archive/2023/Index.json'] = new AppError(code, 'archive')
      answers['https://mirror/2023/Index.json'] = new AppError(code, 'mirror')
      answers['https://jolpica/2023.json?limit=100'] = new AppError(code, 'jolpica')
      clock.advance(3_600_000)
      expect((await source.loadSeason(2023, cached)).rounds.length).toBe(1)
    },
  )

  it('takes the index from the mirror where the official host has none, as of 2022', async () => {
    const index = Buffer.from(JSON.stringify({ Year: 2023, Meetings: [aMeeting()] }))
    const { source, urls } = setUp({ 'https://mirror/2023/Index.json': { body: index } })
    expect((await source.loadSeason(2023, cached)).rounds.length).toBe(1)
    expect(urls()).toContain('https://archive/2023/Index.json')
  })

  it('does not show an empty season where nobody has one', async () => {
    const none = Buffer.from(JSON.stringify({ MRData: { total: '0', RaceTable: { Races: [] } } }))
    const { source } = setUp({ 'https://jolpica/2027.json?limit=100': { body: none } })
    await expect(source.loadSeason(2027, cached)).rejects.toMatchObject({ code: 'source/not-available' })
  })

  it('says that the season cannot be reached when there is neither network nor memory', async () => {
    const gone = new AppError('source/unreachable', 'archive')
    const { source } = setUp({
      'https://archive/2023/Index.json': gone,
      'https://jolpica/2023.json?limit=100': gone,
    })
    await expect(source.loadSeason(2023, cached)).rejects.toMatchObject({ code: 'source/unreachable' })
  })

  describe('over a weekend that has just ended', () => {
    const STATUS = `https://archive/${FOLDER}/SessionStatus.jsonStream`
    const over = { body: Buffer.from('01:00:00.000{"Status":"Finalised"}\r\n') }
    const running = { body: Buffer.from('00:15:00.000{"Status":"Started"}\r\n') }
    const index = {
      body: Buffer.from(JSON.stringify({ Year: 2023, Meetings: [aMeeting()] })),
      headers: { etag: '"i"' },
    }
    const after = (hours: number) => Date.UTC(2023, 10, 3, 19 + hours)
    const atWeekend = (answers: Record<string, Partial<HttpResponse> | AppError>) =>
      setUp({ 'https://archive/2023/Index.json': index, ...answers }, after(2))
    const archived = async (source: ReturnType<typeof setUp>['source']) =>
      (await source.loadSeason(2023, cached)).rounds[0]?.sessions[0]?.archived
    const statusRequests = (urls: readonly string[]) => urls.filter((url) => url.includes('SessionStatus'))

    it('asks once whether a session is over, and keeps a yes for good', async () => {
      const { source, urls, clock } = atWeekend({ [STATUS]: over })
      expect(await archived(source)).toBe('yes')
      clock.advance(20 * 3_600_000)
      expect(await archived(source)).toBe('yes')
      expect(statusRequests(urls())).toEqual([STATUS])
    })

    it.each([
      ['it still runs', running],
      ['it is not there', { status: 403 }],
    ])('asks again after some minutes, not before, when %s', async (_, answer) => {
      const answers: Record<string, Partial<HttpResponse>> = { [STATUS]: answer }
      const { source, urls, clock } = atWeekend(answers)
      const requests = () => statusRequests(urls()).filter((url) => url === STATUS).length
      expect(await archived(source)).toBe('not-yet')
      expect(await archived(source)).toBe('not-yet')
      expect(requests()).toBe(1)
      clock.advance(6 * 60_000)
      expect(await archived(source)).toBe('not-yet')
      expect(requests()).toBe(2)
    })

    it('does not keep for good what was fetched while the session was still being written', async () => {
      const answers: Record<string, Partial<HttpResponse> | AppError> = { [DRIVERS]: {} }
      const { source, clock } = setUp(answers, after(2))
      const recent = { ...session, endAt: after(0) }
      const fetched = async () => {
        const { topics } = await source.fetchTopics(recent, ['DriverList'], cached)
        return topics.get('DriverList')?.byteLength
      }
      expect(await fetched()).toBe(TOPIC.length)
      answers[DRIVERS] = { body: Buffer.from(`${TOPIC}${TOPIC}`) }
      expect(await fetched()).toBe(TOPIC.length)
      clock.advance(3_600_000)
      expect(await fetched()).toBe(2 * TOPIC.length)
      answers[DRIVERS] = new AppError('source/unreachable', 'archive')
      clock.advance(3_600_000)
      expect(await fetched()).toBe(2 * TOPIC.length)
    })

    it('leaves it to the schedule, and says so, when the archive is gone', async () => {
      const { source } = atWeekend({ [STATUS]: new AppError('source/unreachable', 'archive') })
      const season = await source.loadSeason(2023, cached)
      expect(season.rounds[0]?.sessions[0]?.archived).toBeUndefined()
      expect(season.warnings).toContainEqual(expect.stringMatching(/could not be asked/))
    })

    it('stops when it is cancelled', async () => {
      const { source } = atWeekend({ [STATUS]: new AppError('task/cancelled', 'archive') })
      await expect(source.loadSeason(2023, cached)).rejects.toMatchObject({ code: 'task/cancelled' })
    })
  })

  it('takes the topics from the folder that has something in it, where two are plausible', async () => {
    const builtPaths = ['2021/a/2021-07-17_Sprint_Qualifying/', '2021/a/2021-07-17_Sprint/']
    const sprint: SourceSession = { ...session, code: 'S', path: builtPaths[0]!, builtPaths }
    const { source, urls } = setUp({
      'https://mirror/2021/a/2021-07-17_Sprint/SessionStatus.jsonStream': {},
      'https://mirror/2021/a/2021-07-17_Sprint/DriverList.jsonStream': {},
    })
    expect((await source.fetchTopics(sprint, ['DriverList'], cached)).topics.size).toBe(1)
    expect(urls().length).toBe(6)
  })

  it('keeps the standings, asks conditionally whether they changed, and shows them when nobody answers', async () => {
    const url = 'https://jolpica/2026/driverstandings.json?limit=100&offset=0'
    const body = standingsBytes([aStanding('norris')])
    const answers: Record<string, Partial<HttpResponse> | AppError> = {
      [url]: { body, headers: { etag: '"s"' } },
    }
    const { source, requests, clock } = setUp(answers)
    const asked = () => requests.filter((request) => request.url === url)
    const codes = async () =>
      (await source.loadStandings(2026, 'latest', cached)).drivers.map(({ code }) => code)
    expect(await codes()).toEqual(['NOR'])
    expect(await codes()).toEqual(['NOR'])
    expect(asked().length).toBe(1)
    clock.advance(3_600_000)
    answers[url] = { status: 304, body: new Uint8Array() }
    expect(await codes()).toEqual(['NOR'])
    expect(asked()[1]?.headers).toMatchObject({ 'if-none-match': '"s"' })
    clock.advance(3_600_000)
    answers[url] = new AppError('source/unreachable', 'jolpica')
    expect(await codes()).toEqual(['NOR'])
  })

  it('offers the seasons from 2018 to the present one, newest first', () => {
    const seasons = setUp({}).source.seasons()
    expect([seasons[0], seasons.at(-1)]).toEqual([2026, 2018])
  })
})

function aMeeting() {
  const start = { StartDate: '2023-11-03T15:00:00', EndDate: '2023-11-03T16:00:00', GmtOffset: '-03:00:00' }
  return {
    Key: 1,
    Name: 'São Paulo Grand Prix',
    Location: 'São Paulo',
    Country: { Name: 'Brazil' },
    Sessions: [{ Key: 2, Type: 'Qualifying', Name: 'Qualifying', ...start, Path: session.path }],
  }
}
