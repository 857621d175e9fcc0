// How hard a car is driven where: flat out, at the pace of out- and in-laps, at the limit of the pit lane.

import type { Effort } from './lap-simulator'

/** m/s: the speed limit of the pit lane, 80 km/h. */
export const PIT_LIMIT_MS = 80 / 3.6

/** Speed on out- and in-laps, m/s; about 200 km/h. */
const CRUISE_MS = 56

export const FULL_EFFORT: Effort = {
  gripRatio: 1,
  powerRatio: 1,
  brakeRatio: 1,
  fuelKg: 0,
  speedCapMs: Number.POSITIVE_INFINITY,
  isWingOpen: false,
}

/** Saving tyres and engine. @param ratio 1 is the usual pace. */
export function cruising(ratio: number, fuelKg: number): Effort {
  return {
    gripRatio: 0.5 * ratio,
    powerRatio: 0.45,
    brakeRatio: 0.4,
    fuelKg,
    speedCapMs: CRUISE_MS * ratio,
    isWingOpen: false,
  }
}
