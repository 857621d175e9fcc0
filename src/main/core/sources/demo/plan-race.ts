// A race: grid, stints and stops, who gives up, and where everybody is when the leader takes the flag. Cars do not
// hinder each other: a position is won on time alone.

import type { Circuit } from './circuit'
import type { DemoDriver } from './field'
import { apart, createLapTargets, type LapTargets } from './lap-targets'
import type { Pace } from './pace'
import { bell, between, createRandom, type Random } from './random'
import type { FlagSpan, LapPlan, RunPlan, SessionPlan } from './session-plan'
import { newTyres, usedTyres, type Tyres } from './tyres'

/** From the recorder's start to the lights; real ones begin an hour early, and nothing happens then. */
const LIGHTS_MS = 316_231
const FINALISED_AFTER_MS = 4 * 60_000

/** The fewest laps over 305 km; on short circuits that would be far more than two hours, so not more than 70. */
const DISTANCE_M = 305_000
const MOST_LAPS = 70
const SPRINT_SHARE = 1 / 3

/** 105 kg for a race of 305 km. */
const FUEL_KG_PER_M = 105 / 305_000
const RESERVE_KG = 2

/** From the lights to the first movement. */
const REACTION_MS = [210, 420] as const
/** Each place further back costs the way there at the speed of the first braking. */
const GRID_SLOT_MS = 115
/** Getting away, and the first corners with everybody in them. */
const START_CHANCE_MS = 900
const STOP_MS = [2_200, 3_600] as const

/** Of those who retire: on which part of the distance. */
const RETIRES_BETWEEN = [0.12, 0.85] as const
const STOPS_AT_M = [700, 1900] as const
const YELLOW_AFTER_MS = 9_000
const YELLOW_FOR_MS = [60_000, 130_000] as const

/** Who does not see the flag, and how. */
export interface Retirement {
  readonly driver: DemoDriver
  readonly where: 'track' | 'garage'
}

/** Laps of a race or sprint on a circuit. */
function raceLaps(circuit: Circuit, form: 'full' | 'sprint'): number {
  const full = Math.min(MOST_LAPS, Math.ceil(DISTANCE_M / circuit.lengthM))
  return form === 'full' ? full : Math.ceil(full * SPRINT_SHARE)
}

/** A driver's race as planned; cumulative times are from the lights, ms, index 0 = start. */
interface DriverRace {
  readonly driver: DemoDriver
  readonly gridSlot: number
  readonly reactionMs: number
  readonly stints: readonly StintPlan[]
  readonly laps: readonly LapPlan[]
  readonly passedMs: readonly number[]
  readonly retirement: Retirement | null
}

interface StintPlan {
  readonly tyres: Tyres
  /** Ends behind this lap, 1..n. */
  readonly lastLap: number
}

/** @param grid fastest of qualifying first. */
export function planRace(
  form: 'full' | 'sprint',
  roundSeed: string,
  seed: string,
  circuit: Circuit,
  pace: Pace,
  grid: readonly DemoDriver[],
  retirements: readonly Retirement[],
): SessionPlan {
  const totalLaps = raceLaps(circuit, form)
  const random = createRandom(`${seed}/race`)
  const targets = createLapTargets(roundSeed, pace, 'closed', random)
  const races = grid.map((driver, gridSlot) => {
    const retirement = retirements.find((each) => each.driver === driver) ?? null
    return planDriver(form, { circuit, pace, targets, random, totalLaps }, driver, gridSlot, retirement)
  })
  const finishMs = Math.min(...races.flatMap(({ passedMs }) => passedMs[totalLaps] ?? []))
  const finished = races.map((race) => untilFlag(race, finishMs))
  const lastMs = Math.max(...finished.map(({ passedMs }) => passedMs.at(-1)!))
  const stopped = finished.filter(({ retirement }) => retirement?.where === 'track')
  return {
    kind: 'race',
    segments: [{ startMs: LIGHTS_MS, endMs: LIGHTS_MS + finishMs, drivers: grid }],
    runs: finished.flatMap((race) => runsOf(race, random)),
    finalisedMs: LIGHTS_MS + lastMs + FINALISED_AFTER_MS,
    redFlags: [],
    yellowFlags: stopped.map(({ passedMs }) => yellowFlag(LIGHTS_MS + passedMs.at(-1)!, random)),
    totalLaps,
    result: finished.toSorted(byDistance).map(({ driver }) => driver),
  }
}

/** More laps first, then the earlier passage; who gave up is behind everybody with the flag. */
function byDistance(a: DriverRace, b: DriverRace): number {
  const gaveUp = Number(a.retirement !== null) - Number(b.retirement !== null)
  return gaveUp || b.laps.length - a.laps.length || a.passedMs.at(-1)! - b.passedMs.at(-1)!
}

interface RaceSetting {
  readonly circuit: Circuit
  readonly pace: Pace
  readonly targets: LapTargets
  readonly random: Random
  readonly totalLaps: number
}

