// The finish line on the base: a bar across the wall and an arrowhead beside it in the direction of the lap. Pure.

import { BASE_MARGIN_MM, onBed, type PrintPlan } from './print-plan'
import type { Stations } from './stations'

/** Visual only, mm: the bar stays on the base wherever the line lies, and its strokes are two nozzle lines wide. */
const BAR_HALF_MM = BASE_MARGIN_MM - 1
const BAR_WIDTH_MM = 0.9
const ARROW_MM = 2.6

/** @returns two polygons, counter-clockwise, xy on the bed in mm. */
export function finishMark(stations: Stations, plan: PrintPlan): [number, number][][] {
  const start = onBed(plan, stations.xM[0]!, stations.yM[0]!)
  const next = onBed(plan, stations.xM[1]!, stations.yM[1]!)
  const run = Math.hypot(next.x - start.x, next.y - start.y)
  const alongX = (next.x - start.x) / run
  const alongY = (next.y - start.y) / run
  const half = BAR_HALF_MM + plan.options.wallMm / 2
  const at = (along: number, left: number): [number, number] => [
    start.x + along * alongX - left * alongY,
    start.y + along * alongY + left * alongX,
  ]
  const thick = BAR_WIDTH_MM / 2
  const tail = thick * 2
  return [
    [at(-thick, -half), at(thick, -half), at(thick, half), at(-thick, half)],
    [at(tail, half - ARROW_MM), at(tail + ARROW_MM, half - ARROW_MM / 2), at(tail, half)],
  ]
}
