// Who drives when: turns run plans into drives with absolute session times, laps and a classification.
// All times are ms of session time. Knows nothing of the wire format.

import type { Compound } from '@contract/laps'
import type { Circuit } from './circuit'
import type { DemoDriver } from './field'
import { DEMO_CAR, isInDrsZone, simulateDrive, timeAtDistance } from './lap-simulator'
import type { Drive, Effort } from './lap-simulator'
import { bell, between, createRandom } from './random'

export interface Tyres {
  readonly compound: Compound
  readonly fresh: boolean
  /** Laps on the set when it was fitted. */
  readonly age: number
}

export interface DemoLap {
  readonly kind: 'out' | 'flying' | 'in'
  /** Number of the lap within the session as decoders count: 1 is the first lap out of the garage. */
  readonly lap: number
  /** Passages of the line; integer ms. The first out-lap of a driver has no start. */
  readonly startMs: number | null
  readonly endMs: number
  /** Between two passages; out-laps include the stop in the garage. */
  readonly lapTimeMs: number | null
  /** They add up to the lap time. A lap out of the garage has no first sector: it does not pass the line. */
  readonly sectorsMs: readonly [number | null, number, number]
  /** Passages of the sector ends; integer ms. */
  readonly sectorEndsMs: readonly [number, number, number]
  readonly deleted: boolean
}

/** One trip from the garage and back. */
export interface Run {
  readonly driver: DemoDriver
  /** 0, 1, 2 for Q1, Q2, Q3. */
  readonly segment: number
  /** 0..n - 1 within the session; every run is a stint of its own. */
  readonly stint: number
  readonly tyres: Tyres
  /** When the car leaves and is back in its garage. */
  readonly startMs: number
  readonly endMs: number
  readonly pitExitMs: number
  readonly pitEntryMs: number
  /** Distances from the finish line that begins the first lap; the drive begins at the garage behind it. */
  readonly drive: Drive
  readonly laps: readonly DemoLap[]
}

export interface Segment {
  readonly startMs: number
  readonly endMs: number
  /** Who takes part, fastest of the segment before first. */
  readonly drivers: readonly DemoDriver[]
}

export interface Programme {
  readonly segments: readonly Segment[]
  /** In order of their start. */
  readonly runs: readonly Run[]
  readonly finalisedMs: number
}

interface RunPlan {
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
  readonly runs: readonly RunPlan[]
}

/** From the recorder's start to the green light. Real recordings begin some 14 minutes early; nothing happens then. */
const GREEN_LIGHT_MS = 136_231
const NEW_SOFT: Tyres = { compound: 'SOFT', fresh: true, age: 0 }

// A qualifying in small: 12, 5 and 5 minutes instead of 18, 15 and 12. A run takes about five and a half minutes.
const QUALIFYING: readonly SegmentPlan[] = [
  {
    lengthMs: 720_000,
    breakMs: 270_000,
    drivers: 5,
    runs: [
      { leaveMs: 15_000, staggerMs: 25_000, tyres: { compound: 'MEDIUM', fresh: false, age: 3 } },
      { leaveMs: 495_000, staggerMs: 21_000, tyres: NEW_SOFT },
    ],
  },
  {
    lengthMs: 300_000,
    breakMs: 180_000,
    drivers: 4,
    runs: [{ leaveMs: 12_000, staggerMs: 22_000, tyres: NEW_SOFT }],
  },
  {
    lengthMs: 300_000,
    breakMs: 150_000,
    drivers: 3,
    runs: [{ leaveMs: 12_000, staggerMs: 26_000, tyres: NEW_SOFT }],
  },
]
/** The lap race control takes away: the best one of a driver who gets no further, so a missed deletion shows. */
const DELETED = { number: '93', stint: 1 }

// Used sets and harder rubber cost grip; the track gains some with every run. A percent of grip is 0.3 s a lap.
const MEDIUM_GRIP_RATIO = 0.99
const TRACK_GAIN_RATIO = 0.0025
/** Nobody drives the same lap twice: ± this, a third of it as standard deviation. */
const LAP_SPREAD_RATIO = 0.004

/** What a driver does on one trip. */
const RUN = ['out', 'flying', 'in'] as const

/** m/s: the speed limit of the pit lane, 80 km/h. */
const PIT_LIMIT_MS = 80 / 3.6
/** How far before the line a driver on an out-lap begins to push: ahead of the last corner, to carry speed out of it. */
const PUSH_M = 620
/** Speed on out- and in-laps, m/s; about 200 km/h. */
const CRUISE_MS = 56

