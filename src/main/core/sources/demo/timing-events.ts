// What the timing system would report, message by message: the programme's passages of loops and lines, with the
// delay of the real system. Who stands where after each message is `timing-order.ts`.

import type { Circuit } from './circuit'
import type { DemoDriver } from './field'
import { cellAtTime, speedAtTime, timeAtDistance } from './lap-simulator'
import type { DemoLap, Programme, Run } from './programme'
import { bell, createRandom, type Random } from './random'

export type TimingChange =
  /** A qualifying turns to its next segment. */
  | { readonly kind: 'segment'; readonly segment: number; readonly takingPart: readonly DemoDriver[] }
  /** Out to the grid, before a race. */
  | { readonly kind: 'to-grid'; readonly run: Run }
  /** A counter of laps goes up at the line and at the pit exit, except in races: null there. */
  | { readonly kind: 'pit-exit'; readonly run: Run; readonly lapCounter: number | null }
  | MiniSectorEnd
  | { readonly kind: 'speed-trap'; readonly run: Run; readonly speedKmh: number }
  | SectorEnd
  | LineCrossed
  /** The third sector of a lap whose message came without it. */
  | { readonly kind: 'late-sector'; readonly run: Run; readonly lap: DemoLap; readonly speedKmh: number }
  | { readonly kind: 'pit-entry'; readonly run: Run }
  | { readonly kind: 'deletion'; readonly run: Run; readonly lap: DemoLap }
  /** The car stands where it should not, or its driver has got out. */
  | { readonly kind: 'retirement'; readonly run: Run; readonly isOnTrack: boolean }

export interface MiniSectorEnd {
  readonly kind: 'mini-sector'
  readonly run: Run
  readonly sector: 0 | 1 | 2
  /** 0..n - 1 within the sector. */
  readonly index: number
  readonly status: number
}

export interface SectorEnd {
  readonly kind: 'sector'
  readonly run: Run
  readonly lap: DemoLap
  readonly sector: 0 | 1
  readonly speedKmh: number
}

export interface LineCrossed {
  readonly kind: 'line'
  readonly run: Run
  readonly lap: DemoLap
  /** Null in the pit lane of a qualifying or practice, where the counter goes up at the exit. */
  readonly lapCounter: number | null
  /** Null where the third sector follows in a message of its own. */
  readonly speedKmh: number | null
}

/** @typeParam Change of one kind, or of all. */
export type Timed<Change> = Change & {
  /** Session time of the message, integer ms. */
  readonly atMs: number
}

// A message comes 0.07 to 0.37 s after the passage. What decoders make of several such messages then lies 0.15 s
// after it, with 0.02 s of scatter, as measured on the 99 quick laps of 2025 Mexico City qualifying: a decoder that
// is set right for the archive puts the finish line where it belongs here, too.
const DELAY_MS = 220
const DELAY_SPREAD_MS = 150
/** The third sector sometimes follows the lap time in a message of its own. */
const LATE_SECTOR_SHARE = 0.3
const LATE_SECTOR_MS = 140
/** The timing screens turn to the next segment this long before its green light. */
export const SEGMENT_TURN_MS = 30_000
/** Race control announces a deletion, then the timing drops the lap. */
export const DELETION_ANNOUNCED_MS = 14_000
const DELETION_DONE_MS = 17_000
/** Cars go to the grid a minute after the recorder's start, one after the other. */
const TO_GRID_MS = 60_000
const TO_GRID_STEP_MS = 2_700
/** A stopped car is noticed after this long. */
const RETIREMENT_MS = 8_000

/** Loops divide each sector evenly; Mexico City has eight, eight and six. */
export const MINI_SECTORS = [8, 8, 6] as const
/** Slower than before, personal best, best of all, in the pit lane. */
const YELLOW = 2048
const GREEN = 2049
const PURPLE = 2051
const PIT_LANE = 2064
/** Shares of green and purple on laps driven in earnest; out- and in-laps are yellow throughout. */
const GREEN_SHARE = 0.55
const PURPLE_SHARE = 0.08

