// The truth behind a simulated lap: what tests hold the reconstructed G-forces against. The application itself
// never reads this; it sees the sampled bytes only.

import type { DemoSession } from './demo-session'
import { GRAVITY_MS2 } from '../../conventions'
import { lateralGAt } from './lap-simulator'
import type { DemoLap } from './programme'

/** All arrays have one value per node of the drive's grid, from the lap's first node to its last, n in all. */
export interface LapTruth {
  readonly lap: DemoLap
  /** In plan view from the finish line, 0..length. */
  readonly distanceM: Float64Array
  /** Session time, not rounded. */
  readonly timeMs: Float64Array
  readonly xM: Float64Array
  readonly yM: Float64Array
  readonly zM: Float64Array
  readonly speedMs: Float64Array
  /** Of the cell behind the node: constant until the next one. Positive when speeding up. */
  readonly longitudinalG: Float64Array
  /** At the node; positive in a left-hand turn. */
  readonly lateralG: Float64Array
  /** 0..100, of the cell behind the node, as the two below. */
  readonly throttlePct: Uint8Array
  /** 1 pressed, 0 not. */
  readonly brake: Uint8Array
  /** 1 open, 0 closed. */
  readonly drs: Uint8Array
}

/**
 * @param code the driver's three letters.
 * @param lapNumber of a flying lap: out-laps begin in the garage and have no passage of the line to start from.
 * @returns null where the driver has no such lap.
 */
export function lapTruth(session: DemoSession, code: string, lapNumber: number): LapTruth | null {
  const { circuit, programme } = session
  for (const run of programme.runs) {
    const index = run.laps.findIndex((lap) => lap.lap === lapNumber && lap.kind === 'flying')
    const lap = run.laps[index]
    if (run.driver.code !== code || lap === undefined) continue
    const { drive } = run
    const first = Math.round((index * circuit.lengthM - drive.fromM) / drive.stepM)
    const n = circuit.grid.curvature.length + 1
    const nodes = Array.from({ length: n }, (_, i) => first + i)
    const points = nodes.map((node) => circuit.at(drive.fromM + node * drive.stepM))
    return {
      lap,
      distanceM: Float64Array.from(nodes, (_, i) => i * drive.stepM),
      timeMs: Float64Array.from(nodes, (node) => run.startMs + 1000 * drive.timeS[node]!),
      xM: Float64Array.from(points, (point) => point.xM),
      yM: Float64Array.from(points, (point) => point.yM),
      zM: Float64Array.from(points, (point) => point.zM),
      speedMs: drive.speedMs.slice(first, first + n),
      longitudinalG: Float64Array.from(nodes, (node) => drive.accelerationMs2[node]! / GRAVITY_MS2),
      lateralG: Float64Array.from(nodes, (node) => lateralGAt(circuit, drive, node)),
      throttlePct: drive.throttlePct.slice(first, first + n),
      brake: drive.brake.slice(first, first + n),
      drs: drive.drs.slice(first, first + n),
    }
  }
  return null
}
