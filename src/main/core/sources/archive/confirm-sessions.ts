// Which of the sessions that ended lately the archive has in full: it says so by a status of `Finalised` or `Ends`.
// Asks for one small file a session, few of them a listing, and none for what it has already learned. Owns the order
// of asking and what an answer means; how to ask is passed in.

import { say } from '@contract/phrases'
import { needsConfirmation } from '../../calendar/season'
import { readStatusChanges } from '../../session/session-status'
import { readStream } from '../../session/stream'
import type { SourceSeason, SourceSession } from '../session-source'

/** A weekend has five sessions, and all but the newest are commonly known: so this is rarely reached. */
const MOST_REQUESTS = 5

export interface StatusProbe {
  /** What is known of the session in a folder without asking; null where it must be asked. */
  remember(path: string): Promise<'yes' | 'not-yet' | null>
  /** Null when nobody answers. */
  ask(path: string): Promise<'yes' | 'not-yet' | null>
}

/** True when a session's status topic says that it is over. @param bytes the topic as served. */
export function saysItIsOver(bytes: Uint8Array): boolean {
  const statuses = readStatusChanges(readStream('SessionStatus', bytes).messages)
  return statuses.some(({ status }) => status === 'Finalised' || status === 'Ends')
}

/**
 * The season with what the archive says about its latest sessions. A confirmed session has the folder in which it was
 * found. Where the archive cannot be reached the schedule decides, and a warning says so; a session beyond this
 * listing's share of requests waits for the next one.
 */
export async function confirmSessions(
  season: SourceSeason,
  now: number,
  probe: StatusProbe,
): Promise<SourceSeason> {
  const candidates = season.rounds
    .flatMap((round) => round.sessions)
    .filter((session) => needsConfirmation(session, now))
    // What the index lists is there, or about to be; what it does not list may never come and must not use up the share.
    .toSorted((a, b) => Number(isBuilt(a)) - Number(isBuilt(b)) || a.startAt - b.startAt)
  if (candidates.length === 0) return season
  const inquiry = new Inquiry(probe)
  const answers = new Map<SourceSession, SourceSession>()
  // One after the other: where nobody answers the first time nobody is asked again.
  for (const session of candidates) answers.set(session, await inquiry.confirm(session))
  return {
    ...season,
    rounds: season.rounds.map((round) => ({
      ...round,
      sessions: round.sessions.map((session) => answers.get(session) ?? session),
    })),
    warnings: inquiry.isOffline ? [...season.warnings, say('latest-not-asked')] : season.warnings,
  }
}

function isBuilt({ builtPaths }: SourceSession): boolean {
  return builtPaths !== undefined
}

class Inquiry {
  isOffline = false
  private requests = 0

  constructor(private readonly probe: StatusProbe) {}

  async confirm(session: SourceSession): Promise<SourceSession> {
    const paths = session.builtPaths ?? (session.path === null ? [] : [session.path])
    for (const path of paths) {
      if ((await this.answerOf(path)) === 'yes')
        return { ...session, path, archived: 'yes', ...(session.builtPaths && { builtPaths: [path] }) }
    }
    return this.isOffline ? session : { ...session, archived: 'not-yet' }
  }

  private async answerOf(path: string): Promise<'yes' | 'not-yet' | null> {
    const known = await this.probe.remember(path)
    if (known !== null || this.isOffline || this.requests >= MOST_REQUESTS) return known
    this.requests++
    const answer = await this.probe.ask(path)
    this.isOffline = answer === null
    return answer
  }
}
