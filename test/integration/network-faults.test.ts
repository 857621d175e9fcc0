// What becomes of each thing that can go wrong on the way, through the real archive source and real sockets on
// loopback. Time limits are short here; the rules are the same.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { HttpStackOptions } from '@main/adapters/http/http-stack'
import { createNodeNetwork } from '@main/adapters/http/node-network'
import { decodeLaps } from '@main/core/session/decode-laps'
import { decodeSamples } from '@main/core/session/decode-samples'
import type { TopicName } from '@main/core/session/topics'
import { createArchiveSource } from '@main/core/sources/archive/archive-source'
import type { FetchOptions, SourceSession } from '@main/core/sources/session-source'
import { fakeClock } from '../helpers/fake-clock'
import * as faults from '../helpers/fault-server'
import { httpForTest, SILENCE_MS } from '../helpers/http-for-test'
import { memoryStore, type MemoryStore } from '../helpers/memory-store'
import { carStream, compressedStream, stream } from '../unit/core/session/feed'

const session: SourceSession = {
  code: 'Q',
  name: 'Qualifying',
  startAt: 0,
  endAt: 0,
  gmtOffsetMs: 0,
  path: '2025/A/Q/',
  cancelled: false,
}
const context = { source: 'archive', season: 2025, round: 1, session: 'Q' } as const
const DRIVERS = Buffer.from(stream([1, { '4': { RacingNumber: '4', Tla: 'NOR', Line: 1 } }])).toString()
/** Some 300 KB that are no repetition of one line, so that a wrong join shows. */
const LONG = Array.from({ length: 9_000 }, (_, i) => `00:00:01.000{"4":{"Line":${i}}}\r\n`).join('')

interface Asking {
  readonly http?: Partial<HttpStackOptions>
  readonly topics?: readonly TopicName[]
  readonly raw?: MemoryStore
  readonly freshness?: FetchOptions['freshness']
  readonly signal?: AbortSignal
  readonly onProgress?: FetchOptions['onProgress']
  readonly mirror?: string
}

/** Asks the archive at `url` for the topics, the drivers if none are named. */
function ask(url: string, asking: Asking = {}) {
  const http = httpForTest(asking.http)
  const raw = asking.raw ?? memoryStore()
  const archiveUrls = [url, ...(asking.mirror === undefined ? [] : [asking.mirror])]
  const source = createArchiveSource({
    http,
    raw,
    clock: fakeClock(),
    hosts: { archiveUrls, jolpicaUrl: url },
    logger: http.logger,
  })
  const outcome = source.fetchTopics(session, asking.topics ?? ['DriverList'], {
    signal: asking.signal ?? new AbortController().signal,
    freshness: asking.freshness ?? 'cached',
    ...(asking.onProgress === undefined ? {} : { onProgress: asking.onProgress }),
  })
  return { outcome, raw, http }
}

async function textOf({ outcome }: ReturnType<typeof ask>, topic: TopicName = 'DriverList'): Promise<string> {
  return Buffer.from((await outcome).topics.get(topic) ?? []).toString()
}

/** Asserts on the error, on how often was asked, and that nothing was kept. */
async function expectFailure(
  fault: faults.Fault,
  code: string,
  expected: {
    readonly attempts: number
    readonly message?: RegExp
    readonly http?: Partial<HttpStackOptions>
  },
) {
  const server = await faults.startFaultServer(fault)
  const asked = ask(server.url, expected.http === undefined ? {} : { http: expected.http })
  await expect(asked.outcome).rejects.toMatchObject({
    code,
    message: expect.stringMatching(expected.message ?? /./) as string,
  })
  expect(server.requests.length).toBe(expected.attempts)
  expect(asked.raw.blobs.size).toBe(0)
  return asked
}

