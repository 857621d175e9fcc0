// When the recorder takes samples, and what it gets wrong about it. Every number is measured on recorded
// sessions (2025 Mexico City qualifying, 17 000 samples a stream) unless it says otherwise. All times: session ms.

import { bell, between, createRandom, type Random } from './random'

/** A message of samples: indices from (inclusive) to (exclusive), sent when the newest of them was taken. */
export interface SampleMessage {
  readonly fromIndex: number
  readonly toIndex: number
}

export interface Sampling {
  /** Car channels: increasing, on a 40 ms grid. Each car's values are older than the stamp; see the telemetry topics. */
  readonly carStampsMs: Float64Array
  readonly carMessages: readonly SampleMessage[]
  /** Positions: increasing, on a 20 ms grid out of phase with the car channels; the same for all cars. */
  readonly positionStampsMs: Float64Array
  /** When each position was really taken: within 20 ms of its stamp, or up to 160 ms after it for every fourth. */
  readonly positionTakenMs: Float64Array
  readonly positionMessages: readonly SampleMessage[]
}

/** Gap between samples, ms, and its share in percent. Median 240, mean 265. */
const GAPS: readonly (readonly [gapMs: number, share: number])[] = [
  [160, 17.7],
  [200, 19.3],
  [240, 17.1],
  [280, 15.3],
  [320, 11.4],
  [360, 7.9],
  [400, 5.9],
  [440, 3.4],
  [480, 1.4],
  [520, 0.6],
]
/** Both streams pause together now and then, every 33 s on average: a lap has two or three of them. */
const HOLE_EVERY_MS = [14_000, 50_000] as const
/** Without the part of a usual gap that lies before: samples are then 0.7 to 1.4 s apart, 0.96 s in the median. */
const HOLE_MS = [620, 1080] as const
/** Lines come once a second, with the next sample that is due then, and hold one to six samples. */
const MESSAGE_EVERY_MS = [640, 1090] as const
const MESSAGE_SAMPLES = 6

const CAR_GRID_MS = 40
const POSITION_GRID_MS = 20
/** Offsets of the grids from session time zero: the streams' clocks are not in step. */
const CAR_PHASE_MS = 7
const POSITION_PHASE_MS = 15

const EARLY_SHARE = 0.25
/** Largest error of an early stamp in steps of the grid: 140 ms, to which the small error adds up to 20. */
const EARLY_STEPS = 7
const STAMP_JITTER_MS = 20

/** @param fromMs, toMs the first sample comes after `fromMs`, the last before `toMs`. */
export function planSampling(seed: string, fromMs: number, toMs: number): Sampling {
  const holes = planHoles(createRandom(`${seed}/holes`), fromMs, toMs)
  const carRandom = createRandom(`${seed}/car-stamps`)
  const carStampsMs = Float64Array.from(planTicks(carRandom, holes, fromMs, toMs, CAR_GRID_MS, CAR_PHASE_MS))

  const random = createRandom(`${seed}/position-stamps`)
  const ticks = planTicks(random, holes, fromMs, toMs, POSITION_GRID_MS, POSITION_PHASE_MS)
  const positionStampsMs = new Float64Array(ticks.length)
  const positionTakenMs = new Float64Array(ticks.length)
  let last = Number.NEGATIVE_INFINITY
  ticks.forEach((tick, i) => {
    const early = random() < EARLY_SHARE ? POSITION_GRID_MS * Math.ceil(random() * EARLY_STEPS) : 0
    // An early stamp never overtakes the one before: stamps of the recordings increase.
    last = Math.max(last + POSITION_GRID_MS, tick - early)
    positionStampsMs[i] = last
    positionTakenMs[i] = tick + STAMP_JITTER_MS * bell(random)
  })
  return {
    carStampsMs,
    carMessages: planMessages(carRandom, carStampsMs),
    positionStampsMs,
    positionTakenMs,
    positionMessages: planMessages(random, positionStampsMs),
  }
}

function planHoles(random: Random, fromMs: number, toMs: number): readonly (readonly [number, number])[] {
  const holes: [number, number][] = []
  for (let at = fromMs; at < toMs;) {
    const start = at + between(random, ...HOLE_EVERY_MS)
    at = start + between(random, ...HOLE_MS)
    holes.push([start, at])
  }
  return holes
}

function planTicks(
  random: Random,
  holes: readonly (readonly [number, number])[],
  fromMs: number,
  toMs: number,
  gridMs: number,
  phaseMs: number,
): readonly number[] {
  const onGrid = (timeMs: number): number => Math.ceil((timeMs - phaseMs) / gridMs) * gridMs + phaseMs
  const ticks: number[] = []
  let hole = 0
  for (let tick = onGrid(fromMs); tick < toMs;) {
    ticks.push(tick)
    tick += pickGap(random, gridMs)
    while (hole < holes.length && holes[hole]![1] <= tick) hole++
    if (hole < holes.length && tick > holes[hole]![0]) tick = onGrid(holes[hole]![1])
  }
  return ticks
}

/** On a grid finer than the table's the gap moves by two steps down to one up: positions come a little more often. */
function pickGap(random: Random, gridMs: number): number {
  let rest = random() * 100
  const [gapMs] = GAPS.find(([, share]) => (rest -= share) < 0) ?? GAPS.at(-1)!
  return gridMs === CAR_GRID_MS ? gapMs : gapMs + gridMs * (Math.floor(random() * 4) - 2)
}

function planMessages(random: Random, stampsMs: Float64Array): readonly SampleMessage[] {
  const messages: SampleMessage[] = []
  let fromIndex = 0
  let dueMs = (stampsMs[0] ?? 0) + between(random, ...MESSAGE_EVERY_MS)
  stampsMs.forEach((stampMs, i) => {
    const isLast = i === stampsMs.length - 1
    if (stampMs < dueMs && i + 1 - fromIndex < MESSAGE_SAMPLES && !isLast) return
    messages.push({ fromIndex, toIndex: i + 1 })
    fromIndex = i + 1
    dueMs = stampMs + between(random, ...MESSAGE_EVERY_MS)
  })
  return messages
}
