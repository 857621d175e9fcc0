// The one port to where sessions come from. Adapters: `archive` (live-timing host and Jolpica) and `demo`
// (a simulated season in the same wire format). A source knows bytes, never laps or sculptures.

import type { DriverStandings, WeekendFormat } from '@contract/calendar'
import type { SessionCode, SourceKind } from '@contract/ids'
import type { Urgency } from '@contract/tasks'
import type { TopicBytes, TopicName } from '../session/topics'

export interface SourceSession {
  readonly code: SessionCode
  readonly name: string
  /** Epoch ms, UTC. */
  readonly startAt: number
  /** Epoch ms, UTC: scheduled end. */
  readonly endAt: number
  readonly gmtOffsetMs: number | null
  /**
   * Folder of the session's topics relative to the source's root, with a trailing slash; null: nothing was recorded, or
   * nothing yet.
   */
  readonly path: string | null
  /**
   * Folders built by rule, likeliest first, of a session whose folder the source's index does not name; absent where
   * it does.
   */
  readonly builtPaths?: readonly string[]
  /** What the source said about a session that ended lately; absent where it need not or could not be asked. */
  readonly archived?: 'yes' | 'not-yet'
  readonly cancelled: boolean
}

export interface SourceRound {
  readonly round: number
  readonly name: string
  readonly country: string
  readonly location: string
  readonly format: WeekendFormat
  readonly sessions: readonly SourceSession[]
}

export interface SourceSeason {
  readonly season: number
  readonly rounds: readonly SourceRound[]
  readonly warnings: readonly string[]
}

export interface FetchOptions {
  readonly signal: AbortSignal
  /** Bytes over all topics of this call; total is 0 while unknown. */
  readonly onProgress?: (received: number, total: number) => void
  /** `cached` takes stored bytes without asking; `revalidate` asks the host whether they changed. */
  readonly freshness: 'cached' | 'revalidate'
  /** For whom; by default a person waits. */
  readonly urgency?: Urgency
}

export interface FetchedTopics {
  readonly topics: TopicBytes
  /** True when at least one topic differs from what was stored before; true for a first fetch. */
  readonly changed: boolean
  /** Bytes that came over the network. */
  readonly receivedBytes: number
}

/** What the topics of a race do not say. Empty for sessions that need none of it. */
export interface RaceContext {
  /** By racing number, ms: the timing feed has no time for the first lap of a race. */
  readonly firstLapTimesMs: ReadonlyMap<string, number>
  /** Racing numbers of those who were given tyres and did not start. */
  readonly withdrawn: ReadonlySet<string>
  /** `unpublished`: the source answered and has no results of this race (yet). `unreachable`: it did not answer. */
  readonly state: 'complete' | 'unpublished' | 'unreachable'
  /** True when it differs from what was stored before; true for a first answer. */
  readonly changed: boolean
}

/** Of a session that starts its cars one by one, or of a source that knows no more than its topics say. */
export const NO_RACE_CONTEXT: RaceContext = {
  firstLapTimesMs: new Map(),
  withdrawn: new Set(),
  state: 'complete',
  changed: false,
}

export interface SessionSource {
  readonly kind: SourceKind
  /** Seasons that can be asked for, newest first. */
  seasons(): readonly number[]
  /**
   * @throws AppError `source/offline`, `source/unreachable`, `source/rate-limited`, `task/timed-out` when there was no
   *   answer; `source/not-available`, `source/unparsable`.
   */
  loadSeason(season: number, options: FetchOptions): Promise<SourceSeason>
  /**
   * The drivers' championship after a round, or after the latest race.
   * @throws AppError as loadSeason; `source/not-available` also for a round that has not been raced.
   */
  loadStandings(season: number, round: number | 'latest', options: FetchOptions): Promise<DriverStandings>
  /**
   * Never fails for want of an answer: a race can be read without. A stored answer stands in for one that cannot be had.
   * @throws AppError `task/cancelled`.
   */
  loadRaceContext(
    season: number,
    round: number,
    session: SourceSession,
    options: Pick<FetchOptions, 'signal'>,
  ): Promise<RaceContext>
  /**
   * Topics the session lacks are absent from the result; what that means is for the caller to say.
   * @throws AppError as loadSeason.
   */
  fetchTopics(
    session: SourceSession,
    topics: readonly TopicName[],
    options: FetchOptions,
  ): Promise<FetchedTopics>
}
