// Finds where on a closed curve a fix lies. Fixes of a car come in order of time, so each is looked for only
// ahead of the one before it: a circuit that crosses or touches itself cannot lead the car onto the wrong branch.

import { emptyCurvePoint, evaluateCurve, wrapS, type ClosedCurve, type CurvePoint } from './closed-curve'

/** A car's fixes in order of time; arrays of equal length. */
export interface Fixes {
  /** ms, increasing. */
  readonly timeMs: Float64Array
  readonly xM: Float64Array
  readonly yM: Float64Array
  readonly zM: Float64Array
}

export interface Projection {
  /** Unwrapped place along the curve, metres: grows by the curve's length with every lap. NaN: not on the curve. */
  readonly s: Float64Array
  /** Signed distance to the left of the curve, metres; NaN where s is. */
  readonly offset: Float64Array
}

/** Cells of the bucket grid; as wide as the widest gate, so that nine of them hold every candidate. */
const CELL_M = 26
const NEWTON_STEPS = 3
/** No car is faster; bounds how far ahead the next fix can be. */
const TOP_SPEED_MS = 105
/** Stamps are up to 0.16 s wrong, which is 15 m at top speed; a stamp error may also move a fix back. */
const SLACK_AHEAD_M = 25
const SLACK_BEHIND_M = 20
/** After this long without an accepted fix the car is looked for on the whole curve again. */
const FORGET_MS = 4000
/** Two branches of a crossing are told apart by height when they are this far apart. */
const HEIGHT_APART_M = 2
/** Nearest place on another branch must be this many times farther, or the fix does not tell where the car is. */
const AMBIGUITY_RATIO = 2
/** Places nearer than this along the curve belong to the same branch. */
const BRANCH_M = 60

export class Projector {
  private readonly tableX: Float64Array
  private readonly tableY: Float64Array
  private readonly tableZ: Float64Array
  private readonly stepM: number
  private readonly buckets = new Map<number, number[]>()
  private readonly point: CurvePoint = emptyCurvePoint()

