// Laps of one smooth closed circuit that is nowhere a circle, driven at speeds of their own: for what compares laps.
import type { CornerMark, Sculpture, SculptureHeader } from '@contract/sculpture'
import { aHeader } from './builders'

export interface CircuitLap {
  readonly header?: Partial<SculptureHeader>
  /** Samples along the lap. */
  readonly samples?: number
  /** m/s at a share of the lap, 0..1. */
  readonly speedMs?: (ratio: number) => number
  /** Metres by which the line lies to the side of the circuit's own, at a share of the lap. */
  readonly asideM?: (ratio: number) => number
  /** On the size of the circuit. */
  readonly scale?: number
}

/** Some four kilometres round. */
const RADIUS_M = 600

/** Fast on the straights, slow in three corners at 0.2, 0.5 and 0.8 of the lap. */
export function threeCorners(ratio: number): number {
  const dips = [0.2, 0.5, 0.8].map((at) => Math.exp(-(((ratio - at) / 0.04) ** 2)))
  return 80 + 4 * Math.cos(2 * Math.PI * (ratio - 0.08)) - 55 * Math.max(...dips)
}

export function aCircuitLap(options: CircuitLap = {}): Sculpture {
  const { samples = 1201, speedMs = threeCorners, asideM = () => 0, scale = 1 } = options
  const ratios = Float64Array.from({ length: samples }, (_, i) => i / (samples - 1))
  const point = (ratio: number): readonly [number, number] => {
    const angle = 2 * Math.PI * ratio
    const radius = scale * RADIUS_M * (1 + 0.25 * Math.cos(3 * angle)) + asideM(ratio)
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  }
  const xM = ratios.map((ratio) => point(ratio)[0])
  const yM = ratios.map((ratio) => point(ratio)[1])
  const stepsM = xM.map((x, i) => (i === 0 ? 0 : Math.hypot(x - xM[i - 1]!, yM[i]! - yM[i - 1]!)))
  const lengthM = stepsM.reduce((sum, step) => sum + step, 0)
  let time = 0
  const timeS = ratios.map((ratio, i) => {
    time += stepsM[i]! / speedMs(ratio)
    return time
  })
  const flat = (value: number): Float64Array => new Float64Array(samples).fill(value)
  const corner = (number: number, ratio: number): CornerMark => ({
    number,
    direction: 'left',
    apexM: ratio * lengthM,
    radiusM: 50,
    entryM: (ratio - 0.03) * lengthM,
    exitM: (ratio + 0.03) * lengthM,
  })
  return {
    header: aHeader({
      stepM: lengthM / (samples - 1),
      lapTimeMs: Math.round(time * 1000),
      tier: 3,
      corners: [corner(1, 0.2), corner(2, 0.5), corner(3, 0.8)],
      ...options.header,
    }),
    channels: {
      xM,
      yM,
      zM: flat(0),
      timeS,
      speedKmh: ratios.map((ratio) => speedMs(ratio) * 3.6),
      throttlePct: flat(50),
      brake: new Uint8Array(samples),
      gear: new Uint8Array(samples).fill(5),
      drs: new Uint8Array(samples).fill(255),
      longitudinalG: flat(0),
      lateralG: flat(1),
      verticalG: flat(0),
      lateralSigmaG: flat(0.05),
      longitudinalSigmaG: flat(0.15),
      flags: new Uint8Array(samples),
    },
  }
}
