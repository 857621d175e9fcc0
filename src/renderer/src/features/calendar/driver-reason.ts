// Why a driver of a session has no sculpture to show. Pure.

import type { DriverLaps } from '@contract/laps'

export type MissingReason = 'noLaps' | 'allDeleted' | 'noTimedLap'

/** @returns null for a driver with a fastest lap. */
export function missingReason(driver: DriverLaps): MissingReason | null {
  if (driver.fastest !== null) return null
  if (driver.laps.length === 0) return 'noLaps'
  return driver.laps.some((lap) => lap.deleted) ? 'allDeleted' : 'noTimedLap'
}
