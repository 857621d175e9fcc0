// The way of one sculpture: cache, calendar, source, workers, cache again. One Gallery serves one source; it
// decides what must be fetched and built, and lets the parts do it.

import type { DriverStandings, Season } from '@contract/calendar'
import type { OpenedSession, SculptureTicket } from '@contract/calls'
import {
  circuitLineKey,
  sculptureKey,
  sculpturePath,
  sessionKey,
  type SculptureId,
  type SessionId,
} from '@contract/ids'
import type { SessionLaps } from '@contract/laps'
import { decodeSculptureFrame } from '@contract/sculpture-frame'
import type { TaskId, TaskKind, Urgency } from '@contract/tasks'
import type { WallItem } from '@contract/wall'
import { AppError, isAbort } from '../app-error'
import type { TieredCache } from '../cache/tiered-cache'
import { findSession, isFinal, seasonAt, sessionState } from '../calendar/season'
import type { Blob, BlobMetadata, Clock, Logger } from '../ports'
import { readPackedHeader, unpackFrame } from '../sculpture/codec'
import { planOutline } from '../sculpture/plan-outline'
import { TELEMETRY_TOPICS, TIMING_TOPICS } from '../session/topics'
import type {
  FetchOptions,
  RaceContext,
  SessionSource,
  SourceRound,
  SourceSession,
} from '../sources/session-source'
import type { Attempts } from '../tasks/attempts'
import type { TaskContext, Work } from '../tasks/task-orders'
import type { TaskQueue } from '../tasks/task-queue'
import type { BuildOrder, BuiltLap, WantedLap } from './build-sculptures'
import { lacksRaceContext, raceNotes } from './race-notes'
import { Refinements } from './refinements'
import type { SessionBuilder } from './session-builder'
import { EMPTY_STOCK, refusalsOf, stockFrom, type SessionStock, type StoredEntry } from './session-stock'
import { decodeStoredLaps, encodeLaps } from './stored-laps'
import { fastestLaps, numberedLap, sculpturesOf, wantedLaps } from './wanted-laps'
import { labelOf, wallItems, type WallLabel } from './wall-label'

export interface GalleryParts {
  readonly source: SessionSource
  readonly cache: TieredCache
  readonly tasks: TaskQueue
  readonly builder: SessionBuilder
  readonly clock: Clock
  readonly logger: Logger
  /**
   * Told the keys of sculptures that were made better behind the scenes. Without it nobody waits for that, and it is
   * left undone.
   */
  readonly onImproved?: (keys: readonly string[]) => void
  /** Resolves after a while, which passes before anything is made better. Without it none does. */
  readonly pauseBeforeImproving?: () => Promise<void>
}

/** When an entry was checked that must be checked at its next opening: it is older than any time to live. */
const NEVER = 0

/** A session that has been found in the calendar and may be asked for. */
interface Subject {
  readonly id: SessionId
  readonly round: SourceRound
  readonly session: SourceSession
  readonly name: string
  /** In the archive in full. What is made of a session before is stale at once: it is checked when next opened. */
  readonly isComplete: boolean
}

/** For whom something is opened. */
export interface OpenOptions {
  /** By default a person waits. */
  readonly urgency?: Urgency
  /** The run of the warming that it is part of. */
  readonly runId?: TaskId
  /** By default those of the urgency. */
  readonly attempts?: Attempts
}

export class Gallery {
  /** Why single laps of a session that was built could not be shaped; asked again, they fail alike. */
  private readonly refusals = new Map<string, AppError>()
  /** By session: checks that are under way. */
  private readonly checks = new Map<string, Promise<void>>()
  /** Keys of laps that the better way refused: tried once in a process, or every click on them would repeat it. */
  private readonly unimprovable = new Set<string>()
  private readonly refinements: Refinements | null

  constructor(private readonly parts: GalleryParts) {
    const { onImproved, logger, pauseBeforeImproving: pause = () => Promise.resolve() } = parts
    const improve = (id: SessionId): Promise<readonly string[]> => this.improve(id, 'background')
    this.refinements = onImproved === undefined ? null : new Refinements(improve, onImproved, logger, pause)
  }

  get source(): SessionSource {
    return this.parts.source
  }

  /** @throws AppError as `SessionSource.loadSeason`. */
  async loadSeason(season: number, signal: AbortSignal): Promise<Season> {
    const loaded = await this.parts.source.loadSeason(season, { signal, freshness: 'cached' })
    return seasonAt(loaded, this.parts.clock.now())
  }

