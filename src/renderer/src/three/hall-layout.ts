// Where laps stand side by side: plinths in rows, all the same way round, the main one in front on the left. Pure.
//
// Coordinates are the circuit's own: along its long axis, and across it to the left, which is away from the first view.

import { HOME_POLAR } from './home-view'
import type { PlanExtent } from './plinth-mesh'

/** As many as a race has had cars for years, and as the name plates of five rows can be read. */
export const MOST_LAPS = 20

/** Where the middle of a plinth stands, metres. */
export interface HallSpot {
  readonly alongM: number
  readonly acrossM: number
}

/** Free way between plinths of a row, and between rows, where the plates hang. Shares of the largest one's longer side. By eye. */
const AISLE_RATIO = 0.1
const ROW_AISLE_RATIO = 0.22
/** Width to height of the picture the hall is composed for: that of the stage in a common window. */
const PICTURE_ASPECT = 1.7
/** Height of walls as a share of a plinth's length, for the picture's height. A guess that is near for every circuit. */
const WALL_RATIO = 0.1

/**
 * @param extents of the plinths, half their lengths and widths along and across the common axis, the main one first.
 * @returns a spot for each, around the middle of the hall. One alone stands at 0, 0.
 */
export function hallLayout(extents: readonly PlanExtent[]): readonly HallSpot[] {
  const lengthM = 2 * Math.max(...extents.map(({ halfLengthM }) => halfLengthM))
  const widthM = 2 * Math.max(...extents.map(({ halfWidthM }) => halfWidthM))
  const longerM = Math.max(lengthM, widthM)
  const alongM = lengthM + AISLE_RATIO * longerM
  const acrossM = widthM + ROW_AISLE_RATIO * longerM
  const count = extents.length
  const columns = bestColumns(count, alongM, acrossM)
  const rows = Math.ceil(count / columns)
  return extents.map((_, i) => {
    const row = Math.floor(i / columns)
    // A row that is not full stands in the middle.
    const inRow = Math.min(columns, count - row * columns)
    return {
      alongM: alongM * ((i % columns) - (inRow - 1) / 2),
      acrossM: acrossM * (row - (rows - 1) / 2),
    }
  })
}

/** The number of columns with which the hall fills the picture with the largest plinths. */
function bestColumns(count: number, lengthM: number, widthM: number): number {
  let best = 1
  let least = Infinity
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns)
    const pictureHeight = rows * widthM * Math.cos(HOME_POLAR) + WALL_RATIO * lengthM
    const needed = Math.max(columns * lengthM, pictureHeight * PICTURE_ASPECT)
    if (needed < least) {
      least = needed
      best = columns
    }
  }
  return best
}
