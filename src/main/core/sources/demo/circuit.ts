// Geometry of an invented circuit: a polygon whose corners are rounded by clothoid, arc, clothoid. Because the
// polygon is closed, the line is, whatever radii are chosen: no closing parameter has to be searched for.
// Owns positions, headings, curvatures and elevation along the line; knows nothing of cars.

/** One vertex of the polygon and the corner that rounds it. Lengths in metres. */
export interface CornerPlan {
  readonly xM: number
  readonly yM: number
  /** Radius of the arc in the middle of the corner: its tightest place. */
  readonly radiusM: number
  /** Length of the clothoid that leads into the arc; its curvature grows evenly from zero to 1/radius. */
  readonly entryM: number
  /** Length of the clothoid that leads out. */
  readonly exitM: number
}

/** One wave of the elevation: amplitude · cos(2π · (waves · s/L − phase)). Whole waves make it close on itself. */
export interface ElevationWave {
  readonly amplitudeM: number
  readonly waves: number
  /** 0..1 */
  readonly phaseRatio: number
}

/** Distances from the finish line, metres; negative ones lie before it. */
export interface PitLanePlan {
  /** Where the speed limit begins; must lie on the straight, as the lane is parallel to it. */
  readonly entryM: number
  readonly exitM: number
  /** Of the first garage; the others follow at `garageStepM`. Behind the line, so an in-lap is timed in the lane. */
  readonly garageM: number
  readonly garageStepM: number
  /** Sideways from the circuit line, metres, positive to the left. Real lanes lie 12 to 21 m off. */
  readonly offsetM: number
  /** Length over which a car changes between line and lane. */
  readonly mergeM: number
}

export interface CircuitPlan {
  readonly name: string
  /** In driving order. The finish line lies on the straight that ends in the first corner. */
  readonly corners: readonly CornerPlan[]
  /** Distance of the finish line behind the last corner's exit, metres. */
  readonly finishAfterLastCornerM: number
  readonly baseElevationM: number
  readonly elevation: readonly ElevationWave[]
  /** Ends of the first and second sector, metres from the finish line. */
  readonly sectorEndsM: readonly [number, number]
  /** Well behind the pit exit: decoders take a speed before the exit for a lap of its own. */
  readonly speedTrapM: number
  /** Where the rear wing may open; from a negative distance before the line to one behind it. */
  readonly drs: { readonly fromM: number; readonly toM: number }
  readonly pitLane: PitLanePlan
}

/** A place on the line. */
export interface CircuitPoint {
  readonly xM: number
  readonly yM: number
  readonly zM: number
  /** Direction of travel, radians anticlockwise from the x axis; not unwrapped. */
  readonly headingRad: number
  /** 1/m; positive in a left-hand turn. */
  readonly curvature: number
  /** dz/ds; positive uphill. */
  readonly slope: number
  /** 1/m; positive in a dip, negative over a crest. */
  readonly verticalCurvature: number
}

/** What a car feels of the circuit, on an even grid that begins and ends at the finish line. Arrays of n = cells. */
export interface CircuitGrid {
  readonly stepM: number
  readonly curvature: Float64Array
  readonly slope: Float64Array
  readonly verticalCurvature: Float64Array
}

export interface Circuit {
  readonly plan: CircuitPlan
  /** Length in plan view, metres. */
  readonly lengthM: number
  readonly grid: CircuitGrid
  /** @param distanceM in plan view from the finish line; any real number, taken modulo the length. */
  at(distanceM: number): CircuitPoint
}

/** The grid's step is as near to this as divides the circuit evenly. Halving it changes simulated laps by under 0.02 s. */
const GRID_STEP_M = 2

/** A stretch whose curvature changes evenly: straight (0, 0), arc (equal), clothoid (different). */
interface Piece {
  readonly startM: number
  readonly lengthM: number
  readonly xM: number
  readonly yM: number
  readonly headingRad: number
  readonly startCurvature: number
  readonly endCurvature: number
}

