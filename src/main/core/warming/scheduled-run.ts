// What the schedule orders, carried out: the strategy as it stands, or the sessions that have just ended.

import { sessionKey, type SessionId, type SourceKind } from '@contract/ids'
import type { ErrorCode } from '@contract/errors'
import type { TaskId } from '@contract/tasks'
import type { RunReport, WarmItem } from '@contract/warming'
import { isAbort } from '../app-error'
import type { RunOutcome } from './schedule-policy'
import type { RunOrder } from './schedule-state'
import type { Warming } from './warming'

export interface ScheduledRunParts {
  readonly warming: Pick<Warming, 'start'>
  /** What a run was to make, and what became of each. */
  readonly itemsOf: (id: TaskId) => readonly WarmItem[]
  /** What the strategy warms. */
  readonly source: () => SourceKind
}

/** Troubles that mean "not in the archive yet". */
const NOT_YET: ReadonlySet<ErrorCode> = new Set([
  'session/not-available',
  'session/not-run',
  'source/not-available',
  'source/no-data',
])

/** Resolves at the end of the run. @throws what keeps a run from being planned, e.g. AppError `source/unreachable`. */
export async function carryOutOrder(order: RunOrder, parts: ScheduledRunParts): Promise<RunOutcome> {
  if (order.sessions.length === 0) {
    const { id, done } = parts.warming.start({ kind: 'recent', source: parts.source() }, order.trigger)
    return (await endOf(id, done)).outcome
  }
  let last: RunOutcome = { result: 'done', runId: null, notYet: [] }
  const notYet: string[] = []
  for (const session of order.sessions) {
    const { outcome, isThere } = await warmEnded(session, order, parts)
    if (!isThere) notYet.push(sessionKey(session))
    last = outcome
    if (outcome.result === 'cancelled') break
  }
  return { ...last, notYet }
}

async function warmEnded(
  { source, season, round, session }: SessionId,
  { trigger }: RunOrder,
  { warming, itemsOf }: ScheduledRunParts,
): Promise<{ readonly outcome: RunOutcome; readonly isThere: boolean }> {
  const wish = { kind: 'race', source, season, round, sessions: [session] } as const
  const { id, done } = warming.start(wish, trigger)
  const { outcome, report } = await endOf(id, done)
  const isMissing = itemsOf(id).some(({ error }) => error !== null && NOT_YET.has(error.code))
  const { warmed = 0, alreadyWarm = 0 } = report?.summary ?? {}
  const isThere = !isMissing || warmed + alreadyWarm > 0
  // That it is not there yet is no failure of the run: it is asked for again.
  return { outcome: isThere ? outcome : { ...outcome, result: 'done' }, isThere }
}

async function endOf(
  id: TaskId,
  done: Promise<RunReport>,
): Promise<{ readonly outcome: RunOutcome; readonly report: RunReport | null }> {
  try {
    const report = await done
    const result = report.outcome === 'failed' ? 'failed' : 'done'
    return { outcome: { result, runId: id, notYet: [] }, report }
  } catch (error) {
    if (!isAbort(error)) throw error
    return { outcome: { result: 'cancelled', runId: id, notYet: [] }, report: null }
  }
}
