// The schedule of the warming with everything it needs from outside: its file, timers, the state of power and network.

import { randomInt } from 'node:crypto'
import type { WarmingSchedule as WarmingScheduleSettings } from '@contract/settings'
import type { ScheduleStatus } from '@contract/warming'
import type { Clock, Logger } from '../core/ports'
import { ClockWatch } from '../core/warming/clock-watch'
import {
  ScheduleKeeper,
  type PresentConditions,
  type ScheduleKeeperOptions,
} from '../core/warming/schedule-keeper'
import { firstState } from '../core/warming/schedule-state'
import { readRule, scheduleStatus } from '../core/warming/schedule-status'
import type { Surroundings } from '../core/warming/surroundings'
import { createAlarm, scheduleJob } from './job-scheduler'
import { createScheduleStore } from './schedule-store'

/** One timer that is off, or a network that is back, costs five minutes at most; a look at the clock costs nothing. */
const TICK_RULE = '*/5 * * * *'

export interface WarmingScheduleOptions extends Omit<
  ScheduleKeeperOptions,
  'store' | 'conditions' | 'newSeed'
> {
  /** Where `schedule.json` lies. */
  readonly folder: string
  readonly surroundings: Surroundings
  /** What the application itself knows of what would hold a run. */
  readonly holds: () => Promise<Pick<PresentConditions, 'isOtherRunning' | 'paused' | 'isDiskOk'>>
  /** Whether what is warmed comes over the network: the simulated season does not. */
  readonly needsNetwork: () => boolean
}

export type WarmingSchedule = Pick<ScheduleKeeper, 'check' | 'status' | 'close'>

/**
 * Makes the first check at once. Call `check` when settings change, the pause ends, another run ends, or the page says
 * that the network is back. `close` it before the tasks are cancelled.
 */
export function startWarmingSchedule(options: WarmingScheduleOptions): WarmingSchedule {
  const { folder, surroundings, holds, needsNetwork, clock, logger } = options
  const keeper = new ScheduleKeeper({
    ...options,
    store: createScheduleStore(folder, logger),
    newSeed: () => randomInt(2 ** 32),
    conditions: async () => ({
      ...(await holds()),
      isOnline: !needsNetwork() || surroundings.isOnline(),
      isOnBattery: surroundings.isOnBattery(),
      isMetered:
        needsNetwork() && options.settings().schedule.onMetered === 'wait'
          ? await surroundings.isMetered()
          : null,
    }),
  })
  let isClosed = false
  const alarm = createAlarm(() => check('rule'), logger)
  const check: WarmingSchedule['check'] = async (cause) => {
    await keeper.check(cause)
    const at = keeper.nextCheckAt()
    // The application's clock may show another year than the system's, by which the alarm goes.
    alarm.set(isClosed || at === null ? null : Date.now() + at - clock.now())
  }
  const watch = new ClockWatch(clock)
  const tick = scheduleJob(
    'warming tick',
    TICK_RULE,
    () => check(watch.hasJumped() ? 'clock-changed' : 'tick'),
    logger,
  )
  const stopWatching = surroundings.onChange((change) => void check(change))
  void check('start')
  return {
    check,
    status: () => keeper.status(),
    close: () => {
      isClosed = true
      keeper.close()
      alarm.close()
      tick.close()
      stopWatching()
    },
  }
}

/** The schedule as another process shows it: from what the application has written down. */
export function createScheduleReader(
  folder: string,
  schedule: WarmingScheduleSettings,
  clock: Clock,
  logger: Logger,
): () => ScheduleStatus {
  const store = createScheduleStore(folder, logger, 'read')
  return () => {
    // Before the first start there is nothing to tell the delay of an installation from; the rule alone will do.
    const state = store.load() ?? firstState(0)
    return scheduleStatus(schedule, readRule(schedule.rule, schedule.zone), state, null, clock.now())
  }
}
