// Reads single places off a lap: what was measured there, how sure it is, and where the lap is at its strongest. Pure.

import {
  combinedG,
  DOUBTFUL_FLAGS,
  SAMPLE_FLAGS,
  VERTICAL_SIGMA_G,
  type Sculpture,
} from '@contract/sculpture'

export interface LapReading {
  readonly station: number
  readonly distanceM: number
  readonly speedKmh: number
  readonly longitudinalG: number
  readonly lateralG: number
  readonly combinedG: number
  readonly verticalG: number
  /** One standard deviation each, with the unknown driven line counted in. */
  readonly longitudinalSigmaG: number
  readonly lateralSigmaG: number
  readonly combinedSigmaG: number
  readonly verticalSigmaG: number
  /** Interpolated: the recording has a hole here. */
  readonly isHole: boolean
  /** The circuit's line is tighter here than the car's, so lateral G reads too high. */
  readonly isLineTight: boolean
}

/**
 * The reading at sample `station`, 0..n-1.
 *
 * Lateral: the measurement's own deviation and `pathSigmaRatio` of its size for the line the car took within the
 * track, in quadrature (independent causes). Combined: first-order propagation through the length of the vector;
 * near zero, where that has no direction, the larger of the two.
 */
export function readLap(sculpture: Sculpture, station: number): LapReading {
  const { header, channels } = sculpture
  const longitudinalG = channels.longitudinalG[station]!
  const lateralG = channels.lateralG[station]!
  const longitudinalSigmaG = channels.longitudinalSigmaG[station]!
  const lateralSigmaG = Math.hypot(channels.lateralSigmaG[station]!, header.pathSigmaRatio * lateralG)
  const combined = combinedG(longitudinalG, lateralG)
  const flags = channels.flags[station]!
  return {
    station,
    distanceM: station * header.stepM,
    speedKmh: channels.speedKmh[station]!,
    longitudinalG,
    lateralG,
    combinedG: combined,
    verticalG: channels.verticalG[station]!,
    longitudinalSigmaG,
    lateralSigmaG,
    combinedSigmaG:
      combined < 0.01
        ? Math.max(longitudinalSigmaG, lateralSigmaG)
        : Math.hypot(longitudinalG * longitudinalSigmaG, lateralG * lateralSigmaG) / combined,
    verticalSigmaG: VERTICAL_SIGMA_G,
    isHole: (flags & SAMPLE_FLAGS.hole) !== 0,
    isLineTight: (flags & SAMPLE_FLAGS.lineTighterThanDriven) !== 0,
  }
}

/** Deviations of the header's maxima, read where each maximum lies; null where no sample counts. */
export interface StatsSigma {
  readonly maxCombinedG: number | null
  readonly maxBrakingG: number | null
  readonly maxAccelerationG: number | null
  readonly maxLateralLeftG: number | null
  readonly maxLateralRightG: number | null
}

/** Doubtful samples are left out here as they are in the maxima. */
export function statsSigma(sculpture: Sculpture): StatsSigma {
  const { longitudinalG, lateralG } = sculpture.channels
  const sigmaAtPeak = (
    size: (i: number) => number,
    sigma: (reading: LapReading) => number,
  ): number | null => {
    let best = -1
    for (let i = 0; i < lateralG.length; i++) {
      if (!isCounted(sculpture, i)) continue
      if (best === -1 || size(i) > size(best)) best = i
    }
    return best === -1 ? null : sigma(readLap(sculpture, best))
  }
  const longitudinal = (reading: LapReading): number => reading.longitudinalSigmaG
  const lateral = (reading: LapReading): number => reading.lateralSigmaG
  return {
    maxCombinedG: sigmaAtPeak(
      (i) => combinedG(longitudinalG[i]!, lateralG[i]!),
      (reading) => reading.combinedSigmaG,
    ),
    maxBrakingG: sigmaAtPeak((i) => -longitudinalG[i]!, longitudinal),
    maxAccelerationG: sigmaAtPeak((i) => longitudinalG[i]!, longitudinal),
    maxLateralLeftG: sigmaAtPeak((i) => lateralG[i]!, lateral),
    maxLateralRightG: sigmaAtPeak((i) => -lateralG[i]!, lateral),
  }
}

/** A peak must rise this far above the lower of its two valleys, in G: less is within the measurement's deviation. */
const PEAK_RISE_G = 0.6
const PEAK_LEAST_G = 1.5

/**
 * Stations where combined G peaks, in the order of the lap: the sculpture's summits, for those who read instead of
 * look. Flagged samples do not count.
 */
export function lapPeaks(sculpture: Sculpture): readonly number[] {
  const { longitudinalG, lateralG } = sculpture.channels
  const peaks: number[] = []
  let summit = -1
  let valley = 0
  const at = (i: number): number => combinedG(longitudinalG[i]!, lateralG[i]!)
  for (let i = 0; i < lateralG.length; i++) {
    if (!isCounted(sculpture, i)) continue
    const g = at(i)
    if (summit === -1) {
      if (g < valley) valley = g
      if (g >= PEAK_LEAST_G && g - valley >= PEAK_RISE_G) summit = i
    } else if (g > at(summit)) {
      summit = i
    } else if (at(summit) - g >= PEAK_RISE_G) {
      peaks.push(summit)
      summit = -1
      valley = g
    }
  }
  if (summit !== -1) peaks.push(summit)
  return peaks
}

/** Whether a sample counts as the car's own where extremes are looked for. */
export function isCounted(sculpture: Sculpture, i: number): boolean {
  return (sculpture.channels.flags[i]! & DOUBTFUL_FLAGS) === 0
}

/** What the car does there, by the larger share of the force. */
export type Manoeuvre = 'braking' | 'accelerating' | 'left' | 'right' | 'coasting'

export function manoeuvre(reading: LapReading): Manoeuvre {
  if (reading.combinedG < 0.3) return 'coasting'
  if (Math.abs(reading.longitudinalG) > Math.abs(reading.lateralG))
    return reading.longitudinalG < 0 ? 'braking' : 'accelerating'
  return reading.lateralG > 0 ? 'left' : 'right'
}
