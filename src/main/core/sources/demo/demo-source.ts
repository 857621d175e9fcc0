// A season that never took place, served like the archive's: same port, same bytes. What tests and first-time
// users run is therefore what everyone runs. Everything is made on demand; nothing touches network or disk.

import type { DriverStanding } from '@contract/calendar'
import { AppError } from '../../app-error'
import type { Clock } from '../../ports'
import type { TopicName } from '../../session/topics'
import { NO_RACE_CONTEXT, type FetchOptions, type SessionSource, type SourceSession } from '../session-source'
import { simulateQualifying, type DemoSession } from './demo-session'
import { DEMO_FIELD, type DemoDriver } from './field'
import { DEMO_GRANDS_PRIX, qualifyingPath, scheduleRound } from './grand-prix'
import { BYTE_ORDER_MARK } from './wire'

/** Lines made before other work gets its turn: about 10 ms, so that windows and menus stay alive meanwhile. */
const LINES_PER_TURN = 250

/** What has been made of one session so far. */
interface Simulated {
  readonly path: string
  readonly startAt: number
  readonly session: DemoSession
  readonly topics: Map<TopicName, Uint8Array>
}

export interface DemoSourceOptions {
  /** Dates the season: the current year, its qualifying behind us, its race to come. */
  readonly clock: Clock
  /** Resolves after other work of the thread has had its turn. */
  readonly pause: () => Promise<void>
}

export function createDemoSource({ clock, pause }: DemoSourceOptions): SessionSource {
  const currentSeason = (): number => new Date(clock.now()).getUTCFullYear()
  // One is enough: its laps are asked for first, its telemetry right after. Each holds some 6 MB.
  let latest: Simulated | null = null

  const simulated = (asked: SourceSession): Simulated => {
    if (latest?.path === asked.path && latest.startAt === asked.startAt) return latest
    latest = simulate(asked)
    return latest
  }

  return {
    kind: 'demo',

    seasons: () => [currentSeason()],

    async loadSeason(season, { signal }) {
      refuseAborted(signal, `simulated season ${season}`)
      if (season !== currentSeason())
        throw new AppError('source/not-available', `simulated season ${season}`, {
          detail: `only ${currentSeason()} is simulated`,
        })
      const rounds = DEMO_GRANDS_PRIX.map((grandPrix) => scheduleRound(grandPrix, season, clock.now()))
      return { season, rounds, warnings: [] }
    },

    async loadStandings(season, round, { signal }) {
      refuseAborted(signal, `simulated standings of ${season}`)
      // The one race of the simulated season is always still to come.
      if (season !== currentSeason() || round !== 'latest')
        throw new AppError('source/not-available', `simulated standings of ${season}`, {
          detail: 'no simulated race has been run',
        })
      return { season, round: null, drivers: DEMO_FIELD.map(unscored), warnings: [] }
    },

    loadRaceContext: () => Promise.resolve(NO_RACE_CONTEXT),

    async fetchTopics(asked, names, options) {
      refuseAborted(options.signal, asked.name)
      const { session, topics } = simulated(asked)
      const fetched = new Map<TopicName, Uint8Array>()
      let isFirst = false
      let bytes = 0
      for (const name of names) {
        const lines = session.lines(name)
        if (lines === null) continue
        let topic = topics.get(name)
        if (topic === undefined) {
          isFirst = true
          topic = await collect(lines, asked.name, options, bytes, pause)
          topics.set(name, topic)
        }
        fetched.set(name, topic)
        bytes += topic.byteLength
      }
      options.onProgress?.(bytes, bytes)
      // What is simulated never changes: asked whether it did, the answer is no, also right after a start.
      return { topics: fetched, changed: isFirst && options.freshness === 'cached', receivedBytes: 0 }
    },
  }
}

/** @throws AppError `source/not-available` for a path this season does not have. */
function simulate({ path, name, startAt, endAt }: SourceSession): Simulated {
  const season = Number.parseInt(path ?? '', 10)
  const grandPrix = DEMO_GRANDS_PRIX.find((each) => qualifyingPath(season, each) === path)
  if (path === null || grandPrix === undefined) throw new AppError('source/not-available', path ?? name)
  const session = simulateQualifying(grandPrix, season, startAt, endAt)
  return { path, startAt, session, topics: new Map() }
}

/** @param bytesBefore of the topics already made in this call. @throws AppError `task/cancelled`. */
async function collect(
  lines: Generator<string>,
  subject: string,
  { signal, onProgress }: FetchOptions,
  bytesBefore: number,
  pause: DemoSourceOptions['pause'],
): Promise<Uint8Array> {
  const parts: Buffer[] = [Buffer.from(BYTE_ORDER_MARK)]
  let bytes = bytesBefore
  for (let turn: string[] = [], done = false; !done; turn = []) {
    while (turn.length < LINES_PER_TURN && !done) {
      const next = lines.next()
      if (next.done === true) done = true
      else turn.push(next.value)
    }
    const part = Buffer.from(turn.join(''))
    parts.push(part)
    bytes += part.length
    onProgress?.(bytes, 0)
    await pause()
    refuseAborted(signal, subject)
  }
  return Buffer.concat(parts)
}

/** A driver's place in a championship without a race: none, and no points. */
function unscored({ code, number, firstName, lastName, team }: DemoDriver): DriverStanding {
  const driverId = `simulated_${lastName.toLowerCase()}`
  const name = `${firstName} ${lastName}`
  return { position: null, code, driverId, number, name, team: team.name, points: 0, wins: 0 }
}

function refuseAborted(signal: AbortSignal, subject: string): void {
  if (signal.aborted) throw new AppError('task/cancelled', subject, { cause: signal.reason })
}
