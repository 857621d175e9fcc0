// The port to wherever sessions are decoded and sculptures are built: worker threads in the application.

import type { SessionLaps } from '@contract/laps'
import type { Urgency } from '@contract/tasks'
import type { SessionContext } from '../session/decode-laps'
import type { TopicBytes } from '../session/topics'
import type { BuildOrder, BuiltSession, ReportStage } from './build-sculptures'

/** What is asked along with the work; a `TaskContext` is one. */
export interface BuildOptions {
  readonly signal: AbortSignal
  /** What no person waits for is made on threads of its own, at a lower priority, so that it holds nobody up. */
  readonly urgency: Urgency
}

export interface SessionBuilder {
  /** @throws AppError as `decodeLaps`; aborts with an AbortError. */
  decodeLaps(topics: TopicBytes, context: SessionContext, options: BuildOptions): Promise<SessionLaps>
  /** @throws AppError as `buildSculptures`; aborts with an AbortError. */
  buildSculptures(
    order: BuildOrder,
    options: BuildOptions & { readonly report: ReportStage },
  ): Promise<BuiltSession>
}
