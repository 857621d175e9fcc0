// How a circuit is laid on a printer's bed: turned so that it comes out largest, scaled to fit, with room for the
// lettering at the front. Pure, and quick enough to follow a slider.

import type { PrintOptions, PrintSize } from '@contract/export'
import { SCULPTURE_FORM } from '@contract/sculpture-form'
import type { Stations } from './stations'

/** Left free on each side of the bed, mm: clips, a skirt, and beds that are a little smaller than they say. */
const BED_CLEARANCE_MM = 5
/** From the wall to the edge of the base, mm. */
export const BASE_MARGIN_MM = 6
/** Angles tried, degrees apart. At 1 the scale is within 1 % of the best one. */
const ANGLE_STEP_DEG = 1

export interface PrintPlan {
  readonly options: PrintOptions
  /** Millimetres of the print for one metre of the circuit. */
  readonly mmPerM: number
  /** Turn of the circuit, radians, counter-clockwise; then its middle is moved to (0, middleYMm). */
  readonly turn: number
  readonly centreXM: number
  readonly centreYM: number
  readonly middleYMm: number
  readonly lowestZM: number
  /** Outer size of the base; its middle is the origin. */
  readonly widthMm: number
  readonly depthMm: number
  /** Depth of the strip for lettering at the front (y < 0); 0 without. */
  readonly plateMm: number
  readonly size: PrintSize
}

/** @param plateMm depth that the lettering needs. */
export function planPrint(stations: Stations, options: PrintOptions, plateMm: number): PrintPlan {
  const usableMm = options.bedMm - 2 * BED_CLEARANCE_MM
  const aroundMm = 2 * BASE_MARGIN_MM + options.wallMm
  let best = placeAt(stations, 0, usableMm - aroundMm, usableMm - aroundMm - plateMm)
  for (let degrees = ANGLE_STEP_DEG; degrees < 180; degrees += ANGLE_STEP_DEG) {
    const turn = ((degrees > 90 ? degrees - 180 : degrees) * Math.PI) / 180
    const place = placeAt(stations, turn, usableMm - aroundMm, usableMm - aroundMm - plateMm)
    if (place.mmPerM > best.mmPerM) best = place
  }
  const { mmPerM, lengthM, acrossM } = best
  const widthMm = lengthM * mmPerM + aroundMm
  const depthMm = acrossM * mmPerM + aroundMm + plateMm
  const lowestZM = least(stations.zM)
  const plan = { options, mmPerM, lowestZM }
  let heightMm = options.baseMm
  for (let i = 0; i < stations.zM.length; i++)
    heightMm = Math.max(heightMm, topMm(plan, stations.zM[i]!, stations.combinedG[i]!))
  return {
    ...plan,
    turn: best.turn,
    centreXM: best.centreXM,
    centreYM: best.centreYM,
    middleYMm: plateMm / 2,
    widthMm,
    depthMm,
    plateMm,
    size: { widthMm, depthMm, heightMm, scaleDenominator: 1000 / mmPerM, mmPerG: mmPerG(plan) },
  }
}

type Heights = Pick<PrintPlan, 'options' | 'mmPerM' | 'lowestZM'>

/** Height of one G, mm. */
export function mmPerG({ options, mmPerM }: Heights): number {
  return SCULPTURE_FORM.metresPerG * mmPerM * options.heightScale
}

/** Height of the road above the bed, mm: base, stone, elevation. @param zM as the channel. */
export function roadMm({ options, mmPerM, lowestZM }: Heights, zM: number): number {
  const { groundM, elevationFactor } = SCULPTURE_FORM
  return options.baseMm + (groundM + (zM - lowestZM) * elevationFactor) * mmPerM * options.heightScale
}

/** Height of the wall's top above the bed, mm. */
export function topMm(heights: Heights, zM: number, combinedG: number): number {
  return roadMm(heights, zM) + combinedG * mmPerG(heights)
}

/** From the circuit's metres to the bed's millimetres. */
export function onBed(plan: PrintPlan, xM: number, yM: number): { readonly x: number; readonly y: number } {
  const cos = Math.cos(plan.turn)
  const sin = Math.sin(plan.turn)
  const dx = xM - plan.centreXM
  const dy = yM - plan.centreYM
  return {
    x: (dx * cos - dy * sin) * plan.mmPerM,
    y: (dx * sin + dy * cos) * plan.mmPerM + plan.middleYMm,
  }
}

interface Place {
  readonly turn: number
  readonly mmPerM: number
  readonly lengthM: number
  readonly acrossM: number
  readonly centreXM: number
  readonly centreYM: number
}

function placeAt(stations: Stations, turn: number, roomXMm: number, roomYMm: number): Place {
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  let left = Infinity
  let right = -Infinity
  let front = Infinity
  let back = -Infinity
  for (let i = 0; i < stations.xM.length; i++) {
    const x = stations.xM[i]! * cos - stations.yM[i]! * sin
    const y = stations.xM[i]! * sin + stations.yM[i]! * cos
    left = Math.min(left, x)
    right = Math.max(right, x)
    front = Math.min(front, y)
    back = Math.max(back, y)
  }
  // A straight line has no width; a metre keeps the scale finite.
  const lengthM = Math.max(1, right - left)
  const acrossM = Math.max(1, back - front)
  const x = (left + right) / 2
  const y = (front + back) / 2
  return {
    turn,
    mmPerM: Math.min(roomXMm / lengthM, roomYMm / acrossM),
    lengthM,
    acrossM,
    centreXM: x * cos + y * sin,
    centreYM: y * cos - x * sin,
  }
}

function least(values: Float64Array): number {
  return values.reduce((lowest, value) => Math.min(lowest, value), Infinity)
}