describe('a host that cannot be talked to', () => {
  it('is unreachable at once when it refuses the connection', async () => {
    await expect(ask(faults.REFUSES).outcome).rejects.toMatchObject({
      code: 'source/unreachable',
      message: expect.stringContaining('ECONNREFUSED') as string,
    })
  })

  it('is unreachable, after a second try, when it accepts and says nothing', async () => {
    await expectFailure(faults.stallsBeforeHeaders, 'source/unreachable', {
      attempts: 2,
      message: /no answer for 0\.15 s/,
    })
  })

  it('is unreachable, after a second try, when it falls silent in the middle', async () => {
    await expectFailure(faults.stallsInTheMiddle(DRIVERS), 'source/unreachable', { attempts: 2 })
  })

  it('takes too long when it trickles, however alive it looks', async () => {
    await expectFailure(faults.trickles(20), 'task/timed-out', { attempts: 2, message: /bytes in 0\.2 s/ })
  })

  it('is unreachable when it answers every time with an error of its own', async () => {
    const { http } = await expectFailure(faults.answersStatus(500), 'source/unreachable', {
      attempts: 4,
      message: /status 500/,
    })
    expect(http.logger.lines.map(({ message }) => message)).toEqual(
      Array.from({ length: 3 }, () => 'status 500: trying again'),
    )
  })

  it('is offline, without a single request, when the system says that there is no network', async () => {
    const network = { ...createNodeNetwork(), isOnline: () => false }
    const { outcome } = ask('http://archive.invalid', { http: { network } })
    await expect(outcome).rejects.toMatchObject({ code: 'source/offline' })
  })

  it('is offline at once when no name of any host can be resolved', async () => {
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause: dnsError() }))
    const network = { fetch, isOnline: () => true, close: () => Promise.resolve() }
    const { outcome, http } = ask('http://a.invalid', { mirror: 'http://b.invalid', http: { network } })
    await expect(outcome).rejects.toMatchObject({ code: 'source/offline' })
    expect(http.logger.lines).toEqual([])
  })
})

describe('a passing fault', () => {
  it('is got over when an error of the server is followed by an answer', async () => {
    const server = await faults.startFaultServer(
      faults.once(faults.answersStatus(500), faults.answers(DRIVERS)),
    )
    expect(await textOf(ask(server.url))).toBe(DRIVERS)
    expect(server.requests.length).toBe(2)
  })

  it('costs only the missing bytes when the line breaks: the rest is asked for with the tag, and joined', async () => {
    const server = await faults.startFaultServer(
      faults.once(faults.breaksAfter(LONG, 100_000, { etag: '"v1"' }), faults.servesRanges(LONG, '"v1"')),
    )
    expect(await textOf(ask(server.url))).toBe(LONG)
    expect(server.requests[1]?.headers).toMatchObject({
      'if-range': '"v1"',
      range: expect.stringMatching(/^bytes=\d+-$/) as string,
    })
  })

  it('starts over when the file has changed meanwhile', async () => {
    const changed = LONG.replaceAll('"4"', '"5"')
    const server = await faults.startFaultServer(
      faults.once(faults.breaksAfter(LONG, 100_000, { etag: '"v1"' }), faults.servesRanges(changed, '"v2"')),
    )
    expect(await textOf(ask(server.url))).toBe(changed)
  })

  it('starts over when the host does not know ranges', async () => {
    const server = await faults.startFaultServer(
      faults.once(faults.breaksAfter(LONG, 100_000, { etag: '"v1"' }), faults.answers(LONG)),
    )
    expect(await textOf(ask(server.url))).toBe(LONG)
  })

  it('does not join another part than it asked for', async () => {
    const server = await faults.startFaultServer((request, response, attempt) => {
      if (attempt === 1) faults.breaksAfter(LONG, 100_000, { etag: '"v1"' })(request, response, attempt)
      else if (request.headers.range === undefined) faults.answers(LONG)(request, response, attempt)
      else response.writeHead(206, { 'content-range': `bytes 5-9/${LONG.length}`, etag: '"v1"' }).end('wrong')
    })
    expect(await textOf(ask(server.url))).toBe(LONG)
    expect(server.requests.length).toBe(3)
  })

  it('may come as often as it likes while each try gets further', async () => {
    const pieces = 70_000
    const server = await faults.startFaultServer((request, response, attempt) => {
      const from = Number(/\d+/.exec(request.headers.range ?? '')?.[0] ?? 0)
      const head = { etag: '"v1"', 'content-length': LONG.length - from }
      if (from === 0) response.writeHead(200, head)
      else
        response.writeHead(206, {
          ...head,
          'content-range': `bytes ${from}-${LONG.length - 1}/${LONG.length}`,
        })
      const piece = LONG.slice(from, from + pieces)
      if (from + pieces >= LONG.length) response.end(piece)
      else response.write(piece, () => setTimeout(() => response.destroy(), 20))
      expect(attempt).toBeLessThan(8)
    })
    expect(await textOf(ask(server.url))).toBe(LONG)
    expect(server.requests.length).toBeGreaterThan(4)
  })

  it('is unreachable in the end when the body is always shorter than announced', async () => {
    await expectFailure(faults.breaksAfter(DRIVERS, 20), 'source/unreachable', { attempts: 4 })
  })

  it('is none when a topic must wait for another to be through, however long that takes', async () => {
    const chunk = `00:00:01.000{"padding":"${'x'.repeat(4_000)}"}\r\n`
    const server = await faults.startFaultServer((request, response, attempt) => {
      const isFirst = request.url?.includes('DriverList') === true
      if (!isFirst) setTimeout(() => faults.answers(DRIVERS)(request, response, attempt), 4 * SILENCE_MS)
      else {
        const timer = setInterval(() => response.write(chunk), 40)
        setTimeout(() => {
          clearInterval(timer)
          response.end()
        }, 4 * SILENCE_MS)
      }
    })
    const { topics } = await ask(server.url, { topics: ['DriverList', 'TimingData'] }).outcome
    expect([...topics.keys()]).toEqual(['DriverList', 'TimingData'])
    expect(server.requests.length).toBe(2)
  })

  it('leads to the mirror when the first host stays broken', async () => {
    const broken = await faults.startFaultServer(faults.answersStatus(502))
    const mirror = await faults.startFaultServer(faults.answers(DRIVERS))
    expect(await textOf(ask(broken.url, { mirror: mirror.url }))).toBe(DRIVERS)
  })
})

