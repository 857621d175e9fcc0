// What can be asked of one source's sculptures: out of the cache, or as a task that has them made. Decides who waits
// for whom and how urgently; the making itself is the session maker's.

import type { DriverStandings, Season } from '@contract/calendar'
import type { OpenedSession, SculptureTicket } from '@contract/calls'
import { sculptureKey, sculpturePath, sessionKey, type SculptureId, type SessionId } from '@contract/ids'
import type { TaskId, TaskKind, Urgency } from '@contract/tasks'
import type { WallItem } from '@contract/wall'
import { say } from '@contract/phrases'
import { AppError, isAbort } from '../app-error'
import { seasonAt } from '../calendar/season'
import type { BlobMetadata } from '../ports'
import { readPackedHeader, unpackFrame } from '../sculpture/codec'
import type { SessionSource } from '../sources/session-source'
import type { Attempts } from '../tasks/attempts'
import type { TaskContext, Work } from '../tasks/task-orders'
import type { TaskQueue } from '../tasks/task-queue'
import { Refinements } from './refinements'
import { SessionMaker, type SessionMakerParts } from './session-maker'
import { EMPTY_STOCK, stockFrom, type SessionStock, type StoredEntry } from './session-stock'
import { decodeStoredLaps } from './stored-laps'
import { wallItems } from './wall-label'
import { wantedLaps } from './wanted-laps'

export interface GalleryParts extends SessionMakerParts {
  readonly tasks: TaskQueue
  /**
   * Told the keys of sculptures that were made better behind the scenes. Without it nobody waits for that, and it is
   * left undone.
   */
  readonly onImproved?: (keys: readonly string[]) => void
  /** Resolves after a while, which passes before anything is made better. Without it none does. */
  readonly pauseBeforeImproving?: () => Promise<void>
  /** Resolves when others of this thread have had their turn. Without it they wait. */
  readonly breathe?: () => Promise<void>
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
  private readonly maker: SessionMaker
  /** By session: checks that are under way. */
  private readonly checks = new Map<string, Promise<void>>()
  private readonly refinements: Refinements | null

  constructor(private readonly parts: GalleryParts) {
    this.maker = new SessionMaker(parts)
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
   *   `session/no-line`, `sculpture/too-few-samples`.
   */
  async openSculpture(id: SculptureId, options: OpenOptions = {}): Promise<SculptureTicket> {
    const { urgency = 'interactive' } = options
    const ticket = await this.serve(id, urgency, options)
    // What is made for the wall, or to be warm, may never be looked at closely.
    const canImprove = !ticket.header.isFinalTier && this.maker.mayImprove(ticket.key)
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
        work: async (context) => {
          if (await this.maker.check(id, context)) this.refinements?.wish(id)
        },
      })
      .finally(() => this.checks.delete(key))
    this.checks.set(key, check)
    return check
  }

  /** What is here of a session. Does not count as a lookup. */
  async stockOf(id: SessionId): Promise<SessionStock> {
    const { cache, breathe } = this.parts
    // A plan asks for every session of a season; where all is in memory nothing else would have a turn meanwhile.
    await breathe?.()
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
      const metadata = await cache.metadataOf(key)
      if (metadata !== null) sculptures.set(code, storedEntry(key, metadata))
    }
    return stockFrom({ laps, entry: storedEntry(sessionKey(id), stored.metadata), sculptures })
  }

  /** Whether it can be opened without asking anybody. Does not count as a lookup. */
  async has(id: SculptureId): Promise<boolean> {
    return (await this.parts.cache.peek(sculptureKey(id))) !== null
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
      explain: () => this.maker.refusalOf(key) ?? new AppError('driver/unknown', id.driver),
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
        const wanted = await this.maker.wantedBetter(id)
        if (stored === null || wanted.length === 0) return []
        const subject = await this.maker.findSubject(id, context.signal)
        const laps = decodeStoredLaps(stored.bytes)
        return await this.maker.build({ subject, laps, wanted, tier: 3 }, context)
      },
    })
  }

  /** Every sculpture that is warm, as `wallItems` orders them. Does not count as a lookup. */
  async listWall(): Promise<readonly WallItem[]> {
    const { cache, source, breathe = () => Promise.resolve() } = this.parts
    const isStale = (key: string, metadata: BlobMetadata) => cache.isStale(key, metadata)
    return await wallItems(await cache.list(), source.kind, isStale, breathe)
  }

  private async makeLaps(id: SessionId, context: TaskContext): Promise<void> {
    const subject = await this.maker.findSubject(id, context.signal)
    await this.maker.storeLaps(subject, context)
  }

  private async makeSculptures(id: SculptureId, context: TaskContext): Promise<void> {
    const subject = await this.maker.findSubject(id, context.signal)
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
      throw new AppError('driver/unknown', say('of-driver-in', { driver: id.driver, place: subject.name }), {
        detail: laps.drivers.map((driver) => driver.code).join(' '),
      })
    await this.maker.build({ subject, laps, wanted: wantedLaps(laps, asked, id), tier: 2 }, context)
  }

  /** Whoever joins work on a session cannot tell whose it is: laps are also read for the first sculpture. */
  private hurry(id: SessionId, urgency: Urgency): void {
    for (const kind of ['open-session', 'build-sculpture'] as const)
      this.parts.tasks.raise(this.workOn(kind, id), urgency)
  }

  private workOn(kind: TaskKind, id: SessionId): Work {
    return { kind, source: this.source.kind, subject: sessionKey(id) }
  }

  /** Checks a stale session behind the scenes. */
  private revalidate(id: SessionId): void {
    this.checkSession(id, { urgency: 'background' }).catch((error: unknown) => {
      if (isAbort(error)) return
      this.parts.logger.log('warn', 'cache', `could not check ${sessionKey(id)}: ${String(error)}`)
    })
  }
}