  /** @throws AppError as `SessionSource.loadStandings`. */
  async loadStandings(
    season: number,
    round: number | 'latest',
    signal: AbortSignal,
  ): Promise<DriverStandings> {
    return await this.parts.source.loadStandings(season, round, { signal, freshness: 'cached' })
  }

  /**
   * Drivers and laps of a session.
   * @throws AppError `session/unknown`, `session/not-run`, `session/unparsable`, `source/*`, `task/cancelled`.
   */
  async openSession(id: SessionId, options: OpenOptions = {}): Promise<OpenedSession> {
    const { urgency = 'interactive' } = options
    const startedAt = this.parts.clock.elapsed()
    const key = sessionKey(id)
    const work = this.workOn('open-session', id)
    const served = await this.parts.cache.open(key, {
      flight: key,
      make: () =>
        this.parts.tasks.run({
          ...work,
          ...options,
          urgency,
          again: () => this.openSession(id, { urgency }),
          work: (context) => this.makeLaps(id, context),
        }),
      onJoin: () => this.hurry(id, urgency),
      revalidate: () => this.revalidate(id),
      explain: () => new AppError('internal/bug', key, { detail: 'it was made but not stored' }),
    })
    const { servedFrom, freshness } = served
    const elapsedMs = this.parts.clock.elapsed() - startedAt
    return { laps: decodeStoredLaps(served.bytes), servedFrom, freshness, elapsedMs }
  }

  /**
   * One sculpture, ready to be fetched. The first of a session builds those of all its drivers.
   * @throws AppError as openSession, and `driver/unknown`, `lap/unknown`, `session/no-telemetry`,
   *   `sculpture/too-few-samples`.
   */
  async openSculpture(id: SculptureId, options: OpenOptions = {}): Promise<SculptureTicket> {
    const { urgency = 'interactive' } = options
    const ticket = await this.serve(id, urgency, options)
    // What is made for the wall, or to be warm, may never be looked at closely.
    const canImprove = !ticket.header.isFinalTier && !this.unimprovable.has(ticket.key)
    if (canImprove && urgency === 'interactive') this.refinements?.wish(id)
    return ticket
  }

  /** As openSculpture, for who would rather wait for the better computation. @throws AppError as openSculpture. */
  async openRefined(id: SculptureId): Promise<SculptureTicket> {
    const ticket = await this.serve(id, 'interactive')
    if (ticket.header.isFinalTier) return ticket
    await this.improve(id, 'interactive')
    return await this.serve(id, 'interactive')
  }

  /**
   * Asks the source whether a session that is here has changed: unchanged entries become fresh, changed ones are made
   * anew. @throws AppError as openSession and openSculpture.
   */
  checkSession(id: SessionId, options: OpenOptions = {}): Promise<void> {
    const { urgency = 'interactive' } = options
    const key = sessionKey(id)
    const flying = this.checks.get(key)
    const work = this.workOn('revalidate', id)
    if (flying !== undefined) {
      this.parts.tasks.raise(work, urgency)
      return flying
    }
    const check = this.parts.tasks
      .run({
        ...work,
        ...options,
        urgency,
        again: () => this.checkSession(id, { urgency }),
        work: (context) => this.checkAgain(id, context),
      })
      .finally(() => this.checks.delete(key))
    this.checks.set(key, check)
    return check
  }

  /** What is here of a session. Does not count as a lookup. */
  async stockOf(id: SessionId): Promise<SessionStock> {
    const { cache } = this.parts
    const entries = new Map((await cache.list()).map(({ key, metadata }) => [key, metadata]))
    const stored = await cache.peek(sessionKey(id))
    if (stored === null) return EMPTY_STOCK
    const storedEntry = (key: string, metadata: BlobMetadata): StoredEntry => ({
      isStale: cache.isStale(key, metadata),
      label: metadata.label,
    })
    const laps = decodeStoredLaps(stored.bytes)
    const sculptures = new Map<string, StoredEntry>()
    for (const { code } of laps.drivers) {
      const key = sculptureKey({ ...id, driver: code, lap: 'fastest' })
      const metadata = entries.get(key)
      if (metadata !== undefined) sculptures.set(code, storedEntry(key, metadata))
    }
    return stockFrom({ laps, entry: storedEntry(sessionKey(id), stored.metadata), sculptures })
  }

  /** The frame of a sculpture that has been opened, or null. Does not count as a lookup. @throws AppError `cache/corrupt`. */
  async readFrame(id: SculptureId): Promise<Uint8Array | null> {
    const blob = await this.parts.cache.peek(sculptureKey(id))
    return blob === null ? null : unpackFrame(blob.bytes)
  }

