// What becomes of each thing that can be wrong with a host or its answer, through the real archive source and real
// sockets on loopback. Time limits are short here; the rules are the same.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createNodeNetwork } from '@main/adapters/http/node-network'
import { decodeLaps } from '@main/core/session/decode-laps'
import { decodeSamples } from '@main/core/session/decode-samples'
import * as faults from '../helpers/fault-server'
import { ask, DRIVERS, expectFailure, LONG, textOf } from '../helpers/faulty-archive'
import { memoryStore } from '../helpers/memory-store'
import { carStream, compressedStream } from '../unit/core/session/feed'

const context = { source: 'archive', season: 2025, round: 1, session: 'Q' } as const

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
      message: /no answer for 0\.5 s/,
    })
  })

  it('is unreachable, after a second try, when it falls silent in the middle', async () => {
    await expectFailure(faults.stallsInTheMiddle(DRIVERS), 'source/unreachable', { attempts: 2 })
  })

  it('takes too long when it trickles, however alive it looks', async () => {
    await expectFailure(faults.trickles(20), 'task/timed-out', {
      attempts: 2,
      message: /bytes in 0\.2 s/,
      // On a busy machine a moment of silence between two drops must not be what ends it.
      http: { lineLimits: { silenceMs: 5_000, rate: { windowMs: 200, leastBytes: 1024 } } },
    })
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

function dnsError(): Error {
  return Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
}
