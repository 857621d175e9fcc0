// A run of the warming: plan, then session by session, and a report at the end. It holds where it may not go on,
// tries again what may help, and records every trouble at the item it concerns.

import type { ErrorCode, ErrorReport } from '@contract/errors'
import { sessionKey, type SessionId } from '@contract/ids'
import type { TaskId, TaskStage } from '@contract/tasks'
import type {
  HoldReason,
  PlannedSession,
  RunReport,
  RunTrigger,
  WarmItem,
  WarmPlan,
  WarmRequest,
  WarmSummary,
} from '@contract/warming'
import PQueue from 'p-queue'
import { AppError, isAbort, toReport } from '../app-error'
import type { Clock, Logger, Sleep } from '../ports'
import { HoldWatch, watchGate, type ShutTime } from './hold-watch'
import type { SessionCost } from './own-record'
import { EMPTY_LEDGER, outcomeOf, remainingMs, summaryOf, withItems, type RunLedger } from './run-ledger'
import { itemsInState, warmSession, type WarmableGallery } from './warm-session'
import type { Gate } from './warming-gate'

/** What a run tells of itself while it goes on: the visible task it is. */
export interface RunDesk {
  readonly id: TaskId
  readonly signal: AbortSignal
  report(stage: TaskStage, done: number, total: number, remainingMs: number | null): void
  /** Bytes that came over the network for its parts so far. */
  receivedBytes(): number
  /** What those of its parts have cost that are about `subject`. */
  costOf(subject: string): SessionCost
  setRun(report: RunReport): void
  setItems(items: readonly WarmItem[]): void
  /** Shows what it waits for; `resume` ends that. */
  delay(reason: HoldReason | 'next-attempt', untilAt: number | null): void
  resume(): void
}

export interface RunParts {
  readonly gallery: WarmableGallery
  readonly gate: Gate
  readonly clock: Clock
  readonly logger: Logger
  readonly sleep: Sleep
  readonly makePlan: (request: WarmRequest, signal: AbortSignal) => Promise<WarmPlan>
  /** Asked before each session: settings may change while a run goes on. */
  readonly maxConcurrent: () => number
  readonly alertAfterMs: () => number
  /** Told what a session has cost that was made from nothing. */
  readonly measured: (id: SessionId, cost: SessionCost) => void
  readonly onOverdue: (id: TaskId) => void
  /** Calls now and then, so that a run that hangs is noticed. @returns a function that ends it. */
  readonly heartbeat: (beat: () => void) => () => void
}

/**
 * Waits between the attempts at one session, ms. The network below retries by itself for half a minute; these reach
 * over a router that restarts and a host that is being deployed.
 */
const ATTEMPT_DELAYS_MS: readonly number[] = [5_000, 30_000]

/** The run tries again by itself, with its gate in between. */
const ONE_ATTEMPT = { max: 1, delaysMs: [] }

/**
 * Troubles that may be over in half a minute. A session the archive does not have is not among them: the next run
 * looks again.
 */
const MAY_PASS: ReadonlySet<ErrorCode> = new Set([
  'source/offline',
  'source/unreachable',
  'source/rate-limited',
  'source/unparsable',
  'task/timed-out',
  'task/thread-lost',
])

/** What a session lacks that another of the run may leave behind: it has another turn, after all others. */
const MAY_BE_LEFT: ErrorCode = 'session/no-line'

export class WarmingRun {
  private ledger: RunLedger = EMPTY_LEDGER
  private readonly expectedMs = { done: 0, total: 0 }
  private startedAt = 0
  private isOverdue = false
  private readonly holds: HoldWatch
  private readonly shutTime: ShutTime
  /** What the last hold waited for, for when the whole run has come to a halt. */
  private lastHold: readonly [reason: HoldReason | 'next-attempt', untilAt: number | null] = ['paused', null]

  constructor(
    private readonly request: WarmRequest,
    private readonly trigger: RunTrigger,
    private readonly desk: RunDesk,
    private readonly parts: RunParts,
  ) {
    this.shutTime = watchGate(parts.gate, parts.clock)
    this.holds = new HoldWatch((isHeld) => {
      if (isHeld) desk.delay(...this.lastHold)
      else desk.resume()
    })
  }

