// What goes on at each Grand Prix: plans for all its sessions, each out of its own seed, with its incidents. The
// grid of a race is the result of its qualifying, whoever asks first. Cheap: the solver is asked for the pace of a
// circuit once, and plans cost about a millisecond.

import type { SessionCode } from '@contract/ids'
import { buildCircuit, type Circuit, type CircuitPlan } from './circuit'
import { DEMO_FIELD, type DemoDriver } from './field'
import type { DemoGrandPrix } from './grand-prix'
import { measurePace, type Pace } from './pace'
import { planPractice } from './plan-practice'
import { planQualifying } from './plan-qualifying'
import { planRace, type Retirement } from './plan-race'
import { createRandom, type Random } from './random'
import type { SessionPlan } from './session-plan'

/** A circuit as built and measured. */
export interface Venue {
  readonly circuit: Circuit
  readonly pace: Pace
}

export interface DemoWorld {
  venue(plan: CircuitPlan): Venue
  plan(grandPrix: DemoGrandPrix, code: SessionCode): SessionPlan
}

/** Remembers what it has worked out: some ten kilobytes a circuit and a session. */
export function createDemoWorld(): DemoWorld {
  const venues = new Map<CircuitPlan, Venue>()
  const plans = new Map<string, SessionPlan>()
  const world: DemoWorld = {
    venue: (plan) => {
      const known = venues.get(plan)
      if (known !== undefined) return known
      const circuit = buildCircuit(plan)
      const venue = { circuit, pace: measurePace(circuit) }
      venues.set(plan, venue)
      return venue
    },
    plan: (grandPrix, code) => {
      const key = sessionSeed(grandPrix, code)
      const plan = plans.get(key) ?? planSession(world, grandPrix, code)
      plans.set(key, plan)
      return plan
    },
  }
  return world
}

/** The seed of everything that happens in a session. */
export function sessionSeed({ season, round }: DemoGrandPrix, code: SessionCode): string {
  return `${season}/${round}/${code}`
}

function planSession(world: DemoWorld, grandPrix: DemoGrandPrix, code: SessionCode): SessionPlan {
  const { circuit, pace } = world.venue(grandPrix.circuit)
  const roundSeed = `${grandPrix.season}/${grandPrix.round}`
  const seed = sessionSeed(grandPrix, code)
  const chance = createRandom(`${seed}/incidents`)
  switch (code) {
    case 'FP1':
    case 'FP2':
    case 'FP3': {
      const stopping = hasRedFlag(grandPrix, code) ? somebody(chance) : null
      return planPractice(roundSeed, seed, pace, DEMO_FIELD, stopping)
    }
    case 'Q':
    case 'SQ':
    case 'SS': {
      const form = code === 'Q' ? 'full' : 'sprint'
      const deleted = somebody(chance)
      const other = somebody(chance)
      const broken = hasDriverWithoutTime(grandPrix, code) && other !== deleted ? other : null
      return planQualifying(form, roundSeed, seed, pace, DEMO_FIELD, { deleted, broken })
    }
    case 'S':
    case 'R': {
      const form = code === 'R' ? 'full' : 'sprint'
      const grid = world.plan(grandPrix, code === 'R' ? 'Q' : 'SQ').result
      return planRace(form, roundSeed, seed, circuit, pace, grid, retirements(chance, form))
    }
  }
}

/** Every other second practice is stopped for a car on the track. */
function hasRedFlag({ round }: DemoGrandPrix, code: SessionCode): boolean {
  return code === 'FP2' && round % 2 === 1
}

/** In every third qualifying a car breaks on its first lap out of the pits. */
function hasDriverWithoutTime({ round }: DemoGrandPrix, code: SessionCode): boolean {
  return code === 'Q' && round % 3 === 2
}

/** Of some first practices no positions were recorded. */
export function hasPositions({ round }: DemoGrandPrix, code: SessionCode): boolean {
  return code !== 'FP1' || round % 5 !== 4
}

function somebody(random: Random): DemoDriver {
  return DEMO_FIELD[Math.floor(random() * DEMO_FIELD.length)]!
}

/** One to three in a race, at most one in a sprint. */
function retirements(random: Random, form: 'full' | 'sprint'): readonly Retirement[] {
  const count = form === 'full' ? 1 + Math.floor(3 * random()) : Math.floor(2 * random())
  const drivers = new Set(Array.from({ length: count }, () => somebody(random)))
  return [...drivers].map((driver) => ({ driver, where: random() < 0.6 ? 'track' : 'garage' }))
}
