// Weeks of a computer's life in moments: awake it ticks, asleep it does not, its clock can be set, the application can
// be killed, and what the schedule remembers goes through its stored form every time.
import type { Season } from '@contract/calendar'
import { DEFAULT_SETTINGS, type WarmingSchedule } from '@contract/settings'
import type { SessionCode } from '@contract/ids'
import { ClockWatch } from '@main/core/warming/clock-watch'
import { ScheduleKeeper, type CheckCause, type PresentConditions } from '@main/core/warming/schedule-keeper'
import type { RunOutcome } from '@main/core/warming/schedule-policy'
import { scheduleStateSchema, type RunOrder } from '@main/core/warming/schedule-state'

const MINUTE_MS = 60_000

export interface SimulatedRun {
  readonly order: RunOrder
  /** By the wall clock. */
  readonly begunAt: number
  /** By the clock that only runs forward. */
  readonly endsAt: number
  readonly resolve: (outcome: RunOutcome) => void
  end: 'ended' | 'killed' | null
}

export interface LogLine {
  readonly at: number
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>> | undefined
}

export class ScheduleSimulator {
  readonly runs: SimulatedRun[] = []
  readonly log: LogLine[] = []
  schedule: WarmingSchedule
  sessions: readonly SessionCode[] = ['Q', 'R']
  present: PresentConditions = {
    isOtherRunning: false,
    paused: null,
    isOnline: true,
    isOnBattery: false,
    isMetered: false,
    isDiskOk: true,
  }
  season: Season | null = null
  runMs = 4 * MINUTE_MS
  /** Longer than in the application, for the sake of time; the alarms between the ticks are the same. */
  tickMs = 20 * MINUTE_MS
  outcome: (order: RunOrder, runId: string) => RunOutcome = (_order, runId) => ({
    result: 'done',
    runId,
    notYet: [],
  })
  canStore = true
  keeper: ScheduleKeeper
  seasonAsked = 0
  private stored: string | null = null
  private wall: number
  private monotonic = 0
  private watch: ClockWatch
  private readonly clock = { now: () => this.wall, elapsed: () => this.monotonic }

  constructor(now: number, schedule: Partial<WarmingSchedule> = {}) {
    this.wall = now
    this.schedule = { ...DEFAULT_SETTINGS.schedule, maxDelayMs: 0, ...schedule }
    this.watch = new ClockWatch(this.clock)
    this.keeper = this.newKeeper()
  }

  now(): number {
    return this.wall
  }

  /** Instants by the rule of the runs that have begun, in that order. */
  dueInstants(): readonly string[] {
    return this.runs.map(({ order }) => iso(order.dueAt))
  }

  async start(): Promise<void> {
    await this.check('start')
  }

  async check(...causes: readonly CheckCause[]): Promise<void> {
    await Promise.all(causes.map((cause) => this.keeper.check(cause)))
    await settle()
  }

  async awake(ms: number): Promise<void> {
    const until = this.monotonic + ms
    while (this.monotonic < until) {
      const alarm = (this.keeper.nextCheckAt() ?? Infinity) - this.wall
      const running = this.running()
      const step = Math.min(
        until - this.monotonic,
        this.tickMs,
        Math.max(1_000, alarm),
        running === null ? Infinity : Math.max(1, running.endsAt - this.monotonic),
      )
      this.pass(step)
      if (running !== null && this.monotonic >= running.endsAt) await this.endRun(running)
      await this.check(this.watch.hasJumped() ? 'clock-changed' : 'tick')
    }
  }

  async awakeUntil(at: number): Promise<void> {
    await this.awake(at - this.wall)
  }

  /** Every timer that should have fired meanwhile fires at once on waking. */
  async sleep(ms: number): Promise<void> {
    this.wall += ms
    await this.check('resume', 'tick', 'rule', 'tick', 'tick', 'clock-changed')
  }

  /** The application is not running; it is closed before, and started again afterwards. */
  async absent(ms: number): Promise<void> {
    this.keeper.close()
    this.keeper.close()
    await this.restartAfter(ms)
  }

  async kill(ms = MINUTE_MS): Promise<void> {
    await this.restartAfter(ms)
  }

  setClock(at: number): void {
    this.wall = at
  }

  async setSchedule(change: Partial<WarmingSchedule>): Promise<void> {
    this.schedule = { ...this.schedule, ...change }
    await this.check('settings')
  }

  async setPresent(change: Partial<PresentConditions>, cause: CheckCause = 'network'): Promise<void> {
    this.present = { ...this.present, ...change }
    await this.check(cause)
  }

  running(): SimulatedRun | null {
    const last = this.runs.at(-1)
    return last === undefined || last.end !== null ? null : last
  }

  private async endRun(run: SimulatedRun): Promise<void> {
    run.end = 'ended'
    run.resolve(this.outcome(run.order, `run-${this.runs.length}`))
    await settle()
  }

  private async restartAfter(ms: number): Promise<void> {
    // Its keeper lives on, as garbage would, and is never asked again.
    const running = this.running()
    if (running !== null) running.end = 'killed'
    this.pass(ms)
    this.watch = new ClockWatch(this.clock)
    this.keeper = this.newKeeper()
    await this.start()
  }

  private pass(ms: number): void {
    this.wall += ms
    this.monotonic += ms
  }

  private newKeeper(): ScheduleKeeper {
    return new ScheduleKeeper({
      clock: this.clock,
      logger: {
        log: (_level, _area, message, fields) => this.log.push({ at: this.wall, message, fields }),
      },
      store: {
        load: () => (this.stored === null ? null : scheduleStateSchema.parse(JSON.parse(this.stored))),
        save: (state) => {
          if (!this.canStore) return Promise.reject(new Error('no space'))
          this.stored = JSON.stringify(state)
          return Promise.resolve()
        },
      },
      settings: () => ({ schedule: this.schedule, sessions: this.sessions }),
      conditions: () => Promise.resolve(this.present),
      season: () => {
        this.seasonAsked += 1
        return Promise.resolve(this.season)
      },
      startRun: (order) => {
        // The mark must be on the disk before anything of the run happens.
        const marked = scheduleStateSchema.parse(JSON.parse(this.stored ?? 'null'))
        if (marked.begun?.order.dueAt !== order.dueAt) throw new Error('begun without a mark')
        if (this.running() !== null) throw new Error('two runs at once')
        return new Promise((resolve) => {
          const endsAt = this.monotonic + this.runMs
          this.runs.push({ order, begunAt: this.wall, endsAt, resolve, end: null })
        })
      },
      newSeed: () => 12_345,
    })
  }
}

/** `2026-11-30T03:00`, UTC. */
export function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 16)
}

async function settle(): Promise<void> {
  await new Promise(setImmediate)
}
