// A sculpture's channels as a table of plain numbers, for JSON, CSV and whoever computes on. Adds what follows from the
// channels (distance, combined G and its uncertainty, sector and corner); takes nothing away.

import {
  combinedG,
  combinedSigmaG,
  VERTICAL_SIGMA_G,
  type CornerMark,
  type Sculpture,
  type SculptureHeader,
} from '@contract/sculpture'

/** One column. All columns of a table have one value for every sample of the lap. */
export interface ChannelColumn {
  /** Carries the unit where there is one, as all names of numbers do. */
  readonly name: string
  /** `m`, `km/h`; empty where the numbers have none. */
  readonly unit: string
  /** null: not known there. */
  readonly values: readonly (number | null)[]
}

/** What a byte channel has for "unknown". */
const UNKNOWN_BYTE = 255

/** Columns in the order a reader wants them; a CSV's header is `name [unit]` of each. */
export function channelsTable({ header, channels }: Sculpture): readonly ChannelColumn[] {
  const { longitudinalG, lateralG, longitudinalSigmaG, lateralSigmaG } = channels
  const perSample = (value: (i: number) => number | null): readonly (number | null)[] =>
    Array.from(channels.xM, (_, i) => value(i))
  const floats = (values: Float64Array) => Array.from(values, (value) => (Number.isNaN(value) ? null : value))
  const bytes = (values: Uint8Array) => Array.from(values, (value) => (value === UNKNOWN_BYTE ? null : value))
  const distanceAt = (i: number): number => rounded(i * header.stepM, 1000)
  const column = (name: string, unit: string, values: readonly (number | null)[]): ChannelColumn => ({
    name,
    unit,
    values,
  })
  return [
    column('distanceM', 'm', perSample(distanceAt)),
    column(
      'timeMs',
      'ms',
      perSample((i) => Math.round(channels.timeS[i]! * 1000)),
    ),
    column('xM', 'm', floats(channels.xM)),
    column('yM', 'm', floats(channels.yM)),
    column('zM', 'm', floats(channels.zM)),
    column('speedKmh', 'km/h', floats(channels.speedKmh)),
    column('throttlePct', '%', floats(channels.throttlePct)),
    column('brake', '', bytes(channels.brake)),
    column('gear', '', bytes(channels.gear)),
    column('drs', '', bytes(channels.drs)),
    column('longitudinalG', 'G', floats(longitudinalG)),
    column('lateralG', 'G', floats(lateralG)),
    column('verticalG', 'G', floats(channels.verticalG)),
    column(
      'combinedG',
      'G',
      perSample((i) => combinedG(longitudinalG[i]!, lateralG[i]!)),
    ),
    column('longitudinalSigmaG', 'G', floats(longitudinalSigmaG)),
    column(
      'lateralSigmaG',
      'G',
      perSample((i) => Math.hypot(lateralSigmaG[i]!, header.pathSigmaRatio * lateralG[i]!)),
    ),
    column(
      'verticalSigmaG',
      'G',
      perSample(() => VERTICAL_SIGMA_G),
    ),
    // The combined one; its name is older than the others.
    column(
      'uncertaintyG',
      'G',
      perSample((i) =>
        combinedSigmaG(
          longitudinalG[i]!,
          lateralG[i]!,
          longitudinalSigmaG[i]!,
          lateralSigmaG[i]!,
          header.pathSigmaRatio,
        ),
      ),
    ),
    column(
      'sector',
      '',
      perSample((i) => sectorAt(header, distanceAt(i))),
    ),
    column(
      'corner',
      '',
      perSample((i) => cornerAt(header.corners, distanceAt(i))),
    ),
    column('flags', '', Array.from(channels.flags)),
  ]
}

/** 1..3; null where the sectors' ends are not known. */
function sectorAt({ sectorEndsM }: SculptureHeader, distanceM: number): number | null {
  if (sectorEndsM === null) return null
  return 1 + sectorEndsM.filter((endM) => distanceM >= endM).length
}

/** Number of the corner a place lies in; null on straights. */
function cornerAt(corners: readonly CornerMark[], distanceM: number): number | null {
  const within = ({ entryM, exitM }: CornerMark): boolean =>
    entryM <= exitM ? distanceM >= entryM && distanceM < exitM : distanceM >= entryM || distanceM < exitM
  return corners.find(within)?.number ?? null
}

function rounded(value: number, perUnit: number): number {
  return Math.round(value * perUnit) / perUnit
}
