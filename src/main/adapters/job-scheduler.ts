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
  const fire = guarded(name, run, logger)
  const job = schedule.scheduleJob(name, { rule, tz: 'UTC' }, fire) as schedule.Job | null
  if (job === null) throw new AppError('cli/wrong-use', `schedule "${rule}"`)
  return {
    nextAt: () => job.nextInvocation()?.getTime() ?? null,
    close: () => void job.cancel(),
  }
}

export interface Alarm {
  /** Fires once at this instant by the system's clock (epoch ms); when it has passed, in a second. Null: not at all. */
  set(at: number | null): void
  /** May be called twice. */
  close(): void
}

/** Nothing here is worth a second, and whoever sets the alarm anew each time it fires cannot run in circles. */
const SOONEST_MS = 1_000

/** A job for instants that no rule of the library gives. Only the last one that was set counts. */
export function createAlarm(run: () => Promise<void>, logger: Logger): Alarm {
  const fire = guarded('alarm', run, logger)
  let job: schedule.Job | null = null
  let setAt: number | null = null
  const clear = () => {
    job?.cancel()
    job = null
    setAt = null
  }
  return {
    set: (at) => {
      if (at === setAt) return
      clear()
      if (at === null) return
      setAt = at
      job = schedule.scheduleJob(new Date(Math.max(at, Date.now() + SOONEST_MS)), () => {
        clear()
        fire()
      })
    },
    close: clear,
  }
}

/** @returns a function that fires, unless the last firing still runs. */
function guarded(name: string, run: () => Promise<void>, logger: Logger): () => void {
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
  return () => void fire()
}
