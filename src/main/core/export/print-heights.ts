// How high things stand on a print: road and force of each station in millimetres above the bed, with the proportions
// of the screen. Pure.

import type { PrintOptions } from '@contract/export'
import { forceHeightM, roadHeightM } from '@contract/sculpture-form'
import type { Stations } from './stations'

/** What heights depend on; part of a plan. */
export interface PrintScale {
  readonly options: Pick<PrintOptions, 'baseMm' | 'heightScale'>
  /** Millimetres of the print for one metre of the circuit. */
  readonly mmPerM: number
  readonly lowestZM: number
}

/** One station's heights, mm. */
export interface Riser {
  /** See `footMm`. */
  readonly footMm: number
  /** Base, stone, elevation. */
  readonly roadMm: number
  /** Height of the force above the road. */
  readonly forceMm: number
  /** How much longer than at right angles to it a body of one thickness is upright, because it climbs; 1 or more. */
  readonly steepness: number
}

/** A body steeper than 76° gets no thicker upright: samples that jump would give it spikes. Visual only. */
const MOST_STEEPNESS = 4

/**
 * @returns height at which all that stands on the base begins, mm: in the middle of it, so that no two faces lie in
 *   one plane by intention.
 */
export function footMm({ baseMm }: Pick<PrintOptions, 'baseMm'>): number {
  return baseMm / 2
}

/** Height of one G, mm. */
export function mmPerG({ options, mmPerM }: PrintScale): number {
  return forceHeightM(1) * mmPerM * options.heightScale
}

/** Height of the road above the bed, mm: base, stone, elevation. @param zM as the channel. */
export function roadMm({ options, mmPerM, lowestZM }: PrintScale, zM: number): number {
  return options.baseMm + roadHeightM(zM, lowestZM) * mmPerM * options.heightScale
}

/** @returns one a station. */
export function risersOf({ xM, yM, zM, forceG }: Stations, scale: PrintScale): readonly Riser[] {
  const n = xM.length
  const roads = Float64Array.from(zM, (z) => roadMm(scale, z))
  const forces = Float64Array.from(
    forceG,
    (force) => forceHeightM(force) * scale.mmPerM * scale.options.heightScale,
  )
  return Array.from({ length: n }, (_, i) => {
    const before = (i + n - 1) % n
    const after = (i + 1) % n
    const runMm = Math.hypot(xM[after]! - xM[before]!, yM[after]! - yM[before]!) * scale.mmPerM
    const climbMm = roads[after]! + forces[after]! - roads[before]! - forces[before]!
    return {
      footMm: footMm(scale.options),
      roadMm: roads[i]!,
      forceMm: forces[i]!,
      steepness: runMm > 0 ? Math.min(MOST_STEEPNESS, Math.hypot(1, climbMm / runMm)) : 1,
    }
  })
}
