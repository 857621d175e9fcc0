// The circuit from above in a few points: what a label needs to draw a lap's plan without its samples. Pure.

import { PLAN_SIZE } from '@contract/wall'

/** Enough for every corner of a circuit to be told on a card; 64 points are about 500 characters. */
const POINTS = 64

/**
 * @param xM, yM plan of one lap, metres, same length, evenly spaced; the first and last sample lie on the finish line.
 * @returns the closed line as `WallItem.plan` has it, scaled by the longer of its two extents; null where the lap has
 *   no extent or holds something that is not a number.
 */
export function planOutline(xM: Float64Array, yM: Float64Array): string | null {
  const points = Array.from({ length: POINTS }, (_, i) => {
    const at = Math.floor((i * (xM.length - 1)) / POINTS)
    return { x: xM[at] ?? Number.NaN, y: yM[at] ?? Number.NaN }
  })
  const lowX = Math.min(...points.map(({ x }) => x))
  const lowY = Math.min(...points.map(({ y }) => y))
  const extentM = Math.max(...points.map(({ x, y }) => Math.max(x - lowX, y - lowY)))
  if (!Number.isFinite(extentM) || extentM <= 0) return null
  const scaled = (value: number): number => Math.round((value / extentM) * PLAN_SIZE)
  return points.map(({ x, y }) => `${scaled(x - lowX)},${scaled(y - lowY)}`).join(' ')
}
