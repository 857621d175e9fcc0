// A closed smooth curve in space: periodic cubic B-spline over arc length, and the geometry read off it.
// Plain data, so it can be cached and handed to another thread. Metres; right-handed frame, z up.
// Signs: curvature > 0 turns left, slope > 0 climbs, vertical curvature > 0 in a dip (presses the car down).

import { BAND } from './banded'

export interface ClosedCurve {
  /** Length in plan view, metres. The parameter s of every function here is arc length, taken modulo this. */
  readonly lengthM: number
  /** Coefficients of n cells, length n+3: the last three repeat the first three. Cell length is lengthM / n. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
}

/** Position and the first two derivatives by s at one place of the curve. */
export interface CurvePoint {
  x: number
  y: number
  z: number
  dx: number
  dy: number
  dz: number
  ddx: number
  ddy: number
  ddz: number
}

export function emptyCurvePoint(): CurvePoint {
  return { x: 0, y: 0, z: 0, dx: 0, dy: 0, dz: 0, ddx: 0, ddy: 0, ddz: 0 }
}

function cellCount(curve: ClosedCurve): number {
  return curve.x.length - (BAND - 1)
}

/** s brought into [0, length). */
export function wrapS(s: number, lengthM: number): number {
  const wrapped = s - Math.floor(s / lengthM) * lengthM
  // A tiny negative s rounds up to the length itself.
  return wrapped >= lengthM ? 0 : wrapped
}

/** Evaluates the curve into `out` (no allocation: this runs hundreds of thousands of times per session). */
export function evaluateCurve(curve: ClosedCurve, s: number, out: CurvePoint): CurvePoint {
  const cells = cellCount(curve)
  const h = curve.lengthM / cells
  const q = wrapS(s, curve.lengthM) / h
  const i = Math.min(Math.floor(q), cells - 1)
  const f = q - i
  const g = 1 - f
  const { x, y, z } = curve
  const x0 = x[i]!
  const x1 = x[i + 1]!
  const x2 = x[i + 2]!
  const x3 = x[i + 3]!
  const y0 = y[i]!
  const y1 = y[i + 1]!
  const y2 = y[i + 2]!
  const y3 = y[i + 3]!
  const z0 = z[i]!
  const z1 = z[i + 1]!
  const z2 = z[i + 2]!
  const z3 = z[i + 3]!
  const a0 = (g * g * g) / 6
  const a3 = (f * f * f) / 6
  const a1 = ((3 * f - 6) * f * f + 4) / 6
  const a2 = 1 - a0 - a1 - a3
  out.x = a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3
  out.y = a0 * y0 + a1 * y1 + a2 * y2 + a3 * y3
  out.z = a0 * z0 + a1 * z1 + a2 * z2 + a3 * z3
  const d = 1 / (2 * h)
  const b0 = -g * g * d
  const b3 = f * f * d
  const b1 = (3 * f - 4) * f * d
  const b2 = -(b0 + b1 + b3)
  out.dx = b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3
  out.dy = b0 * y0 + b1 * y1 + b2 * y2 + b3 * y3
  out.dz = b0 * z0 + b1 * z1 + b2 * z2 + b3 * z3
  const e = 1 / (h * h)
  const c0 = g * e
  const c1 = (3 * f - 2) * e
  const c2 = (1 - 3 * f) * e
  const c3 = f * e
  out.ddx = c0 * x0 + c1 * x1 + c2 * x2 + c3 * x3
  out.ddy = c0 * y0 + c1 * y1 + c2 * y2 + c3 * y3
  out.ddz = c0 * z0 + c1 * z1 + c2 * z2 + c3 * z3
  return out
}

/** Curvature in plan view, 1/m. */
export function curvature(p: CurvePoint): number {
  const l2 = p.dx * p.dx + p.dy * p.dy
  return (p.dx * p.ddy - p.dy * p.ddx) / (l2 * Math.sqrt(l2))
}

/** Climb per metre of plan view (tangent of the angle). */
export function slope(p: CurvePoint): number {
  return p.dz / Math.sqrt(p.dx * p.dx + p.dy * p.dy)
}

/** Curvature of the elevation profile, 1/m. */
export function verticalCurvature(p: CurvePoint): number {
  const l = Math.sqrt(p.dx * p.dx + p.dy * p.dy)
  const m = p.dz / l
  const dl = (p.dx * p.ddx + p.dy * p.ddy) / l
  return (p.ddz * l - p.dz * dl) / (l * l * l) / (1 + m * m) ** 1.5
}

/** Curvature at n even steps round the curve, from `fromM` on, 1/m. */
export function curvatureTable(curve: ClosedCurve, n: number, fromM = 0): Float64Array {
  const point = emptyCurvePoint()
  const table = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    table[i] = curvature(evaluateCurve(curve, fromM + (i * curve.lengthM) / n, point))
  }
  return table
}

export function curvatureAt(curve: ClosedCurve, s: number): number {
  return curvature(evaluateCurve(curve, s, emptyCurvePoint()))
}

/** How often the curve turns round itself: +1 anticlockwise, -1 clockwise, 0 for a figure of eight. */
export function turningNumberOf(curve: ClosedCurve): number {
  const point = emptyCurvePoint()
  const steps = 2 * Math.round(curve.lengthM)
  let angle = 0
  for (let i = 0; i < steps; i++) {
    evaluateCurve(curve, (i * curve.lengthM) / steps, point)
    angle += curvature(point) * Math.sqrt(point.dx * point.dx + point.dy * point.dy)
  }
  return (angle * curve.lengthM) / steps / (2 * Math.PI)
}

/**
 * Arc length in plan view measured along the curve's parameter.
 * @returns table[i] is the length from 0 to i/steps of the parameter; the last entry is the whole length.
 */
export function measureArc(curve: ClosedCurve, steps: number): Float64Array {
  const point = emptyCurvePoint()
  const table = new Float64Array(steps + 1)
  const du = curve.lengthM / steps
  for (let i = 0; i < steps; i++) {
    evaluateCurve(curve, (i + 0.5) * du, point)
    table[i + 1] = table[i]! + Math.sqrt(point.dx * point.dx + point.dy * point.dy) * du
  }
  return table
}
