// The real archive source over the real HTTP and real sockets, asking a host that a test has made faulty.
import { expect } from 'vitest'
import type { HttpStackOptions } from '@main/adapters/http/http-stack'
import type { TopicName } from '@main/core/session/topics'
import { createArchiveSource } from '@main/core/sources/archive/archive-source'
import type { FetchOptions, SourceSession } from '@main/core/sources/session-source'
import { stream } from '../unit/core/session/feed'
import { fakeClock } from './fake-clock'
import { startFaultServer, type Fault } from './fault-server'
import { httpForTest } from './http-for-test'
import { memoryStore, type MemoryStore } from './memory-store'

const session: SourceSession = {
  code: 'Q',
  name: 'Qualifying',
  startAt: 0,
  endAt: 0,
  gmtOffsetMs: 0,
  path: '2025/A/Q/',
  cancelled: false,
}
export const DRIVERS = Buffer.from(
  stream([1, { '4': { RacingNumber: '4', Tla: 'NOR', Line: 1 } }]),
).toString()
/** Some 300 KB that are no repetition of one line, so that a wrong join shows. */
export const LONG = Array.from({ length: 9_000 }, (_, i) => `00:00:01.000{"4":{"Line":${i}}}\r\n`).join('')

export interface Asking {
  readonly http?: Partial<HttpStackOptions>
  readonly topics?: readonly TopicName[]
  readonly raw?: MemoryStore
  readonly freshness?: FetchOptions['freshness']
  readonly signal?: AbortSignal
  readonly onProgress?: FetchOptions['onProgress']
  readonly mirror?: string
}

/** Asks the archive at `url` for the topics, the drivers if none are named. */
export function ask(url: string, asking: Asking = {}) {
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

export async function textOf(
  { outcome }: ReturnType<typeof ask>,
  topic: TopicName = 'DriverList',
): Promise<string> {
  return Buffer.from((await outcome).topics.get(topic) ?? []).toString()
}

/** Asserts on the error, on how often was asked, and that nothing was kept. */
export async function expectFailure(
  fault: Fault,
  code: string,
  expected: {
    readonly attempts: number
    readonly message?: RegExp
    readonly http?: Partial<HttpStackOptions>
  },
) {
  const server = await startFaultServer(fault)
  const asked = ask(server.url, expected.http === undefined ? {} : { http: expected.http })
  await expect(asked.outcome).rejects.toMatchObject({
    code,
    message: expect.stringMatching(expected.message ?? /./) as string,
  })
  expect(server.requests.length).toBe(expected.attempts)
  expect(asked.raw.blobs.size).toBe(0)
  return asked
}
