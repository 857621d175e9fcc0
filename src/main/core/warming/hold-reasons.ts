// What keeps a run that is due from beginning. Pure; the order is that in which a person would want to be told.

import type { Season } from '@contract/calendar'
import type { WarmingSchedule } from '@contract/settings'
import type { HoldReason } from '@contract/warming'
import type { LiveSession } from './weekend-watch'

/** How things stand outside the schedule. */
export interface Conditions {
  /** A run that is going on: `own`, begun by the schedule, or any `other`. */
  readonly running: 'own' | 'other' | null
  /** Epoch ms until which no work begins, or for as long as nobody resumes it; null: not paused. */
  readonly paused: number | 'until-resumed' | null
  /** True also where the source needs no network. */
  readonly isOnline: boolean
  readonly isOnBattery: boolean
  /** Null where the system does not say. */
  readonly isMetered: boolean | null
  readonly isDiskOk: boolean
  /**
   * The archive's current season. Null where it is not known or not needed, and while simulated sessions are warmed:
   * there one is always under way, and nobody's host is asked.
   */
  readonly season: Season | null
}

/** @param live the session that holds the run; null where none does. */
export function holdReason(
  settings: Pick<WarmingSchedule, 'onBattery' | 'onMetered'>,
  conditions: Conditions,
  live: LiveSession | null,
  now: number,
): HoldReason | null {
  if (isPaused(conditions.paused, now)) return 'paused'
  if (conditions.running !== null) return 'other-run'
  if (live !== null) return 'live-session'
  if (!conditions.isOnline) return 'offline'
  if (!conditions.isDiskOk) return 'disk'
  if (settings.onBattery === 'wait' && conditions.isOnBattery) return 'battery'
  if (settings.onMetered === 'wait' && conditions.isMetered === true) return 'metered'
  return null
}

function isPaused(paused: Conditions['paused'], now: number): boolean {
  return paused === 'until-resumed' || (paused !== null && paused > now)
}