  /** Stops what goes on behind the scenes; tasks that run are cancelled by their queue. May be called twice. */
  close(): void {
    this.refinements?.close()
  }

  private async serve(
    id: SculptureId,
    urgency: Urgency,
    options: OpenOptions = {},
  ): Promise<SculptureTicket> {
    const startedAt = this.parts.clock.elapsed()
    const key = sculptureKey(id)
    const work = this.workOn('build-sculpture', id)
    const served = await this.parts.cache.open(key, {
      // All fastest laps of a session are one piece of work; any other lap is its own.
      flight: id.lap === 'fastest' ? `sculptures of ${sessionKey(id)}` : key,
      make: () =>
        this.parts.tasks.run({
          ...work,
          ...options,
          urgency,
          again: () => this.openSculpture(id, { urgency }),
          work: (context) => this.makeSculptures(id, context),
        }),
      onJoin: () => this.hurry(id, urgency),
      revalidate: () => this.revalidate(id),
      explain: () => this.refusals.get(key) ?? new AppError('driver/unknown', id.driver),
    })
    return {
      key,
      path: sculpturePath(id),
      header: readPackedHeader(served.bytes),
      servedFrom: served.servedFrom,
      freshness: served.freshness,
      elapsedMs: this.parts.clock.elapsed() - startedAt,
      bytes: served.bytes.byteLength,
    }
  }

  /** Makes the session's sculptures anew in the better way. @returns the keys of those that are better now. */
  private improve(id: SessionId, urgency: Urgency): Promise<readonly string[]> {
    return this.parts.tasks.run({
      kind: 'refine-session',
      source: this.source.kind,
      // Not the session's own key: whoever waits for one of its sculptures waits for another task.
      subject: `better ${sessionKey(id)}`,
      urgency,
      work: async (context) => {
        const stored = await this.parts.cache.peek(sessionKey(id))
        const wanted = await this.wantedBetter(id)
        if (stored === null || wanted.length === 0) return []
        const subject = await this.findSubject(id, context.signal)
        return await this.buildAll(subject, decodeStoredLaps(stored.bytes), wanted, 3, context)
      },
    })
  }

  /** The laps of a session's stored sculptures that are not final and may become it. */
  private async wantedBetter(id: SessionId): Promise<readonly WantedLap[]> {
    const wanted: WantedLap[] = []
    for (const key of await this.sculptureKeys(id)) {
      const blob = await this.parts.cache.peek(key)
      if (blob === null) continue
      const { driver, lap, isFinalTier } = readPackedHeader(blob.bytes)
      const choice = key === sculptureKey({ ...id, driver, lap: 'fastest' }) ? 'fastest' : lap
      if (!isFinalTier && !this.unimprovable.has(key)) wanted.push({ driver, lap, choice })
    }
    return wanted
  }

  private async sculptureKeys(id: SessionId): Promise<readonly string[]> {
    return sculpturesOf(await this.parts.cache.keys(), id)
  }

  /** Every sculpture that is warm, as `wallItems` orders them. Does not count as a lookup. */
  async listWall(): Promise<readonly WallItem[]> {
    return wallItems(await this.parts.cache.list(), this.parts.source.kind)
  }

  private async makeLaps(id: SessionId, context: TaskContext): Promise<void> {
    const subject = await this.findSubject(id, context.signal)
    await this.storeLaps(subject, context)
  }

  private async makeSculptures(id: SculptureId, context: TaskContext): Promise<void> {
    const subject = await this.findSubject(id, context.signal)
    const key = sessionKey(id)
    // A flight of its own name joins a session that is being opened at this moment.
    const stored = await this.parts.cache.open(key, {
      flight: key,
      make: () => this.makeLaps(id, context),
      onJoin: () => context.waitsFor(this.workOn('open-session', id)),
      revalidate: () => this.revalidate(id),
      explain: () => new AppError('internal/bug', key, { detail: 'it was made but not stored' }),
    })
    const laps = decodeStoredLaps(stored.bytes)
    const asked = laps.drivers.find((driver) => driver.code === id.driver)
    if (asked === undefined)
      throw new AppError('driver/unknown', `${id.driver} in ${subject.name}`, {
        detail: laps.drivers.map((driver) => driver.code).join(' '),
      })
    await this.buildAll(subject, laps, wantedLaps(laps, asked, id), 2, context)
  }

