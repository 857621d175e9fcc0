// Files of the archive and of Jolpica, kept in the raw store: fetched once, asked for again only conditionally, and
// good for when nobody answers. Knows bytes and status codes, not what is in them.

import { AppError, isNoAnswer } from '../../app-error'
import type { Blob, BlobStore, Clock, Http, HttpResponse, Logger } from '../../ports'
import type { FetchOptions } from '../session-source'

/** "Not there" is asked again after this long: a session appears some time after it ended, a block is lifted. */
const ABSENT_TTL_MS = 15 * 60_000

export interface Got {
  /** Null: the source does not have it. */
  readonly bytes: Uint8Array | null
  readonly changed: boolean
  readonly receivedBytes: number
}

export interface Wanted {
  /** Key in the raw store. */
  readonly key: string
  /** Key of the session or season it is a part of. */
  readonly belongsTo: string
  readonly urls: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly maxAgeMs: number
  /** Epoch ms: what was checked from then on does not change any more and is used at any age. */
  readonly finalFrom: number
  /** A hotel's log-in page comes with status 200 too, and must not be kept for a topic. */
  readonly isGenuine: (bytes: Uint8Array) => boolean
}

export class StoredFiles {
  constructor(
    private readonly parts: {
      readonly http: Http
      readonly raw: BlobStore
      readonly clock: Clock
      readonly logger: Logger
    },
  ) {}

  /**
   * A disk that refuses must not keep a person from seeing what has just been downloaded. The store announces what is
   * wrong with it once; here it would be said for every file.
   */
  private async keep(key: string, keeping: Promise<void>): Promise<void> {
    try {
      await keeping
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      this.parts.logger.log('debug', 'cache', error.message, { code: error.code, key })
    }
  }

  /** Stored bytes if they are young enough, else a conditional request; stored bytes again if nobody answers. */
  async get(
    wanted: Wanted,
    fetch: FetchOptions,
    onBytes: (received: number, total: number) => void,
  ): Promise<Got> {
    const stored = await this.parts.raw.get(wanted.key)
    if (stored !== null && fetch.freshness === 'cached' && isYoung(stored, wanted, this.parts.clock.now()))
      return fromStore(stored)
    let answer: HttpResponse | null
    try {
      answer = await this.ask(wanted, stored, fetch, onBytes)
    } catch (error) {
      // Asked to revalidate, old bytes are no answer: they would pass for checked.
      if (stored !== null && fetch.freshness === 'cached' && isNoAnswer(error)) return fromStore(stored)
      throw error
    }
    if (answer !== null && answer.status === 304 && stored !== null) {
      const stamp = { checkedAt: this.parts.clock.now(), isFinal: stored.metadata.isFinal }
      await this.keep(wanted.key, this.parts.raw.mark(wanted.key, stamp))
      return fromStore(stored)
    }
    if (answer !== null && !wanted.isGenuine(answer.body)) {
      if (stored !== null && fetch.freshness === 'cached') return fromStore(stored)
      throw new AppError('source/unparsable', wanted.urls[0] ?? wanted.key)
    }
    const blob = toBlob(answer, wanted, this.parts.clock.now())
    await this.keep(wanted.key, this.parts.raw.put(wanted.key, blob))
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
  private async ask(
    wanted: Wanted,
    stored: Blob | null,
    { signal, urgency = 'interactive' }: FetchOptions,
    onProgress: (received: number, total: number) => void,
  ): Promise<HttpResponse | null> {
    const failures: AppError[] = []
    let hasAnswered = false
    for (const url of wanted.urls) {
      const conditional = stored === null ? {} : conditionsOf(stored)
      try {
        const headers = { ...wanted.headers, ...conditional }
        const answer = await this.parts.http.get({ url, headers, signal, urgency, onProgress })
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

function toBlob(answer: HttpResponse | null, { belongsTo }: Wanted, now: number): Blob {
  const metadata = { checkedAt: now, isFinal: false, belongsTo }
  if (answer === null) return { bytes: new Uint8Array(), metadata: { ...metadata, isAbsent: true } }
  const etag = answer.headers['etag']
  const lastModified = answer.headers['last-modified']
  return {
    bytes: answer.body,
    metadata: {
      ...metadata,
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
    },
  }
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && Buffer.compare(a, b) === 0
}
