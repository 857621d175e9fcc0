// The official live-timing archive with Jolpica's calendar, behind the SessionSource port. Knows which files there
// are, under which names, and how long each is good for; not what laps are.

import { seasonKey, sessionKey } from '@contract/ids'
import { say } from '@contract/phrases'
import type { TopicName } from '../../session/topics'
import { AppError } from '../../app-error'
import type { BlobStore, Clock, Http, Logger } from '../../ports'
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
import type { ArchiveHosts } from './hosts'
import { parseIndex } from './index-json'
import { parseSchedule } from './jolpica'
import { StoredFiles, type Wanted } from './stored-files'

/** The archive's first season with car telemetry. */
const FIRST_SEASON = 2018

/** Stored bytes younger than this are used without asking: a calendar changes when a session is archived. */
const CALENDAR_TTL_MS = 15 * 60_000

/** Two days after a session its topics are all written; until then stored ones are checked like a calendar. */
const WRITTEN_AFTER_MS = 2 * 24 * 3_600_000

/** A session that was not over when it was asked about is asked again after this long. */
const STATUS_TTL_MS = 5 * 60_000

/** The headers FastF1 sends; the host serves everybody, but has been seen to refuse unknown agents. */
const ARCHIVE_HEADERS = { 'user-agent': 'BestHTTP', 'accept-encoding': 'gzip, identity' }

export function createArchiveSource(options: {
  readonly http: Http
  readonly raw: BlobStore
  readonly clock: Clock
  readonly hosts: ArchiveHosts
  readonly logger: Logger
}): SessionSource {
  const { raw, clock, hosts, logger } = options
  const files = new StoredFiles(options)
  /** Keys of the sessions in whose folders the calendar has been seen to lie, by folder. */
  const owners = new Map<string, string>()

  function archiveFile(path: string, isGenuine: Wanted['isGenuine'], finalFrom: number): Wanted {
    const encoded = path.split('/').map(encodeURIComponent).join('/')
    return {
      key: `archive:${path}`,
      belongsTo: seasonKey(seasonOf(path)),
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
      belongsTo: seasonKey(seasonOf(path)),
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
      files
        .get(scheduleFile, fetch, ignore)
        .then(({ bytes }) => (bytes === null ? null : parseSchedule(bytes, season))),
      files
        .get(indexFile, fetch, ignore)
        .then(({ bytes }) => (bytes === null ? null : parseIndex(bytes, season))),
    ])
    fetch.signal.throwIfAborted()
    const schedule = scheduled.status === 'fulfilled' ? scheduled.value : null
    const index = indexed.status === 'fulfilled' ? indexed.value : null
    if ((schedule === null || schedule.rounds.length === 0) && index === null) {
      const failed = [indexed, scheduled].find((each) => each.status === 'rejected')
      throw failed?.reason ?? new AppError('source/not-available', say('of-season', { season }))
    }
    const merged = mergeSeason(season, schedule, index)
    for (const [folder, key] of foldersOf(merged)) owners.set(folder, key)
    return await confirmSessions(merged, clock.now(), statusProbe(fetch.signal))
  }

  /** @param endAt the session's: what was fetched before it was over, or while it was being written, may be a part. */
  function topicFile(path: string, name: TopicName, endAt: number): Wanted {
    const file = archiveFile(`${path}${name}.jsonStream`, looksLikeStream, endAt + WRITTEN_AFTER_MS)
    const belongsTo = owners.get(path)
    return belongsTo === undefined ? file : { ...file, belongsTo }
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
          const { bytes } = await files.get(statusFile(path), { signal, freshness: 'revalidate' }, () => {})
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
      const { bytes } = await files.get(
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
      const topic = await files.get(wanted, together, (received, total) =>
        progress.receive(name, received, total),
      )
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
    (path, query, fetch) => files.get(jolpicaFile(path, query), fetch, () => {}),
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

/** Both hosts' paths begin with the season. */
function seasonOf(path: string): number {
  return Number.parseInt(path, 10)
}

/** The folders of a season's sessions, those too that may turn out not to be it, each with the session's key. */
function foldersOf({ season, rounds }: SourceSeason): readonly (readonly [string, string])[] {
  return rounds.flatMap(({ round, sessions }) =>
    sessions.flatMap(({ code, path, builtPaths = [] }) => {
      const key = sessionKey({ season, round, session: code })
      return [...(path === null ? [] : [path]), ...builtPaths].map((folder) => [folder, key] as const)
    }),
  )
}
