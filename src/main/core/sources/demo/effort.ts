// How hard a car is driven where: flat out, at the pace of out- and in-laps, at the limit of the pit lane.

import type { Effort } from './lap-simulator'

/** m/s: the speed limit of the pit lane, 80 km/h. */
export const PIT_LIMIT_MS = 80 / 3.6

/**
 * Speed on out- and in-laps, m/s; 216 km/h. With the grip below, the slowest lap of the season takes 2:25: from 2:30 on
 * decoders take it for a lap with a stop in the garage.
 */
const CRUISE_MS = 60

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
    gripRatio: 0.56 * ratio,
    powerRatio: 0.45,
    brakeRatio: 0.4,
    fuelKg,
    speedCapMs: CRUISE_MS * ratio,
    isWingOpen: false,
  }
}