  constructor(readonly curve: ClosedCurve) {
    const n = Math.max(8, Math.round(curve.lengthM))
    this.stepM = curve.lengthM / n
    this.tableX = new Float64Array(n)
    this.tableY = new Float64Array(n)
    this.tableZ = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      evaluateCurve(curve, i * this.stepM, this.point)
      this.tableX[i] = this.point.x
      this.tableY[i] = this.point.y
      this.tableZ[i] = this.point.z
      const key = bucketKey(Math.floor(this.point.x / CELL_M), Math.floor(this.point.y / CELL_M))
      const bucket = this.buckets.get(key)
      if (bucket === undefined) this.buckets.set(key, [i])
      else bucket.push(i)
    }
  }

  /**
   * Places of a car's fixes from index `from` up to, not including, `to`.
   * @param gateM fixes farther from the curve than this are not on it (at most 25 m).
   */
  follow(fixes: Fixes, from: number, to: number, gateM: number): Projection {
    const s = new Float64Array(to - from).fill(NaN)
    const offset = new Float64Array(to - from).fill(NaN)
    let lastS = NaN
    let lastMs = -Infinity
    // A place found by searching the whole curve counts only once the next fix agrees with it.
    let unconfirmed = -1
    for (let i = from; i < to; i++) {
      const x = fixes.xM[i]!
      const y = fixes.yM[i]!
      const k = i - from
      const elapsedMs = fixes.timeMs[i]! - lastMs
      if (elapsedMs <= FORGET_MS) {
        const reach = (elapsedMs / 1000) * TOP_SPEED_MS + SLACK_AHEAD_M
        const u = this.refine(x, y, this.nearestWithin(x, y, lastS - SLACK_BEHIND_M, lastS + reach))
        const distance = this.offsetAt(x, y, u)
        if (Math.abs(distance) < gateM) {
          s[k] = u
          offset[k] = distance
          lastS = u
          lastMs = fixes.timeMs[i]!
          unconfirmed = -1
          continue
        }
        if (unconfirmed < 0) continue
      }
      if (unconfirmed >= 0) {
        s[unconfirmed] = NaN
        offset[unconfirmed] = NaN
        unconfirmed = -1
        lastMs = -Infinity
      }
      const start = this.search(x, y, fixes.zM[i]!, gateM)
      if (Number.isNaN(start)) continue
      const u = this.refine(x, y, start)
      const distance = this.offsetAt(x, y, u)
      if (Math.abs(distance) >= gateM) continue
      lastS = this.unwrapAfter(u, lastS)
      lastMs = fixes.timeMs[i]!
      unconfirmed = k
      s[k] = lastS
      offset[k] = distance
    }
    if (unconfirmed >= 0) {
      s[unconfirmed] = NaN
      offset[unconfirmed] = NaN
    }
    return { s, offset }
  }

  /** Newton steps from a known place near by; keeps the lap count of `s`. */
  refine(x: number, y: number, s: number): number {
    const p = this.point
    let u = s
    for (let k = 0; k < NEWTON_STEPS; k++) {
      evaluateCurve(this.curve, u, p)
      const step = ((x - p.x) * p.dx + (y - p.y) * p.dy) / (p.dx * p.dx + p.dy * p.dy)
      u += Math.min(3, Math.max(-3, step))
    }
    return u
  }

  /** Signed distance of (x, y) to the left of the tangent at s, metres. */
  offsetAt(x: number, y: number, s: number): number {
    const p = evaluateCurve(this.curve, s, this.point)
    return (p.dx * (y - p.y) - p.dy * (x - p.x)) / Math.sqrt(p.dx * p.dx + p.dy * p.dy)
  }

  private nearestWithin(x: number, y: number, fromS: number, toS: number): number {
    const { tableX, tableY, stepM } = this
    const n = tableX.length
    const first = Math.floor(fromS / stepM)
    const count = Math.min(Math.ceil((toS - fromS) / stepM), n)
    let index = ((first % n) + n) % n
    let best = first
    let bestDistance = Infinity
    for (let k = 0; k <= count; k++) {
      const dx = tableX[index]! - x
      const dy = tableY[index]! - y
      const distance = dx * dx + dy * dy
      if (distance < bestDistance) {
        bestDistance = distance
        best = first + k
      }
      if (++index === n) index = 0
    }
    return best * stepM
  }

  /** Table place nearest to a fix anywhere on the curve, or NaN: none within the gate, or two that fit as well. */
  private search(x: number, y: number, z: number, gateM: number): number {
    const cx = Math.floor(x / CELL_M)
    const cy = Math.floor(y / CELL_M)
    const limit = (gateM + this.stepM) ** 2
    const candidates: { index: number; distance: number }[] = []
    for (let ix = cx - 1; ix <= cx + 1; ix++) {
      for (let iy = cy - 1; iy <= cy + 1; iy++) {
        for (const index of this.buckets.get(bucketKey(ix, iy)) ?? []) {
          const distance = (this.tableX[index]! - x) ** 2 + (this.tableY[index]! - y) ** 2
          if (distance < limit) candidates.push({ index, distance })
        }
      }
    }
    if (candidates.length === 0) return NaN
    const atHeight = candidates.filter((c) => Math.abs(this.tableZ[c.index]! - z) < HEIGHT_APART_M)
    const usable = atHeight.length > 0 ? atHeight : candidates
    const best = usable.reduce((a, b) => (b.distance < a.distance ? b : a))
    const isAmbiguous = usable.some(
      (c) =>
        this.apartM(c.index, best.index) > BRANCH_M && c.distance < best.distance * AMBIGUITY_RATIO ** 2 + 1,
    )
    return isAmbiguous ? NaN : best.index * this.stepM
  }

  private apartM(a: number, b: number): number {
    const n = this.tableX.length
    const d = Math.abs(a - b)
    return Math.min(d, n - d) * this.stepM
  }

  /** The lap count is lost together with the car: it is taken to have gone forward by less than one lap. */
  private unwrapAfter(u: number, previous: number): number {
    const length = this.curve.lengthM
    const wrapped = wrapS(u, length)
    if (Number.isNaN(previous)) return wrapped
    const floor = previous - SLACK_BEHIND_M
    return wrapped + Math.ceil((floor - wrapped) / length) * length
  }
}

const projectors = new WeakMap<ClosedCurve, Projector>()

/** The curve's projector, built once per curve: its table takes as long as projecting a lap. */
export function projectorOf(curve: ClosedCurve): Projector {
  const known = projectors.get(curve)
  if (known !== undefined) return known
  const projector = new Projector(curve)
  projectors.set(curve, projector)
  return projector
}

function bucketKey(cx: number, cy: number): number {
  return cx * 1_000_003 + cy
}