describe('a host that says no', () => {
  it.each([403, 404])(
    'does not have the topic when it answers %i, and is not asked twice',
    async (status) => {
      const server = await faults.startFaultServer(faults.answersStatus(status))
      expect((await ask(server.url).outcome).topics.size).toBe(0)
      expect(server.requests.length).toBe(1)
    },
  )

  it('is waited for when it names a short time', async () => {
    const server = await faults.startFaultServer(
      faults.once(faults.answersStatus(429, { 'retry-after': '1' }), faults.answers(DRIVERS)),
    )
    expect(await textOf(ask(server.url))).toBe(DRIVERS)
    expect(server.requests[1]!.at - server.requests[0]!.at).toBeGreaterThan(950)
  })

  it.each([
    ['seconds', '600'],
    ['a date', new Date(Date.now() + 600_000).toUTCString()],
  ])('is not waited for when it names a long time in %s; the error says until when', async (_how, header) => {
    await expectFailure(faults.answersStatus(429, { 'retry-after': header }), 'source/rate-limited', {
      attempts: 1,
      message: /free again at \d\d:\d\d:\d\d UTC/,
    })
  })

  it('is asked four times, further apart, when it does not say how long', async () => {
    await expectFailure(faults.answersStatus(429), 'source/rate-limited', { attempts: 4 })
  })

  it('is still good for what is stored, when that need not be checked', async () => {
    const raw = memoryStore()
    const good = await faults.startFaultServer(faults.answersStatus(404))
    await ask(good.url, { raw }).outcome
    // "Not there" is asked again after a while; without an answer it stays as it was.
    const [key, blob] = [...raw.blobs][0]!
    raw.blobs.set(key, { ...blob, metadata: { ...blob.metadata, checkedAt: 0 } })
    expect((await ask(faults.REFUSES, { raw }).outcome).topics.size).toBe(0)
    await expect(ask(faults.REFUSES, { raw, freshness: 'revalidate' }).outcome).rejects.toMatchObject({
      code: 'source/unreachable',
    })
  })

  it('is not followed to where it redirects: not in a loop, not to another host, not to a file', async () => {
    for (const location of ['/2025/A/Q/DriverList.jsonStream', 'http://127.0.0.1:47/', 'file:///etc/hosts'])
      await expectFailure(faults.answersStatus(302, { location }), 'source/unparsable', {
        attempts: 1,
        message: /redirect/,
      })
  })
})

