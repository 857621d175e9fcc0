// Estimated G-forces of laps held against what is truly known of them, in the numbers of the literature: RMSE,
// correlation, straights, apexes, entries and exits, extremes, and how often the stated sigmas are kept.

/** A lap as it truly was: one value every `stepM` or so along it, in order of the drive, equal lengths. */
export interface TrueLap {
  readonly xM: Float64Array
  readonly yM: Float64Array
  /** 1/m, > 0 left; 0 on straights, constant within the arc of a corner. */
  readonly curvature: Float64Array
  /** Seconds since the lap began. */
  readonly timeS: Float64Array
  readonly speedMs: Float64Array
  readonly lateralG: Float64Array
  /** Mean over 0.4 s. */
  readonly longitudinalG: Float64Array
}

/** What a method makes of the same lap, at places of its own choice, in order of the drive. */
export interface LapEstimate {
  readonly xM: Float64Array
  readonly yM: Float64Array
  readonly lateralG: Float64Array
  readonly longitudinalG: Float64Array
  /** Of methods that state them. */
  readonly timeS?: Float64Array
  readonly lateralSigmaG?: Float64Array
  readonly longitudinalSigmaG?: Float64Array
}

/** G unless said otherwise. */
export interface ErrorTable {
  readonly lateralRmse: number
  readonly lateralCorrelation: number
  /** |lateral| at least 30 m from any bend: 95 of 100 are below. */
  readonly straightsP95: number
  /** Relative error at the middles of the arcs: mean, and root mean square. */
  readonly apexMean: number
  readonly apexRms: number
  /** Error of lateral G on the ways into the arcs and out of them, root mean square. */
  readonly entryRms: number
  readonly exitRms: number
  readonly longitudinalRmse: number
  /** Lap's strongest braking, estimate minus truth (both 0.4 s means), mean over the laps. */
  readonly brakingBias: number
  readonly maxLateralBias: number
  /** Share of samples whose error is below twice the stated sigma; NaN without sigmas. */
  readonly lateralCoverage: number
  readonly longitudinalCoverage: number
  /** How far the lap's samples lie from where the car truly was at that time, metres rms; NaN without times. */
  readonly placeRmsM: number
}

const STRAIGHT_M = 30
/** Estimates are looked for this far round the place before; the first one on the whole lap. */
const SEARCH_M = 150

export interface EstimatedLap {
  readonly truth: TrueLap
  readonly estimate: LapEstimate
}

/** @param sign `unsigned` for methods that do not tell left from right: they are held against the truth's size. */
export function errorTable(
  laps: readonly EstimatedLap[],
  sign: 'signed' | 'unsigned' = 'signed',
): ErrorTable {
  const lateral: (readonly [number, number])[] = []
  const longitudinal: (readonly [number, number])[] = []
  const straights: number[] = []
  const apexes: number[] = []
  const entries: number[] = []
  const exits: number[] = []
  const brakingBias: number[] = []
  const maxLateralBias: number[] = []
  const lateralInside: number[] = []
  const longitudinalInside: number[] = []
  const places: number[] = []
  for (const { truth, estimate } of laps) {
    const corners = cornersOf(truth)
    const nodes = matchNodes(truth, estimate)
    const last = truth.xM.length - 1
    const lateralAt = (node: number): number =>
      sign === 'signed' ? truth.lateralG[node]! : Math.abs(truth.lateralG[node]!)
    nodes.forEach((node, i) => {
      // Beyond the ends of what is known.
      if (node === 0 || node === last) return
      const la = estimate.lateralG[i]!
      const lo = estimate.longitudinalG[i]!
      lateral.push([la, lateralAt(node)])
      longitudinal.push([lo, truth.longitudinalG[node]!])
      if (corners.isStraight[node] === 1) straights.push(Math.abs(la))
      if (corners.entry[node] === 1) entries.push(la - lateralAt(node))
      if (corners.exit[node] === 1) exits.push(la - lateralAt(node))
      const { lateralSigmaG, longitudinalSigmaG, timeS } = estimate
      if (lateralSigmaG !== undefined)
        lateralInside.push(Math.abs(la - lateralAt(node)) < 2 * lateralSigmaG[i]! ? 1 : 0)
      if (longitudinalSigmaG !== undefined)
        longitudinalInside.push(
          Math.abs(lo - truth.longitudinalG[node]!) < 2 * longitudinalSigmaG[i]! ? 1 : 0,
        )
      if (timeS !== undefined) places.push((timeS[i]! - truth.timeS[node]!) * truth.speedMs[node]!)
    })
    for (const apex of corners.apexes) {
      let nearest = 0
      nodes.forEach((node, i) => {
        if (Math.abs(node - apex) < Math.abs(nodes[nearest]! - apex)) nearest = i
      })
      apexes.push(estimate.lateralG[nearest]! / lateralAt(nodes[nearest]!) - 1)
    }
    brakingBias.push(Math.min(...estimate.longitudinalG) - Math.min(...truth.longitudinalG))
    maxLateralBias.push(
      Math.max(...estimate.lateralG.map(Math.abs)) - Math.max(...truth.lateralG.map(Math.abs)),
    )
  }
  straights.sort((a, b) => a - b)
  return {
    lateralRmse: rmse(lateral),
    lateralCorrelation: correlation(lateral),
    straightsP95: straights[Math.floor(0.95 * straights.length)] ?? Number.NaN,
    apexMean: mean(apexes),
    apexRms: rms(apexes),
    entryRms: rms(entries),
    exitRms: rms(exits),
    longitudinalRmse: rmse(longitudinal),
    brakingBias: mean(brakingBias),
    maxLateralBias: mean(maxLateralBias),
    lateralCoverage: mean(lateralInside),
    longitudinalCoverage: mean(longitudinalInside),
    placeRmsM: rms(places),
  }
}

