// Where each car is and how fast at any instant of a session: driving, standing in a place that can be seen, or in
// its garage. Asked with instants that move forward by and large, so each car remembers where it was found last.

import type { Circuit } from './circuit'
import type { DemoDriver } from './field'
import { distanceAtTime, speedAtTime, type Drive } from './lap-simulator'
import type { Programme, Run } from './programme'

export interface CarMotion {
  readonly driver: DemoDriver
  /** The run under way, or null. Also moves the car's memory, on which the other answers rest. */
  at(timeMs: number): Run | null
  /** Of the run under way: the cell of its drive, 0..n - 2. */
  readonly cell: number
  /** Seconds since the run's start. */
  readonly timeS: number
  /** Between runs: the place where a car stands in sight of everybody, metres of the run's drive; null in the garage. */
  standing(timeMs: number): { readonly run: Run; readonly distanceM: number } | null
  /** True shortly before a run begins: the engine is started. */
  isWarm(timeMs: number): boolean
}

/** The engine is started this long before the car leaves. */
const WARM_UP_MS = 25_000
/** A car that stops on the track is carried away after this long. */
const CLEARED_AFTER_MS = 6 * 60_000

export function motionOf(programme: Programme, driver: DemoDriver): CarMotion {
  return new Motion(
    driver,
    programme.runs.filter((run) => run.driver === driver),
    programme.kind === 'race',
  )
}

class Motion implements CarMotion {
  cell = 0
  timeS = 0
  /** The run under way or the last one ended; -1 before the first. */
  private current = -1

  constructor(
    readonly driver: DemoDriver,
    private readonly runs: readonly Run[],
    private readonly isRace: boolean,
  ) {}

  at(timeMs: number): Run | null {
    const { runs } = this
    while (this.current + 1 < runs.length && timeMs >= runs[this.current + 1]!.startMs) {
      this.current++
      this.cell = 0
    }
    // Instants go back a little now and then: samples are older than their stamps by chance.
    while (this.current >= 0 && timeMs < runs[this.current]!.startMs) {
      this.current--
      this.cell = 0
    }
    const run = runs[this.current]
    if (run === undefined || timeMs >= run.endMs) return null
    this.timeS = (timeMs - run.startMs) / 1000
    this.cell = cellNear(run.drive, this.cell, this.timeS)
    return run
  }

  standing(timeMs: number): { readonly run: Run; readonly distanceM: number } | null {
    const run = this.runs[Math.max(0, this.current)]
    if (run === undefined) return null
    if (this.current < 0) {
      return run.plan.from === 'garage' ? null : { run, distanceM: run.span.fromM }
    }
    const isPitStop = this.isRace && this.current + 1 < this.runs.length
    const isStopped = run.plan.to !== 'garage' && timeMs < run.endMs + CLEARED_AFTER_MS
    return isPitStop || isStopped ? { run, distanceM: run.span.toM } : null
  }

  isWarm(timeMs: number): boolean {
    const next = this.runs[this.current + 1]
    return next !== undefined && timeMs > next.startMs - WARM_UP_MS
  }
}

/** The cell that holds an instant, looked for from a cell that is probably near. */
function cellNear({ timeS: times }: Drive, from: number, timeS: number): number {
  let cell = from
  while (cell + 2 < times.length && times[cell + 1]! <= timeS) cell++
  while (cell > 0 && times[cell]! > timeS) cell--
  return cell
}

/** m/s of the run under way. */
export function speedMsOf(run: Run, { cell, timeS }: CarMotion): number {
  return speedAtTime(run.drive, cell, timeS)
}

/** Metres of the run's drive. */
export function distanceOf(run: Run, { cell, timeS }: CarMotion): number {
  return distanceAtTime(run.drive, cell, timeS)
}

/** A place of a run in the frame of the circuit, metres. */
export function placeOf(
  circuit: Circuit,
  run: Run,
  distanceM: number,
): { readonly xM: number; readonly yM: number; readonly zM: number } {
  const point = circuit.at(distanceM)
  const besideM = pitLaneOffsetM(circuit, run, distanceM)
  if (besideM === 0) return point
  return {
    xM: point.xM - besideM * Math.sin(point.headingRad),
    yM: point.yM + besideM * Math.cos(point.headingRad),
    zM: point.zM,
  }
}

/** Sideways from the line, metres, positive to the left. */
function pitLaneOffsetM(circuit: Circuit, { span }: Run, distanceM: number): number {
  const { offsetM, mergeM } = circuit.plan.pitLane
  const insideM = Math.max(span.laneEndsM - distanceM, distanceM - span.laneBeginsM)
  const ratio = Math.min(1, Math.max(0, insideM / mergeM))
  return offsetM * ratio * ratio * (3 - 2 * ratio)
}
