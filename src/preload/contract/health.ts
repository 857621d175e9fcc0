// How the application's parts are, as `gallery health` and the page show it.

import type { ErrorReport } from './errors'

export const HEALTH_PARTS = ['scheduler', 'workers', 'cache', 'archive', 'calendar'] as const
export type HealthPart = (typeof HEALTH_PARTS)[number]

export interface PartHealth {
  readonly part: HealthPart
  /** `off`: it is not to run, e.g. a schedule that is turned off, or one that only the window has. */
  readonly state: 'ok' | 'off' | 'trouble'
  /** Half a sentence of numbers or a reason, e.g. `42 ms`. */
  readonly detail: string
  /** What the trouble is, where it is more than a half-sentence. */
  readonly error?: ErrorReport
}

export interface HealthReport {
  /** `degraded`: what is cached, and the simulated season, still work. */
  readonly status: 'healthy' | 'degraded' | 'failing'
  readonly parts: readonly PartHealth[]
}
