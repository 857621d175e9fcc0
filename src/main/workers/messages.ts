// What crosses the border between the main thread and a session worker, typed both ways. Errors cross as
// values: a structured clone of an Error keeps its message but loses its class and code.

import type { MessagePort } from 'node:worker_threads'
import type { ErrorCode } from '@contract/errors'
import type { SessionLaps } from '@contract/laps'
import type { TaskStage } from '@contract/tasks'
import { AppError } from '../core/app-error'
import type { BuildOrder, BuiltSession, WantedLap } from '../core/gallery/build-sculptures'
import type { SessionContext } from '../core/session/decode-laps'
import type { TopicBytes } from '../core/session/topics'
import type { DemoFile } from '../core/sources/demo/demo-host'
import type { SimulationRequest } from '../core/sources/demo/make-topics'

export type WorkerRequest =
  | { readonly kind: 'decode-laps'; readonly topics: TopicBytes; readonly context: SessionContext }
  | {
      readonly kind: 'build-sculptures'
      readonly order: BuildOrder
      /** StageMessages are posted here. */
      readonly progress: MessagePort
    }
  | { readonly kind: 'simulate-topics'; readonly simulation: SimulationRequest }
  /** A file as the real hosts would serve it. */
  | { readonly kind: 'demo-file'; readonly path: string; readonly now: number }

export interface StageMessage {
  readonly stage: TaskStage
  readonly done: number
  readonly total: number
}

export type BuiltLapMessage =
  | { readonly ok: true; readonly wanted: WantedLap; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly wanted: WantedLap; readonly error: ErrorParts }

export interface BuiltSessionMessage extends Omit<BuiltSession, 'laps'> {
  readonly laps: readonly BuiltLapMessage[]
}

export type WorkerAnswer =
  | { readonly ok: true; readonly kind: 'decode-laps'; readonly value: SessionLaps }
  | { readonly ok: true; readonly kind: 'build-sculptures'; readonly value: BuiltSessionMessage }
  | { readonly ok: true; readonly kind: 'simulate-topics'; readonly value: TopicBytes }
  | { readonly ok: true; readonly kind: 'demo-file'; readonly value: DemoFile | null }
  | { readonly ok: false; readonly error: ErrorParts }

export interface ErrorParts {
  readonly code: ErrorCode
  readonly subject: string
  readonly detail: string | null
  /** Where a bug was thrown, for the log. */
  readonly stack: string | null
}

export function toParts(error: unknown): ErrorParts {
  if (error instanceof AppError)
    return { code: error.code, subject: error.subject, detail: error.detail, stack: error.stack ?? null }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { code: 'internal/bug', subject: message, detail: null, stack: stack ?? null }
}

export function fromParts({ code, subject, detail, stack }: ErrorParts): AppError {
  return new AppError(code, subject, { cause: stack, ...(detail === null ? {} : { detail }) })
}
