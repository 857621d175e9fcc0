// A qualifying: three segments, each for the fastest of the one before. Also the shorter one ahead of a sprint.

import type { DemoDriver } from './field'
import { createLapTargets, cruiseLap } from './lap-targets'
import type { Pace } from './pace'
import { between, createRandom, type Random } from './random'
import { classifyByTime, type LapPlan, type RunPlan, type Segment, type SessionPlan } from './session-plan'
import { newTyres, usedTyres, type Tyres } from './tyres'

interface RunsPlan {
  /** After the segment's green light, for the first driver; each further one leaves `staggerMs` later. */
  readonly leaveMs: number
  readonly staggerMs: number
  readonly tyres: Tyres
}

interface SegmentPlan {
  readonly lengthMs: number
  /** Until the next green light, or the end of the session. */
  readonly breakMs: number
  readonly drivers: number
  readonly runs: readonly RunsPlan[]
}

/** From the recorder's start to the green light: 2025 Mexico City, whose times everything here follows. */
const GREEN_LIGHT_MS = 816_231

const MINUTE_MS = 60_000
const NEW_SOFT = newTyres('SOFT')
const NEW_MEDIUM = newTyres('MEDIUM')

// A run of out-lap, flying lap and in-lap takes three to seven minutes; everybody is home before the next begins.
const QUALIFYING: readonly SegmentPlan[] = [
  {
    lengthMs: 18 * MINUTE_MS,
    breakMs: 7 * MINUTE_MS,
    drivers: 20,
    runs: [
      { leaveMs: 15_000, staggerMs: 12_000, tyres: usedTyres('SOFT', 3) },
      { leaveMs: 620_000, staggerMs: 11_000, tyres: NEW_SOFT },
    ],
  },
  {
    lengthMs: 15 * MINUTE_MS,
    breakMs: 8 * MINUTE_MS,
    drivers: 15,
    runs: [
      { leaveMs: 20_000, staggerMs: 13_000, tyres: usedTyres('SOFT', 3) },
      { leaveMs: 500_000, staggerMs: 13_000, tyres: NEW_SOFT },
    ],
  },
  {
    lengthMs: 12 * MINUTE_MS,
    breakMs: 307_000,
    drivers: 10,
    runs: [
      { leaveMs: 10_000, staggerMs: 10_000, tyres: NEW_SOFT },
      { leaveMs: 465_000, staggerMs: 10_000, tyres: NEW_SOFT },
    ],
  },
]

const SPRINT_QUALIFYING: readonly SegmentPlan[] = [
  {
    lengthMs: 12 * MINUTE_MS,
    breakMs: 7 * MINUTE_MS,
    drivers: 20,
    runs: [{ leaveMs: 15_000, staggerMs: 14_000, tyres: NEW_MEDIUM }],
  },
  {
    lengthMs: 10 * MINUTE_MS,
    breakMs: 7 * MINUTE_MS,
    drivers: 15,
    runs: [{ leaveMs: 60_000, staggerMs: 14_000, tyres: NEW_MEDIUM }],
  },
  {
    lengthMs: 8 * MINUTE_MS,
    breakMs: 4 * MINUTE_MS,
    drivers: 10,
    runs: [{ leaveMs: 60_000, staggerMs: 14_000, tyres: NEW_SOFT }],
  },
]

/** Grip the track gains from run to run of a driver. */
const TRACK_GAIN_RATIO = 0.0025
const FUEL_KG = 6

/** Things that go wrong in this session; drivers by place in the field. */
export interface QualifyingIncidents {
  /** Whose best lap of the first segment is taken away. */
  readonly deleted: DemoDriver
  /** Who comes back from the only out-lap with a broken car; null: nobody. */
  readonly broken: DemoDriver | null
}

/** @param roundSeed of the round, @param seed of the session. */
export function planQualifying(
  form: 'full' | 'sprint',
  roundSeed: string,
  seed: string,
  pace: Pace,
  field: readonly DemoDriver[],
  incidents: QualifyingIncidents,
): SessionPlan {
  const random = createRandom(`${seed}/laps`)
  const targets = createLapTargets(roundSeed, pace, 'open', random)
  const segments: Segment[] = []
  const runs: RunPlan[] = []
  let drivers = field
  let startMs = GREEN_LIGHT_MS
  const knockedOut: DemoDriver[][] = []
  for (const [segment, plan] of (form === 'full' ? QUALIFYING : SPRINT_QUALIFYING).entries()) {
    knockedOut.unshift(drivers.slice(plan.drivers))
    drivers = drivers.slice(0, plan.drivers)
    segments.push({ startMs, endMs: startMs + plan.lengthMs, drivers })
    for (const [attempt, each] of plan.runs.entries())
      for (const [i, driver] of drivers.entries()) {
        const leaveMs = startMs + each.leaveMs + i * each.staggerMs + between(random, 0, 4_000)
        const stint = runs.filter((run) => run.driver === driver).length
        const flying = targets.push(driver, each.tyres, 1, FUEL_KG, TRACK_GAIN_RATIO * stint)
        const laps = runLaps(flying, random)
        if (driver === incidents.broken && attempt > 0) continue
        const kept = driver === incidents.broken ? [laps[0]!, laps[2]!] : laps
        runs.push(runPlan(driver, segment, stint, each.tyres, leaveMs, kept))
      }
    if (segment === 0) takeBestAway(runs, incidents.deleted)
    drivers = classifyByTime(drivers, runs, segment)
    startMs += plan.lengthMs + plan.breakMs
  }
  const result = [...drivers, ...knockedOut.flat()]
  const none = { redFlags: [], yellowFlags: [], totalLaps: null }
  return { kind: 'qualifying', segments, runs, finalisedMs: startMs, ...none, result }
}

function runLaps(flying: LapPlan, random: Random): readonly LapPlan[] {
  return [
    cruiseLap('out', between(random, 0.97, 1.03), FUEL_KG),
    flying,
    cruiseLap('in', between(random, 0.98, 1.02), FUEL_KG),
  ]
}

function runPlan(
  driver: DemoDriver,
  segment: number,
  stint: number,
  tyres: Tyres,
  leaveMs: number,
  laps: readonly LapPlan[],
): RunPlan {
  const start = { atMs: Math.round(leaveMs) }
  const fixed = { from: 'garage', to: 'garage', wing: 'open', hasCoolDownLap: false, isLast: false } as const
  return { driver, segment, stint, tyres, start, laps, ...fixed }
}

/** The best lap, so that whoever overlooks the deletion gets a wrong result. */
function takeBestAway(runs: RunPlan[], driver: DemoDriver): void {
  const times = runs
    .filter((run) => run.driver === driver)
    .flatMap(({ laps }) => laps.flatMap(({ targetMs }) => targetMs ?? []))
  const bestMs = Math.min(...times)
  for (const [i, run] of runs.entries())
    if (run.driver === driver)
      runs[i] = { ...run, laps: run.laps.map((lap) => ({ ...lap, deleted: lap.targetMs === bestMs })) }
}
