// The body of a lap, cut into pieces that do not overlap themselves, so that a boolean union can join them: where the
// circuit crosses itself or runs along itself, the pieces overlap each other and the higher one shows. Pure.
//
// A piece is a chain of slats (a profile's cross-sections at the stations). It is free of self-overlap when no cell
// between two slats is folded and its direction turns by less than a right angle in all: all its slats then lie
// within 45° of across, all its steps within 45° of along, and a step can never lead back to an earlier slat. Folded
// cells (a bend tighter than half the body) are pieces of their own, over the convex hull of their corners.

import type { SculptureStyle } from '@contract/sculpture-look'
import { BODY_PROFILES, pierSpacingMm, type Profile } from './body-profiles'
import { risersOf, type Riser } from './print-heights'
import { onBed, type PrintPlan } from './print-plan'
import type { Ring } from './ring-solid'
import { chainRing, hullRings, isFolded, type Slat } from './slat-rings'
import type { Stations } from './stations'

/** A right angle less what the averaging of directions at a slat can add. Radians. */
const MOST_TURN = (80 * Math.PI) / 180

/** One station on the bed, with the direction of the lap. */
interface Place {
  readonly x: number
  readonly y: number
  readonly alongX: number
  readonly alongY: number
  readonly riser: Riser
  readonly colour: number
}

/** @returns the pieces' outlines with their heights, in the order of the lap; neighbours share a slat. */
export function bodyPieces(stations: Stations, plan: PrintPlan, style: SculptureStyle): readonly Ring[] {
  const places = placesOf(stations, plan)
  const { wallMm } = plan.options
  return BODY_PROFILES[style].flatMap((profile) => {
    const slats = places.map((place) => slatAt(place, profile, wallMm))
    return extents(places, profile, plan).flatMap(({ first, steps }) =>
      chainsOf(slats, first, steps, profile.matter),
    )
  })
}

interface Extent {
  readonly first: number
  readonly steps: number
}

/** The whole lap, or each pier: as many steps as make it at least as thick as the wall. */
function extents(
  places: readonly Place[],
  { extent }: Profile,
  { mmPerM, options }: PrintPlan,
): readonly Extent[] {
  const n = places.length
  if (extent === 'lap') return [{ first: 0, steps: n }]
  const spacingMm = pierSpacingMm(mmPerM, options.wallMm)
  const piers: Extent[] = []
  let sinceMm = spacingMm
  for (let first = 0; first < n; first++) {
    if (sinceMm >= spacingMm) {
      let thickMm = 0
      let steps = 0
      while (steps < n && thickMm < options.wallMm) thickMm += gapMm(places, first + steps++)
      piers.push({ first, steps })
      sinceMm = 0
    }
    sinceMm += gapMm(places, first)
  }
  return piers
}

function gapMm(places: readonly Place[], index: number): number {
  const from = places[index % places.length]!
  const to = places[(index + 1) % places.length]!
  return Math.hypot(to.x - from.x, to.y - from.y)
}

function chainsOf(
  slats: readonly Slat[],
  start: number,
  length: number,
  matter: Ring['matter'],
): readonly Ring[] {
  const n = slats.length
  const at = (index: number): Slat => slats[index % n]!
  const end = start + length
  const pieces: Ring[] = []
  let first = start
  while (first < end) {
    if (isFolded(at(first), at(first + 1))) {
      pieces.push(...hullRings(at(first), at(first + 1), matter))
      first++
      continue
    }
    let steps = 1
    let turned = 0
    while (first + steps < end) {
      const a = at(first + steps - 1)
      const b = at(first + steps)
      const c = at(first + steps + 1)
      turned += Math.abs(turn(a, b, c))
      if (turned > MOST_TURN || isFolded(b, c)) break
      steps++
    }
    pieces.push(chainRing(Array.from({ length: steps + 1 }, (_, k) => at(first + k)), matter)) // prettier-ignore
    first += steps
  }
  return pieces
}

function placesOf(stations: Stations, plan: PrintPlan): readonly Place[] {
  const n = stations.xM.length
  const points = Array.from({ length: n }, (_, i) => onBed(plan, stations.xM[i]!, stations.yM[i]!))
  const risers = risersOf(stations, plan)
  return points.map(({ x, y }, i) => {
    const before = points[(i + n - 1) % n]!
    const after = points[(i + 1) % n]!
    const run = Math.hypot(after.x - before.x, after.y - before.y)
    // A point the line turns back at has no direction: across is then taken from the step that leads to it.
    const [alongX, alongY] =
      run > 1e-9 ? [(after.x - before.x) / run, (after.y - before.y) / run] : unit(x - before.x, y - before.y)
    return { x, y, alongX, alongY, riser: risers[i]!, colour: stations.colour[i]! }
  })
}

function slatAt({ x, y, alongX, alongY, riser, colour }: Place, profile: Profile, wallMm: number): Slat {
  const points = profile.columns(wallMm).map(({ leftMm, span }) => ({
    ...span(riser, wallMm),
    x: x - leftMm * alongY,
    y: y + leftMm * alongX,
    colour,
  }))
  return { points, x, y }
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
