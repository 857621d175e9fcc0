// The wall of a lap, cut into pieces that do not overlap themselves, so that a boolean union can join them: where the
// circuit crosses itself or runs along itself, the pieces overlap each other and the higher one shows. Pure.
//
// A piece is a chain of slats (the wall's cross-sections at the stations). It is free of self-overlap when no cell
// between two slats is folded and its direction turns by less than a right angle in all: all its slats then lie
// within 45° of across, all its steps within 45° of along, and a step can never lead back to an earlier slat. Folded
// cells (a bend tighter than half the wall) are pieces of their own, over the convex hull of their corners.

import { mmPerG, onBed, roadMm, type PrintPlan } from './print-plan'
import type { Ring, RingCorner } from './ring-solid'
import type { Stations } from './stations'

/** A right angle less what the averaging of directions at a slat can add. Radians. */
const MOST_TURN = (80 * Math.PI) / 180

/** The body's least height, mm: where no force acts there is still a body, or its surface would fold flat. */
const LEAST_BODY_MM = 0.05

interface Slat {
  readonly left: RingCorner
  readonly right: RingCorner
  readonly x: number
  readonly y: number
}

/** @returns the pieces' outlines with their heights, in the order of the lap; neighbours share a slat. */
export function wallPieces(stations: Stations, plan: PrintPlan): readonly Ring[] {
  const slats = slatsOf(stations, plan)
  const n = slats.length
  const pieces: Ring[] = []
  let first = 0
  while (first < n) {
    if (isFolded(slats[first]!, slats[(first + 1) % n]!)) {
      const ring = hullRing(slats[first]!, slats[(first + 1) % n]!)
      if (ring !== null) pieces.push(ring)
      first++
      continue
    }
    let steps = 1
    let turned = 0
    while (first + steps < n) {
      const a = slats[first + steps - 1]!
      const b = slats[first + steps]!
      const c = slats[(first + steps + 1) % n]!
      turned += Math.abs(turn(a, b, c))
      if (turned > MOST_TURN || isFolded(b, c)) break
      steps++
    }
    const chain = Array.from({ length: steps + 1 }, (_, k) => slats[(first + k) % n]!)
    pieces.push(chainRing(chain))
    first += steps
  }
  return pieces
}

function slatsOf(stations: Stations, plan: PrintPlan): readonly Slat[] {
  const n = stations.xM.length
  const points = Array.from({ length: n }, (_, i) => onBed(plan, stations.xM[i]!, stations.yM[i]!))
  const half = plan.options.wallMm / 2
  return points.map(({ x, y }, i) => {
    const before = points[(i + n - 1) % n]!
    const after = points[(i + 1) % n]!
    const run = Math.hypot(after.x - before.x, after.y - before.y)
    // A point the line turns back at has no direction: across is then taken from the step that leads to it.
    const [alongX, alongY] =
      run > 1e-9 ? [(after.x - before.x) / run, (after.y - before.y) / run] : unit(x - before.x, y - before.y)
    const road = roadMm(plan, stations.zM[i]!)
    const top = road + Math.max(LEAST_BODY_MM, stations.combinedG[i]! * mmPerG(plan))
    const corner = (side: 1 | -1): RingCorner => ({
      x: x - side * half * alongY,
      y: y + side * half * alongX,
      road,
      top,
    })
    return { left: corner(1), right: corner(-1), x, y }
  })
}

function unit(x: number, y: number): readonly [number, number] {
  const length = Math.hypot(x, y)
  return length > 0 ? [x / length, y / length] : [1, 0]
}

/** Change of direction at b, radians, -π..π. */
function turn(a: Slat, b: Slat, c: Slat): number {
  const x1 = b.x - a.x
  const y1 = b.y - a.y
  const x2 = c.x - b.x
  const y2 = c.y - b.y
  return Math.atan2(x1 * y2 - y1 * x2, x1 * x2 + y1 * y2)
}

/** True when the cell between two slats is not a convex quadrilateral that runs counter-clockwise. */
function isFolded(from: Slat, to: Slat): boolean {
  const corners = [from.right, to.right, to.left, from.left]
  return corners.some((corner, i) => cross(corner, corners[(i + 1) % 4]!, corners[(i + 2) % 4]!) <= 0)
}

/** Counter-clockwise: along the right side, back along the left. */
function chainRing(chain: readonly Slat[]): Ring {
  const corners = [...chain.map(({ right }) => right), ...chain.map(({ left }) => left).reverse()]
  const last = corners.length - 1
  const caps: (readonly [number, number, number])[] = []
  for (let i = 0; i + 1 < chain.length; i++) {
    caps.push([i, i + 1, last - i - 1], [i, last - i - 1, last - i])
  }
  return { corners, caps }
}

/** The convex hull of two slats; null when they cover nothing. */
function hullRing(from: Slat, to: Slat): Ring | null {
  const corners = convexHull([from.left, from.right, to.left, to.right])
  if (corners.length < 3) return null
  return { corners, caps: corners.slice(2).map((_, i) => [0, i + 1, i + 2] as const) }
}

/** Andrew's monotone chain (1979): counter-clockwise, without points on the edges. */
function convexHull(points: readonly RingCorner[]): readonly RingCorner[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const half = (ordered: readonly RingCorner[]): RingCorner[] => {
    const chain: RingCorner[] = []
    for (const point of ordered) {
      while (chain.length > 1 && cross(chain.at(-2)!, chain.at(-1)!, point) <= 1e-12) chain.pop()
      chain.push(point)
    }
    chain.pop()
    return chain
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

/** Twice the area of the triangle, mm²; positive counter-clockwise. */
function cross(a: RingCorner, b: RingCorner, c: RingCorner): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}
