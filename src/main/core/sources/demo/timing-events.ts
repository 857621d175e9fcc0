// What the timing system would report, message by message: the programme's passages of loops and lines, with the
// delay of the real system, and the order of the drivers after each. Shared by all topics that show the order.

import type { Circuit } from './circuit'
import type { DemoDriver } from './field'
import { speedAtTime, cellAtTime, timeAtDistance } from './lap-simulator'
import type { DemoLap, Programme, Run } from './programme'
import { bell, createRandom } from './random'

/** A counter of laps goes up at the line and at the pit exit, as in real practice and qualifying sessions. */
type TimingChange =
  | { readonly kind: 'segment'; readonly segment: number; readonly takingPart: readonly DemoDriver[] }
  | { readonly kind: 'pit-exit'; readonly run: Run; readonly lapCounter: number }
  | { readonly kind: 'speed-trap'; readonly run: Run; readonly speedKmh: number }
  | SectorEnd
  | LineCrossed
  /** The third sector of a lap whose message came without it. */
  | { readonly kind: 'late-sector'; readonly run: Run; readonly lap: DemoLap; readonly speedKmh: number }
  | { readonly kind: 'pit-entry'; readonly run: Run }
  | LapDeleted

interface SectorEnd {
  readonly kind: 'sector'
  readonly run: Run
  readonly lap: DemoLap
  readonly sector: 0 | 1
  readonly speedKmh: number
}

interface LineCrossed {
  readonly kind: 'line'
  readonly run: Run
  readonly lap: DemoLap
  /** Null in the pit lane, where the counter goes up at the exit. */
  readonly lapCounter: number | null
  /** Null where the third sector follows in a message of its own. */
  readonly speedKmh: number | null
  readonly isBest: boolean
}

interface LapDeleted {
  readonly kind: 'deletion'
  readonly run: Run
  readonly lap: DemoLap
  /** What counts instead. */
  readonly standing: DemoLap | null
}

export type TimingEvent = TimingChange & {
  /** Session time of the message, integer ms. */
  readonly atMs: number
  /** Fastest first, everybody. */
  readonly order: readonly DemoDriver[]
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

export function planTimingEvents(
  seed: string,
  circuit: Circuit,
  programme: Programme,
): readonly TimingEvent[] {
  const random = createRandom(`${seed}/timing`)
  const changes: (TimingChange & { readonly atMs: number })[] = []
  const report = (passedMs: number, change: TimingChange): void => {
    changes.push({ ...change, atMs: Math.round(passedMs + DELAY_MS + DELAY_SPREAD_MS * bell(random)) })
  }
  programme.segments.forEach(({ startMs, drivers }, segment) => {
    if (segment > 0)
      changes.push({ kind: 'segment', segment, takingPart: drivers, atMs: startMs - SEGMENT_TURN_MS })
  })
  for (const run of programme.runs) {
    report(run.pitExitMs, { kind: 'pit-exit', run, lapCounter: run.laps[0]!.lap })
    run.laps.forEach((lap, i) => {
      const trapM = i * circuit.lengthM + circuit.plan.speedTrapM
      report(run.startMs + 1000 * timeAtDistance(run.drive, trapM), {
        kind: 'speed-trap',
        run,
        speedKmh: speedKmhAt(run, trapM),
      })
      for (const sector of [0, 1] as const) {
        const speedKmh = speedKmhAt(run, i * circuit.lengthM + circuit.plan.sectorEndsM[sector])
        report(lap.sectorEndsMs[sector], { kind: 'sector', run, lap, sector, speedKmh })
      }
      if (lap.kind === 'in') report(run.pitEntryMs, { kind: 'pit-entry', run })
      const speedKmh = speedKmhAt(run, (i + 1) * circuit.lengthM)
      const lapCounter = lap.kind === 'in' ? null : lap.lap + 1
      const isLate = lap.kind === 'out' && random() < LATE_SECTOR_SHARE
      report(lap.endMs, {
        kind: 'line',
        run,
        lap,
        lapCounter,
        speedKmh: isLate ? null : speedKmh,
        isBest: false,
      })
      if (isLate)
        changes.push({ kind: 'late-sector', run, lap, speedKmh, atMs: changes.at(-1)!.atMs + LATE_SECTOR_MS })
      if (lap.deleted)
        changes.push({ kind: 'deletion', run, lap, standing: null, atMs: lap.endMs + DELETION_DONE_MS })
    })
  }
  changes.sort((a, b) => a.atMs - b.atMs)
  return rank(programme, changes)
}

/** Walks the changes in order, keeping each driver's best lap of the segment and the order that follows from it. */
function rank(
  programme: Programme,
  changes: readonly (TimingChange & { readonly atMs: number })[],
): readonly TimingEvent[] {
  let order = programme.segments[0]!.drivers
  let taking = order.length
  let counted = new Map<DemoDriver, DemoLap[]>()
  const best = (driver: DemoDriver): DemoLap | null =>
    (counted.get(driver) ?? []).toSorted((a, b) => a.lapTimeMs! - b.lapTimeMs!)[0] ?? null
  const sort = (): void => {
    const time = (driver: DemoDriver): number => best(driver)?.lapTimeMs ?? Number.MAX_SAFE_INTEGER
    order = [...order.slice(0, taking).toSorted((a, b) => time(a) - time(b)), ...order.slice(taking)]
  }
  return changes.map((change): TimingEvent => {
    if (change.kind === 'segment') {
      taking = change.takingPart.length
      counted = new Map()
    } else if (change.kind === 'line' && change.lap.kind === 'flying') {
      const { driver } = change.run
      const before = best(driver)?.lapTimeMs ?? Number.MAX_SAFE_INTEGER
      counted.set(driver, [...(counted.get(driver) ?? []), change.lap])
      sort()
      return { ...change, isBest: change.lap.lapTimeMs! < before, order }
    } else if (change.kind === 'deletion') {
      const { driver } = change.run
      counted.set(
        driver,
        (counted.get(driver) ?? []).filter((lap) => lap !== change.lap),
      )
      sort()
      return { ...change, standing: best(driver), order }
    }
    return { ...change, order }
  })
}

function speedKmhAt(run: Run, distanceM: number): number {
  const timeS = timeAtDistance(run.drive, distanceM)
  return Math.round(3.6 * speedAtTime(run.drive, cellAtTime(run.drive, timeS), timeS))
}
