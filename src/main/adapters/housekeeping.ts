// When the leftovers are swept out of the folders.

import type { Logger } from '../core/ports'
import { createAlarm, scheduleJob } from './job-scheduler'

/** Every night of the week, at an hour when few people look at laps. */
const NIGHTLY_RULE = '30 4 * * *'
/**
 * A gallery that is open by day only never meets that hour. By then what a kill before this start has left is old enough
 * to be told from a write that is under way, and nobody waits for the first pictures any more.
 */
const AFTER_START_MS = 15 * 60_000

/** @param sweep a rejection is logged. @returns `close` may be called twice. */
export function startHousekeeping(sweep: () => Promise<void>, logger: Logger): { close(): void } {
  const nightly = scheduleJob('housekeeping', NIGHTLY_RULE, sweep, logger)
  const first = createAlarm(sweep, logger)
  first.set(Date.now() + AFTER_START_MS)
  return {
    close: () => {
      nightly.close()
      first.close()
    },
  }
}
