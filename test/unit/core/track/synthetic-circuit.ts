// Circuits with known geometry: straights, clothoids and arcs put together exactly.

/** One piece of a circuit: its curvature goes linearly from `from` to `to` (1/m, > 0 left). */
export interface Segment {
  readonly lengthM: number
  readonly from: number
  readonly to: number
}

export interface CircuitPoint {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly curvature: number
}

export interface Circuit {
  readonly lengthM: number
  /** Middles of the corners' arcs, metres. */
  readonly apexesM: readonly number[]
  pointAt(s: number): CircuitPoint
  /** Place nearest to (x, y) by search near `guess`, or on the whole circuit. */
  placeOf(x: number, y: number, guess?: number): number
}

function straight(lengthM: number): Segment {
  return { lengthM, from: 0, to: 0 }
}

/** Angle in degrees, > 0 left. */
function arc(radiusM: number, angleDeg: number): Segment {
  const lengthM = (radiusM * Math.abs(angleDeg) * Math.PI) / 180
  const kappa = Math.sign(angleDeg) / radiusM
  return { lengthM, from: kappa, to: kappa }
}

/** A corner with a clothoid in and out that together turn `share` of the angle. */
function corner(radiusM: number, angleDeg: number, share = 0.5): readonly Segment[] {
  const angle = (Math.abs(angleDeg) * Math.PI) / 180
  const kappa = Math.sign(angleDeg) / radiusM
  const clothoidM = share * angle * radiusM
  return [
    { lengthM: clothoidM, from: 0, to: kappa },
    { lengthM: (1 - share) * angle * radiusM, from: kappa, to: kappa },
    { lengthM: clothoidM, from: kappa, to: 0 },
  ]
}

export const circle = (radiusM: number): Circuit => makeCircuit([arc(radiusM, 360)])

export const stadium = (straightM: number, radiusM: number): Circuit =>
  makeCircuit([straight(straightM), arc(radiusM, 180), straight(straightM), arc(radiusM, 180)])

/** Two loops that cross at a right angle, at the same height unless `heightM` lifts one branch. */
export function figureOfEight(radiusM: number, heightM = 0): Circuit {
  const flat = makeCircuit([
    straight(2 * radiusM),
    arc(radiusM, 270),
    straight(2 * radiusM),
    arc(radiusM, -270),
  ])
  const at = (s: number): CircuitPoint => {
    const p = flat.pointAt(s)
    return { ...p, z: 150 + (heightM / 2) * Math.cos((2 * Math.PI * (s - radiusM)) / flat.lengthM) }
  }
  return { ...flat, pointAt: at }
}

/** 13 corners of radius 18-300 m; two straights are as long as it takes to close the loop. */
export function thirteenCorners(): Circuit {
  const corners: readonly (readonly [number, number, number])[] = [
    // straight before it, radius, angle
    [0, 40, 95], [0, 90, -50], [120, 120, 75], [450, 18, 150], [260, 60, -80], [90, 70, 70], [300, 200, -35],
    [150, 300, 40], [200, 30, -60], [60, 28, 80], [250, 150, 45], [150, 55, -40], [100, 35, 70],
  ] // prettier-ignore
  const build = (first: number, second: number): Segment[] =>
    corners.flatMap(([before, radius, angle], i) => [
      straight(i === 0 ? first : i === 1 ? second : before),
      ...corner(radius, angle),
    ])
  // The end moves by (1, 0) per metre of the first straight and along 95 degrees per metre of the second.
  const end = endOf(build(0, 0))
  const heading = (95 * Math.PI) / 180
  const second = -end.y / Math.sin(heading)
  const first = -end.x - second * Math.cos(heading)
  return makeCircuit(build(first, second))
}

const STEP_M = 0.25

function endOf(segments: readonly Segment[]): { x: number; y: number } {
  let [x, y, heading] = [0, 0, 0]
  for (const { lengthM, from, to } of segments) {
    const n = Math.max(1, Math.ceil(lengthM / STEP_M))
    const h = lengthM / n
    for (let i = 0; i < n; i++) {
      const k0 = from + ((to - from) * i) / n
      const k1 = from + ((to - from) * (i + 1)) / n
      const middle = heading + (h / 2) * (k0 + (k1 - k0) / 4)
      // Simpson over the step is exact to 10^-12 m at 0.25 m and radius 18 m.
      const last = heading + (h * (k0 + k1)) / 2
      x += (h / 6) * (Math.cos(heading) + 4 * Math.cos(middle) + Math.cos(last))
      y += (h / 6) * (Math.sin(heading) + 4 * Math.sin(middle) + Math.sin(last))
      heading = last
    }
  }
  return { x, y }
}

