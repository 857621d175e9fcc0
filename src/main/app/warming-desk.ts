// The warming in the window's process: its schedule, what may be asked of it, and word of every change.

import type { SourceKind } from '@contract/ids'
import type { PartHealth } from '@contract/health'
import type { MendedSettings, ShownSettings } from '@contract/settings'
import type { ScheduleStatus, WarmingStatus } from '@contract/warming'
import {
  startWarmingSchedule,
  createScheduleReader,
  type WarmingSchedule,
} from '../adapters/warming-schedule'
import type { Logger } from '../core/ports'
import { carryOutOrder } from '../core/warming/scheduled-run'
import type { Surroundings } from '../core/warming/surroundings'
import { needsNetwork } from '../core/warming/wish'
import { warmingStatus, type WarmingHandlerParts } from '../ipc/warming-handlers'
import type { Composition } from './compose'
import { createSettingsDesk, type SettingsDesk, type SettingsStore } from './settings-desk'

export interface WarmingDeskOptions {
  readonly parts: Composition
  readonly store: SettingsStore
  readonly mended: MendedSettings | null
  readonly userData: string
  readonly logger: Logger
  /** What the strategy warms: the source on screen. */
  readonly currentSource: () => SourceKind
  readonly closing: AbortSignal
  /** Told of every change of `status`. */
  readonly onChange: () => void
  readonly onSettingsChange: (change: Partial<ShownSettings>) => void
}

export interface WarmingDesk {
  readonly handlerParts: WarmingHandlerParts
  readonly settings: SettingsDesk
  status(): WarmingStatus
  /** Once the system can be asked how it is. */
  startSchedule(surroundings: Surroundings): void
  /** Something the schedule depends on may have changed: a pause, a run, the settings. */
  check(cause: 'settings' | 'run-ended'): void
  /** Before the tasks are cancelled: it was not a person who did that. May be called twice. */
  close(): void
}

export function openWarmingDesk(options: WarmingDeskOptions): WarmingDesk {
  const { parts, store, userData, logger, currentSource, closing, onChange, onSettingsChange } = options
  const { warming, pause, tasks, clock, galleries, caches } = parts
  let schedule: WarmingSchedule | null = null
  const check: WarmingDesk['check'] = (cause) => {
    void schedule?.check(cause).then(onChange)
  }
  const scheduleStatus = (): ScheduleStatus =>
    schedule?.status() ?? createScheduleReader(userData, store.get('schedule'), clock, logger)()
  const handlerParts: WarmingHandlerParts = {
    warming,
    pause,
    tasks,
    scheduleStatus,
    health: (signal) => parts.checkHealth(schedulerHealth(scheduleStatus(), schedule !== null), signal),
    closing,
  }
  return {
    handlerParts,
    settings: createSettingsDesk({
      store,
      mended: options.mended,
      now: () => clock.now(),
      onChange: (change) => {
        onSettingsChange(change)
        check('settings')
        onChange()
      },
    }),
    status: () => warmingStatus(handlerParts),
    startSchedule: (surroundings) => {
      schedule = startWarmingSchedule({
        folder: userData,
        clock,
        logger,
        surroundings,
        settings: () => ({ schedule: store.get('schedule'), sessions: store.get('strategy').sessions }),
        holds: () =>
          Promise.resolve({
            isOtherRunning: warming.runId !== null,
            paused: pause.paused,
            isDiskOk: caches[currentSource()].health.current().state === 'ok',
          }),
        needsNetwork: () => needsNetwork(currentSource()),
        // Of simulated sessions one is always under way, and nobody's host is asked for them.
        season: async () =>
          currentSource() === 'demo'
            ? null
            : await galleries.archive.loadSeason(new Date(clock.now()).getUTCFullYear(), closing),
        startRun: (order) =>
          carryOutOrder(order, {
            warming,
            itemsOf: (id) => tasks.details(id)?.items ?? [],
            source: currentSource,
          }),
        onChange,
      })
    },
    check,
    close: () => {
      schedule?.close()
    },
  }
}

function schedulerHealth({ isOn, problem, next }: ScheduleStatus, isRunning: boolean): PartHealth {
  const part = 'scheduler'
  if (problem !== null) return { part, state: 'trouble', detail: problem.message, error: problem }
  if (!isOn || !isRunning) return { part, state: 'off', detail: '' }
  const [first] = next
  return { part, state: 'ok', detail: first === undefined ? '' : `next ${new Date(first).toISOString()}` }
}
