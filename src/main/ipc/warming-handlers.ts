// The calls about warming, tasks and health: the page's and the control socket's, in the window's process and in the
// command line's.

import type { HealthReport } from '@contract/health'
import type { ScheduleStatus, WarmingStatus } from '@contract/warming'
import type { TaskQueue } from '../core/tasks/task-queue'
import type { Pause } from '../core/warming/pause'
import type { Warming } from '../core/warming/warming'
import type { ControlHandlers } from './control-desk'
import type { Handlers } from './answer'

export interface WarmingHandlerParts {
  readonly warming: Warming
  readonly pause: Pause
  readonly tasks: TaskQueue
  readonly scheduleStatus: () => ScheduleStatus
  readonly health: (signal: AbortSignal) => Promise<HealthReport>
  /** Fires when the process closes. */
  readonly closing: AbortSignal
}

export function warmingStatus({ warming, pause, scheduleStatus }: WarmingHandlerParts): WarmingStatus {
  return { runId: warming.runId, paused: pause.paused, schedule: scheduleStatus() }
}

/** What the page asks of them and the control socket does not. */
type PagesOwn = 'warming:pause' | 'warming:resume' | 'tasks:retry' | 'tasks:retryFailed'

export function createWarmingHandlers(
  parts: WarmingHandlerParts,
): Omit<ControlHandlers, `${'cache' | 'settings'}:${string}`> & Pick<Handlers, PagesOwn> {
  const { warming, pause, tasks, health, closing } = parts
  return {
    'warming:plan': (request) => warming.plan(request, closing),
    'warming:start': (request) => warming.start(request, 'asked').id,
    'warming:pause': ({ forMs }) => {
      pause.begin(forMs)
      return warmingStatus(parts)
    },
    'warming:resume': () => {
      pause.end()
      return warmingStatus(parts)
    },
    'warming:getStatus': () => warmingStatus(parts),
    'tasks:list': () => tasks.list(),
    'tasks:get': (id) => tasks.details(id),
    'tasks:cancel': (id) => tasks.cancel(id),
    'tasks:retry': (id) => tasks.retry(id),
    'tasks:retryFailed': () => tasks.retryFailed(),
    'health:get': () => health(closing),
  }
}
