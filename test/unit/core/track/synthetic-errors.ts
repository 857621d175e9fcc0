// Compares shaped laps of a synthetic session with the truth, at the same places of the circuit.

import type { ShapedLap } from '@main/core/sculpture/shape-lap'
import type { SyntheticLap, SyntheticSession } from './synthetic-session'

const G = 9.80665

export interface ErrorTable {
  readonly lateralRmse: number
  readonly lateralCorrelation: number
  readonly straightsP95: number
  /** Root mean square of the relative error at the corners' middles. */
  readonly apexRms: number
  readonly longitudinalRmse: number
  /** Lap's strongest braking, estimate minus truth (both 0.4 s means), mean over the laps. */
  readonly brakingBias: number
  readonly maxLateralBias: number
  /** Share of samples whose error is below twice the stated sigma. */
  readonly lateralCoverage: number
  readonly longitudinalCoverage: number
  /** How far the lap's samples lie from where the car truly was at that time, metres rms. */
  readonly placeRmsM: number
}

/** @param shaped one per lap, same order. */
export function errorTable(
  session: SyntheticSession,
  laps: readonly SyntheticLap[],
  shaped: readonly ShapedLap[],
): ErrorTable {
  const { circuit } = session.options
  const excess = session.options.odometer ?? (() => 0)
  const lateral: [number, number][] = []
  const longitudinal: [number, number][] = []
  const straights: number[] = []
  const apexes: number[] = []
  const brakingBias: number[] = []
  const maxLateralBias: number[] = []
  let lateralInside = 0
  let longitudinalInside = 0
  laps.forEach((lap, index) => {
    const { channels } = shaped[index]!
    const motion = session.motions[lap.car]!
    const n = channels.xM.length
    const trueLateral = new Float64Array(n)
    const trueLongitudinal = new Float64Array(n)
    const places = new Float64Array(n)
    let guess: number | undefined
    for (let i = 0; i < n; i++) {
      const s = circuit.placeOf(channels.xM[i]!, channels.yM[i]!, guess)
      guess = s
      places[i] = s
      // The first samples may lie before the circuit's own origin, the last beyond it.
      const turn = i < n / 2 && s > circuit.lengthM / 2 ? -1 : i > n / 2 && s < circuit.lengthM / 2 ? 1 : 0
      const d = (lap.lap + turn) * circuit.lengthM + s + excess(s)
      const t = motion.timeAt(d)
      const v = motion.speedAt(t)
      trueLateral[i] = (v * v * circuit.pointAt(s).curvature) / G
      trueLongitudinal[i] = (motion.speedAt(t + 0.2) - motion.speedAt(t - 0.2)) / 0.4 / G
      const la = channels.lateralG[i]!
      const lo = channels.longitudinalG[i]!
      lateral.push([la, trueLateral[i]!])
      longitudinal.push([lo, trueLongitudinal[i]!])
      if (isStraight(session, s)) straights.push(Math.abs(la))
      if (Math.abs(la - trueLateral[i]!) < 2 * channels.lateralSigmaG[i]!) lateralInside++
      if (Math.abs(lo - trueLongitudinal[i]!) < 2 * channels.longitudinalSigmaG[i]!) longitudinalInside++
    }
    for (const apex of circuit.apexesM) {
      let i = 0
      for (let k = 1; k < n; k++) if (Math.abs(places[k]! - apex) < Math.abs(places[i]! - apex)) i = k
      apexes.push(channels.lateralG[i]! / trueLateral[i]! - 1)
    }
    brakingBias.push(Math.min(...channels.longitudinalG) - Math.min(...trueLongitudinal))
    maxLateralBias.push(Math.max(...channels.lateralG.map(Math.abs)) - Math.max(...trueLateral.map(Math.abs)))
  })
  straights.sort((a, b) => a - b)
  return {
    lateralRmse: rmse(lateral),
    lateralCorrelation: correlation(lateral),
    straightsP95: straights[Math.floor(0.95 * straights.length)]!,
    apexRms: Math.sqrt(mean(apexes.map((e) => e * e))),
    longitudinalRmse: rmse(longitudinal),
    brakingBias: mean(brakingBias),
    maxLateralBias: mean(maxLateralBias),
    lateralCoverage: lateralInside / lateral.length,
    longitudinalCoverage: longitudinalInside / longitudinal.length,
    placeRmsM: placeError(session, laps, shaped),
  }
}

/** At least 30 m from any bend. */
function isStraight({ options: { circuit } }: SyntheticSession, s: number): boolean {
  for (let d = -30; d <= 30; d += 5) if (circuit.pointAt(s + d).curvature !== 0) return false
  return true
}

function placeError(
  session: SyntheticSession,
  laps: readonly SyntheticLap[],
  shaped: readonly ShapedLap[],
): number {
  const { circuit } = session.options
  const excess = session.options.odometer ?? (() => 0)
  const squares: number[] = []
  laps.forEach((lap, index) => {
    const { channels } = shaped[index]!
    const motion = session.motions[lap.car]!
    const n = channels.xM.length
    const deviations: number[] = []
    let guess: number | undefined
    for (let i = 20; i < n - 20; i++) {
      const s = circuit.placeOf(channels.xM[i]!, channels.yM[i]!, guess)
      guess = s
      const t = motion.timeAt(lap.lap * circuit.lengthM + s + excess(s))
      const start = motion.timeAt(lap.lap * circuit.lengthM)
      deviations.push((channels.timeS[i]! - (t - start)) * motion.speedAt(t))
    }
    for (const d of deviations) squares.push(d * d)
  })
  return Math.sqrt(mean(squares))
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}

function rmse(pairs: readonly (readonly [number, number])[]): number {
  return Math.sqrt(mean(pairs.map(([a, b]) => (a - b) ** 2)))
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const ma = mean(pairs.map((p) => p[0]))
  const mb = mean(pairs.map((p) => p[1]))
  let [ab, aa, bb] = [0, 0, 0]
  for (const [a, b] of pairs) {
    ab += (a - ma) * (b - mb)
    aa += (a - ma) ** 2
    bb += (b - mb) ** 2
  }
  return ab / Math.sqrt(aa * bb)
}
