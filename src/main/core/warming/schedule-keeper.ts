// Keeps the schedule: asks how things stand, lets the policy decide, stores what it decided, and begins the run.
// Has no timers: whoever has them calls `check`, as often as they like, at the wrong times, and many at once.

import type { Season } from '@contract/calendar'
import type { SessionCode } from '@contract/ids'
import type { WarmingSchedule } from '@contract/settings'
import type { ScheduleStatus } from '@contract/warming'
import type { Clock, Logger } from '../ports'
import type { Conditions } from './hold-reasons'
import { decide, finish, type Decision, type RunOutcome, type ScheduleAction } from './schedule-policy'
import { firstState, type RunOrder, type ScheduleState, type ScheduleStore } from './schedule-state'
import { readRule, scheduleStatus, type ReadRule } from './schedule-status'
import type { SurroundingsChange } from './surroundings'

export type CheckCause =
  'start' | 'tick' | 'rule' | 'clock-changed' | 'settings' | 'network' | 'run-ended' | SurroundingsChange

export interface ScheduleSettings {
  readonly schedule: WarmingSchedule
  /** The sessions of the strategy. */
  readonly sessions: readonly SessionCode[]
}

/** How things stand, as far as it can be told at once. */
export type PresentConditions = Omit<Conditions, 'running' | 'season'> & {
  /** Whether a run is going on that the schedule did not begin. */
  readonly isOtherRunning: boolean
}

export interface ScheduleKeeperOptions {
  readonly clock: Clock
  readonly logger: Logger
  readonly store: ScheduleStore
  readonly settings: () => ScheduleSettings
  readonly conditions: () => Promise<PresentConditions>
  /**
   * The archive's current season, or null (see `Conditions`). Asked for only when a run would begin, or sessions are
   * watched; checks wait for it, so it must not take long. A rejection is taken for null.
   */
  readonly season: () => Promise<Season | null>
  /** Carries out a run to its end. A rejection is logged and taken for `failed`. */
  readonly startRun: (order: RunOrder) => Promise<RunOutcome>
  /** A random integer, 0..2³²−1: called once in the life of an installation. */
  readonly newSeed: () => number
  readonly onChange?: () => void
}

export class ScheduleKeeper {
  private state: ScheduleState | null = null
  /** What the disk has; behind `state` while it is full. */
  private stored: ScheduleState | null = null
  private cannotStore = false
  private action: ScheduleAction = { kind: 'none' }
  private nextAt: number | null = null
  private read: ReadRule | null = null
  private isOwnRunning = false
  private isClosed = false
  /** Whatever changes the state waits for what came before. */
  private work: Promise<void> = Promise.resolve()
  /** The check that has been asked for and has not begun: all who ask meanwhile share it. */
  private waiting: Promise<void> | null = null

  constructor(private readonly options: ScheduleKeeperOptions) {}

  /** Resolves when a decision has been made that knows of everything up to this call. Never rejects. */
  check(cause: CheckCause): Promise<void> {
    this.waiting ??= this.enqueue(async () => {
      this.waiting = null
      await this.checkNow(cause)
    })
    return this.waiting
  }

  status(): ScheduleStatus {
    const { schedule } = this.options.settings()
    const { action } = this
    const held = action.kind === 'hold' ? { dueAt: action.dueAt, reason: action.reason } : null
    return scheduleStatus(schedule, this.readRule(schedule), this.state, held, this.options.clock.now())
  }

  /** Epoch ms at which the next check is worth most, or null. There should be others: clocks and networks change. */
  nextCheckAt(): number | null {
    return this.nextAt
  }

  /**
   * From now on nothing begins, and how a run ends is no longer taken down: one that ends because the application does
   * is due again at the next start. Close this before the tasks are cancelled. May be called twice.
   */
  close(): void {
    this.isClosed = true
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this.work = this.work.then(step).catch((error: unknown) => {
      this.log('error', 'the schedule could not be checked', { reason: String(error) })
    })
    return this.work
  }

  private async checkNow(cause: CheckCause): Promise<void> {
    if (this.isClosed) return
    const known = await this.loadState()
    const { isOtherRunning, ...present } = await this.options.conditions()
    const running = this.isOwnRunning ? 'own' : isOtherRunning ? 'other' : null
    const decideWith = (season: Season | null): Decision => {
      const { schedule, sessions } = this.options.settings()
      return decide({
        settings: schedule,
        sessions,
        rule: this.readRule(schedule).rule,
        state: known,
        conditions: { ...present, running, season },
        now: this.options.clock.now(),
      })
    }
    let decision = decideWith(null)
    if (decision.action.kind === 'run' || this.options.settings().schedule.afterSessions)
      decision = decideWith(await this.season())
    if (this.isClosed) return
    await this.carryOut(known, decision, cause)
  }

