// The pools of session workers as core sees them: `SessionBuilder` over Piscina. Runs in the main process and in the
// command line.

import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { SessionLaps } from '@contract/laps'
import type { Urgency } from '@contract/tasks'
import { say } from '@contract/phrases'
import type { BuildOrder, BuiltSession, ReportStage } from '../core/gallery/build-sculptures'
import type { BuildOptions, SessionBuilder } from '../core/gallery/session-builder'
import type { SessionContext } from '../core/session/decode-laps'
import type { TopicBytes } from '../core/session/topics'
import type { DemoFile } from '../core/sources/demo/demo-host'
import type { MakeTopics, SimulationRequest } from '../core/sources/demo/make-topics'
import { AppError, isAbort } from '../core/app-error'
import { fromParts, type StageMessage, type WorkerAnswer, type WorkerRequest } from './messages'

/** A thread that has had nothing to do for this long ends; starting one again costs some 50 ms. */
const IDLE_MS = 30_000

/**
 * A race needs a fifth of this. A forged session that would need more ends its thread, not the application.
 */
const MAX_HEAP_MIB = 1024

/**
 * Of the threads for what no person waits for, on top of the process's own. nice(2) is the thread's on Linux; elsewhere
 * it would be the whole process's, or needs other numbers, and threads of their own have to do.
 */
const REST_NICE = process.platform === 'linux' ? 10 : 0

type Answered<K extends WorkerRequest['kind']> = Extract<WorkerAnswer, { ok: true; kind: K }>['value']

export class SessionWorkers implements SessionBuilder {
  private readonly interactive: Piscina
  /**
   * For warming and background. What was begun here, or waits here, ends here, also when a person joins meanwhile; the
   * next step of the same task is made where people wait.
   */
  private readonly rest: Piscina

  /**
   * @param file the built worker script.
   * @param threads the most that run at once for people. One less serves the rest, so that the next click finds a
   *   core where nobody's thread has a priority of its own; but one in any case.
   * @param maxHeapMiB of each.
   */
  constructor(
    file: string,
    threads: number,
    private readonly maxHeapMiB = MAX_HEAP_MIB,
  ) {
    const options = {
      filename: file,
      minThreads: 0,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMiB },
    }
    this.interactive = new Piscina({ ...options, maxThreads: threads })
    this.rest = new Piscina({ ...options, maxThreads: Math.max(1, threads - 1), niceIncrement: REST_NICE })
  }

  decodeLaps(topics: TopicBytes, context: SessionContext, options: BuildOptions): Promise<SessionLaps> {
    return this.ask({ kind: 'decode-laps', topics, context }, options, [])
  }

  async buildSculptures(
    order: BuildOrder,
    options: BuildOptions & { readonly report: ReportStage },
  ): Promise<BuiltSession> {
    const { port1: inbox, port2: progress } = new MessageChannel()
    inbox.on('message', ({ stage, done, total }: StageMessage) => options.report(stage, done, total))
    try {
      const request = { kind: 'build-sculptures', order, progress } as const
      const built = await this.ask(request, options, [progress])
      return {
        ...built,
        laps: built.laps.map((each) => (each.ok ? each : { ...each, error: fromParts(each.error) })),
      }
    } finally {
      inbox.close()
    }
  }

  /** Topics of a session of the simulated season. Aborts with an AbortError. */
  simulateTopics(simulation: SimulationRequest, options: Parameters<MakeTopics>[1]): Promise<TopicBytes> {
    return this.ask({ kind: 'simulate-topics', simulation }, options, [])
  }

  /** A file of the simulated season as the real hosts would serve it; null where they have none. */
  demoFile(path: string, now: number, signal: AbortSignal): Promise<DemoFile | null> {
    return this.ask({ kind: 'demo-file', path, now }, { signal, urgency: 'interactive' }, [])
  }

  /** Ends all threads. May be called twice. */
  async close(): Promise<void> {
    await Promise.all([this.interactive.destroy(), this.rest.destroy()])
  }

  /** An abort ends the thread it runs in; Piscina starts another. */
  private async ask<K extends WorkerRequest['kind']>(
    request: Extract<WorkerRequest, { kind: K }>,
    { signal, urgency }: BuildOptions,
    transferList: readonly MessagePort[],
  ): Promise<Answered<K>> {
    const answer = await this.run(this.poolFor(urgency), request, signal, transferList)
    if (!answer.ok) throw fromParts(answer.error)
    if (answer.kind !== request.kind) throw new AppError('internal/bug', 'a worker answered another question')
    return answer.value as Answered<K>
  }

  private poolFor(urgency: Urgency): Piscina {
    return urgency === 'interactive' ? this.interactive : this.rest
  }

  /**
   * A worker answers with its errors: whatever else comes is the end of its thread.
   * @throws AppError `session/unparsable` for too little memory, `task/thread-lost`; aborts with an AbortError.
   */
  private async run(
    pool: Piscina,
    request: WorkerRequest,
    signal: AbortSignal,
    transferList: readonly MessagePort[],
  ): Promise<WorkerAnswer> {
    try {
      return (await pool.run(request, { signal, transferList })) as WorkerAnswer
    } catch (error) {
      if (isAbort(error)) throw error
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code !== 'ERR_WORKER_OUT_OF_MEMORY')
        throw new AppError('task/thread-lost', '', { cause: error, detail: String(error) })
      throw new AppError('session/unparsable', '', {
        cause: error,
        detail: say('too-much-memory', { mib: this.maxHeapMiB }),
      })
    }
  }
}
