// The official live-timing archive with Jolpica's calendar, behind the SessionSource port. Keeps what it has
// fetched in the raw store and asks again only conditionally. Knows bytes and status codes, not laps.

import type { TopicName } from '../../session/topics'
import { AppError, isNoAnswer } from '../../app-error'
import type { Blob, BlobStore, Clock, Http, HttpResponse, Logger } from '../../ports'
import type {
  FetchedTopics,
  FetchOptions,
  SessionSource,
  SourceSeason,
  SourceSession,
} from '../session-source'
import { mergeSeason } from './archive-season'
import { createChampionship } from './championship'
import { confirmSessions, saysItIsOver, type StatusProbe } from './confirm-sessions'
import { DownloadProgress } from './download-progress'
import { looksLikeJson, looksLikeStream } from './file-shape'
import { parseIndex } from './index-json'
import { parseSchedule } from './jolpica'

/** The archive's first season with car telemetry. */
const FIRST_SEASON = 2018

/** Stored bytes younger than this are used without asking: a calendar changes when a session is archived. */
const CALENDAR_TTL_MS = 15 * 60_000

/** "Not there" is asked again after this long: a session appears some time after it ended, a block is lifted. */
const ABSENT_TTL_MS = 15 * 60_000

/** Two days after a session its topics are all written; until then stored ones are checked like a calendar. */
const WRITTEN_AFTER_MS = 2 * 24 * 3_600_000

/** A session that was not over when it was asked about is asked again after this long. */
const STATUS_TTL_MS = 5 * 60_000

/** The headers FastF1 sends; the host serves everybody, but has been seen to refuse unknown agents. */
const ARCHIVE_HEADERS = { 'user-agent': 'BestHTTP', 'accept-encoding': 'gzip, identity' }

export interface ArchiveHosts {
  /** Ends before `/{year}/…`, e.g. `https://livetiming.formula1.com/static`. Asked in this order. */
  readonly archiveUrls: readonly string[]
  /** Ends before `/{year}.json`. */
  readonly jolpicaUrl: string
}

export const OFFICIAL_HOSTS: ArchiveHosts = {
  archiveUrls: ['https://livetiming.formula1.com/static', 'https://livetiming-mirror.fastf1.dev/static'],
  jolpicaUrl: 'https://api.jolpi.ca/ergast/f1',
}

interface Got {
  /** Null: the source does not have it. */
  readonly bytes: Uint8Array | null
  readonly changed: boolean
  readonly receivedBytes: number
}

interface Wanted {
  /** Key in the raw store. */
  readonly key: string
  readonly urls: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly maxAgeMs: number
  /** Epoch ms: what was checked from then on does not change any more and is used at any age. */
  readonly finalFrom: number
  /** A hotel's log-in page comes with status 200 too, and must not be kept for a topic. */
  readonly isGenuine: (bytes: Uint8Array) => boolean
}