  private async carryOut(known: ScheduleState, decision: Decision, cause: CheckCause): Promise<void> {
    const { state, action } = decision
    const before = this.action
    this.logSkipped(known, state, cause)
    if (!(await this.save(state)) && action.kind === 'run') {
      // Without the mark a run that is cut off would be forgotten, and one that is not would be repeated.
      this.state ??= known
      // The next tick will do: an alarm that has passed would ring again at once.
      this.nextAt = null
      this.action = { kind: 'hold', dueAt: action.order.dueAt, reason: 'disk' }
      this.options.onChange?.()
      return
    }
    this.state = state
    this.action = action
    this.nextAt = decision.nextCheckAt
    // Closed while it was being stored: what is marked and never began is made up for at the next start.
    if (action.kind === 'run' && !this.isClosed) this.begin(action.order, cause)
    if (action.kind === 'hold' && !(before.kind === 'hold' && before.reason === action.reason))
      this.log('info', `a run is held back: ${action.reason}`, { ...dated(action.dueAt), cause })
    if (state !== known || !isSame(before, action)) this.options.onChange?.()
  }

  private begin(order: RunOrder, cause: CheckCause): void {
    this.isOwnRunning = true
    this.log('info', `a run begins: ${order.trigger}`, { ...dated(order.dueAt), cause })
    void this.runToItsEnd(order)
      .then((outcome) => this.enqueue(() => this.takeDown(order, outcome)))
      .then(() => this.check('run-ended'))
  }

  private async runToItsEnd(order: RunOrder): Promise<RunOutcome> {
    try {
      return await this.options.startRun(order)
    } catch (error) {
      this.log('error', 'a run broke off', { ...dated(order.dueAt), reason: String(error) })
      return { result: 'failed', runId: null, notYet: [] }
    }
  }

  private async takeDown(order: RunOrder, outcome: RunOutcome): Promise<void> {
    this.isOwnRunning = false
    if (this.isClosed || this.state === null) return
    const { notYet, ...told } = outcome
    this.log('info', `a run ended: ${outcome.result}`, {
      ...dated(order.dueAt),
      ...told,
      ...(notYet.length > 0 && { notYet }),
    })
    const ended = finish(this.state, outcome, this.options.clock.now())
    await this.save(ended)
    this.state = ended
    this.action = { kind: 'none' }
    this.options.onChange?.()
  }

  private async loadState(): Promise<ScheduleState> {
    if (this.state !== null) return this.state
    const stored = this.options.store.load()
    if (stored !== null) {
      this.stored = stored
      return stored
    }
    // Stored at once, also when nothing else changes: the seed is thrown only once.
    const first = firstState(this.options.newSeed())
    await this.save(first)
    return first
  }

  /** @returns whether it is stored; a disk that is full must not stop the schedule from thinking. */
  private async save(state: ScheduleState): Promise<boolean> {
    if (state === this.stored) return true
    try {
      await this.options.store.save(state)
      this.stored = state
      this.cannotStore = false
      return true
    } catch (error) {
      if (!this.cannotStore) this.log('warn', 'the schedule cannot be stored', { reason: String(error) })
      this.cannotStore = true
      return false
    }
  }

  private async season(): Promise<Season | null> {
    try {
      return await this.options.season()
    } catch (error) {
      this.log('info', 'the calendar is not known', { reason: String(error) })
      return null
    }
  }

  private readRule({ rule: text, zone }: WarmingSchedule): ReadRule {
    if (this.read?.text === text && this.read.zone === zone) return this.read
    this.read = readRule(text, zone)
    if (this.read.problem !== null) this.log('warn', this.read.problem.message)
    return this.read
  }

  private logSkipped(known: ScheduleState, state: ScheduleState, cause: CheckCause): void {
    const old = new Set(known.history)
    for (const entry of state.history.filter((each) => !old.has(each)).reverse()) {
      const { dueAt, reason, sessions } = entry
      this.log('info', `a run is skipped: ${reason}`, {
        ...dated(dueAt),
        cause,
        ...(sessions.length > 0 && { sessions }),
      })
    }
  }

  private log(level: 'info' | 'warn' | 'error', message: string, fields?: Record<string, unknown>): void {
    this.options.logger.log(level, 'schedule', message, fields)
  }
}

function dated(dueAt: number): { readonly dueAt: string } {
  return { dueAt: new Date(dueAt).toISOString() }
}

function isSame(a: ScheduleAction, b: ScheduleAction): boolean {
  return (
    a.kind === b.kind &&
    (a.kind !== 'hold' || b.kind !== 'hold' || (a.dueAt === b.dueAt && a.reason === b.reason))
  )
}
