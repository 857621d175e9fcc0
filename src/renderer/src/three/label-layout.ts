// Which of several labels may be drawn so that none covers another. Pure: pixels in, yes and no out.

export interface LabelSpot {
  /** Middle of the label, pixels. */
  readonly x: number
  readonly y: number
  /** Before or behind the eye's range: not drawn in any case. */
  readonly isInView: boolean
}

/**
 * The first come are drawn; one that would overlap a drawn one gives way until the view is nearer.
 * @param sizePx labels are round, of this diameter.
 */
export function keepApart(spots: readonly LabelSpot[], sizePx: number): readonly boolean[] {
  const drawn: LabelSpot[] = []
  return spots.map((spot) => {
    const isFree =
      spot.isInView && drawn.every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) >= sizePx)
    if (isFree) drawn.push(spot)
    return isFree
  })
}
