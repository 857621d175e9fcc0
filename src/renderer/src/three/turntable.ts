// How fast the sculpture is turned for who only looks. Pure.

/** Once round in this time, ms: slow enough to read a wall as it comes by. By eye. */
const ROUND_MS = 48_000

/** A press turns by so much, radians, where people want no motion: 24 presses are once round. */
export const TURNTABLE_STEP = Math.PI / 12

/** @param frameMs since the frame before. @returns by how much the eye goes round in it, radians. */
export function turntableTurn(frameMs: number): number {
  return (frameMs / ROUND_MS) * 2 * Math.PI
}
