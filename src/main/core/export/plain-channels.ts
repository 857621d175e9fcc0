// The samples along a lap as plain numbers with the unit in their name: what JSON, CSV and the command line give out.
// Names and order are stable; further channels are added at the end. Pure.

import { combinedG, combinedSigmaG, type Sculpture } from '@contract/sculpture'

/** A missing value is null: not-a-number has no place in JSON. */
export type PlainValues = readonly (number | null)[]

/** All of one length: one value a station, the first and the last on the finish line. */
export interface PlainChannels {
  readonly distanceM: PlainValues
  readonly timeMs: PlainValues
  readonly xM: PlainValues
  readonly yM: PlainValues
  readonly zM: PlainValues
  readonly speedKmh: PlainValues
  readonly throttlePct: PlainValues
  readonly brake: PlainValues
  readonly gear: PlainValues
  readonly drs: PlainValues
  readonly longitudinalG: PlainValues
  readonly lateralG: PlainValues
  readonly combinedG: PlainValues
  readonly uncertaintyG: PlainValues
}

export function plainChannels({ header, channels }: Sculpture): PlainChannels {
  const list = (values: ArrayLike<number>) =>
    Array.from(values, (value) => (Number.isNaN(value) ? null : value))
  const flag = (values: Uint8Array) => Array.from(values, (value) => (value === 255 ? null : value))
  const { longitudinalG, lateralG, longitudinalSigmaG, lateralSigmaG } = channels
  return {
    distanceM: Array.from(channels.xM, (_, i) => Math.round(i * header.stepM * 1000) / 1000),
    timeMs: Array.from(channels.timeS, (seconds) => Math.round(seconds * 1000)),
    xM: list(channels.xM),
    yM: list(channels.yM),
    zM: list(channels.zM),
    speedKmh: list(channels.speedKmh),
    throttlePct: list(channels.throttlePct),
    brake: flag(channels.brake),
    gear: flag(channels.gear),
    drs: flag(channels.drs),
    longitudinalG: list(longitudinalG),
    lateralG: list(lateralG),
    combinedG: Array.from(lateralG, (lateral, i) => combinedG(longitudinalG[i]!, lateral)),
    uncertaintyG: Array.from(lateralG, (lateral, i) =>
      combinedSigmaG(
        longitudinalG[i]!,
        lateral,
        longitudinalSigmaG[i]!,
        lateralSigmaG[i]!,
        header.pathSigmaRatio,
      ),
    ),
  }
}