/** Index of the truth's place nearest to each of the estimate's. */
function matchNodes(truth: TrueLap, estimate: LapEstimate): readonly number[] {
  const n = truth.xM.length
  const stepM = Math.hypot(truth.xM[1]! - truth.xM[0]!, truth.yM[1]! - truth.yM[0]!)
  const reach = Math.ceil(SEARCH_M / stepM)
  let at = -1
  return Array.from(estimate.xM, (x, i) => {
    const y = estimate.yM[i]!
    const from = at < 0 ? 0 : Math.max(0, at - reach)
    const to = at < 0 ? n : Math.min(n, at + reach + 1)
    // A lap begins and ends at the same place: the first one is its beginning.
    const end = at < 0 ? Math.floor(n / 2) : to
    let best = from
    let bestDistance = Infinity
    for (let k = from; k < end; k++) {
      const distance = (truth.xM[k]! - x) ** 2 + (truth.yM[k]! - y) ** 2
      if (distance < bestDistance) {
        bestDistance = distance
        best = k
      }
    }
    at = best
    return best
  })
}

interface TrueCorners {
  /** Nodes in the middle of the arcs. */
  readonly apexes: readonly number[]
  readonly isStraight: Uint8Array
  readonly entry: Uint8Array
  readonly exit: Uint8Array
}

/** Corners of a circuit of straights, clothoids and arcs: runs of one sign, with the arc where they are tightest. */
function cornersOf({ curvature, xM, yM }: TrueLap): TrueCorners {
  const n = curvature.length
  const stepM = Math.hypot(xM[1]! - xM[0]!, yM[1]! - yM[0]!)
  const reach = Math.ceil(STRAIGHT_M / stepM)
  const corners = {
    apexes: [] as number[],
    isStraight: new Uint8Array(n).fill(1),
    entry: new Uint8Array(n),
    exit: new Uint8Array(n),
  }
  // Where clothoids end, rounding leaves curvatures of 10^-17.
  const signAt = (i: number): number => (Math.abs(curvature[i]!) < 1e-6 ? 0 : Math.sign(curvature[i]!))
  for (let i = 0; i < n;) {
    const sign = signAt(i)
    let end = i + 1
    while (end < n && signAt(end) === sign) end++
    // One that is cut off by the ends of what is known has no middle.
    if (sign !== 0 && i > 0 && end < n) {
      let tightest = 0
      for (let k = i; k < end; k++) tightest = Math.max(tightest, Math.abs(curvature[k]!))
      let first = i
      while (Math.abs(curvature[first]!) < 0.98 * tightest) first++
      let last = end - 1
      while (Math.abs(curvature[last]!) < 0.98 * tightest) last--
      corners.apexes.push((first + last) >> 1)
      corners.entry.fill(1, i, first)
      corners.exit.fill(1, last + 1, end)
      corners.isStraight.fill(0, Math.max(0, i - reach), Math.min(n, end + reach))
    }
    i = end
  }
  return corners
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}

function rms(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value * value)))
}

function rmse(pairs: readonly (readonly [number, number])[]): number {
  return rms(pairs.map(([a, b]) => a - b))
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const ma = mean(pairs.map((p) => p[0]))
  const mb = mean(pairs.map((p) => p[1]))
  let [ab, aa, bb] = [0, 0, 0]
  for (const [a, b] of pairs) {
    ab += (a - ma) * (b - mb)
    aa += (a - ma) ** 2
    bb += (b - mb) ** 2
  }
  return ab / Math.sqrt(aa * bb)
}
