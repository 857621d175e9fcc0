// The port to wherever sessions are decoded and sculptures are built: worker threads in the application.

import type { SessionLaps } from '@contract/laps'
import type { SessionContext } from '../session/decode-laps'
import type { TopicBytes } from '../session/topics'
import type { BuildOrder, BuiltSession, ReportStage } from './build-sculptures'

export interface SessionBuilder {
  /** @throws AppError as `decodeLaps`; aborts with an AbortError. */
  decodeLaps(topics: TopicBytes, context: SessionContext, signal: AbortSignal): Promise<SessionLaps>
  /**
   * Tier 3 is made on a thread of its own, with a lower priority, so that it holds up nobody who waits.
   * @throws AppError as `buildSculptures`; aborts with an AbortError.
   */
  buildSculptures(
    order: BuildOrder,
    options: { readonly signal: AbortSignal; readonly report: ReportStage },
  ): Promise<BuiltSession>
}
