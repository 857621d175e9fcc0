// What rubber does to grip: three compounds, each a little less grip than the softer one and slower to wear.
// A percent of grip is about 0.3 s a lap.

import type { Compound } from '@contract/laps'

export interface Tyres {
  readonly compound: Compound
  readonly fresh: boolean
  /** Laps on the set when it was fitted. */
  readonly age: number
}

export type DemoCompound = 'SOFT' | 'MEDIUM' | 'HARD'

// By feel of real weekends: half a second from compound to compound, and a soft set that is the slower one from
// its fifteenth lap on. That makes one stop and two stops about as fast in a race of 300 km.
const RUBBER: Readonly<Record<DemoCompound, { readonly gripRatio: number; readonly wearPerLap: number }>> = {
  SOFT: { gripRatio: 1, wearPerLap: 0.0014 },
  MEDIUM: { gripRatio: 0.986, wearPerLap: 0.0008 },
  HARD: { gripRatio: 0.976, wearPerLap: 0.0005 },
}

export function newTyres(compound: DemoCompound): Tyres {
  return { compound, fresh: true, age: 0 }
}

export function usedTyres(compound: DemoCompound, age: number): Tyres {
  return { compound, fresh: false, age }
}

/** Grip against a new soft set. @param lapsDriven on this set since it was fitted. */
export function tyreGripRatio({ compound, age }: Tyres, lapsDriven: number): number {
  const rubber = compound === 'MEDIUM' || compound === 'HARD' ? RUBBER[compound] : RUBBER.SOFT
  return rubber.gripRatio - rubber.wearPerLap * (age + lapsDriven)
}