/** All reports in order of time. */
export function planTimingChanges(
  seed: string,
  circuit: Circuit,
  programme: Programme,
): readonly Timed<TimingChange>[] {
  const random = createRandom(`${seed}/timing`)
  const loops = createRandom(`${seed}/mini-sectors`)
  const changes: Timed<TimingChange>[] = []
  programme.segments.forEach(({ startMs, drivers }, segment) => {
    if (segment > 0)
      changes.push({ kind: 'segment', segment, takingPart: drivers, atMs: startMs - SEGMENT_TURN_MS })
  })
  const isRace = programme.kind === 'race'
  for (const [i, run] of programme.runs.entries()) {
    if (isRace && run.stint === 0)
      changes.push({ kind: 'to-grid', run, atMs: TO_GRID_MS + TO_GRID_STEP_MS * i })
    reportRun(circuit, run, isRace, random, changes)
    reportMiniSectors(circuit, run, loops, changes)
  }
  return changes.toSorted((a, b) => a.atMs - b.atMs)
}

function reportRun(
  circuit: Circuit,
  run: Run,
  isRace: boolean,
  random: Random,
  changes: Timed<TimingChange>[],
): void {
  const report = (passedMs: number, change: TimingChange): void => {
    changes.push({ ...change, atMs: Math.round(passedMs + DELAY_MS + DELAY_SPREAD_MS * bell(random)) })
  }
  const { lengthM } = circuit
  const firstLap = run.laps[0]
  if (run.pitExitMs !== null)
    report(run.pitExitMs, {
      kind: 'pit-exit',
      run,
      lapCounter: isRace || firstLap === undefined ? null : firstLap.lap,
    })
  run.laps.forEach((lap, i) => {
    const trapM = i * lengthM + circuit.plan.speedTrapM
    report(passedMs(run, trapM), { kind: 'speed-trap', run, speedKmh: speedKmhAt(run, trapM) })
    for (const sector of [0, 1] as const) {
      const speedKmh = speedKmhAt(run, i * lengthM + circuit.plan.sectorEndsM[sector])
      report(lap.sectorEndsMs[sector], { kind: 'sector', run, lap, sector, speedKmh })
    }
    const speedKmh = speedKmhAt(run, (i + 1) * lengthM)
    const lapCounter = isRace ? lap.lap : lap.kind === 'in' ? null : lap.lap + 1
    const isLate = lap.kind === 'out' && !isRace && random() < LATE_SECTOR_SHARE
    report(lap.endMs, { kind: 'line', run, lap, lapCounter, speedKmh: isLate ? null : speedKmh })
    const lineMs = changes.at(-1)!.atMs
    if (isLate) changes.push({ kind: 'late-sector', run, lap, speedKmh, atMs: lineMs + LATE_SECTOR_MS })
    if (lap.deleted) changes.push({ kind: 'deletion', run, lap, atMs: lap.endMs + DELETION_DONE_MS })
  })
  if (run.pitEntryMs !== null) report(run.pitEntryMs, { kind: 'pit-entry', run })
  if (run.plan.isLast)
    report(run.endMs + RETIREMENT_MS, { kind: 'retirement', run, isOnTrack: run.plan.to !== 'garage' })
}

function reportMiniSectors(circuit: Circuit, run: Run, random: Random, changes: Timed<TimingChange>[]): void {
  const { lengthM, plan } = circuit
  const endsM = [0, ...plan.sectorEndsM, lengthM] as const
  for (const i of run.laps.keys())
    for (const sector of [0, 1, 2] as const) {
      const loops = MINI_SECTORS[sector]
      for (let index = 0; index < loops; index++) {
        const from = endsM[sector]
        const s = i * lengthM + from + ((index + 1) / loops) * (endsM[sector + 1]! - from)
        if (s <= run.span.fromM) continue
        const status = statusOf(run, i, s, random)
        const atMs = Math.round(passedMs(run, s) + DELAY_MS + DELAY_SPREAD_MS * bell(random))
        changes.push({ kind: 'mini-sector', run, sector, index, status, atMs })
      }
    }
}

function statusOf(run: Run, lap: number, s: number, random: Random): number {
  if (s < run.span.laneEndsM || s > run.span.laneBeginsM) return PIT_LANE
  if (run.plan.laps[lap]?.pace !== 'push') return YELLOW
  const luck = random()
  return luck < PURPLE_SHARE ? PURPLE : luck < PURPLE_SHARE + GREEN_SHARE ? GREEN : YELLOW
}

function passedMs(run: Run, distanceM: number): number {
  return run.startMs + 1000 * timeAtDistance(run.drive, distanceM)
}

function speedKmhAt(run: Run, distanceM: number): number {
  const timeS = timeAtDistance(run.drive, distanceM)
  return Math.round(3.6 * speedAtTime(run.drive, cellAtTime(run.drive, timeS), timeS))
}
