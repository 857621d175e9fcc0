// The gap between two laps along the line they share, and how well it is known. Pure.

import type { Sculpture, SculptureHeader } from '@contract/sculpture'

export interface Gap {
  /** At each station of the reference, by how much later than the reference the other lap is there, seconds. */
  readonly gapS: Float64Array
  /** One standard deviation of each. */
  readonly sigmaS: Float64Array
}

/**
 * How well it is known when a car was at a place, one standard deviation: what the fit takes a place to be worth, metres,
 * and the clocks, seconds. With repaired clocks two crossings of the finish line, at 80 m/s, then differ from the
 * official lap time by 14 ms; 13 were measured on a recorded qualifying. With clocks as given fixes that were left out
 * of the fit are missed by 2.6 m instead of 0.7. A car placed by its speed alone is up to 5 m off.
 */
const TIMING_SIGMAS = {
  repaired: { placeM: 0.3, clockS: 0.009 },
  given: { placeM: 0.3, clockS: 0.035 },
  speed: { placeM: 5, clockS: 0.009 },
} as const
/** Slower than this a place tells little of a time; no car on a lap from line to line is. m/s. */
const SLOWEST_MS = 8

/**
 * Time since the lap began at each station, seconds. The official lap time is exact to a millisecond and the fitted one
 * differs from it by some 13 ms, which are spread over the lap: so that differences end at the official difference.
 */
export function officialTimes({ header, channels }: Sculpture): Float64Array {
  const { timeS } = channels
  const start = timeS[0]!
  const measured = timeS.at(-1)! - start
  const factor = header.lapTimeMs === null || measured <= 0 ? 1 : header.lapTimeMs / 1000 / measured
  return timeS.map((time) => (time - start) * factor)
}

/**
 * @param stations places on the other lap at each station of the reference, as an alignment gives them.
 * @returns times since the other lap began at the stations of the reference.
 */
export function timesOn(other: Sculpture, stations: Float64Array): Float64Array {
  const times = officialTimes(other)
  return stations.map((station) => valueAt(times, station))
}

export function gapTo(reference: Sculpture, other: Sculpture, stations: Float64Array): Gap {
  const times = officialTimes(reference)
  const otherSpeed = other.channels.speedKmh
  return {
    gapS: timesOn(other, stations).map((time, i) => time - times[i]!),
    sigmaS: stations.map((station, i) =>
      Math.hypot(
        timeSigmaS(reference.header, reference.channels.speedKmh[i]!),
        timeSigmaS(other.header, valueAt(otherSpeed, station)),
      ),
    ),
  }
}

/** @param station 0..n-1; between two samples the values are joined by a straight line. */
export function valueAt(values: ArrayLike<number>, station: number): number {
  const low = Math.min(values.length - 1, Math.max(0, Math.floor(station)))
  const high = Math.min(values.length - 1, low + 1)
  return values[low]! + (station - low) * (values[high]! - values[low]!)
}

function timeSigmaS({ tier, placedBy }: SculptureHeader, speedKmh: number): number {
  const { placeM, clockS } = TIMING_SIGMAS[placedBy === 'speed' ? 'speed' : tier === 3 ? 'repaired' : 'given']
  return Math.hypot(placeM / Math.max(SLOWEST_MS, speedKmh / 3.6), clockS)
}

/** What changes between two stations, and how well that is known: the ends of a lap are timed officially. */
export interface GapChange {
  /** Seconds the other lap loses to the reference in between; negative where it gains. */
  readonly lostS: number
  readonly sigmaS: number
}

export function gapChange({ gapS, sigmaS }: Gap, from: number, to: number): GapChange {
  const last = gapS.length - 1
  const sigmaAt = (i: number): number => (i === 0 || i === last ? 0 : sigmaS[i]!)
  return { lostS: gapS[to]! - gapS[from]!, sigmaS: Math.hypot(sigmaAt(from), sigmaAt(to)) }
}
