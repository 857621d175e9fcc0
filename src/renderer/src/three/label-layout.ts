// Which of several labels may be drawn so that none covers another. Pure: places in, yes and no out.

export interface LabelSpot {
  /** Middle of the label, in whatever unit its size is given. */
  readonly x: number
  readonly y: number
  /** Before or behind the eye's range: not drawn in any case. */
  readonly isInView: boolean
}

/**
 * The first come are drawn; one that would overlap a drawn one gives way until the view is nearer.
 * @param size labels are round, of this diameter.
 */
export function keepApart(spots: readonly LabelSpot[], size: number): readonly boolean[] {
  const drawn: LabelSpot[] = []
  return spots.map((spot) => {
    const isFree =
      spot.isInView && drawn.every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) >= size)
    if (isFree) drawn.push(spot)
    return isFree
  })
}
