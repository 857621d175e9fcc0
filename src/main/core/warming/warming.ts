// The warming as the rest of the application sees it: plan, start, pause, and what is going on. One run at a time; a
// wish that comes to the same run as one that goes on or waits joins it.

import type { SessionCode, SourceKind } from '@contract/ids'
import type { Settings } from '@contract/settings'
import type { TaskId } from '@contract/tasks'
import type { RunReport, RunTrigger, WarmPlan, WarmRequest } from '@contract/warming'
import { isAbort } from '../app-error'
import type { Clock, Logger, Sleep } from '../ports'
import { gatherPlan } from './gather-plan'
import { expectedCost, withMeasured, type OwnRecord } from './own-record'
import { WarmingRun, type RunDesk, type RunParts } from './run'
import type { Gate } from './warming-gate'
import type { WarmableGallery } from './warm-session'
import { isSameWish, wishKind, wishSubject } from './wish'

/** Makes a run visible: as a task that takes no place in the queue. */
export interface RunDesks {
  /** Resolves with what `work` does. The task's id is known at once. */
  open<T>(
    order: {
      readonly kind: ReturnType<typeof wishKind>
      readonly source: SourceKind
      readonly subject: string
      /** Does it once more, as a run of its own. */
      readonly again: () => Promise<unknown>
    },
    work: (desk: RunDesk) => Promise<T>,
  ): { readonly id: TaskId; readonly done: Promise<T> }
}

export interface RecordFile {
  read(): Promise<OwnRecord>
  write(record: OwnRecord): Promise<void>
}

export interface WarmingParts {
  readonly galleries: Readonly<Record<SourceKind, WarmableGallery>>
  readonly desks: RunDesks
  readonly settings: () => Pick<Settings, 'strategy' | 'alertAfterMs'>
  /** What holds work of a source back, a pause excepted. */
  readonly gates: Readonly<Record<SourceKind, Gate>>
  readonly records: RecordFile
  readonly clock: Clock
  readonly logger: Logger
  readonly sleep: Sleep
  readonly heartbeat: RunParts['heartbeat']
  readonly onOverdue?: (id: TaskId) => void
  readonly onRunEnded?: (id: TaskId, report: RunReport) => void
}

/** A run that goes on or waits for its turn. */
interface Going {
  readonly id: TaskId
  readonly request: WarmRequest
  readonly done: Promise<RunReport>
}

export class Warming {
  private readonly going: Going[] = []
  private record: Promise<OwnRecord> | null = null

  constructor(private readonly parts: WarmingParts) {}

  /** The run that goes on, or null. */
  get runId(): TaskId | null {
    return this.going[0]?.id ?? null
  }

  /** What a run would do, without doing it. @throws AppError as `gatherPlan`. */
  async plan(request: WarmRequest, signal: AbortSignal): Promise<WarmPlan> {
    const { galleries, settings, clock, logger } = this.parts
    const record = await this.readRecord()
    const sources = {
      gallery: galleries[request.source],
      strategy: settings().strategy,
      record,
      now: clock.now(),
      logger,
    }
    return await gatherPlan(request, sources, signal)
  }

  /** What a session has cost that was made from nothing. Asks nobody. */
  async costOf(source: SourceKind, code: SessionCode): Promise<ReturnType<typeof expectedCost>> {
    return expectedCost(await this.readRecord(), source, code)
  }

  /**
   * Begins a run, or queues it behind the one that goes on.
   * @returns at once. `done` rejects with AppError `task/cancelled`, and with what kept it from being planned.
   */
  start(
    request: WarmRequest,
    trigger: RunTrigger,
  ): { readonly id: TaskId; readonly done: Promise<RunReport> } {
    const joined = this.going.find((going) => isSameWish(going.request, request))
    if (joined !== undefined) return joined
    const before = this.going.at(-1)
    const { desks, logger } = this.parts
    const order = {
      kind: wishKind(request),
      source: request.source,
      subject: wishSubject(request),
      again: () => this.start(request, 'asked').done,
    }
    const { id, done } = desks.open(order, async (desk) => {
      if (before !== undefined) await turn(before, desk)
      logger.log('info', 'warming', 'a run begins', { run: desk.id, trigger, request })
      return await this.runFor(request, trigger, desk).carryOut()
    })
    const going = { id, request, done }
    this.going.push(going)
    // Told before anyone who waits for `done` goes on: the next wish must not join a run that has ended.
    const ended = (): void => void this.going.splice(this.going.indexOf(going), 1)
    done.then(
      (report) => {
        ended()
        logger.log('info', 'warming', 'a run has ended', {
          run: id,
          outcome: report.outcome,
          ...report.summary,
        })
        this.parts.onRunEnded?.(id, report)
      },
      (error: unknown) => {
        ended()
        // One that was stopped has done what was asked of it.
        if (isAbort(error)) logger.log('info', 'warming', 'a run was stopped', { run: id })
        else logger.log('warn', 'warming', `a run came to nothing: ${String(error)}`, { run: id })
      },
    )
    return going
  }

  private runFor(request: WarmRequest, trigger: RunTrigger, desk: RunDesk): WarmingRun {
    const { galleries, gates, clock, logger, sleep, settings, heartbeat } = this.parts
    return new WarmingRun(request, trigger, desk, {
      gallery: galleries[request.source],
      gate: gates[request.source],
      clock,
      logger,
      sleep,
      heartbeat,
      makePlan: (wish, signal) => this.plan(wish, signal),
      maxConcurrent: () => settings().strategy.maxConcurrent,
      alertAfterMs: () => settings().alertAfterMs,
      onOverdue: (id) => {
        logger.log('warn', 'warming', 'a run takes longer than it should', { run: id })
        this.parts.onOverdue?.(id)
      },
      measured: ({ source, session }, cost) => {
        this.record = this.readRecord().then(async (record) => {
          const longer = withMeasured(record, source, session, cost)
          await this.parts.records.write(longer)
          return longer
        })
      },
    })
  }

  private readRecord(): Promise<OwnRecord> {
    this.record ??= this.parts.records.read()
    return this.record
  }
}

/** Waits for the run before, whatever becomes of it. @throws AbortError when this one is cancelled meanwhile. */
async function turn(before: Going, desk: RunDesk): Promise<void> {
  desk.delay('other-run', null)
  const cancelled = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(new DOMException('cancelled before its turn', 'AbortError'))
    desk.signal.addEventListener('abort', onAbort, { once: true })
    if (desk.signal.aborted) onAbort()
  })
  // Nobody may be left to hear of it once the turn has come.
  cancelled.catch(() => {})
  await Promise.race([before.done.then(ignore, ignore), cancelled])
  desk.resume()
}

function ignore(): void {}