  /**
   * @returns the report, whatever failed within.
   * @throws AppError `task/cancelled`; and what keeps it from being planned at all, e.g. `source/unreachable`.
   */
  async carryOut(): Promise<RunReport> {
    const stopBeating = this.parts.heartbeat(() => this.tell('running'))
    try {
      return await this.go()
    } finally {
      stopBeating()
      this.shutTime.close()
    }
  }

  private async go(): Promise<RunReport> {
    const { desk, parts } = this
    this.startedAt = parts.clock.elapsed()
    // Before the list of stages begins: it is in the order in which they do.
    desk.setRun(this.reportAs('running'))
    desk.report('planning', 0, 0, null)
    const plan = await this.persist(() => parts.makePlan(this.request, desk.signal)).catch(
      (error: unknown) => {
        this.tell('failed')
        throw error
      },
    )
    await this.takeUp(plan)
    const cold = plan.sessions.filter(({ warmth, toDo }) => warmth !== 'warm' || toDo > 0)
    const lacking = await this.warmAll(cold, cold.length === 1)
    await this.warmAll(lacking, true)
    return this.tell(outcomeOf(this.summary()))
  }

  /** @returns sessions that wait for another turn; none when it is their last. */
  private async warmAll(
    planned: readonly PlannedSession[],
    isLastTurn: boolean,
  ): Promise<readonly PlannedSession[]> {
    const lacking: PlannedSession[] = []
    const { desk, parts } = this
    const sessions = new PQueue({ concurrency: Math.max(1, parts.maxConcurrent()) })
    const areDriversNamed = this.request.drivers?.kind === 'list'
    await Promise.all(
      planned.map((each) =>
        sessions.add(async () => {
          desk.signal.throwIfAborted()
          sessions.concurrency = Math.max(1, parts.maxConcurrent())
          const isDone = await this.warm(each, areDriversNamed, isLastTurn)
          if (!isDone) lacking.push(each)
        }),
      ),
    ).finally(() => sessions.clear())
    return lacking
  }

  /** Enters everything the plan names, so that the list is whole from the start. */
  private async takeUp(plan: WarmPlan): Promise<void> {
    this.ledger = { ...this.ledger, rounds: plan.rounds.length, sessions: plan.sessions.length }
    this.expectedMs.total = plan.totals.durationMs
    for (const planned of plan.sessions) {
      const stock = await this.parts.gallery.stockOf(planned.id)
      const isDone = planned.warmth === 'warm' && planned.toDo === 0
      this.enter(itemsInState(planned, stock, isDone ? 'already-warm' : 'waiting'))
    }
    this.enter(
      plan.gaps.map(({ subject, error, wasNamed }) => ({
        key: subject,
        state: wasNamed ? 'failed' : 'skipped',
        error,
      })),
    )
    this.tell('running')
  }

  /** @returns whether the run is done with it, well or not. */
  private async warm(
    planned: PlannedSession,
    areDriversNamed: boolean,
    isLastTurn: boolean,
  ): Promise<boolean> {
    const { gallery, measured } = this.parts
    const { id } = planned
    const stock = await gallery.stockOf(id)
    const before = itemsInState(planned, stock, 'active').map(({ key }) => key)
    const caller = { urgency: 'warming', runId: this.desk.id, attempts: ONE_ATTEMPT } as const
    try {
      const items = await this.persist(() => {
        this.enter(this.unfinished(itemsInState(planned, stock, 'active')))
        return warmSession({ planned, areDriversNamed }, gallery, caller)
      })
      this.enter(items, before)
      if (stock.laps === 'cold') measured(id, this.desk.costOf(sessionKey(id)))
    } catch (error) {
      if (this.desk.signal.aborted) throw error
      if (!isLastTurn && error instanceof AppError && error.code === MAY_BE_LEFT) {
        this.enter(itemsInState(planned, await gallery.stockOf(id), 'waiting'), before)
        return false
      }
      this.enter(this.unfinished(itemsInState(planned, stock, ...this.troubleOf(error, id))))
    }
    this.expectedMs.done += planned.durationMs
    this.tell('running')
    return true
  }

