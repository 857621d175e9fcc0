// What a driver can do on a lap: car and driver, tyres, fuel, the circuit's liking, the day.

import type { DemoDriver } from './field'
import type { Form, Pace, Wing } from './pace'
import { bell, createRandom, type Random } from './random'
import type { LapPlan } from './session-plan'
import { tyreGripRatio, type Tyres } from './tyres'

/** Some like a circuit, some do not: ± this much grip, the same for all sessions of a round. */
const LIKING_RATIO = 0.006
/** Nobody drives the same lap twice: ± this, a third of it as standard deviation. */
const LAP_SPREAD_RATIO = 0.004

export interface LapTargets {
  /** @param lapsDriven on these tyres before this lap. @param trackGainRatio grip the track has gained so far. */
  push(driver: DemoDriver, tyres: Tyres, lapsDriven: number, fuelKg: number, trackGainRatio: number): LapPlan
}

/** @param seed of the round. @param random of the session. */
export function createLapTargets(seed: string, pace: Pace, wing: Wing, random: Random): LapTargets {
  const likings = new Map<string, number>()
  const likingOf = ({ code }: DemoDriver): number => {
    const liking = likings.get(code) ?? LIKING_RATIO * bell(createRandom(`${seed}/liking/${code}`))
    likings.set(code, liking)
    return liking
  }
  return {
    push: (driver, tyres, lapsDriven, fuelKg, trackGainRatio) => {
      const { powerRatio, brakeRatio } = driver
      const chance = 1 + trackGainRatio + likingOf(driver) + LAP_SPREAD_RATIO * bell(random)
      const gripRatio = driver.gripRatio * tyreGripRatio(tyres, lapsDriven) * chance
      const form: Form = { gripRatio, powerRatio, brakeRatio, fuelKg }
      const targetMs = Math.round(pace.lapMs(form, wing))
      return { kind: 'flying', pace: 'push', targetMs, gripRatio, fuelKg, deleted: false }
    },
  }
}

/**
 * Two laps in a row that take the same time would be told once: the feed sends changes only, and a decoder can fill
 * the second in only as long as none of its sectors repeats too. So the second is a little slower: by more than
 * the rounding of the passages can take away.
 */
const APART_MS = 3

/** @param before the time of the lap before, ms; null if there is none. */
export function apart(lap: LapPlan, before: number | null): LapPlan {
  const { targetMs } = lap
  const isTooClose = before !== null && targetMs !== null && Math.abs(targetMs - before) < APART_MS
  return isTooClose ? { ...lap, targetMs: before + APART_MS } : lap
}

/** @param ratio of the usual pace of an out- or in-lap. */
export function cruiseLap(kind: LapPlan['kind'], ratio: number, fuelKg: number): LapPlan {
  return { kind, pace: 'cruise', targetMs: null, gripRatio: ratio, fuelKg, deleted: false }
}