export function planQualifying(seed: string, circuit: Circuit, field: readonly DemoDriver[]): Programme {
  const random = createRandom(`${seed}/laps`)
  const runs: Run[] = []
  const segments: Segment[] = []
  let drivers = field
  let startMs = GREEN_LIGHT_MS
  QUALIFYING.forEach((plan, segment) => {
    drivers = drivers.slice(0, plan.drivers)
    segments.push({ startMs, endMs: startMs + plan.lengthMs, drivers })
    for (const run of plan.runs)
      drivers.forEach((driver, i) => {
        const earlier = runs.filter((one) => one.driver === driver)
        const leaveMs = startMs + run.leaveMs + i * run.staggerMs + between(random, 0, 4_000)
        const garageM =
          circuit.plan.pitLane.garageM + field.indexOf(driver) * circuit.plan.pitLane.garageStepM
        const effort = {
          gripRatio:
            driver.gripRatio *
            (run.tyres.compound === 'SOFT' ? 1 : MEDIUM_GRIP_RATIO) *
            (1 + TRACK_GAIN_RATIO * earlier.length + LAP_SPREAD_RATIO * bell(random)),
          powerRatio: driver.powerRatio,
          brakeRatio: driver.brakeRatio,
        }
        const cruise = { outRatio: between(random, 0.97, 1.03), inRatio: between(random, 0.95, 1.01) }
        const drive = driveRun(circuit, garageM, effort, cruise)
        runs.push(timeRun(circuit, { driver, segment, tyres: run.tyres }, drive, leaveMs, earlier))
      })
    drivers = classify(drivers, runs, segment)
    startMs += plan.lengthMs + plan.breakMs
  })
  return { segments, runs: runs.toSorted((a, b) => a.startMs - b.startMs), finalisedMs: startMs }
}

/** Best counted lap of the segment first; without one, in the order given. */
export function classify(
  drivers: readonly DemoDriver[],
  runs: readonly Run[],
  segment: number,
): readonly DemoDriver[] {
  const bestMs = (driver: DemoDriver): number =>
    Math.min(
      Number.MAX_SAFE_INTEGER,
      ...runs
        .filter((run) => run.driver === driver && run.segment === segment)
        .flatMap((run) => run.laps)
        .filter((lap) => lap.kind === 'flying' && !lap.deleted)
        .map((lap) => lap.lapTimeMs!),
    )
  return drivers.toSorted((a, b) => bestMs(a) - bestMs(b))
}

/** Out-lap, one flying lap and in-lap as one drive, so that speed runs on from each into the next. */
function driveRun(
  circuit: Circuit,
  garageM: number,
  pushed: Pick<Effort, 'gripRatio' | 'powerRatio' | 'brakeRatio'>,
  cruise: { readonly outRatio: number; readonly inRatio: number },
): Drive {
  const { lengthM, plan } = circuit
  const flying: Effort = { ...pushed, speedCapMs: Number.POSITIVE_INFINITY, isWingOpen: false }
  const open: Effort = { ...flying, isWingOpen: true }
  const out = cruising(cruise.outRatio)
  const back = cruising(cruise.inRatio)
  const lastPassageM = RUN.length * lengthM
  const effortAt = (s: number): Effort => {
    if (s < plan.pitLane.exitM) return { ...out, speedCapMs: PIT_LIMIT_MS }
    if (s > lastPassageM + plan.pitLane.entryM) return { ...back, speedCapMs: PIT_LIMIT_MS }
    if (s < lengthM - PUSH_M) return out
    // Slowing down behind the line must not begin before it: this cap falls more gently than drag slows the car.
    if (s > lastPassageM - lengthM)
      return { ...back, speedCapMs: back.speedCapMs + Math.max(0, 40 - (s - lastPassageM + lengthM) / 10) }
    return s > lengthM + plan.drs.fromM && isInDrsZone(circuit, s) ? open : flying
  }
  return simulateDrive(circuit, DEMO_CAR, garageM, lastPassageM + garageM, effortAt, 'standing')
}

function cruising(ratio: number): Effort {
  return {
    gripRatio: 0.5 * ratio,
    powerRatio: 0.45,
    brakeRatio: 0.4,
    speedCapMs: CRUISE_MS * ratio,
    isWingOpen: false,
  }
}

function timeRun(
  circuit: Circuit,
  who: Pick<Run, 'driver' | 'segment' | 'tyres'>,
  drive: Drive,
  leaveMs: number,
  earlier: readonly Run[],
): Run {
  const { lengthM, plan } = circuit
  const startMs = Math.round(leaveMs)
  const passesMs = (distanceM: number): number =>
    Math.round(startMs + 1000 * timeAtDistance(drive, distanceM))
  const stint = earlier.length
  const lastLap = earlier.at(-1)?.laps.at(-1)
  let lapStartMs = lastLap?.endMs ?? null
  const laps = RUN.map((kind, i): DemoLap => {
    const [firstM, secondM] = plan.sectorEndsM
    const sectorEndsMs = [
      passesMs(i * lengthM + firstM),
      passesMs(i * lengthM + secondM),
      passesMs((i + 1) * lengthM),
    ] as const
    const endMs = sectorEndsMs[2]
    const lap: DemoLap = {
      kind,
      lap: RUN.length * stint + i + 1,
      startMs: lapStartMs,
      endMs,
      lapTimeMs: lapStartMs === null ? null : endMs - lapStartMs,
      sectorsMs: [
        kind === 'out' || lapStartMs === null ? null : sectorEndsMs[0] - lapStartMs,
        sectorEndsMs[1] - sectorEndsMs[0],
        endMs - sectorEndsMs[1],
      ],
      sectorEndsMs,
      deleted: kind === 'flying' && who.driver.number === DELETED.number && stint === DELETED.stint,
    }
    lapStartMs = endMs
    return lap
  })
  return {
    ...who,
    stint,
    startMs,
    endMs: startMs + Math.round(1000 * drive.timeS.at(-1)!),
    pitExitMs: passesMs(plan.pitLane.exitM),
    pitEntryMs: passesMs(RUN.length * lengthM + plan.pitLane.entryM),
    drive,
    laps,
  }
}
