// How a circuit lies in plan: its middle, its long axis and its extent along and across that axis. The plinth is
// cut to it and the camera looks across it; the sculpture itself is never turned or scaled by it.

export interface PlanFrame {
  /** Middle of the circuit in its own metres, and its lowest point. */
  readonly centreXM: number
  readonly centreYM: number
  readonly lowestZM: number
  /** Direction of the long axis, radians from +x towards +y, -π/2..π/2. */
  readonly axis: number
  /** Half the extent along and across the long axis, metres. */
  readonly halfLengthM: number
  readonly halfWidthM: number
}

/**
 * @param xM, yM, zM same length, metres, z up; at least three points.
 * @param axis as in PlanFrame; the principal axis of the points if not given. Laps that stand side by side share one.
 * @returns the frame along that axis, centred on the extent of the points, so that the margin around the circuit is
 *   the same on both sides.
 */
export function planFrame(
  xM: Float64Array,
  yM: Float64Array,
  zM: Float64Array,
  axis: number = longAxis(xM, yM),
): PlanFrame {
  const cos = Math.cos(axis)
  const sin = Math.sin(axis)
  let lowest = Infinity
  let minAlong = Infinity
  let maxAlong = -Infinity
  let minAcross = Infinity
  let maxAcross = -Infinity
  for (let i = 0; i < xM.length; i++) {
    const along = xM[i]! * cos + yM[i]! * sin
    const across = yM[i]! * cos - xM[i]! * sin
    lowest = Math.min(lowest, zM[i]!)
    minAlong = Math.min(minAlong, along)
    maxAlong = Math.max(maxAlong, along)
    minAcross = Math.min(minAcross, across)
    maxAcross = Math.max(maxAcross, across)
  }
  const along = (minAlong + maxAlong) / 2
  const across = (minAcross + maxAcross) / 2
  return {
    centreXM: along * cos - across * sin,
    centreYM: along * sin + across * cos,
    lowestZM: lowest,
    axis,
    halfLengthM: (maxAlong - minAlong) / 2,
    halfWidthM: (maxAcross - minAcross) / 2,
  }
}

/** The principal axis of the points, radians from +x towards +y. */
function longAxis(xM: Float64Array, yM: Float64Array): number {
  const n = xM.length
  let meanX = 0
  let meanY = 0
  for (let i = 0; i < n; i++) {
    meanX += xM[i]! / n
    meanY += yM[i]! / n
  }
  let xx = 0
  let xy = 0
  let yy = 0
  for (let i = 0; i < n; i++) {
    const dx = xM[i]! - meanX
    const dy = yM[i]! - meanY
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
  }
  return Math.atan2(2 * xy, xx - yy) / 2
}