  /**
   * Fetches telemetry, builds the wanted laps and stores what came out; what did not is remembered as refused.
   * @returns the keys of what was stored.
   */
  private async buildAll(
    subject: Subject,
    laps: SessionLaps,
    wanted: readonly WantedLap[],
    tier: BuildOrder['tier'],
    context: TaskContext,
  ): Promise<readonly string[]> {
    const startedAt = this.parts.clock.elapsed()
    const telemetry = await this.fetch(subject, [...TELEMETRY_TOPICS, 'DriverList'], context, 'cached')
    if (!TELEMETRY_TOPICS.some((topic) => telemetry.topics.has(topic)))
      throw new AppError('session/no-telemetry', subject.name)
    if (wanted.length === 0) throw new AppError('lap/unknown', subject.name, { detail: 'nobody set a time' })
    const lineKey = circuitLineKey(subject.id.season, subject.round.location)
    const circuitLine = (await this.parts.cache.peek(lineKey))?.bytes ?? null
    const built = await this.parts.builder.buildSculptures(
      { topics: telemetry.topics, laps, wanted, circuitLine, tier },
      context,
    )
    context.report('storing', 0, built.laps.length)
    if (built.circuitLine !== null) await this.keep(lineKey, built.circuitLine, subject, { isSettled: true })
    const plan = planOf(built.laps)
    const madeInMs = this.parts.clock.elapsed() - startedAt
    const shareMs = Math.round(madeInMs / Math.max(1, built.laps.length))
    const stored: string[] = []
    for (const each of built.laps) {
      const { driver, choice } = each.wanted
      const key = sculptureKey({ ...subject.id, driver, lap: choice })
      if (each.ok) {
        const label = labelOf(laps, each.wanted, subject, plan)
        await this.keep(key, each.bytes, subject, {
          isSettled: subject.isComplete,
          madeInMs: shareMs,
          label,
        })
        stored.push(key)
      } else if (tier === 3) this.unimprovable.add(key)
      else this.refusals.set(key, each.error)
    }
    await this.noteRefusals(subject.id, built.laps)
    return stored
  }

  /** Keeps beside the laps which fastest ones give no sculpture, so that no later run tries in vain. */
  private async noteRefusals(id: SessionId, built: readonly BuiltLap[]): Promise<void> {
    const fastest = built.filter(({ wanted }) => wanted.choice === 'fastest')
    const refused = fastest.flatMap((each) => (each.ok ? [] : [[each.wanted.driver, each.error] as const]))
    if (refused.length === 0) return
    try {
      await this.parts.cache.note(sessionKey(id), refusalsOf(new Map(refused)))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      this.parts.logger.log('warn', 'cache', error.message, { code: error.code, key: sessionKey(id) })
    }
  }

  /** Decodes the session and stores its laps. */
  private async storeLaps(subject: Subject, context: TaskContext): Promise<SessionLaps> {
    const startedAt = this.parts.clock.elapsed()
    const [{ topics }, race] = await Promise.all([
      this.fetch(subject, TIMING_TOPICS, context, 'cached'),
      this.loadRaceContext(subject, context.signal),
    ])
    if (!topics.has('TimingData') && !topics.has('DriverList'))
      throw new AppError('source/not-available', subject.name)
    context.report('decoding', 0, 1)
    const { source, season, round, session } = subject.id
    const { firstLapTimesMs, withdrawn } = race
    const decoded = await this.parts.builder.decodeLaps(
      topics,
      { source, season, round, session, firstLapTimesMs, withdrawn },
      context,
    )
    const laps = { ...decoded, warnings: [...decoded.warnings, ...raceNotes(session, race)] }
    const isSettled = this.isSettled(subject, race)
    const madeInMs = Math.round(this.parts.clock.elapsed() - startedAt)
    await this.keep(sessionKey(subject.id), encodeLaps(laps), subject, { isSettled, madeInMs })
    return laps
  }

  private loadRaceContext({ id, session }: Subject, signal: AbortSignal): Promise<RaceContext> {
    return this.parts.source.loadRaceContext(id.season, id.round, session, { signal })
  }

  /** False while asking again may tell more about the session's laps; results that never appeared are given up. */
  private isSettled({ isComplete, session }: Subject, { state }: RaceContext): boolean {
    return (
      isComplete &&
      (state === 'complete' || (state === 'unpublished' && isFinal(session, this.parts.clock.now())))
    )
  }

  private async fetch(
    subject: Subject,
    topics: Parameters<SessionSource['fetchTopics']>[1],
    context: TaskContext,
    freshness: FetchOptions['freshness'],
  ): ReturnType<SessionSource['fetchTopics']> {
    context.report('downloading', 0, 0)
    const fetched = await this.parts.source.fetchTopics(subject.session, topics, {
      signal: context.signal,
      urgency: context.urgency,
      freshness,
      onProgress: (received, total) => context.report('downloading', received, total),
    })
    context.received(fetched.receivedBytes)
    return fetched
  }

