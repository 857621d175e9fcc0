// The pool of session workers as core sees it: `SessionBuilder` over Piscina. Runs in the main process and in
// the command line.

import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { SessionLaps } from '@contract/laps'
import type { BuildOrder, BuiltSession, ReportStage } from '../core/gallery/build-sculptures'
import type { SessionBuilder } from '../core/gallery/session-builder'
import type { SessionContext } from '../core/session/decode-laps'
import type { TopicBytes } from '../core/session/topics'
import type { DemoFile } from '../core/sources/demo/demo-host'
import type { SimulationRequest } from '../core/sources/demo/make-topics'
import { AppError } from '../core/app-error'
import { fromParts, type StageMessage, type WorkerAnswer, type WorkerRequest } from './messages'

/** A thread that has had nothing to do for this long ends; starting one again costs some 50 ms. */
const IDLE_MS = 30_000

/**
 * A race needs a fifth of this. A forged session that would need more ends its thread, not the application.
 */
const MAX_HEAP_MIB = 1024

/**
 * Of the thread for what nobody waits for, on top of the process's own. nice(2) is the thread's on Linux; elsewhere it
 * would be the whole process's, or needs other numbers, and a thread of its own has to do.
 */
const BACKGROUND_NICE = process.platform === 'linux' ? 10 : 0

type Answered<K extends WorkerRequest['kind']> = Extract<WorkerAnswer, { ok: true; kind: K }>['value']

export class SessionWorkers implements SessionBuilder {
  private readonly pool: Piscina
  private readonly background: Piscina

  /** @param file the built worker script. @param threads the most that run at once. @param maxHeapMiB of each. */
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
    this.pool = new Piscina({ ...options, maxThreads: threads })
    this.background = new Piscina({ ...options, maxThreads: 1, niceIncrement: BACKGROUND_NICE })
  }

  decodeLaps(topics: TopicBytes, context: SessionContext, signal: AbortSignal): Promise<SessionLaps> {
    return this.ask(this.pool, { kind: 'decode-laps', topics, context }, signal, [])
  }

  async buildSculptures(
    order: BuildOrder,
    options: { readonly signal: AbortSignal; readonly report: ReportStage },
  ): Promise<BuiltSession> {
    const { port1: inbox, port2: progress } = new MessageChannel()
    inbox.on('message', ({ stage, done, total }: StageMessage) => options.report(stage, done, total))
    try {
      const pool = order.tier === 3 ? this.background : this.pool
      const request = { kind: 'build-sculptures', order, progress } as const
      const built = await this.ask(pool, request, options.signal, [progress])
      return {
        ...built,
        laps: built.laps.map((each) => (each.ok ? each : { ...each, error: fromParts(each.error) })),
      }
    } finally {
      inbox.close()
    }
  }

  /** Topics of a session of the simulated season. Aborts with an AbortError. */
  simulateTopics(simulation: SimulationRequest, signal: AbortSignal): Promise<TopicBytes> {
    return this.ask(this.pool, { kind: 'simulate-topics', simulation }, signal, [])
  }

  /** A file of the simulated season as the real hosts would serve it; null where they have none. */
  demoFile(path: string, now: number, signal: AbortSignal): Promise<DemoFile | null> {
    return this.ask(this.pool, { kind: 'demo-file', path, now }, signal, [])
  }

  /** Ends all threads. May be called twice. */
  async close(): Promise<void> {
    await Promise.all([this.pool.destroy(), this.background.destroy()])
  }

  /** An abort ends the thread it runs in; Piscina starts another. */
  private async ask<K extends WorkerRequest['kind']>(
    pool: Piscina,
    request: Extract<WorkerRequest, { kind: K }>,
    signal: AbortSignal,
    transferList: readonly MessagePort[],
  ): Promise<Answered<K>> {
    const answer = await this.run(pool, request, signal, transferList)
    if (!answer.ok) throw fromParts(answer.error)
    if (answer.kind !== request.kind) throw new AppError('internal/bug', 'a worker answered another question')
    return answer.value as Answered<K>
  }

  private async run(
    pool: Piscina,
    request: WorkerRequest,
    signal: AbortSignal,
    transferList: readonly MessagePort[],
  ): Promise<WorkerAnswer> {
    try {
      return (await pool.run(request, { signal, transferList })) as WorkerAnswer
    } catch (error) {
      const isTooLarge =
        error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (!isTooLarge) throw error
      throw new AppError('session/unparsable', '', {
        cause: error,
        detail: `more than ${this.maxHeapMiB} MiB`,
      })
    }
  }
}
