// A season that never took place, served like the archive's: same port, same bytes. What tests and first-time
// users run is therefore what everyone runs. Everything is made on demand; nothing touches network or disk.

import { say } from '@contract/phrases'
import { AppError, isAbort } from '../../app-error'
import type { Clock } from '../../ports'
import type { TopicBytes, TopicName } from '../../session/topics'
import { createChampionship } from '../archive/championship'
import type { FetchOptions, SessionSource, SourceSession } from '../session-source'
import { JOLPICA_ROOT } from './demo-host'
import type { MakeTopics } from './make-topics'
import { COMPLETE_AFTER_MS, findByPath, RECORDED_AFTER_MS, scheduleSeason, seasonsAt } from './schedule'

/** What has been made of one session so far. */
interface Made {
  readonly path: string
  readonly startAt: number
  readonly topics: Map<TopicName, Uint8Array>
}

export interface DemoSourceOptions {
  /** Tells which seasons there are and which of their sessions are over. */
  readonly clock: Clock
  /** The long work; in a worker thread wherever somebody might be waiting. */
  readonly make: MakeTopics
  /** What the simulated season's Jolpica answers, or null; as long. @param path as `DemoHost` takes it. */
  readonly readAnswer: (path: string, now: number, signal: AbortSignal) => Promise<Uint8Array | null>
}

export function createDemoSource({ clock, make, readAnswer }: DemoSourceOptions): SessionSource {
  // One is enough: its laps are asked for first, its telemetry right after. A race has some 30 MB.
  let latest: Made | null = null

  const madeOf = ({ startAt, endAt }: SourceSession, path: string): Made => {
    const isComplete = clock.now() > endAt + COMPLETE_AFTER_MS
    if (latest === null || !isComplete || latest.path !== path || latest.startAt !== startAt)
      latest = { path, startAt, topics: new Map() }
    return latest
  }

  return {
    kind: 'demo',

    seasons: () => seasonsAt(clock.now()),

    async loadSeason(season, { signal }) {
      refuseAborted(signal, say('of-simulated-season', { season }))
      const seasons = seasonsAt(clock.now())
      if (!seasons.includes(season))
        throw new AppError('source/not-available', say('of-simulated-season', { season }), {
          detail: say('seasons-simulated', { first: seasons[0] ?? '', second: seasons[1] ?? '' }),
        })
      return { season, rounds: scheduleSeason(season, clock.now()), warnings: [] }
    },

    // Read as the archive's source reads Jolpica: the simulated season has answers in its words, too.
    ...createChampionship(
      async (path, _query, { signal }) => {
        refuseAborted(signal, path)
        const bytes = await readAnswer(`${JOLPICA_ROOT}${path}.json`, clock.now(), signal)
        return { bytes, changed: false }
      },
      () => seasonsAt(clock.now())[0] ?? 0,
    ),

    async fetchTopics(asked, names, options) {
      const { path } = asked
      refuseAborted(options.signal, asked.name)
      if (path === null || findByPath(path) === null || asked.startAt > clock.now())
        throw new AppError('source/not-available', path ?? asked.name)
      const made = madeOf(asked, path)
      const missing = names.filter((name) => !made.topics.has(name))
      if (missing.length > 0) {
        options.onProgress?.(0, 0)
        const fresh = await makeMissing(make, asked, path, missing, clock.now() - RECORDED_AFTER_MS, options)
        for (const [name, bytes] of fresh) made.topics.set(name, bytes)
      }
      const topics = new Map(names.flatMap((name) => entryOf(made, name)))
      const bytes = [...topics.values()].reduce((sum, topic) => sum + topic.byteLength, 0)
      options.onProgress?.(bytes, bytes)
      // Whether it is what was there before, nobody remembers: a session may have been under way then.
      return { topics, changed: missing.some((name) => made.topics.has(name)), receivedBytes: 0 }
    },
  }
}

function entryOf({ topics }: Made, name: TopicName): readonly (readonly [TopicName, Uint8Array])[] {
  const bytes = topics.get(name)
  return bytes === undefined ? [] : [[name, bytes]]
}

/** @throws AppError `task/cancelled`, and as MakeTopics. */
async function makeMissing(
  make: MakeTopics,
  { name, startAt, endAt }: SourceSession,
  path: string,
  topics: readonly TopicName[],
  untilAt: number,
  { signal, urgency = 'interactive' }: FetchOptions,
): Promise<TopicBytes> {
  try {
    return await make({ path, startAt, endAt, untilAt, topics }, { signal, urgency })
  } catch (error) {
    if (isAbort(error)) throw new AppError('task/cancelled', name, { cause: error })
    throw error
  }
}

function refuseAborted(signal: AbortSignal, subject: string): void {
  if (signal.aborted) throw new AppError('task/cancelled', subject, { cause: signal.reason })
}
