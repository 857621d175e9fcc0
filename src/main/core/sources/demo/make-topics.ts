// From a request to bytes: the long work of the simulated season, meant for a worker thread. Pure.

import type { Urgency } from '@contract/tasks'
import { AppError } from '../../app-error'
import { TELEMETRY_TOPICS, TIMING_TOPICS, type TopicBytes, type TopicName } from '../../session/topics'
import { simulateSession, type DemoSession, type SessionDate } from './demo-session'
import { findByPath } from './schedule'
import { BYTE_ORDER_MARK, wireTime } from './wire'
import { createDemoWorld, type DemoWorld } from './weekend'

export interface SimulationRequest extends SessionDate {
  /** Epoch ms: what the archive has by then. Later than the session's end for a session that is over. */
  readonly untilAt: number
  readonly topics: readonly TopicName[]
}

/**
 * Topics the session lacks are absent from the result.
 * @throws AppError `source/not-available` for a path no season has.
 */
export type MakeTopics = (
  request: SimulationRequest,
  options: { readonly signal: AbortSignal; readonly urgency: Urgency },
) => Promise<TopicBytes>

export function isTopic(name: string): name is TopicName {
  return [...TIMING_TOPICS, ...TELEMETRY_TOPICS].some((topic) => topic === name)
}

/** Makes sessions and their topics, one session at a time. */
export interface TopicMaker {
  readonly world: DemoWorld
  /** @throws AppError `source/not-available` for a path no season has. */
  session(date: SessionDate): DemoSession
  /** @throws AppError as `session`. */
  topics(request: SimulationRequest): TopicBytes
}

/** A maker with a memory: laps are asked for first, telemetry of the same session right after. */
export function createTopicMaker(): TopicMaker {
  const world = createDemoWorld()
  let latest: { readonly key: string; readonly session: DemoSession } | null = null

  const simulated = ({ path, startAt, endAt }: SessionDate): DemoSession => {
    const key = `${path} ${startAt}`
    if (latest?.key === key) return latest.session
    const found = findByPath(path)
    if (found === null) throw new AppError('source/not-available', path)
    latest = null // A race has some 80 MB; two at a time are one too many.
    const session = simulateSession(world, found.grandPrix, found.code, { startAt, endAt, path })
    latest = { key, session }
    return session
  }

  return {
    world,
    session: simulated,
    topics: (request) => {
      const session = simulated(request)
      const untilMs = request.untilAt - session.zeroAt
      const topics = new Map<TopicName, Uint8Array>()
      for (const name of request.topics) {
        const lines = session.lines(name)
        if (lines !== null) topics.set(name, collect(lines, untilMs))
      }
      return topics
    },
  }
}

/** Joined in pieces: a race's telemetry in one string would be held twice. */
const LINES_A_PIECE = 500
/** No session comes near; stamps have two digits for the hour. */
const LONGEST_MS = 99 * 3_600_000

/** @param untilMs session time; later lines have not been recorded yet. */
export function collect(lines: Iterable<string>, untilMs: number): Uint8Array {
  const pieces: Buffer[] = []
  let piece: string[] = [BYTE_ORDER_MARK]
  // Stamps have one length, so their order is that of the text.
  const until = untilMs < 0 ? '' : wireTime(Math.min(untilMs, LONGEST_MS))
  for (const line of lines) {
    if (line.slice(0, until.length) > until || until === '') break
    piece.push(line)
    if (piece.length < LINES_A_PIECE) continue
    pieces.push(Buffer.from(piece.join('')))
    piece = []
  }
  pieces.push(Buffer.from(piece.join('')))
  return Buffer.concat(pieces)
}