// Gauss-Legendre, 8 nodes. A clothoid of the circuits turns by less than 1.5 rad, where this is exact to 1e-12
// of its length; fewer nodes would show as a kink of the line at the joints, more only cost time.
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363] as const
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763] as const

/** @throws RangeError when a corner does not fit: its clothoids turn more than the corner does, or it overlaps the next. */
export function buildCircuit(plan: CircuitPlan): Circuit {
  const pieces = layPieces(plan)
  const last = pieces.at(-1)!
  const lengthM = last.startM + last.lengthM
  const starts = Float64Array.from(pieces, (piece) => piece.startM)

  const at = (distanceM: number): CircuitPoint => {
    const s = distanceM - Math.floor(distanceM / lengthM) * lengthM
    let low = 0
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= s) low = middle
      else high = middle
    }
    const { xM, yM, headingRad, curvature } = alongPiece(pieces[low]!, s - starts[low]!)
    const { zM, slope, verticalCurvature } = elevationAt(plan, s / lengthM, lengthM)
    return { xM, yM, zM, headingRad, curvature, slope, verticalCurvature }
  }
  return { plan, lengthM, grid: survey(lengthM, at), at }
}

function survey(lengthM: number, at: Circuit['at']): CircuitGrid {
  const cells = Math.round(lengthM / GRID_STEP_M)
  const stepM = lengthM / cells
  const points = Array.from({ length: cells }, (_, i) => at(i * stepM))
  return {
    stepM,
    curvature: Float64Array.from(points, (point) => point.curvature),
    slope: Float64Array.from(points, (point) => point.slope),
    verticalCurvature: Float64Array.from(points, (point) => point.verticalCurvature),
  }
}

/** Lays straights and corners around the polygon, beginning and ending at the finish line. */
function layPieces(plan: CircuitPlan): readonly Piece[] {
  const { corners } = plan
  const n = corners.length
  const sides = corners.map((corner, i) => {
    const before = corners[(i + n - 1) % n]!
    const dx = corner.xM - before.xM
    const dy = corner.yM - before.yM
    return { lengthM: Math.hypot(dx, dy), headingRad: Math.atan2(dy, dx) }
  })
  const rounded = corners.map((corner, i) => {
    const turn = sides[(i + 1) % n]!.headingRad - sides[i]!.headingRad
    return roundCorner(corner, turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI)))
  })

  const pieces: Piece[] = []
  let s = 0
  const lay = (from: Omit<Piece, 'startM'>): void => {
    pieces.push({ ...from, startM: s })
    s += from.lengthM
  }
  corners.forEach((corner, i) => {
    const side = sides[i]!
    const { entryTangentM, parts } = rounded[i]!
    const lead = i === 0 ? plan.finishAfterLastCornerM : 0
    const gap = rounded[(i + n - 1) % n]!.exitTangentM + lead
    const straightM = side.lengthM - gap - entryTangentM
    if (straightM < 0)
      throw new RangeError(`${plan.name}: corner ${i + 1} does not fit behind the one before`)
    const cos = Math.cos(side.headingRad)
    const sin = Math.sin(side.headingRad)
    const onSide = (beforeVertexM: number): { xM: number; yM: number } => ({
      xM: corner.xM - beforeVertexM * cos,
      yM: corner.yM - beforeVertexM * sin,
    })
    const straight = { headingRad: side.headingRad, startCurvature: 0, endCurvature: 0 }
    lay({ ...straight, ...onSide(side.lengthM - gap), lengthM: straightM })
    // Each corner starts from its own vertex, not from the end of the piece before: rounding cannot add up.
    const start = onSide(entryTangentM)
    for (const part of parts)
      lay({
        ...part,
        xM: start.xM + part.xM * cos - part.yM * sin,
        yM: start.yM + part.xM * sin + part.yM * cos,
        headingRad: side.headingRad + part.headingRad,
      })
    if (i === n - 1)
      lay({
        xM: corner.xM + rounded[i]!.exitTangentM * Math.cos(sides[0]!.headingRad),
        yM: corner.yM + rounded[i]!.exitTangentM * Math.sin(sides[0]!.headingRad),
        lengthM: plan.finishAfterLastCornerM,
        headingRad: sides[0]!.headingRad,
        startCurvature: 0,
        endCurvature: 0,
      })
  })
  return pieces
}