  private troubleOf(error: unknown, id: SessionId): readonly [WarmItem['state'], ErrorReport] {
    const report = toReport(error, this.desk.id)
    const stack = report.code === 'internal/bug' && error instanceof Error ? { stack: error.stack } : {}
    // Somebody has stopped this one session: that is no failure.
    const isStopped = isAbort(error)
    this.parts.logger.log(isStopped ? 'info' : 'warn', 'warming', report.message, {
      key: sessionKey(id),
      code: report.code,
      run: this.desk.id,
      ...stack,
    })
    return [isStopped ? 'skipped' : 'failed', report]
  }

  /** Those that the run has not dealt with: what was warm before the trouble is warm still. */
  private unfinished(items: readonly WarmItem[]): readonly WarmItem[] {
    return items.filter(({ key }) => {
      const state = this.ledger.items.get(key)?.state
      return state === undefined || state === 'waiting' || state === 'active'
    })
  }

  /** Carries out `work` when nothing holds it, and again after what may pass. */
  private async persist<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ;) {
      await this.passGate()
      try {
        return await this.holds.work(work)
      } catch (error) {
        const { signal } = this.desk
        if (signal.aborted || !(error instanceof AppError) || isAbort(error)) throw error
        // Without a network nothing is gained by counting: the gate holds until there is one.
        if (error.code === 'source/offline' && this.parts.gate.reason()?.reason === 'offline') continue
        const delayMs = ATTEMPT_DELAYS_MS[attempt]
        if (delayMs === undefined || !MAY_PASS.has(error.code)) throw error
        attempt += 1
        await this.hold('next-attempt', this.parts.clock.now() + delayMs, () =>
          this.parts.sleep(delayMs, signal),
        )
      }
    }
  }

  private async passGate(): Promise<void> {
    const { gate } = this.parts
    const { signal } = this.desk
    for (let held = gate.reason(); held !== null; held = gate.reason()) {
      await this.hold(held.reason, held.untilAt, () => gateChange(gate, signal))
    }
    signal.throwIfAborted()
  }

  private async hold(
    reason: HoldReason | 'next-attempt',
    untilAt: number | null,
    wait: () => Promise<void>,
  ): Promise<void> {
    this.lastHold = [reason, untilAt]
    await this.holds.hold(wait)
  }

  private enter(items: readonly WarmItem[], replaced: readonly string[] = []): void {
    this.ledger = withItems(this.ledger, items, replaced)
    this.desk.setItems([...this.ledger.items.values()])
    this.tell('running')
  }

  private summary(): WarmSummary {
    const tookMs = this.parts.clock.elapsed() - this.startedAt
    return summaryOf(this.ledger, this.desk.receivedBytes(), tookMs)
  }

  private tell(outcome: RunReport['outcome']): RunReport {
    const { desk, parts } = this
    const summary = this.summary()
    const workedMs = summary.durationMs - this.shutTime.ms()
    if (!this.isOverdue && workedMs > parts.alertAfterMs()) {
      this.isOverdue = true
      parts.onOverdue(desk.id)
    }
    const { warmed, alreadyWarm, skipped, failed } = summary
    const left = remainingMs(this.expectedMs, workedMs)
    desk.report('warming', warmed + alreadyWarm + skipped + failed, this.ledger.items.size, left)
    const report = this.reportAs(outcome)
    desk.setRun(report)
    return report
  }

  private reportAs(outcome: RunReport['outcome']): RunReport {
    const { trigger, request, isOverdue } = this
    return { trigger, request, summary: this.summary(), outcome, isOverdue }
  }
}

/**
 * Resolves with the gate's next change. @throws AbortError of the signal.
 */
function gateChange(gate: Gate, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => () => {
      stop()
      signal.removeEventListener('abort', onAbort)
      end()
    }
    const onAbort = settle(() => reject(new DOMException('cancelled while held', 'AbortError')))
    const stop = gate.onChange(settle(resolve))
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) onAbort()
  })
}
