// The port to wherever sessions are decoded and sculptures are built: worker threads in the application.

import type { SessionLaps } from '@contract/laps'
import type { SessionContext } from '../session/decode-laps'
import type { TopicBytes } from '../session/topics'
import type { BuiltLap, ReportStage, WantedLap } from './build-sculptures'

export interface SessionBuilder {
  /** @throws AppError as `decodeLaps`; aborts with an AbortError. */
  decodeLaps(topics: TopicBytes, context: SessionContext, signal: AbortSignal): Promise<SessionLaps>
  /** @throws AppError as `buildSculptures`; aborts with an AbortError. */
  buildSculptures(
    topics: TopicBytes,
    laps: SessionLaps,
    wanted: readonly WantedLap[],
    options: { readonly signal: AbortSignal; readonly report: ReportStage },
  ): Promise<readonly BuiltLap[]>
}
