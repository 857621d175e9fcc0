// What happened, exactly: every run of a plan with its drive, every lap with its passages of lines and loops.
// All times are ms of session time. Knows nothing of the wire format.

import type { Circuit } from './circuit'
import { driveRun, type DriveSpan } from './drive-run'
import type { DemoDriver } from './field'
import { timeAtDistance, type Drive } from './lap-simulator'
import type { Pace } from './pace'
import type { RunPlan, SessionPlan } from './session-plan'
import type { Tyres } from './tyres'

export interface DemoLap {
  readonly kind: 'out' | 'flying' | 'in'
  /** Number of the lap within the session as decoders count: 1 is the first lap out of the garage or off the grid. */
  readonly lap: number
  /** Passages of the line; integer ms. The first out-lap of a driver has no start; a race starts with the lights. */
  readonly startMs: number | null
  readonly endMs: number
  /** Between two passages; out-laps include the stop in the garage. */
  readonly lapTimeMs: number | null
  /** They add up to the lap time. Without a passage of the line at its beginning a lap has no first sector. */
  readonly sectorsMs: readonly [number | null, number, number]
  /** Passages of the sector ends; integer ms. */
  readonly sectorEndsMs: readonly [number, number, number]
  readonly deleted: boolean
}

/** One trip from the garage or the grid to the next stop. */
export interface Run {
  readonly driver: DemoDriver
  /** 0, 1, 2 for Q1, Q2, Q3. */
  readonly segment: number
  /** 0..n - 1 within the session; every run is a stint of its own. */
  readonly stint: number
  readonly tyres: Tyres
  /** When the car sets off and when it stands again. */
  readonly startMs: number
  readonly endMs: number
  /** Null for a start from the grid, and for a car that does not come back. */
  readonly pitExitMs: number | null
  readonly pitEntryMs: number | null
  /** Distances from the passage of the line that begins the first lap; the drive begins at the garage behind it. */
  readonly drive: Drive
  readonly span: DriveSpan
  /** Timed ones; a lap on which the car stops, and the one after a race, are driven but not among them. */
  readonly laps: readonly DemoLap[]
  /** How it was planned. */
  readonly plan: RunPlan
}

export interface Programme extends Omit<SessionPlan, 'runs'> {
  /** In order of their start. */
  readonly runs: readonly Run[]
}

/** @param field in the order of the garages. */
export function drivePlan(
  circuit: Circuit,
  pace: Pace,
  field: readonly DemoDriver[],
  plan: SessionPlan,
): Programme {
  const runs: Run[] = []
  const lightsMs = plan.kind === 'race' ? plan.segments[0]!.startMs : null
  for (const driver of field) {
    const earlier: DemoLap[] = []
    for (const planned of plan.runs.filter((run) => run.driver === driver)) {
      const run = timeRun(circuit, pace, planned, field.indexOf(driver), lightsMs, earlier)
      earlier.push(...run.laps)
      runs.push(run)
    }
  }
  return { ...plan, runs: runs.toSorted((a, b) => a.startMs - b.startMs) }
}

function timeRun(
  circuit: Circuit,
  pace: Pace,
  plan: RunPlan,
  garage: number,
  lightsMs: number | null,
  earlier: readonly DemoLap[],
): Run {
  const { lengthM } = circuit
  const isFromGrid = plan.from !== 'garage'
  const reactionMs = isFromGrid && lightsMs !== null && 'atMs' in plan.start ? plan.start.atMs - lightsMs : 0
  const { drive, span } = driveRun(circuit, pace, plan, garage, reactionMs)
  const startMs =
    'atMs' in plan.start
      ? plan.start.atMs
      : Math.round(plan.start.firstLapEndsMs - 1000 * timeAtDistance(drive, lengthM))
  const passesMs = (distanceM: number): number =>
    Math.round(startMs + 1000 * timeAtDistance(drive, distanceM))
  let lapStartMs = earlier.at(-1)?.endMs ?? (isFromGrid ? lightsMs : null)
  const laps = plan.laps.map(({ kind, deleted }, i): DemoLap => {
    const [firstM, secondM] = circuit.plan.sectorEndsM
    const sectorEndsMs = [
      passesMs(i * lengthM + firstM),
      passesMs(i * lengthM + secondM),
      passesMs((i + 1) * lengthM),
    ] as const
    const endMs = sectorEndsMs[2]
    // In a race the line is passed in the pit lane too; elsewhere a lap out of the garage begins anywhere.
    const hasFirstSector =
      lapStartMs !== null && (lightsMs === null ? kind !== 'out' : earlier.length + i > 0)
    const lap: DemoLap = {
      kind,
      lap: earlier.length + i + 1,
      startMs: lapStartMs,
      endMs,
      lapTimeMs: lapStartMs === null ? null : endMs - lapStartMs,
      sectorsMs: [
        hasFirstSector && lapStartMs !== null ? sectorEndsMs[0] - lapStartMs : null,
        sectorEndsMs[1] - sectorEndsMs[0],
        endMs - sectorEndsMs[1],
      ],
      sectorEndsMs,
      deleted,
    }
    lapStartMs = endMs
    return lap
  })
  const { driver, segment, stint, tyres } = plan
  return {
    driver,
    segment,
    stint,
    tyres,
    startMs,
    drive,
    span,
    laps,
    plan,
    endMs: startMs + Math.round(1e3 * drive.timeS.at(-1)!),
    pitExitMs: Number.isFinite(span.laneEndsM) ? passesMs(span.laneEndsM) : null,
    pitEntryMs: Number.isFinite(span.laneBeginsM) ? passesMs(span.laneBeginsM) : null,
  }
}