interface RoundedCorner {
  /** From the corner's start to the vertex, along the incoming side. */
  readonly entryTangentM: number
  readonly exitTangentM: number
  /** Clothoid, arc, clothoid in the frame of the corner's start (x along the incoming side). */
  readonly parts: readonly Omit<Piece, 'startM'>[]
}

/** @param turnRad signed, positive to the left, less than half a turn (a polygon has no sharper vertex). */
function roundCorner(corner: CornerPlan, turnRad: number): RoundedCorner {
  const arcM = Math.abs(turnRad) * corner.radiusM - (corner.entryM + corner.exitM) / 2
  if (arcM < 0)
    throw new RangeError(
      `the clothoids of the corner at ${corner.xM}, ${corner.yM} turn more than the corner`,
    )
  const peak = Math.sign(turnRad) / corner.radiusM
  const parts: Omit<Piece, 'startM'>[] = []
  let end = { xM: 0, yM: 0, headingRad: 0 }
  for (const [lengthM, startCurvature, endCurvature] of [
    [corner.entryM, 0, peak],
    [arcM, peak, peak],
    [corner.exitM, peak, 0],
  ] as const) {
    const piece = { ...end, lengthM, startCurvature, endCurvature }
    parts.push(piece)
    end = alongPiece({ ...piece, startM: 0 }, lengthM)
  }
  // Where the tangents at both ends meet: the vertex.
  const exitTangentM = end.yM / Math.sin(turnRad)
  return { entryTangentM: end.xM - exitTangentM * Math.cos(turnRad), exitTangentM, parts }
}

/** @param d metres from the piece's start, 0..length. */
function alongPiece(piece: Piece, d: number): Pick<CircuitPoint, 'xM' | 'yM' | 'headingRad' | 'curvature'> {
  const { headingRad, startCurvature } = piece
  const growth = piece.lengthM === 0 ? 0 : (piece.endCurvature - startCurvature) / piece.lengthM
  let x = 0
  let y = 0
  for (let i = 0; i < NODES.length; i++)
    for (const node of [-NODES[i]!, NODES[i]!]) {
      const u = (d * (1 + node)) / 2
      const heading = headingRad + u * (startCurvature + (growth * u) / 2)
      x += WEIGHTS[i]! * Math.cos(heading)
      y += WEIGHTS[i]! * Math.sin(heading)
    }
  return {
    xM: piece.xM + (x * d) / 2,
    yM: piece.yM + (y * d) / 2,
    headingRad: headingRad + d * (startCurvature + (growth * d) / 2),
    curvature: startCurvature + growth * d,
  }
}

function elevationAt(
  plan: CircuitPlan,
  ratio: number,
  lengthM: number,
): Pick<CircuitPoint, 'zM' | 'slope' | 'verticalCurvature'> {
  let zM = plan.baseElevationM
  let slope = 0
  let bend = 0
  for (const wave of plan.elevation) {
    const perMetre = (2 * Math.PI * wave.waves) / lengthM
    const angle = 2 * Math.PI * (wave.waves * ratio - wave.phaseRatio)
    zM += wave.amplitudeM * Math.cos(angle)
    slope -= wave.amplitudeM * perMetre * Math.sin(angle)
    bend -= wave.amplitudeM * perMetre ** 2 * Math.cos(angle)
  }
  return { zM, slope, verticalCurvature: bend / (1 + slope * slope) ** 1.5 }
}
