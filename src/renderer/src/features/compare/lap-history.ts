// All laps of a session as points of one chart: lap number across, lap time up. Pure.

import type { DriverLaps, Lap, SessionLaps } from '@contract/laps'

export interface LapPoint {
  readonly driver: DriverLaps
  readonly lap: Lap
  readonly lapTimeMs: number
  /** Slower than the chart reaches: drawn at its upper edge. */
  readonly isBeyond: boolean
  readonly isInLap: boolean
  readonly isOutLap: boolean
}

export interface LapHistory {
  /** By driver, fastest first, then by lap number. */
  readonly points: readonly LapPoint[]
  readonly lastLap: number
  /** Lap times at the chart's lower and upper edge. */
  readonly lowMs: number
  readonly highMs: number
}

/**
 * How much slower than the fastest a lap may be and still have its height in the chart: race laps on old tyres lie
 * within 7 %, those behind a safety car, in- and out-laps do not and would press all others flat.
 */
const REACH_RATIO = 0.09
/** Free height under the fastest lap and over the slowest, as a share of the fastest. */
const MARGIN_RATIO = 0.003

/** @returns null where no lap has a time. Laps without one have no height and are left out. */
export function lapHistory({ drivers }: Pick<SessionLaps, 'drivers'>): LapHistory | null {
  const times = drivers.flatMap(({ laps }) => laps.flatMap(({ lapTimeMs }) => lapTimeMs ?? []))
  if (times.length === 0) return null
  const fastest = times.reduce((least, time) => Math.min(least, time))
  const within = times.filter((time) => time <= fastest * (1 + REACH_RATIO))
  const slowest = within.reduce((most, time) => Math.max(most, time))
  const highMs = Math.round(slowest + MARGIN_RATIO * fastest)
  const points = drivers.flatMap((driver) =>
    driver.laps.flatMap((lap): readonly LapPoint[] => {
      if (lap.lapTimeMs === null) return []
      return [
        {
          driver,
          lap,
          lapTimeMs: lap.lapTimeMs,
          isBeyond: lap.lapTimeMs > highMs,
          isInLap: lap.pitInMs !== null,
          isOutLap: lap.pitOutMs !== null,
        },
      ]
    }),
  )
  const lastLap = points.reduce((last, { lap }) => Math.max(last, lap.lap), 1)
  return {
    points,
    lastLap,
    lowMs: Math.round(fastest * (1 - MARGIN_RATIO)),
    highMs,
  }
}

export type LapMove = 'earlier' | 'later' | 'up' | 'down'

/**
 * Where the keyboard goes from a point: along the laps of a driver, or to the neighbour in the list of drivers at the
 * lap nearest in number.
 * @returns the point itself at the ends; the first where there is none yet.
 */
export function movedPoint({ points }: LapHistory, from: LapPoint | null, move: LapMove): LapPoint {
  const [first] = points
  if (from === null) return first!
  if (move === 'earlier' || move === 'later') {
    const own = points.filter(({ driver }) => driver === from.driver)
    return own[own.indexOf(from) + (move === 'later' ? 1 : -1)] ?? from
  }
  const drivers = [...new Set(points.map(({ driver }) => driver))]
  const driver = drivers[drivers.indexOf(from.driver) + (move === 'down' ? 1 : -1)]
  if (driver === undefined) return from
  return points
    .filter((point) => point.driver === driver)
    .reduce((best, point) =>
      Math.abs(point.lap.lap - from.lap.lap) < Math.abs(best.lap.lap - from.lap.lap) ? point : best,
    )
}

export interface BestLap {
  readonly segment: 'Q1' | 'Q2' | 'Q3'
  readonly lap: Lap
  readonly lapTimeMs: number
}

const SEGMENTS = ['Q1', 'Q2', 'Q3'] as const

/** A driver's best counted lap of each part of a qualifying; none of other sessions. */
export function bestOfSegments({ laps }: DriverLaps): readonly BestLap[] {
  return SEGMENTS.flatMap((segment) => {
    const best = laps.reduce<BestLap | null>((fastest, lap) => {
      if (lap.segment !== segment || lap.deleted || lap.lapTimeMs === null) return fastest
      if (fastest !== null && fastest.lapTimeMs <= lap.lapTimeMs) return fastest
      return { segment, lap, lapTimeMs: lap.lapTimeMs }
    }, null)
    return best === null ? [] : [best]
  })
}