describe('one topic that fails for good', () => {
  it('ends the downloads of the others, which nobody waits for any more', async () => {
    let isEnded = false
    const server = await faults.startFaultServer((request, response, attempt) => {
      if (request.url?.includes('DriverList') === true) {
        setTimeout(() => faults.answers('<html>')(request, response, attempt), 50)
        return
      }
      response.on('close', () => {
        isEnded = true
      })
      faults.stallsInTheMiddle(LONG)(request, response, attempt)
    })
    const { outcome } = ask(server.url, {
      topics: ['DriverList', 'TimingData'],
      http: { lineLimits: { silenceMs: 10_000, rate: { windowMs: 10_000, leastBytes: 1 } } },
    })
    await expect(outcome).rejects.toMatchObject({ code: 'source/unparsable' })
    await expect.poll(() => isEnded).toBe(true)
  })
})

describe('a host that sends something else', () => {
  it('has its page of HTML refused, although it says 200', async () => {
    await expectFailure(faults.answers('<html>Log in to the hotel network</html>'), 'source/unparsable', {
      attempts: 1,
    })
  })

  it('has a file refused that ends in the middle of a line, because it announced too few bytes', async () => {
    await expectFailure(faults.announcesTooFew(DRIVERS, 30), 'source/unparsable', { attempts: 1 })
  })

  it('has a body refused that is not compressed as it says', async () => {
    const fault = faults.answers(DRIVERS.repeat(10), { 'content-encoding': 'gzip' })
    await expectFailure(fault, 'source/unparsable', { attempts: 1, message: /Z_DATA_ERROR/ })
  })

  it('is read when it does compress', async () => {
    const server = await faults.startFaultServer(
      faults.answers(gzipSync(LONG), { 'content-encoding': 'gzip' }),
    )
    expect(await textOf(ask(server.url))).toBe(LONG)
  })

  it('has a zip bomb cut off after a few megabytes, not after all of it', async () => {
    const bomb = faults.sendsZipBomb(256 * 1024 * 1024)
    const before = process.memoryUsage.rss()
    await expectFailure(bomb, 'source/unparsable', {
      attempts: 1,
      message: /larger than/,
    })
    expect(process.memoryUsage.rss() - before).toBeLessThan(128 * 1024 * 1024)
  })

  it('has a line without end cut off at the limit, and stops sending', async () => {
    const endless = faults.sendsEndlessLine()
    await expectFailure(endless.fault, 'source/unparsable', {
      attempts: 1,
      message: /larger than 8388608 bytes/,
      http: { bodyLimits: { maxBytes: 8 * 1024 * 1024, maxRatio: 100, maxUnannouncedBytes: 1024 * 1024 } },
    })
    expect(endless.sentBytes()).toBeLessThan(64 * 1024 * 1024)
  })

  it('is refused before the first byte when it announces more than is wanted', async () => {
    const fault = faults.answers('x', { 'content-length': '1000000000000' })
    await expectFailure(fault, 'source/unparsable', { attempts: 1 })
  })
})

