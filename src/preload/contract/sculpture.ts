// What a sculpture is: one lap on an even grid of distance, with G-forces, their uncertainty, and statistics.
// Right-handed frame, z up, metres. Sign: lateral > 0 in a left-hand turn, longitudinal > 0 when speeding up,
// vertical > 0 in a dip (presses the car down).

import type { SourceKind, SessionCode } from './ids'

/** Every channel has the same length n (samples along the lap, first and last on the finish line). */
export interface SculptureChannels {
  /** Plan and elevation, metres; z is metres above sea level where the source says so. */
  readonly xM: Float64Array
  readonly yM: Float64Array
  readonly zM: Float64Array
  /** Time since the lap began, seconds, increasing. */
  readonly timeS: Float64Array
  readonly speedKmh: Float64Array
  /** 0..100; NaN where the feed had no value. */
  readonly throttlePct: Float64Array
  /** 1 pressed, 0 not, 255 unknown. */
  readonly brake: Uint8Array
  /** 0 neutral, 1..8, 255 unknown. */
  readonly gear: Uint8Array
  /** 1 open, 0 closed, 255 unknown (the feed has none from 2026). */
  readonly drs: Uint8Array
  readonly longitudinalG: Float64Array
  readonly lateralG: Float64Array
  /**
   * What dips and crests add to the 1 G of standing still: v^2 times the curvature of the elevation profile. Indicative
   * only, see VERTICAL_SIGMA_G.
   */
  readonly verticalG: Float64Array
  /** One standard deviation of lateral G, measurement only (without the unknown driven line). */
  readonly lateralSigmaG: Float64Array
  readonly longitudinalSigmaG: Float64Array
  /** Bit set per sample, see SAMPLE_FLAGS. */
  readonly flags: Uint8Array
}

export const SAMPLE_FLAGS = {
  /** No sample of either stream within 0.5 s: interpolated by the motion model. */
  hole: 1,
  /** The circuit line is tighter here than any car could drive at this speed; left out of the maxima. */
  lineTighterThanDriven: 2,
  /** The car sent no positions on this lap: it is placed by its speed, to about 5 m. */
  placedBySpeed: 4,
  /** The car sent no speeds on this lap: they are derived from its positions. */
  speedFromPositions: 8,
} as const

/** A sample with one of these is not the car's own, and no extreme of the lap. */
export const DOUBTFUL_FLAGS = SAMPLE_FLAGS.hole | SAMPLE_FLAGS.lineTighterThanDriven

/**
 * One standard deviation of vertical G. Heights come in steps of 0.1 m and are smoothed over 20 m; where a recorded
 * straight is even, vertical G scatters by 0.013, but bumps and kerbs it cannot show.
 */
export const VERTICAL_SIGMA_G = 0.1

/** A numbered corner, as a sculpture's reader sees it. Metres from the start of the lap. */
export interface CornerMark {
  /** 1.. in driving order. */
  readonly number: number
  readonly direction: 'left' | 'right'
  readonly apexM: number
  /** Of the circuit's line at the apex. */
  readonly radiusM: number
  /** Where the curvature passes 0.4 of the apex's; `exitM` < `entryM` in a corner that spans the finish line. */
  readonly entryM: number
  readonly exitM: number
}

export interface SculptureStats {
  readonly maxCombinedG: number
  /** Mean over time, not over samples. */
  readonly meanCombinedG: number
  /** Positive number: strongest deceleration, 0.4 s mean. */
  readonly maxBrakingG: number
  readonly maxAccelerationG: number
  readonly maxLateralLeftG: number
  readonly maxLateralRightG: number
  readonly topSpeedKmh: number
  /** Length of the lap along the circuit line, metres, in plan view. */
  readonly distanceM: number
  readonly elevationRangeM: number
}

/** How well the circuit's line is known; rough lines have a wider uncertainty. */
export type LineQuality = 'good' | 'fair' | 'poor'

export interface SculptureHeader {
  readonly source: SourceKind
  readonly season: number
  readonly round: number
  readonly session: SessionCode
  readonly driver: string
  readonly driverNumber: string
  readonly driverName: string
  readonly team: string
  readonly teamColour: string | null
  readonly lap: number
  readonly lapTimeMs: number | null
  readonly compound: string | null
  readonly tyreLife: number | null
  readonly sectorsMs: readonly [number | null, number | null, number | null]
  /** The stewards struck the lap out. */
  readonly deleted: boolean
  /** See `Lap.accurate`. */
  readonly accurate: boolean
  /** Distance between neighbouring samples along the line, metres. */
  readonly stepM: number
  readonly lineQuality: LineQuality
  /** Whose positions made the circuit's line: this session's, or another one's of the same circuit and season. */
  readonly lineOrigin: 'session' | 'circuit'
  /** Where the car's places along the line come from. */
  readonly placedBy: 'positions' | 'speed'
  readonly corners: readonly CornerMark[]
  /** Ends of the first and second sector, metres from the start of the lap; null where they are not known. */
  readonly sectorEndsM: readonly [number, number] | null
  /** Share of |lateral G| to add to lateralSigmaG for the driven line that the data do not show (0.15, rough 0.25). */
  readonly pathSigmaRatio: number
  /** How the G-forces were computed: 2 = joint fit with clocks as given, 3 = clocks repaired (physics tiers). */
  readonly tier: 2 | 3
  /** False while a better computation of the same lap is still to be expected. */
  readonly isFinalTier: boolean
  readonly stats: SculptureStats
  readonly warnings: readonly string[]
}

export interface Sculpture {
  readonly header: SculptureHeader
  readonly channels: SculptureChannels
}

/** Combined G of one sample: the length of the horizontal vector. */
export function combinedG(longitudinalG: number, lateralG: number): number {
  return Math.hypot(longitudinalG, lateralG)
}

/**
 * One standard deviation of combined G: measurement of both directions, and for the lateral part the driven line
 * that the data do not show.
 * @param pathSigmaRatio share of |lateral G| for the line, see SculptureHeader.
 */
export function combinedSigmaG(
  longitudinalG: number,
  lateralG: number,
  longitudinalSigmaG: number,
  lateralSigmaG: number,
  pathSigmaRatio: number,
): number {
  const lateral = Math.hypot(lateralSigmaG, pathSigmaRatio * lateralG)
  const combined = combinedG(longitudinalG, lateralG)
  if (combined === 0) return Math.hypot(longitudinalSigmaG, lateral)
  return Math.hypot(longitudinalG * longitudinalSigmaG, lateralG * lateral) / combined
}
