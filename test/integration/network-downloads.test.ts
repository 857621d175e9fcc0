// What becomes of a download on its way: faults that pass, resuming, cancelling, progress. Through the real archive
// source and real sockets on loopback, with short time limits.
import { describe, expect, it } from 'vitest'
import * as faults from '../helpers/fault-server'
import { ask, DRIVERS, expectFailure, LONG, textOf } from '../helpers/faulty-archive'
import { SILENCE_MS } from '../helpers/http-for-test'

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
      if (!isFirst) setTimeout(() => faults.answers(DRIVERS)(request, response, attempt), 2 * SILENCE_MS)
      else {
        const timer = setInterval(() => response.write(chunk), 40)
        setTimeout(() => {
          clearInterval(timer)
          response.end()
        }, 2 * SILENCE_MS)
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
