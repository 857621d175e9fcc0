// What all cars of a session together tell about the clocks and the line's coordinate, and how one car uses it.

import type { Odometer } from './odometer'

/** A stamp's correction is a median; of one car it would be that car's own error. */
export const FEWEST_CARS_PER_STAMP = 2

/** Errors of the stamps. Structured-clone safe. */
export interface SessionClocks {
  /** Seconds to add to each position stamp, by its index in SessionSamples.positionStampsMs. */
  readonly stampCorrectionS: Float64Array
  /** How many cars the correction rests on; below 2 it is 0 and worth nothing. */
  readonly stampCars: Uint8Array
  /** By racing number: age of a speed sample when stamped, seconds. */
  readonly speedAgeS: ReadonlyMap<string, number>
  /** By racing number: line metres per channel metre, 0.998-1.002. */
  readonly speedScale: ReadonlyMap<string, number>
}

/** Per session, computed once: the method's tier 3. Structured-clone safe. */
export interface SessionRefinement {
  readonly clocks: SessionClocks
  readonly odometer: Odometer
}

/** A session's refinement as seen by one car. */
export interface CarRefinement {
  readonly stampCorrectionS: Float64Array
  readonly stampCars: Uint8Array
  readonly speedAgeS: number
  readonly speedScale: number
  readonly odometer: Odometer
}

/** @returns null for a car whose clock is not known: it is then fitted with its clocks as given. */
export function carRefinement({ clocks, odometer }: SessionRefinement, number: string): CarRefinement | null {
  const speedAgeS = clocks.speedAgeS.get(number)
  const speedScale = clocks.speedScale.get(number)
  if (speedAgeS === undefined || speedScale === undefined) return null
  return {
    stampCorrectionS: clocks.stampCorrectionS,
    stampCars: clocks.stampCars,
    speedAgeS,
    speedScale,
    odometer,
  }
}
