// Makes what is in the cache of a session: finds it in the calendar, fetches, has it decoded and built, stores, checks
// again. Who asks for it, how urgently and with whom together is the gallery's.

import { circuitLineKey, sculptureKey, sessionKey, type SessionId } from '@contract/ids'
import type { SessionLaps } from '@contract/laps'
import { decodeSculptureFrame } from '@contract/sculpture-frame'
import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import type { TieredCache } from '../cache/tiered-cache'
import { findSession, isFinal, sessionState } from '../calendar/season'
import type { Blob, Clock, Logger } from '../ports'
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
import type { TaskContext } from '../tasks/task-orders'
import type { BuildOrder, BuiltLap, WantedLap } from './build-sculptures'
import { lacksRaceContext, raceNotes } from './race-notes'
import type { SessionBuilder } from './session-builder'
import { refusalsOf } from './session-stock'
import { decodeStoredLaps, encodeLaps } from './stored-laps'
import { gapOf, labelOf, type WallLabel } from './wall-label'
import { fastestLaps, numberedLap, sculpturesOf } from './wanted-laps'

export interface SessionMakerParts {
  readonly source: SessionSource
  readonly cache: TieredCache
  readonly builder: SessionBuilder
  readonly clock: Clock
  readonly logger: Logger
}

/** When an entry was checked that must be checked at its next opening: it is older than any time to live. */
const NEVER = 0

/** A session that has been found in the calendar and may be asked for. */
export interface Subject {
  readonly id: SessionId
  readonly round: SourceRound
  readonly session: SourceSession
  readonly name: string
  /** In the archive in full. What is made of a session before is stale at once: it is checked when next opened. */
  readonly isComplete: boolean
}

/** Which laps of a session are to be built, and how well. */
export interface LapsOrder {
  readonly subject: Subject
  readonly laps: SessionLaps
  readonly wanted: readonly WantedLap[]
  readonly tier: BuildOrder['tier']
}

export class SessionMaker {
  /** Why single laps of a session that was built could not be shaped; asked again, they fail alike. */
  private readonly refusals = new Map<string, AppError>()
  /** Keys of laps that the better way refused: tried once in a process, or every click on them would repeat it. */
  private readonly unimprovable = new Set<string>()

  constructor(private readonly parts: SessionMakerParts) {}

  /** Why there is no sculpture of this key, if it was tried and refused. */
  refusalOf(key: string): AppError | null {
    return this.refusals.get(key) ?? null
  }

  mayImprove(key: string): boolean {
    return !this.unimprovable.has(key)
  }

  /** @throws AppError `session/unknown`, `session/not-run`, `source/not-available`. */
  async findSubject(id: SessionId, signal: AbortSignal): Promise<Subject> {
    const season = await this.parts.source.loadSeason(id.season, { signal, freshness: 'cached' })
    const { round, session } = findSession(season, id)
    const name = say('of-session', { season: id.season, event: round.name, session: session.name })
    const now = this.parts.clock.now()
    if (now < session.startAt) throw new AppError('session/not-run', name)
    const state = sessionState(session, now)
    if (state === 'cancelled') throw new AppError('source/not-available', name)
    return { id, round, session, name, isComplete: state === 'completed' }
  }

  /** Decodes the session and stores its laps. @throws AppError `source/*`, `session/unparsable`. */
  async storeLaps(subject: Subject, context: TaskContext): Promise<SessionLaps> {
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

  /**
   * Fetches telemetry, builds the wanted laps and stores what came out; what did not is remembered as refused.
   * @returns the keys of what was stored.
   * @throws AppError `session/no-telemetry`, `lap/unknown`, `source/*`, as `SessionBuilder.buildSculptures`.
   */
  async build({ subject, laps, wanted, tier }: LapsOrder, context: TaskContext): Promise<readonly string[]> {
    const startedAt = this.parts.clock.elapsed()
    const telemetry = await this.fetch(subject, [...TELEMETRY_TOPICS, 'DriverList'], context, 'cached')
    if (!TELEMETRY_TOPICS.some((topic) => telemetry.topics.has(topic)))
      throw new AppError('session/no-telemetry', subject.name)
    if (wanted.length === 0) throw new AppError('lap/unknown', subject.name, { detail: say('nobody-timed') })
    const lineKey = circuitLineKey(subject.id.season, subject.round.location)
    const circuitLine = (await this.parts.cache.peek(lineKey))?.bytes ?? null
    const built = await this.parts.builder.buildSculptures(
      { topics: telemetry.topics, laps, wanted, circuitLine, tier },
      context,
    )
    context.report('storing', 0, built.laps.length)
    if (built.circuitLine !== null) await this.keep(lineKey, built.circuitLine, subject, { isSettled: true })
    const plan = planOf(built.laps)
    const madeAt = this.parts.clock.now()
    const madeInMs = this.parts.clock.elapsed() - startedAt
    const shareMs = Math.round(madeInMs / Math.max(1, built.laps.length))
    const stored: string[] = []
    for (const each of built.laps) {
      const { driver, choice } = each.wanted
      const key = sculptureKey({ ...subject.id, driver, lap: choice })
      if (each.ok) {
        const gap = gapOf(decodeSculptureFrame(unpackFrame(each.bytes)))
        const label = labelOf(laps, each.wanted, subject, { plan, gap, madeAt })
        await this.keep(key, each.bytes, subject, {
          isSettled: subject.isComplete,
          madeInMs: shareMs,
          label,
        })
        stored.push(key)
      } else if (tier === 3) this.unimprovable.add(key)
      else this.refusals.set(key, each.error)
    }
    if (tier === 2) await this.noteRefusals(subject.id, built.laps)
    return stored
  }

  /** Keeps beside the laps which fastest ones give no sculpture, so that no later run tries in vain. */
  private async noteRefusals(id: SessionId, built: readonly BuiltLap[]): Promise<void> {
    const fastest = built.filter(({ wanted }) => wanted.choice === 'fastest')
    const refused = fastest.flatMap((each) => (each.ok ? [] : [[each.wanted.driver, each.error] as const]))
    if (refused.length === 0) return
    const key = sessionKey(id)
    await this.toDisk(key, this.parts.cache.note(key, refusalsOf(new Map(refused))))
  }

  /**
   * Asks the source again: what is unchanged becomes fresh, what has changed is made anew.
   * @returns whether sculptures were made. @throws AppError as findSubject, storeLaps and build.
   */
  async check(id: SessionId, context: TaskContext): Promise<boolean> {
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
      if (keys.length === 0) return false
      await this.build({ subject, laps, wanted: [...fastestLaps(laps), ...numbered], tier: 2 }, context)
      return true
    }
    const isSettled = this.isSettled(subject, race)
    const isNowFinal = isFinal(subject.session, this.parts.clock.now())
    const checked = [...(isSettled ? [sessionKey(id)] : []), ...(subject.isComplete ? keys : [])]
    for (const key of checked) await this.toDisk(key, this.parts.cache.touch(key, isNowFinal))
    return false
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

  /** The laps of a session's stored sculptures that are not final and may become it. */
  async wantedBetter(id: SessionId): Promise<readonly WantedLap[]> {
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
}

/** All laps of a session lie on one line, so one of them draws the plan for all. */
function planOf(built: readonly BuiltLap[]): string | null {
  const first = built.find((each) => each.ok)
  if (first === undefined) return null
  const { xM, yM } = decodeSculptureFrame(unpackFrame(first.bytes)).channels
  return planOutline(xM, yM)
}
