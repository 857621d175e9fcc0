// How a circuit is laid on a printer's bed: turned so that it comes out largest, scaled to fit, with room for the
// lettering at the front. Pure, and quick enough to follow a slider.

import type { PrintOptions, PrintSize } from '@contract/export'
import type { SculptureStyle } from '@contract/sculpture-look'
import { BODY_PROFILES, bodyWidthMm } from './body-profiles'
import { mmPerG, risersOf } from './print-heights'
import type { Stations } from './stations'

/** Left free on each side of the bed, mm: clips, a skirt, and beds that are a little smaller than they say. */
const BED_CLEARANCE_MM = 5
/** From the body to the edge of the base, mm. */
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
export function planPrint(
  stations: Stations,
  options: PrintOptions,
  style: SculptureStyle,
  plateMm: number,
): PrintPlan {
  const usableMm = options.bedMm - 2 * BED_CLEARANCE_MM
  const aroundMm = 2 * BASE_MARGIN_MM + bodyWidthMm(style, options.wallMm)
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
  for (const riser of risersOf(stations, plan))
    for (const profile of BODY_PROFILES[style])
      for (const column of profile.columns(options.wallMm))
        heightMm = Math.max(heightMm, column.span(riser, options.wallMm).top)
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
