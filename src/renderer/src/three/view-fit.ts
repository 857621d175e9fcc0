// Where to put the camera so that something fills the picture exactly. Pure vector arithmetic on plain numbers.

/** Directions of a camera, unit vectors at right angles, three.js axes. */
export interface ViewAxes {
  readonly right: Triple
  readonly up: Triple
  /** Away from the eye, into the picture. */
  readonly forward: Triple
}

export interface Fit {
  readonly eye: Triple
  readonly target: Triple
  readonly distance: number
}

type Triple = readonly [number, number, number]

/** @param azimuth radians around y, 0 = eye on +z; polar = radians from straight above, 0..π/2. */
export function viewAxes(azimuth: number, polar: number): ViewAxes {
  const sinA = Math.sin(azimuth)
  const cosA = Math.cos(azimuth)
  const sinP = Math.sin(polar)
  const cosP = Math.cos(polar)
  return {
    right: [cosA, 0, -sinA],
    up: [-sinA * cosP, sinP, -cosA * cosP],
    forward: [-sinA * sinP, -cosP, -cosA * sinP],
  }
}

/** Tangents of the angles from the middle of the picture to where points may be, already reduced by any margin. */
export interface ViewTangents {
  /** To either side. */
  readonly horizontal: number
  readonly up: number
  readonly down: number
}

/**
 * The nearest eye from which all points are inside the picture, and as much room on one side of them as on the other.
 * Exact: a point is inside when |side| ≤ depth · tan(half angle) on each axis, which is linear in the eye's place.
 *
 * @param points xyz triples, wider than they reach towards the eye: of a single spike the nearest eye is its tip.
 */
export function fitView(
  points: ArrayLike<number>,
  axes: ViewAxes,
  { horizontal: across, up, down }: ViewTangents,
): Fit {
  const sides = [
    { axis: axes.right, plus: across, minus: across },
    { axis: axes.up, plus: up, minus: down },
  ].map(({ axis, plus, minus }) => {
    let positive = -Infinity
    let negative = -Infinity
    for (let i = 0; i + 2 < points.length; i += 3) {
      const side = dot(axis, points, i)
      const depth = dot(axes.forward, points, i)
      positive = Math.max(positive, side - plus * depth)
      negative = Math.max(negative, -side - minus * depth)
    }
    return { plus, minus, positive, negative, distance: (positive + negative) / (plus + minus) }
  })
  const [horizontal, vertical] = sides as [Side, Side]
  const distance = Math.max(horizontal.distance, vertical.distance)
  const target = combine(axes.right, shiftAt(horizontal, distance), axes.up, shiftAt(vertical, distance))
  return { target, eye: combine(target, 1, axes.forward, -distance), distance }
}

interface Side {
  readonly plus: number
  readonly minus: number
  readonly positive: number
  readonly negative: number
  readonly distance: number
}

/** Where on its axis the eye is: in the middle of all places from which the points are inside. */
function shiftAt({ plus, minus, positive, negative }: Side, distance: number): number {
  return (positive - negative + (minus - plus) * distance) / 2
}

function dot(axis: Triple, points: ArrayLike<number>, at: number): number {
  return axis[0] * points[at]! + axis[1] * points[at + 1]! + axis[2] * points[at + 2]!
}

function combine(a: Triple, byA: number, b: Triple, byB: number): Triple {
  return [a[0] * byA + b[0] * byB, a[1] * byA + b[1] * byB, a[2] * byA + b[2] * byB]
}
