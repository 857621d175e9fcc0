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

/**
 * The nearest eye from which all points are inside the picture, and the picture's middle in the middle of them.
 * Exact: a point is inside when |side| ≤ depth · tan(half angle) on each axis, which is linear in the eye's place.
 *
 * @param points xyz triples, wider than they reach towards the eye: of a single spike the nearest eye is its tip.
 * @param tanHalf tangent of half the field of view, horizontal and vertical, already reduced by any margin.
 */
export function fitView(
  points: ArrayLike<number>,
  axes: ViewAxes,
  tanHalf: { readonly horizontal: number; readonly vertical: number },
): Fit {
  const sides = [
    { axis: axes.right, tan: tanHalf.horizontal },
    { axis: axes.up, tan: tanHalf.vertical },
  ].map(({ axis, tan }) => {
    let positive = -Infinity
    let negative = -Infinity
    for (let i = 0; i + 2 < points.length; i += 3) {
      const side = dot(axis, points, i)
      const depth = dot(axes.forward, points, i)
      positive = Math.max(positive, side - tan * depth)
      negative = Math.max(negative, -side - tan * depth)
    }
    return { distance: (positive + negative) / (2 * tan), shift: (positive - negative) / 2 }
  })
  const [horizontal, vertical] = sides as [Side, Side]
  const distance = Math.max(horizontal.distance, vertical.distance)
  const target = combine(axes.right, horizontal.shift, axes.up, vertical.shift)
  return { target, eye: combine(target, 1, axes.forward, -distance), distance }
}

interface Side {
  readonly distance: number
  readonly shift: number
}

function dot(axis: Triple, points: ArrayLike<number>, at: number): number {
  return axis[0] * points[at]! + axis[1] * points[at + 1]! + axis[2] * points[at + 2]!
}

function combine(a: Triple, byA: number, b: Triple, byB: number): Triple {
  return [a[0] * byA + b[0] * byB, a[1] * byA + b[1] * byB, a[2] * byA + b[2] * byB]
}