export function createArchiveSource(options: {
  readonly http: Http
  readonly raw: BlobStore
  readonly clock: Clock
  readonly hosts: ArchiveHosts
  readonly logger: Logger
}): SessionSource {
  const { http, raw, clock, hosts, logger } = options

  /** A disk that refuses must not keep a person from seeing what has just been downloaded. */
  async function keep(key: string, blob: Blob): Promise<void> {
    try {
      await raw.put(key, blob)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      logger.log('warn', 'cache', error.message, { code: error.code, key })
    }
  }

  /** Stored bytes if they are young enough, else a conditional request; stored bytes again if nobody answers. */
  async function get(
    wanted: Wanted,
    fetch: FetchOptions,
    onBytes: (received: number, total: number) => void,
  ): Promise<Got> {
    const stored = await raw.get(wanted.key)
    if (stored !== null && fetch.freshness === 'cached' && isYoung(stored, wanted, clock.now()))
      return fromStore(stored)
    let answer: HttpResponse | null
    try {
      answer = await ask(wanted, stored, fetch.signal, onBytes)
    } catch (error) {
      // Asked to revalidate, old bytes are no answer: they would pass for checked.
      if (stored !== null && fetch.freshness === 'cached' && isNoAnswer(error)) return fromStore(stored)
      throw error
    }
    if (answer !== null && answer.status === 304 && stored !== null) {
      await keep(wanted.key, { ...stored, metadata: { ...stored.metadata, checkedAt: clock.now() } })
      return fromStore(stored)
    }
    if (answer !== null && !wanted.isGenuine(answer.body)) {
      if (stored !== null && fetch.freshness === 'cached') return fromStore(stored)
      throw new AppError('source/unparsable', wanted.urls[0] ?? wanted.key)
    }
    const blob = toBlob(answer, clock.now())
    await keep(wanted.key, blob)
    return {
      bytes: answer === null ? null : blob.bytes,
      changed: stored === null || !equalBytes(stored.bytes, blob.bytes),
      receivedBytes: blob.bytes.byteLength,
    }
  }

  /**
   * @returns the answer (200 or 304), or null when no host has the file.
   * @throws AppError as `Http.get`: of the first host that failed, unless another has the file. That is "offline"
   *   only if no host could be found: a name that does not resolve may be the host's own fault.
   */
  async function ask(
    wanted: Wanted,
    stored: Blob | null,
    signal: AbortSignal,
    onProgress: (received: number, total: number) => void,
  ): Promise<HttpResponse | null> {
    const failures: AppError[] = []
    let hasAnswered = false
    for (const url of wanted.urls) {
      const conditional = stored === null ? {} : conditionsOf(stored)
      try {
        const headers = { ...wanted.headers, ...conditional }
        const answer = await http.get({ url, headers, signal, onProgress })
        if (answer.status === 200 || answer.status === 304) return answer
        // 403 and 404 both mean "not there": the bucket hides what it does not list. The next host may have it.
        hasAnswered = true
      } catch (error) {
        if (!(error instanceof AppError) || !isNoAnswer(error)) throw error
        failures.push(error)
      }
    }
    const failure = failures.find(({ code }) => code !== 'source/offline') ?? failures[0]
    if (failure === undefined) return null
    if (failure.code !== 'source/offline' || !hasAnswered) throw failure
    throw new AppError('source/unreachable', failure.subject, {
      cause: failure,
      ...(failure.detail === null ? {} : { detail: failure.detail }),
    })
  }

  function archiveFile(path: string, isGenuine: Wanted['isGenuine'], finalFrom: number): Wanted {
    const encoded = path.split('/').map(encodeURIComponent).join('/')
    return {
      key: `archive:${path}`,
      urls: hosts.archiveUrls.map((base) => `${base}/${encoded}`),
      headers: ARCHIVE_HEADERS,
      maxAgeMs: CALENDAR_TTL_MS,
      finalFrom,
      isGenuine,
    }
  }

  function jolpicaFile(path: string, query: string): Wanted {
    return {
      key: `jolpica:${path}?${query}`,
      urls: [`${hosts.jolpicaUrl}/${path}.json?${query}`],
      headers: {},
      maxAgeMs: CALENDAR_TTL_MS,
      finalFrom: Number.POSITIVE_INFINITY,
      isGenuine: looksLikeJson,
    }
  }

  async function loadSeason(season: number, fetch: FetchOptions): Promise<SourceSeason> {
    const indexFile = archiveFile(`${season}/Index.json`, looksLikeJson, Number.POSITIVE_INFINITY)
    const scheduleFile = jolpicaFile(`${season}`, 'limit=100')
    const ignore = () => {}
    const [scheduled, indexed] = await Promise.allSettled([
      get(scheduleFile, fetch, ignore).then(({ bytes }) =>
        bytes === null ? null : parseSchedule(bytes, season),
      ),
      get(indexFile, fetch, ignore).then(({ bytes }) => (bytes === null ? null : parseIndex(bytes, season))),
    ])
    fetch.signal.throwIfAborted()
    const schedule = scheduled.status === 'fulfilled' ? scheduled.value : null
    const index = indexed.status === 'fulfilled' ? indexed.value : null
    if ((schedule === null || schedule.rounds.length === 0) && index === null) {
      const failed = [indexed, scheduled].find((each) => each.status === 'rejected')
      throw failed?.reason ?? new AppError('source/not-available', `the season ${season}`)
    }
    return await confirmSessions(mergeSeason(season, schedule, index), clock.now(), statusProbe(fetch.signal))
  }

  /** @param endAt the session's: what was fetched before it was over, or while it was being written, may be a part. */
  function topicFile(path: string, name: TopicName, endAt: number): Wanted {
    return archiveFile(`${path}${name}.jsonStream`, looksLikeStream, endAt + WRITTEN_AFTER_MS)
  }

  /** Whether sessions are over, by their status topic. A yes is kept for good, a no for some minutes. */
  function statusProbe(signal: AbortSignal): StatusProbe {
    const statusFile = (path: string) => topicFile(path, 'SessionStatus', Number.POSITIVE_INFINITY)
    return {
      async remember(path) {
        const stored = await raw.get(statusFile(path).key)
        if (stored === null) return null
        if (saysItIsOver(stored.bytes)) return 'yes'
        return clock.now() - stored.metadata.checkedAt < STATUS_TTL_MS ? 'not-yet' : null
      },
      async ask(path) {
        try {
          const { bytes } = await get(statusFile(path), { signal, freshness: 'revalidate' }, () => {})
          return bytes !== null && saysItIsOver(bytes) ? 'yes' : 'not-yet'
        } catch (error) {
          if (!(error instanceof AppError) || !error.code.startsWith('source/')) throw error
          logger.log('warn', 'calendar', error.message, { code: error.code, path })
          return null
        }
      },
    }
  }

  /**
   * The folder of a session: where two are plausible, the one that has something in it. What is stored settles it, also
   * when topics are revalidated: a second look here would hide from the caller that the topic has changed.
   */
  async function findFolder(session: SourceSession, fetch: FetchOptions): Promise<string | null> {
    const { path, builtPaths = [] } = session
    if (path === null || builtPaths.length < 2) return path
    for (const candidate of builtPaths) {
      const { bytes } = await get(
        topicFile(candidate, 'SessionStatus', session.endAt),
        { ...fetch, freshness: 'cached' },
        () => {},
      )
      if (bytes !== null) return candidate
    }
    return path
  }

  async function fetchTopics(
    session: SourceSession,
    names: readonly TopicName[],
    fetch: FetchOptions,
  ): Promise<FetchedTopics> {
    const path = await findFolder(session, fetch)
    if (path === null) return { topics: new Map(), changed: false, receivedBytes: 0 }
    const progress = new DownloadProgress(names, (received, total) => fetch.onProgress?.(received, total))
    const failing = new AbortController()
    const together = { ...fetch, signal: AbortSignal.any([fetch.signal, failing.signal]) }
    const getTopic = async (name: TopicName) => {
      const wanted = topicFile(path, name, session.endAt)
      const topic = await get(wanted, together, (received, total) => progress.receive(name, received, total))
      progress.settle(name, topic.receivedBytes)
      return [name, topic] as const
    }
    const got = await Promise.all(names.map(getTopic)).catch((error: unknown) => {
      // Nobody waits for the others any more.
      failing.abort()
      throw error
    })
    const topics = new Map<TopicName, Uint8Array>()
    for (const [name, { bytes }] of got) if (bytes !== null) topics.set(name, bytes)
    return {
      topics,
      changed: got.some(([, each]) => each.changed),
      receivedBytes: got.reduce((sum, [, each]) => sum + each.receivedBytes, 0),
    }
  }

  const currentSeason = () => new Date(clock.now()).getUTCFullYear()
  const championship = createChampionship(
    (path, query, fetch) => get(jolpicaFile(path, query), fetch, () => {}),
    currentSeason,
  )

  return {
    kind: 'archive',
    seasons: () =>
      Array.from({ length: Math.max(0, currentSeason() - FIRST_SEASON + 1) }, (_, i) => currentSeason() - i),
    loadSeason,
    ...championship,
    fetchTopics,
  }
}

function isYoung({ metadata }: Blob, { maxAgeMs, finalFrom }: Wanted, now: number): boolean {
  const ageMs = now - metadata.checkedAt
  if (metadata.isAbsent === true) return ageMs < ABSENT_TTL_MS
  return ageMs < maxAgeMs || metadata.checkedAt >= finalFrom
}

function fromStore(stored: Blob): Got {
  return { bytes: stored.metadata.isAbsent === true ? null : stored.bytes, changed: false, receivedBytes: 0 }
}

function conditionsOf({ metadata }: Blob): Record<string, string> {
  return {
    ...(metadata.etag === undefined ? {} : { 'if-none-match': metadata.etag }),
    ...(metadata.lastModified === undefined ? {} : { 'if-modified-since': metadata.lastModified }),
  }
}

function toBlob(answer: HttpResponse | null, now: number): Blob {
  if (answer === null)
    return { bytes: new Uint8Array(), metadata: { checkedAt: now, isFinal: false, isAbsent: true } }
  const etag = answer.headers['etag']
  const lastModified = answer.headers['last-modified']
  return {
    bytes: answer.body,
    metadata: {
      checkedAt: now,
      isFinal: false,
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
    },
  }
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && Buffer.compare(a, b) === 0
}
