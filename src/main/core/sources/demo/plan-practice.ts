// An hour of practice: two short runs to try tyres, and a long one with fuel; in some, a car that stops on the
// track and a red flag for it.

import type { DemoDriver } from './field'
import { apart, createLapTargets, cruiseLap, type LapTargets } from './lap-targets'
import type { Pace } from './pace'
import { between, createRandom, type Random } from './random'
import { classifyByTime, type FlagSpan, type LapPlan, type RunPlan, type SessionPlan } from './session-plan'
import { newTyres, usedTyres, type Tyres } from './tyres'

const GREEN_LIGHT_MS = 316_231
const MINUTE_MS = 60_000
const LENGTH_MS = 60 * MINUTE_MS
const BREAK_MS = 4 * MINUTE_MS
/** Cars leave one after the other. */
const STAGGER_MS = 9_000

// Minutes after the green light. A short run takes five to eleven minutes.
const FIRST_RUNS_MS = 0.5 * MINUTE_MS
const SECOND_RUNS_MS = 15 * MINUTE_MS
const LONG_RUNS_MS = 31 * MINUTE_MS
/** When the track is cleared, the long runs come later and are shorter. */
const STOPPING_CAR_MS = 30 * MINUTE_MS
const LONG_RUNS_AFTER_RED_MS = 41 * MINUTE_MS
const LONG_RUN_MS = 13 * MINUTE_MS
const LONG_RUN_AFTER_RED_MS = 9 * MINUTE_MS
const LONG_RUN_LAPS = [5, 12] as const

const SHORT_RUN_FUEL_KG = 15
const LONG_RUN_FUEL_KG = 70
const FUEL_A_LAP_KG = 1.6
const TRACK_GAIN_RATIO = 0.002
/** The lap on which a car stops, metres behind the line. */
const STOP_M = 1400
/** Race control sees it after this long; clearing the track takes some minutes. */
const RED_AFTER_MS = 21_000
const RED_FOR_MS = 4.6 * MINUTE_MS

/** @param stopping who stops on the track; null: nobody, and no red flag. */
export function planPractice(
  roundSeed: string,
  seed: string,
  pace: Pace,
  field: readonly DemoDriver[],
  stopping: DemoDriver | null,
): SessionPlan {
  const random = createRandom(`${seed}/laps`)
  const targets = createLapTargets(roundSeed, pace, 'open', random)
  const lapMs = pace.lapMs(
    { gripRatio: 0.97, powerRatio: 1, brakeRatio: 1, fuelKg: LONG_RUN_FUEL_KG },
    'open',
  )
  const longMs = stopping === null ? LONG_RUN_MS : LONG_RUN_AFTER_RED_MS
  const longLaps = Math.min(LONG_RUN_LAPS[1], Math.max(LONG_RUN_LAPS[0], Math.floor(longMs / lapMs)))
  const longRunsMs = stopping === null ? LONG_RUNS_MS : LONG_RUNS_AFTER_RED_MS
  const order = field.toSorted((a, b) => orderOf(seed, a) - orderOf(seed, b))
  const runs: RunPlan[] = order.flatMap((driver, i) => {
    const leave = (afterMs: number): { readonly atMs: number } => ({
      atMs: Math.round(GREEN_LIGHT_MS + afterMs + i * STAGGER_MS + between(random, 0, 5_000)),
    })
    const trip = (stint: number, tyres: Tyres, afterMs: number, laps: readonly LapPlan[]): RunPlan => ({
      driver,
      segment: 0,
      stint,
      tyres,
      start: leave(afterMs),
      laps,
      wing: 'open',
      from: 'garage',
      to: 'garage',
      hasCoolDownLap: false,
      isLast: false,
    })
    const medium = newTyres('MEDIUM')
    const soft = newTyres('SOFT')
    const hard = usedTyres('HARD', 2)
    const short = (tyres: Tyres, gain: number): readonly LapPlan[] =>
      shortRun(targets, driver, tyres, gain, random)
    return [
      trip(0, medium, FIRST_RUNS_MS, short(medium, 0)),
      trip(1, soft, SECOND_RUNS_MS, short(soft, TRACK_GAIN_RATIO)),
      driver === stopping
        ? stoppedRun(trip(2, hard, STOPPING_CAR_MS - i * STAGGER_MS, short(hard, TRACK_GAIN_RATIO)))
        : trip(2, hard, longRunsMs, longRun(targets, driver, hard, longLaps, random)),
    ]
  })
  const redFlags = stopping === null ? [] : [redFlag(lapMs)]
  return {
    kind: 'practice',
    segments: [{ startMs: GREEN_LIGHT_MS, endMs: GREEN_LIGHT_MS + LENGTH_MS, drivers: field }],
    runs,
    finalisedMs: GREEN_LIGHT_MS + LENGTH_MS + BREAK_MS,
    redFlags,
    yellowFlags: [],
    totalLaps: null,
    result: classifyByTime(field, runs, 0),
  }
}

/** A number that shuffles the drivers, the same whoever else takes part. */
function orderOf(seed: string, { code }: DemoDriver): number {
  return createRandom(`${seed}/order/${code}`)()
}

/** Out, a fast lap, one to cool the tyres, another fast one, in. */
function shortRun(
  targets: LapTargets,
  driver: DemoDriver,
  tyres: Tyres,
  gainRatio: number,
  random: Random,
): readonly LapPlan[] {
  const cruise = (kind: LapPlan['kind']): LapPlan =>
    cruiseLap(kind, between(random, 0.98, 1.03), SHORT_RUN_FUEL_KG)
  const push = (lapsDriven: number): LapPlan =>
    targets.push(driver, tyres, lapsDriven, SHORT_RUN_FUEL_KG, gainRatio)
  return [cruise('out'), push(1), cruise('flying'), push(3), cruise('in')]
}

function longRun(
  targets: LapTargets,
  driver: DemoDriver,
  tyres: Tyres,
  laps: number,
  random: Random,
): readonly LapPlan[] {
  const fuelKg = (lap: number): number => LONG_RUN_FUEL_KG - FUEL_A_LAP_KG * lap
  const fast: LapPlan[] = []
  for (let lap = 1; lap <= laps; lap++) {
    const push = targets.push(driver, tyres, lap, fuelKg(lap), TRACK_GAIN_RATIO)
    fast.push(apart(push, fast.at(-1)?.targetMs ?? null))
  }
  return [
    cruiseLap('out', between(random, 0.98, 1.03), LONG_RUN_FUEL_KG),
    ...fast,
    cruiseLap('in', between(random, 0.98, 1.03), fuelKg(laps)),
  ]
}

/** After its first fast lap the car rolls out. */
function stoppedRun(run: RunPlan): RunPlan {
  return { ...run, laps: run.laps.slice(0, 2), to: { stopM: STOP_M }, isLast: true }
}

/**
 * Behind an out-lap, a fast lap and a part of a third. The plan does not know how long the slow ones take: it waits
 * long enough on every circuit of the season, where the car then stands for half a minute before the flag comes.
 */
function redFlag(lapMs: number): FlagSpan {
  const standsMs = GREEN_LIGHT_MS + STOPPING_CAR_MS + 2.8 * lapMs + 20_000
  return {
    fromMs: Math.round(standsMs + RED_AFTER_MS),
    toMs: Math.round(standsMs + RED_AFTER_MS + RED_FOR_MS),
  }
}