function makeCircuit(segments: readonly Segment[]): Circuit {
  const lengthM = segments.reduce((sum, s) => sum + s.lengthM, 0)
  const steps = Math.ceil(lengthM / STEP_M)
  const h = lengthM / steps
  const starts: number[] = []
  segments.reduce((at, segment) => {
    starts.push(at)
    return at + segment.lengthM
  }, 0)
  const curvatureAt = (s: number): number => {
    let i = segments.length - 1
    while (i > 0 && starts[i]! > s) i--
    const { lengthM: l, from, to } = segments[i]!
    return from + (to - from) * Math.min(1, (s - starts[i]!) / l)
  }
  const xs = new Float64Array(steps + 1)
  const ys = new Float64Array(steps + 1)
  const kappas = new Float64Array(steps + 1)
  kappas[steps] = curvatureAt(lengthM)
  let heading = 0
  for (let i = 0; i < steps; i++) {
    const k0 = curvatureAt(i * h)
    kappas[i] = k0
    const k1 = curvatureAt((i + 0.5) * h)
    const k2 = curvatureAt(Math.min(lengthM, (i + 1) * h))
    const middle = heading + (h / 2) * ((k0 + k1) / 2)
    const last = heading + (h / 6) * (k0 + 4 * k1 + k2)
    xs[i + 1] = xs[i]! + (h / 6) * (Math.cos(heading) + 4 * Math.cos(middle) + Math.cos(last))
    ys[i + 1] = ys[i]! + (h / 6) * (Math.sin(heading) + 4 * Math.sin(middle) + Math.sin(last))
    heading = last
  }
  // Steps that straddle a jump of curvature leave millimetres; they are spread over the loop.
  const gapX = xs[steps]! - xs[0]!
  const gapY = ys[steps]! - ys[0]!
  if (Math.hypot(gapX, gapY) > 0.5)
    throw new Error(`the circuit does not close by ${Math.hypot(gapX, gapY)} m`)
  for (let i = 0; i <= steps; i++) {
    xs[i] = xs[i]! - (gapX * i) / steps
    ys[i] = ys[i]! - (gapY * i) / steps
  }
  const wrap = (s: number): number => s - Math.floor(s / lengthM) * lengthM
  const pointAt = (s: number): CircuitPoint => {
    const q = wrap(s) / h
    const i = Math.min(Math.floor(q), steps - 1)
    const f = q - i
    const angle = (2 * Math.PI * wrap(s)) / lengthM
    return {
      x: xs[i]! + f * (xs[i + 1]! - xs[i]!),
      y: ys[i]! + f * (ys[i + 1]! - ys[i]!),
      z: 150 + 12 * Math.sin(angle) + 3 * Math.cos(3 * angle),
      curvature: kappas[i]! + f * (kappas[i + 1]! - kappas[i]!),
    }
  }
  const apexesM = segments.flatMap(({ lengthM: l, from, to }, i) =>
    from === to && from !== 0 ? [starts[i]! + l / 2] : [],
  )
  const placeOf = (x: number, y: number, guess?: number): number => {
    const reach = guess === undefined ? steps : Math.ceil(40 / h)
    const centre = guess === undefined ? 0 : Math.round(wrap(guess) / h)
    let best = centre
    let bestDistance = Infinity
    for (let k = -reach; k <= reach; k++) {
      const i = (((centre + k) % steps) + steps) % steps
      const distance = (xs[i]! - x) ** 2 + (ys[i]! - y) ** 2
      if (distance < bestDistance) {
        bestDistance = distance
        best = i
      }
    }
    const next = (best + 1) % steps
    const before = (best - 1 + steps) % steps
    const tx = (xs[next]! - xs[before]!) / (2 * h)
    const ty = (ys[next]! - ys[before]!) / (2 * h)
    return wrap(best * h + ((x - xs[best]!) * tx + (y - ys[best]!) * ty) / (tx * tx + ty * ty))
  }
  return { lengthM, apexesM, pointAt, placeOf }
}