function planDriver(
  form: 'full' | 'sprint',
  { circuit, pace, targets, random, totalLaps }: RaceSetting,
  driver: DemoDriver,
  gridSlot: number,
  retirement: Retirement | null,
): DriverRace {
  const reactionMs = Math.round(between(random, ...REACTION_MS))
  const stints =
    form === 'full' ? strategy(random, totalLaps) : [{ tyres: newTyres('MEDIUM'), lastLap: totalLaps }]
  const lastLap = retirement === null ? totalLaps : lastLapOf(stints, totalLaps, random)
  const laps: LapPlan[] = []
  const passedMs = [0]
  let nowMs = 0
  let flyingMs: number | null = null
  for (let lap = 1; lap <= lastLap; lap++) {
    const stint = stints.findIndex(({ lastLap }) => lap <= lastLap)
    const firstOfStint = stint === 0 ? 1 : stints[stint - 1]!.lastLap + 1
    const fuelKg = FUEL_KG_PER_M * circuit.lengthM * (totalLaps - lap + 1) + RESERVE_KG
    const flying = apart(targets.push(driver, stints[stint]!.tyres, lap - firstOfStint, fuelKg, 0), flyingMs)
    flyingMs = flying.targetMs
    const isIn = lap === stints[stint]!.lastLap && lap < totalLaps
    const isOut = stint > 0 && lap === firstOfStint
    const startMs =
      lap > 1 ? 0 : pace.startLossMs + GRID_SLOT_MS * gridSlot + START_CHANCE_MS * (1 + bell(random))
    // In-laps and out-laps take what they take; the stop between them absorbs what the plan does not know.
    const lostMs = isOut ? pace.pitLossMs + between(random, ...STOP_MS) : startMs
    nowMs += Math.round(flying.targetMs! + lostMs)
    passedMs.push(nowMs)
    const target = isIn || isOut ? null : Math.round(flying.targetMs! + startMs)
    laps.push({ ...flying, kind: isIn ? 'in' : isOut ? 'out' : 'flying', targetMs: target })
  }
  return { driver, gridSlot, reactionMs, stints, laps, passedMs, retirement }
}

/** Of who gives up: not the lap out of the pits, whose end the stop before it is timed for. */
function lastLapOf(stints: readonly StintPlan[], totalLaps: number, random: Random): number {
  const lap = Math.round(totalLaps * between(random, ...RETIRES_BETWEEN))
  return stints.some(({ lastLap }) => lap === lastLap + 1) ? lap + 1 : lap
}

/** One stop for two in three drivers, two for the others. */
function strategy(random: Random, totalLaps: number): readonly StintPlan[] {
  const upTo = (low: number, high: number): number => Math.round(totalLaps * between(random, low, high))
  const choice = random()
  const end = totalLaps
  if (choice < 0.4)
    return [
      { tyres: newTyres('MEDIUM'), lastLap: upTo(0.36, 0.48) },
      { tyres: newTyres('HARD'), lastLap: end },
    ]
  if (choice < 0.66)
    return [
      { tyres: usedTyres('SOFT', 2), lastLap: upTo(0.24, 0.34) },
      { tyres: newTyres('HARD'), lastLap: end },
    ]
  return [
    { tyres: usedTyres('SOFT', 3), lastLap: upTo(0.2, 0.28) },
    { tyres: newTyres('MEDIUM'), lastLap: upTo(0.56, 0.66) },
    { tyres: newTyres('SOFT'), lastLap: end },
  ]
}

/** The leader's flag ends everybody's race at their next passage of the line. */
function untilFlag(race: DriverRace, finishMs: number): DriverRace {
  const flagged = race.passedMs.findIndex((passed) => passed >= finishMs)
  const laps = flagged === -1 ? race.laps.length : flagged
  // Who gives up after the flag has finished.
  const retirement = flagged === -1 ? race.retirement : null
  return { ...race, laps: race.laps.slice(0, laps), passedMs: race.passedMs.slice(0, laps + 1), retirement }
}

/** Stints become runs: from the grid or the garage to the next stop. */
function runsOf(race: DriverRace, random: Random): readonly RunPlan[] {
  const { driver, gridSlot, reactionMs, laps, passedMs, retirement } = race
  const stopM = between(random, ...STOPS_AT_M)
  const runs: RunPlan[] = []
  let first = 1
  for (const [stint, { tyres, lastLap }] of race.stints.entries()) {
    if (first > laps.length) break
    const last = Math.min(lastLap, laps.length)
    const isLast = last === laps.length
    const driven = laps.slice(first - 1, last)
    const endsInGarage = isLast && retirement?.where === 'garage'
    const to = isLast && retirement?.where === 'track' ? { stopM } : 'garage'
    runs.push({
      driver,
      segment: 0,
      stint,
      tyres,
      to,
      wing: 'closed',
      from: stint === 0 ? { gridSlot } : 'garage',
      start:
        stint === 0 ? { atMs: LIGHTS_MS + reactionMs } : { firstLapEndsMs: LIGHTS_MS + passedMs[first]! },
      laps: isLast ? lastRunLaps(driven, endsInGarage, passedMs[last]! - passedMs[last - 1]!) : driven,
      hasCoolDownLap: isLast && retirement === null,
      isLast: isLast && retirement !== null,
    })
    first = last + 1
  }
  return runs
}

/**
 * A driver's last lap is no in-lap, whatever was planned for it; that of who gives up in the garage is one.
 * @param tookMs from passage to passage, as planned.
 */
function lastRunLaps(laps: readonly LapPlan[], endsInGarage: boolean, tookMs: number): readonly LapPlan[] {
  const last = laps.at(-1)!
  if (endsInGarage) return [...laps.slice(0, -1), { ...last, kind: 'in', targetMs: null }]
  return last.kind === 'in' ? [...laps.slice(0, -1), { ...last, kind: 'flying', targetMs: tookMs }] : laps
}

function yellowFlag(lastPassedMs: number, random: Random): FlagSpan {
  const fromMs = Math.round(lastPassedMs + 40_000 + YELLOW_AFTER_MS)
  return { fromMs, toMs: Math.round(fromMs + between(random, ...YELLOW_FOR_MS)) }
}
