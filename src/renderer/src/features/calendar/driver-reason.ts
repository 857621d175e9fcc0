// Why a driver of a session has no sculpture to show. Pure.

import type { DriverLaps, SessionLaps } from '@contract/laps'

export type MissingReason = 'notRecorded' | 'noLaps' | 'allDeleted' | 'noTimedLap'

/** False where the archive has the session but not its laps: nobody "did not run" then. */
export function hasLaps(session: SessionLaps): boolean {
  return session.drivers.some((driver) => driver.laps.length > 0)
}

/** @returns null for a driver with a fastest lap. @param isRecorded whether anybody's laps are. */
export function missingReason(driver: DriverLaps, isRecorded: boolean): MissingReason | null {
  if (driver.fastest !== null) return null
  if (!isRecorded) return 'notRecorded'
  if (driver.laps.length === 0) return 'noLaps'
  return driver.laps.some((lap) => lap.deleted) ? 'allDeleted' : 'noTimedLap'
}
