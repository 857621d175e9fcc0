// How long a lap takes, without driving it: the solver is asked a dozen times per circuit, and what it answers is
// carried on by a short polynomial. Plans of sessions, and with them results and standings of a whole season, come
// out of this in milliseconds; the drives are solved later so that they take the times planned (`drive-run.ts`).

import type { Circuit } from './circuit'
import {
  DEMO_CAR,
  isInDrsZone,
  simulateDrive,
  timeAtDistance,
  type Drive,
  type Effort,
} from './lap-simulator'
import { FULL_EFFORT, PIT_LIMIT_MS } from './effort'

/** What a lap depends on. */
export interface Form {
  readonly gripRatio: number
  readonly powerRatio: number
  readonly brakeRatio: number
  readonly fuelKg: number
}

export interface Pace {
  /**
   * Time of a flying lap, ms, not rounded: within some 0.03 s of what the solver says.
   */
  lapMs(form: Form, wing: Wing): number
  /** What a standing start from the first place of the grid costs against a flying lap. */
  readonly startLossMs: number
  /** What an in-lap and an out-lap together cost against two flying laps; the stop itself not counted. */
  readonly pitLossMs: number
  /** How much longer a lap gets for each unit of grip that is missing. */
  readonly gripMs: Readonly<Record<Wing, number>>
}

/** Open where the circuit allows it (practice, qualifying), or closed all the way (races without traffic). */
export type Wing = 'open' | 'closed'

/** What drivers, tyres and tanks make on average in sessions of either kind: the polynomials are laid through here. */
const MIDDLE: Readonly<Record<Wing, Form>> = {
  open: { gripRatio: 0.98, powerRatio: 1, brakeRatio: 1, fuelKg: 6 },
  closed: { gripRatio: 0.965, powerRatio: 1, brakeRatio: 1, fuelKg: 55 },
}
/** Steps to both sides at which the solver is asked; most of what a season has lies between them. */
const STEP: Form = { gripRatio: 0.02, powerRatio: 0.015, brakeRatio: 0.03, fuelKg: 45 }
const KEYS = ['gripRatio', 'powerRatio', 'brakeRatio', 'fuelKg'] as const

export function measurePace(circuit: Circuit): Pace {
  const lapMs = { open: expand(circuit, 'open'), closed: expand(circuit, 'closed') }
  const reference = lapMs.closed({ gripRatio: 1, powerRatio: 1, brakeRatio: 1, fuelKg: 0 })
  const { open, closed } = lapMs
  const { gripRatio } = MIDDLE.open
  return {
    lapMs: (form, wing) => lapMs[wing](form),
    startLossMs: standingLapMs(circuit) - reference,
    pitLossMs: inAndOutMs(circuit) - 2 * reference,
    gripMs: { open: slopeMs(open, gripRatio), closed: slopeMs(closed, gripRatio) },
  }
}

function slopeMs(lapMs: (form: Form) => number, gripRatio: number): number {
  const at = (grip: number): number => lapMs({ ...MIDDLE.open, gripRatio: grip })
  return (at(gripRatio - STEP.gripRatio) - at(gripRatio + STEP.gripRatio)) / (2 * STEP.gripRatio)
}

/** A parabola in each of the four, added up, and the one product that matters: grip with fuel. */
function expand(circuit: Circuit, wing: Wing): (form: Form) => number {
  const middle = MIDDLE[wing]
  const flyingMs = (steps: Partial<Form>): number => {
    const form = { ...middle }
    for (const key of KEYS) form[key] = middle[key] + STEP[key] * (steps[key] ?? 0)
    const drive = driveOn(circuit, -circuit.lengthM, 2 * circuit.lengthM, form, wing)
    return 1000 * (timeAtDistance(drive, circuit.lengthM) - timeAtDistance(drive, 0))
  }
  const base = flyingMs({})
  const terms = KEYS.map((key) => {
    const more = flyingMs({ [key]: 1 }) - base
    const less = flyingMs({ [key]: -1 }) - base
    return { key, linear: (more - less) / 2, square: (more + less) / 2 }
  })
  const both = flyingMs({ gripRatio: 1, fuelKg: 1 }) - base
  const product = both - terms[0]!.linear - terms[0]!.square - terms[3]!.linear - terms[3]!.square
  return (form) => {
    const steps = (key: keyof Form): number => (form[key] - middle[key]) / STEP[key]
    const parabolas = terms.map(({ key, linear, square }) => steps(key) * (linear + steps(key) * square))
    return parabolas.reduce((sum, term) => sum + term, base + product * steps('gripRatio') * steps('fuelKg'))
  }
}

/** From the front of the grid to the first passage of the line. */
function standingLapMs(circuit: Circuit): number {
  const fromM = -circuit.plan.pitLane.garageM / 4
  const drive = driveOn(circuit, fromM, 2 * circuit.lengthM, FULL_EFFORT, 'closed')
  return 1000 * timeAtDistance(drive, circuit.lengthM)
}

/** From line to line by way of the garage in the middle of the lane: in-lap, lane, out-lap. */
function inAndOutMs(circuit: Circuit): number {
  const { garageM, garageStepM, entryM, exitM } = circuit.plan.pitLane
  const middleM = garageM + 10 * garageStepM
  const { lengthM } = circuit
  const lane: Effort = { ...FULL_EFFORT, speedCapMs: PIT_LIMIT_MS }
  const effortAt = (s: number): Effort => (s > lengthM + entryM || s < exitM - lengthM ? lane : FULL_EFFORT)
  const back = simulateDrive(circuit, DEMO_CAR, -lengthM, lengthM + middleM, effortAt, 'standing')
  const out = simulateDrive(circuit, DEMO_CAR, middleM - lengthM, 2 * lengthM, effortAt, 'standing')
  const inMs = 1000 * (back.timeS.at(-1)! - timeAtDistance(back, 0))
  return inMs + 1000 * timeAtDistance(out, 0)
}

function driveOn(circuit: Circuit, fromM: number, toM: number, form: Form, wing: Wing): Drive {
  const shut: Effort = { ...FULL_EFFORT, ...form }
  const open: Effort = { ...shut, isWingOpen: true }
  const effortAt = (s: number): Effort => (wing === 'open' && isInDrsZone(circuit, s) ? open : shut)
  return simulateDrive(circuit, DEMO_CAR, fromM, toM, effortAt, 'standing')
}