describe('a topic with a fault in it', () => {
  it('loses a .z line that inflates a thousandfold, and keeps the others, with a warning', async () => {
    const entry = (x: number) => ({
      Timestamp: '2025-10-25T21:00:00Z',
      Entries: { '4': { Status: 'OnTrack', X: x, Y: 0, Z: 0 } },
    })
    const bomb = compressedStream([2, { Position: [], padding: ' '.repeat(64 * 1024 * 1024) }])
    const topic = Buffer.concat([compressedStream([1, { Position: [entry(7)] }]), bomb])
    expect(topic.byteLength).toBeLessThan(100_000)
    const server = await faults.startFaultServer(faults.answers(topic))
    const { topics } = await ask(server.url, { topics: ['Position.z'] }).outcome
    expect(decodeSamples(topics).warnings.join(' ')).toMatch(/Position\.z/)
  })

  it('loses a line that is not UTF-8, with a warning at most, and keeps its drivers', async () => {
    const damaged = Buffer.concat([
      Buffer.from(DRIVERS),
      Buffer.from('00:00:02.000{"4":{"Line":'),
      Buffer.from([0xff, 0xfe, 0xc3, 0x28]),
      Buffer.from('}}\r\n'),
    ])
    const server = await faults.startFaultServer(faults.answers(damaged))
    const { topics } = await ask(server.url).outcome
    const laps = decodeLaps(topics, context)
    expect(laps.drivers.map(({ code }) => code)).toEqual(['NOR'])
    expect(laps.warnings.join(' ')).toMatch(/DriverList/)
  })

  it('does not break the laps by a patch that puts a string where an array was', async () => {
    const timing = Buffer.concat([
      carStream(
        '4',
        [1, { Sectors: [{ Value: '' }, { Value: '' }, { Value: '' }] }],
        [2, { Sectors: 'none' }],
      ),
    ])
    const server = await faults.startFaultServer((request, response, attempt) =>
      faults.answers(request.url?.includes('TimingData') === true ? timing : DRIVERS)(
        request,
        response,
        attempt,
      ),
    )
    const { topics } = await ask(server.url, { topics: ['DriverList', 'TimingData'] }).outcome
    expect(decodeLaps(topics, context).drivers.map(({ code }) => code)).toEqual(['NOR'])
  })
})

describe('a person who cancels', () => {
  it.each([
    ['before the headers', faults.stallsBeforeHeaders],
    ['in the middle of the body', faults.stallsInTheMiddle(LONG)],
    ['while waiting to try again', faults.answersStatus(503, { 'retry-after': '1' })],
  ])('stops the transfer at once, %s', async (_when, fault) => {
    const server = await faults.startFaultServer(fault)
    const controller = new AbortController()
    const { outcome } = ask(server.url, {
      signal: controller.signal,
      http: { lineLimits: { silenceMs: 10_000, rate: { windowMs: 10_000, leastBytes: 1 } } },
    })
    setTimeout(() => controller.abort(), 100)
    const startedAt = performance.now()
    await expect(outcome).rejects.toMatchObject({ code: 'task/cancelled' })
    expect(performance.now() - startedAt).toBeLessThan(600)
    if (!/again/.test(_when)) await expect.poll(() => server.openConnections()).toBe(0)
  })

  it('closes everything with the application, twice if need be, and is told so', async () => {
    const server = await faults.startFaultServer(faults.stallsBeforeHeaders)
    const { outcome, http } = ask(server.url)
    const ended = outcome.catch((error: unknown) => error)
    await expect.poll(() => server.requests.length).toBe(1)
    await http.close()
    await http.close()
    expect(await ended).toMatchObject({ code: 'task/cancelled' })
    await expect(http.get({ url: server.url, signal: new AbortController().signal })).rejects.toMatchObject({
      code: 'task/cancelled',
    })
    await expect.poll(() => server.openConnections()).toBe(0)
  })
})

describe('progress', () => {
  it('counts the bytes of all topics together, against a total once every topic has told its own', async () => {
    const server = await faults.startFaultServer((request, response, attempt) =>
      (request.url?.includes('DriverList') === true ? faults.answers(LONG) : faults.answersStatus(404))(
        request,
        response,
        attempt,
      ),
    )
    const heard: [number, number][] = []
    await ask(server.url, {
      topics: ['DriverList', 'LapCount'],
      onProgress: (received, total) => heard.push([received, total]),
    }).outcome
    expect(heard.at(-1)).toEqual([LONG.length, LONG.length])
    expect(new Set(heard.map(([, total]) => total))).toEqual(new Set([0, LONG.length]))
  })
})

function dnsError(): Error {
  return Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
}
