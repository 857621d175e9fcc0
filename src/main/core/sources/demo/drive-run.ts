// From a run's plan to its drive: one solver run over all its laps, so that speed runs on from each into the next,
// repeated with corrected grip until every lap takes the time it was planned to take. So results can be read off
// plans, and yet every lap is physics: grip that a car could have had, not a clock that was bent.

import type { Circuit } from './circuit'
import { cruising, FULL_EFFORT, PIT_LIMIT_MS } from './effort'
import {
  DEMO_CAR,
  isInDrsZone,
  simulateDrive,
  timeAtDistance,
  type Drive,
  type Effort,
} from './lap-simulator'
import type { Pace } from './pace'
import type { LapPlan, RunPlan } from './session-plan'

/** The first guess is off by some 20 ms, each secant step leaves a hundredth of that. */
const MOST_CORRECTIONS = 6
/** Far below the millisecond that anything is rounded to, also when chance adds them up over seventy laps. */
const CLOSE_ENOUGH_MS = 0.03
/** A secant through two nearly equal grips would be a division by nothing. */
const SAME_GRIP = 1e-7

/** Distances of a drive, metres from the passage of the line that begins its first lap. */
export interface DriveSpan {
  readonly fromM: number
  readonly toM: number
  /** The car is on the circuit's line from here … */
  readonly laneEndsM: number
  /** … to here; infinite where it never turns in. */
  readonly laneBeginsM: number
}

/** Front of the grid and distance between its places, metres before the line. */
const GRID_FRONT_M = 10
const GRID_STEP_M = 8

/** Ahead of the line of a fast lap the push begins here: the last corner and its approach are no longer anywhere. */
const LAST_CORNER_M = 300
/** m/s above the cruising speed just behind the line of a slow lap, and metres for each m/s less. */
const FADE_MS = 40
const FADE_M = 10

/** @param garage place in the lane, 0 is the first behind the line. */
function spanOf(circuit: Circuit, { from, to, laps, hasCoolDownLap }: RunPlan, garage: number): DriveSpan {
  const { garageM, garageStepM, entryM, exitM } = circuit.plan.pitLane
  const homeM = garageM + garage * garageStepM
  const lastM = (laps.length + (hasCoolDownLap ? 1 : 0)) * circuit.lengthM
  const isFromGarage = from === 'garage'
  return {
    fromM: isFromGarage ? homeM : -(GRID_FRONT_M + GRID_STEP_M * from.gridSlot),
    toM: to === 'garage' ? lastM + homeM : lastM + to.stopM,
    laneEndsM: isFromGarage ? exitM : Number.NEGATIVE_INFINITY,
    laneBeginsM: to === 'garage' ? lastM + entryM : Number.POSITIVE_INFINITY,
  }
}

/**
 * @param garage place in the lane, 0 is the first behind the line.
 * @param reactionMs between the passage or lights that begin the first lap and the drive's own beginning.
 */
export function driveRun(
  circuit: Circuit,
  pace: Pace,
  run: RunPlan,
  garage: number,
  reactionMs: number,
): { readonly drive: Drive; readonly span: DriveSpan } {
  const span = spanOf(circuit, run, garage)
  const grips = run.laps.map(({ gripRatio }) => gripRatio)
  const slopesMs = run.laps.map(() => pace.gripMs[run.wing])
  const before = run.laps.map((): { grip: number; tooLongMs: number } | null => null)
  for (let correction = 0; ; correction++) {
    const efforts = effortsOf(circuit, run, grips, span)
    const drive = simulateDrive(circuit, DEMO_CAR, span.fromM, span.toM, efforts, 'standing')
    const errorsMs = lapErrorsMs(circuit, run, drive, reactionMs)
    const worstMs = Math.max(0, ...errorsMs.map((errorMs) => Math.abs(errorMs)))
    if (worstMs < CLOSE_ENOUGH_MS || correction === MOST_CORRECTIONS) return { drive, span }
    for (const [i, tooLongMs] of errorsMs.entries()) {
      const grip = grips[i]!
      const last = before[i] ?? null
      if (last !== null && Math.abs(grip - last.grip) > SAME_GRIP)
        slopesMs[i] = (last.tooLongMs - tooLongMs) / (grip - last.grip)
      before[i] = { grip, tooLongMs }
      grips[i] = grip + tooLongMs / slopesMs[i]!
    }
  }
}

/** How much longer each lap took than planned; 0 for laps without a target. */
function lapErrorsMs(circuit: Circuit, run: RunPlan, drive: Drive, reactionMs: number): readonly number[] {
  let lapStartMs = -reactionMs
  return run.laps.map(({ targetMs }, i) => {
    const lapEndMs = 1000 * timeAtDistance(drive, (i + 1) * circuit.lengthM)
    const tookMs = lapEndMs - lapStartMs
    lapStartMs = lapEndMs
    return targetMs === null ? 0 : tookMs - targetMs
  })
}

/** The effort at every place of the run. Few objects, many places: the solver asks for each of its nodes. */
function effortsOf(
  circuit: Circuit,
  run: RunPlan,
  grips: readonly number[],
  span: DriveSpan,
): (distanceM: number) => Effort {
  const { lengthM, plan } = circuit
  const { laps, wing } = run
  const { powerRatio, brakeRatio } = run.driver
  const slow = cruising(1, laps.at(-1)?.fuelKg ?? 0)
  const closed = laps.map((lap, i): Effort =>
    lap.pace === 'cruise'
      ? cruising(grips[i]!, lap.fuelKg)
      : { ...FULL_EFFORT, powerRatio, brakeRatio, gripRatio: grips[i]!, fuelKg: lap.fuelKg },
  )
  const open = closed.map((effort): Effort => ({ ...effort, isWingOpen: true }))
  const lane = closed.map((effort): Effort => ({ ...effort, speedCapMs: PIT_LIMIT_MS }))
  const isPush = (lap: LapPlan | undefined): boolean => lap?.pace === 'push'
  // Ahead of the last corner, to carry speed out of it.
  const pushM = plan.finishAfterLastCornerM + LAST_CORNER_M
  return (s) => {
    const i = Math.max(0, Math.floor(s / lengthM))
    const beforeLineM = (i + 1) * lengthM - s
    const own = closed[i] ?? slow
    if (s < span.laneEndsM || s > span.laneBeginsM) return lane[i] ?? lane.at(-1)!
    if (isPush(laps[i])) {
      if (wing === 'closed' || !isInDrsZone(circuit, s)) return own
      return open[i]!
    }
    if (isPush(laps[i + 1]) && beforeLineM < pushM) {
      const next = i + 1
      return wing === 'open' && beforeLineM < -plan.drs.fromM ? open[next]! : closed[next]!
    }
    // Slowing down behind the line must not begin before it: this cap falls more gently than drag slows the car.
    const behindLineM = s - i * lengthM
    const gentleMs = FADE_MS - behindLineM / FADE_M
    if (i > 0 && isPush(laps[i - 1]) && gentleMs > 0) return { ...own, speedCapMs: own.speedCapMs + gentleMs }
    return own
  }
}