  /** Whoever joins work on a session cannot tell whose it is: laps are also read for the first sculpture. */
  private hurry(id: SessionId, urgency: Urgency): void {
    for (const kind of ['open-session', 'build-sculpture'] as const)
      this.parts.tasks.raise(this.workOn(kind, id), urgency)
  }

  private workOn(kind: TaskKind, id: SessionId): Work {
    return { kind, source: this.source.kind, subject: sessionKey(id) }
  }

  /** @throws AppError `session/unknown`, `session/not-run`, `source/not-available`. */
  private async findSubject(id: SessionId, signal: AbortSignal): Promise<Subject> {
    const season = await this.parts.source.loadSeason(id.season, { signal, freshness: 'cached' })
    const { round, session } = findSession(season, id)
    const name = `${id.season} ${round.name}, ${session.name}`
    const now = this.parts.clock.now()
    if (now < session.startAt) throw new AppError('session/not-run', name)
    const state = sessionState(session, now)
    if (state === 'cancelled') throw new AppError('source/not-available', name)
    return { id, round, session, name, isComplete: state === 'completed' }
  }

  /** Checks a stale session behind the scenes. */
  private revalidate(id: SessionId): void {
    this.checkSession(id, { urgency: 'background' }).catch((error: unknown) => {
      if (isAbort(error)) return
      this.parts.logger.log('warn', 'cache', `could not check ${sessionKey(id)}: ${String(error)}`)
    })
  }

  private async checkAgain(id: SessionId, context: TaskContext): Promise<void> {
    const subject = await this.findSubject(id, context.signal)
    const topics = [...TIMING_TOPICS, ...TELEMETRY_TOPICS]
    const [{ changed }, race] = await Promise.all([
      this.fetch(subject, topics, context, 'revalidate'),
      this.loadRaceContext(subject, context.signal),
    ])
    const keys = await this.sculptureKeys(id)
    // An answer that came in the meantime is no change any more, and still missing from laps that were read before it.
    const isOutdated = race.changed || (race.state === 'complete' && (await this.wasReadWithoutContext(id)))
    if (changed || isOutdated) {
      const laps = await this.storeLaps(subject, context)
      const numbered = keys.flatMap(numberedLap)
      if (keys.length === 0) return
      await this.buildAll(subject, laps, [...fastestLaps(laps), ...numbered], 2, context)
      this.refinements?.wish(id)
      return
    }
    const isSettled = this.isSettled(subject, race)
    const isNowFinal = isFinal(subject.session, this.parts.clock.now())
    const checked = [...(isSettled ? [sessionKey(id)] : []), ...(subject.isComplete ? keys : [])]
    for (const key of checked) await this.toDisk(key, this.parts.cache.touch(key, isNowFinal))
  }

  private async wasReadWithoutContext(id: SessionId): Promise<boolean> {
    const stored = await this.parts.cache.peek(sessionKey(id))
    return stored !== null && lacksRaceContext(decodeStoredLaps(stored.bytes))
  }

  private async keep(
    key: string,
    bytes: Uint8Array,
    subject: Subject,
    notes: { readonly isSettled: boolean; readonly madeInMs?: number; readonly label?: WallLabel | null },
  ): Promise<void> {
    const now = this.parts.clock.now()
    const { isSettled, madeInMs, label = null } = notes
    const age = isSettled
      ? { checkedAt: now, isFinal: isFinal(subject.session, now) }
      : { checkedAt: NEVER, isFinal: false }
    const made = madeInMs === undefined ? {} : { madeInMs }
    const blob: Blob = { bytes, metadata: { ...age, ...made, ...(label !== null && { label }) } }
    this.refusals.delete(key)
    this.unimprovable.delete(key)
    await this.toDisk(key, this.parts.cache.store(key, blob))
  }

  /**
   * A disk that refuses must not keep a person from seeing what is in memory now. The cache announces what is wrong with
   * it once; here it would be said for every entry.
   */
  private async toDisk(key: string, writing: Promise<void>): Promise<void> {
    try {
      await writing
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      this.parts.logger.log('debug', 'cache', error.message, { code: error.code, key })
    }
  }
}

/** All laps of a session lie on one line, so one of them draws the plan for all. */
function planOf(built: readonly BuiltLap[]): string | null {
  const first = built.find((each) => each.ok)
  if (first === undefined) return null
  const { xM, yM } = decodeSculptureFrame(unpackFrame(first.bytes)).channels
  return planOutline(xM, yM)
}
