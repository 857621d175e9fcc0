// What core needs from outside: interfaces only. Adapters implement them; tests implement them by hand.

import type { LogLevel } from '@contract/logs'
import type { Urgency } from '@contract/tasks'

export interface Clock {
  /** Epoch ms, UTC. */
  now(): number
  /** Monotonic ms, for durations. */
  elapsed(): number
}

/** Resolves after so many ms, or rejects with AppError `task/cancelled` as soon as the signal fires. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

export interface Logger {
  log(level: LogLevel, area: string, message: string, fields?: Readonly<Record<string, unknown>>): void
}

export interface HttpRequest {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Whether a person waits for the answer; they do where nothing is said. */
  readonly urgency?: Urgency
  /** Called with the bytes received so far and the announced total, 0 if none was announced. */
  readonly onProgress?: (received: number, total: number) => void
}

export interface HttpResponse {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface Http {
  /**
   * Resolves for every status that is an answer. Passing trouble (5xx, a broken line) is tried again within, and a
   * download that broke goes on where it stopped: a body that is handed over is whole.
   * @throws AppError `source/offline` when there is no network, `source/unreachable` when the host gives no answer
   *   (or less of it than announced), `source/rate-limited` when it may or will not be asked now, `task/timed-out`
   *   when the bytes come too slowly, `source/unparsable` when the body is too large, cannot be decoded or lies
   *   elsewhere, `task/cancelled` when the signal fires.
   */
  get(request: HttpRequest): Promise<HttpResponse>
}

/** How well an entry is known to be what the source has. */
export interface Stamp {
  /** Epoch ms when the bytes were last known to be what the source has. */
  readonly checkedAt: number
  /** The source will not change any more: never stale. */
  readonly isFinal: boolean
}

export interface BlobMetadata extends Stamp {
  readonly etag?: string
  readonly lastModified?: string
  /** The source was asked and does not have it; the bytes are empty. */
  readonly isAbsent?: boolean
  /** The key of the session or season it is part of, where its own key does not say. */
  readonly belongsTo?: string
  /** Ms it took to make it from what the source has; its share, if many were made at once. */
  readonly madeInMs?: number
  /** Small facts for a list, in a shape of the writer's own; whoever reads them validates them. */
  readonly label?: unknown
}

export interface Blob {
  readonly bytes: Uint8Array
  readonly metadata: BlobMetadata
}

export interface BlobEntry {
  readonly key: string
  readonly metadata: BlobMetadata
  /** What it takes up, metadata included. */
  readonly bytes: number
  /** Epoch ms. */
  readonly lastUsedAt: number
}

export interface BlobStoreStatus {
  readonly entries: number
  readonly bytes: number
  readonly maxBytes: number
  readonly keys: readonly string[]
  /** Damaged entries found and removed since the store was opened. */
  readonly corrupt: number
}

/** Bytes by key on disk: atomic writes, verified reads, bounded in bytes (least recently used goes first). */
export interface BlobStore {
  /** A damaged entry is removed, counted and reported as null; one that cannot be read now is null too. */
  get(key: string): Promise<Blob | null>
  /** @throws AppError `cache/full`, `cache/unwritable`, `cache/missing`. */
  put(key: string, blob: Blob): Promise<void>
  /** Notes that an entry has been checked, without touching its bytes; does nothing if it is not there. @throws as put. */
  mark(key: string, stamp: Stamp): Promise<void>
  /** Waits for who is reading it. @throws as put. */
  delete(key: string): Promise<void>
  /** At once, least recently used first, if it holds more. */
  setMaxBytes(maxBytes: number): Promise<void>
  status(): Promise<BlobStoreStatus>
  /** One entry of the list; null where there is none. */
  describe(key: string): Promise<BlobEntry | null>
  /** Every entry without its bytes: no entry is opened for it. */
  list(): Promise<readonly BlobEntry[]>
}
