// Jobs by the clock on node-schedule. What the library leaves open is settled here: a rule it does not
// understand is an error (it would return null), errors of a job are logged (they would be lost), and a job
// whose last firing still runs is not fired again.

import schedule from 'node-schedule'
import { AppError } from '../core/app-error'
import type { Logger } from '../core/ports'

export interface ScheduledJob {
  /** Epoch ms of the next firing, or null when there is none. */
  nextAt(): number | null
  /** May be called twice. */
  close(): void
}

/** @param rule a cron line, read in UTC. @throws AppError `cli/wrong-use` when it cannot be understood. */
export function scheduleJob(
  name: string,
  rule: string,
  run: () => Promise<void>,
  logger: Logger,
): ScheduledJob {
  let isRunning = false
  const fire = async () => {
    if (isRunning) return
    isRunning = true
    try {
      await run()
    } catch (error) {
      logger.log('error', 'schedule', `${name} failed: ${String(error)}`)
    } finally {
      isRunning = false
    }
  }
  const job = schedule.scheduleJob(name, { rule, tz: 'UTC' }, () => void fire()) as schedule.Job | null
  if (job === null) throw new AppError('cli/wrong-use', `schedule "${rule}"`)
  return {
    nextAt: () => job.nextInvocation()?.getTime() ?? null,
    close: () => void job.cancel(),
  }
}
