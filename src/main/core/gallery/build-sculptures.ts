// From a session's raw telemetry to finished sculptures: decode, one track line for all cars, one fit per lap,
// pack. Tier 2 is what somebody waits for; tier 3 repairs the clocks first and takes ten times as long. Pure and long:
// it runs in a worker thread.

import type { LapChoice } from '@contract/ids'
import type { DriverLaps, Lap, SessionLaps } from '@contract/laps'
import type { Sculpture } from '@contract/sculpture'
import type { TaskStage } from '@contract/tasks'
import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import { packSculpture } from '../sculpture/codec'
import { shapeLap, type ShapedLap } from '../sculpture/shape-lap'
import { decodeSamples } from '../session/decode-samples'
import type { SessionSamples } from '../session/samples'
import { samplesWithin } from '../session/samples-within'
import { joinedSpans, type TimeSpan } from '../session/time-spans'
import type { TopicBytes } from '../session/topics'
import { decodeCircuitLine, encodeCircuitLine, type CircuitLine } from '../track/line-codec'
import { refineSession } from '../track/refine-session'
import { carRefinement, type SessionRefinement } from '../track/refinement'
import { findSessionLine, type SessionLine } from '../track/session-line'
import type { LapWindow, TrackLine } from '../track/track-line'

/** Samples kept before and after a lap: fits reach some seconds beyond its ends. */
const AROUND_MS = 10_000

/**
 * Laps slower than this many times the best are not read for the line. It takes those up to 1.25 times the best one
 * that closes; a little more, as the very best may not.
 */
const SLOWEST_RATIO = 1.35

/**
 * Clocks are repaired over so much of a session: a qualifying hour has some 25 minutes with quick laps, a whole race
 * would take 4 s for the same result.
 */
const ENOUGH_FOR_CLOCKS_MS = 40 * 60_000

export interface WantedLap {
  /** Three-letter code. */
  readonly driver: string
  readonly lap: number
  /** How it was asked for; decides under which key it is kept. */
  readonly choice: LapChoice
}

/** One lap's outcome: others of the session may well succeed where this one fails. */
export type BuiltLap =
  | { readonly ok: true; readonly wanted: WantedLap; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly wanted: WantedLap; readonly error: AppError }

export interface BuildOrder {
  /** CarData.z and Position.z as served, and DriverList where there is one. */
  readonly topics: TopicBytes
  /** The same session's laps: they tell which samples belong to fast laps, and name the drivers. */
  readonly laps: SessionLaps
  readonly wanted: readonly WantedLap[]
  /** As another session of the circuit left it, see line-codec.ts; null where none has. */
  readonly circuitLine: Uint8Array | null
  readonly tier: 2 | 3
}

export interface BuiltSession {
  /** One outcome per wanted lap, in their order; packed bytes as `codec.ts` writes them. */
  readonly laps: readonly BuiltLap[]
  /** This session's line, where it is better than the one that was given. */
  readonly circuitLine: Uint8Array<ArrayBuffer> | null
}

export type ReportStage = (stage: TaskStage, done: number, total: number) => void

/** @throws AppError `session/no-telemetry`, `session/no-line` when no lap at all can be made. */
export function buildSculptures(order: BuildOrder, report: ReportStage): BuiltSession {
  const { topics, laps, wanted, tier } = order
  report('decoding', 0, 1)
  const windows = lapWindows(laps)
  const samples = decodeSamples(topics, spansOf(laps, windows, wanted))
  report('track-line', 0, 1)
  const known = readKnownLine(order.circuitLine)
  const found = findSessionLine(samples, windows, known)
  const refinement = tier === 3 ? refine(found.line, samples, laps, windows, wanted) : null
  const shaping: Shaping = { found, samples, laps, refinement }
  const built = wanted.map((each, index): BuiltLap => {
    report('g-forces', index, wanted.length)
    try {
      return { ok: true, wanted: each, bytes: packSculpture(shape(shaping, each)) }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { driver, lap } = each
      const detail = error.detail === null ? {} : { detail: error.detail }
      return {
        ok: false,
        wanted: each,
        error: new AppError(error.code, say('of-lap', { driver, lap }), { cause: error, ...detail }),
      }
    }
  })
  const { season, round, session } = laps
  const isBetter = found.origin === 'session' && found.line.laps > (known?.line.laps ?? 0)
  return {
    laps: built,
    circuitLine: isBetter ? encodeCircuitLine({ line: found.line, season, round, session }) : null,
  }
}

/** A damaged line is as good as none: the session's own replaces it. */
function readKnownLine(packed: Uint8Array | null): CircuitLine | null {
  try {
    return packed === null ? null : decodeCircuitLine(packed)
  } catch (error) {
    if (error instanceof AppError && error.code === 'cache/corrupt') return null
    throw error
  }
}

/** What all laps of the session share. */
interface Shaping {
  readonly found: SessionLine
  readonly samples: SessionSamples
  readonly laps: SessionLaps
  /** null: clocks are taken as given. */
  readonly refinement: SessionRefinement | null
}

/** Every timed lap of everybody that did not touch the pit lane: the line is the whole field's, not one driver's. */
function lapWindows(laps: SessionLaps): readonly LapWindow[] {
  return laps.drivers.flatMap(({ number, laps: driven }) =>
    driven.flatMap(({ endMs, lapTimeMs, sectorsMs, pitInMs, pitOutMs }) =>
      endMs === null || lapTimeMs === null || pitInMs !== null || pitOutMs !== null
        ? []
        : [{ number, endMs, lapTimeMs, sectorsMs }],
    ),
  )
}

/**
 * When there is anything to read: during laps that may serve the line, and during the wanted ones. In a qualifying
 * that is two fifths of the hour, in a race nearly all of it.
 */
function spansOf(
  laps: SessionLaps,
  windows: readonly LapWindow[],
  wanted: readonly WantedLap[],
): readonly TimeSpan[] {
  const best = windows.reduce((least, { lapTimeMs }) => Math.min(least, lapTimeMs), Number.POSITIVE_INFINITY)
  const quick = windows.filter(({ lapTimeMs }) => lapTimeMs < SLOWEST_RATIO * best)
  const asked = wanted.flatMap(({ driver, lap }) => {
    const found = laps.drivers.find(({ code }) => code === driver)?.laps.find((each) => each.lap === lap)
    return found === undefined ? [] : (spanOf(found) ?? [])
  })
  const lapSpans = quick.map(({ endMs, lapTimeMs }) => ({ startMs: endMs - lapTimeMs, endMs }))
  return joinedSpans([...lapSpans, ...asked], AROUND_MS)
}

/**
 * From the wanted laps and, while there is time, the quickest others: what the clocks did elsewhere changes nothing of
 * these. In a qualifying that is everything that is read at all.
 */
function refine(
  line: TrackLine,
  samples: SessionSamples,
  laps: SessionLaps,
  windows: readonly LapWindow[],
  wanted: readonly WantedLap[],
): SessionRefinement {
  const quickest = [...windows].sort((a, b) => a.lapTimeMs - b.lapTimeMs)
  let spans = spansOf(laps, [], wanted)
  for (let i = 0; i < quickest.length && lengthOf(spans) < ENOUGH_FOR_CLOCKS_MS; i++) {
    const { endMs, lapTimeMs } = quickest[i]!
    spans = joinedSpans([...spans, ...joinedSpans([{ startMs: endMs - lapTimeMs, endMs }], AROUND_MS)], 0)
  }
  return refineSession(line, samplesWithin(samples, spans), windows)
}

function lengthOf(spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}

/** @throws AppError `driver/unknown`, `lap/unknown`, `session/no-telemetry`, `sculpture/too-few-samples`. */
function shape(shaping: Shaping, wanted: WantedLap): Sculpture {
  const { found, samples, laps, refinement } = shaping
  const driver = laps.drivers.find((each) => each.code === wanted.driver)
  if (driver === undefined) throw new AppError('driver/unknown', wanted.driver)
  const lap = driver.laps.find((each) => each.lap === wanted.lap)
  const subject = say('of-lap', wanted)
  if (lap === undefined) throw new AppError('lap/unknown', subject)
  const telemetry = samples.cars.get(driver.number)
  if (telemetry === undefined) throw new AppError('session/no-telemetry', subject)
  const span = spanOf(lap)
  if (span === null)
    throw new AppError('sculpture/too-few-samples', subject, { detail: say('lap-bounds-unknown') })
  const ofCar = refinement === null ? null : carRefinement(refinement, driver.number)
  const shaped = shapeLap(
    found.line,
    telemetry,
    { ...span, lapTimeMs: lap.lapTimeMs },
    ofCar === null ? {} : { refinement: ofCar },
  )
  return { header: headerOf(shaping, driver, lap, shaped), channels: shaped.channels }
}

/** A lap whose start the feed does not give (the first, or after a hole) began one lap time before its end. */
function spanOf({
  startMs,
  endMs,
  lapTimeMs,
}: Lap): { readonly startMs: number; readonly endMs: number } | null {
  if (endMs === null) return null
  const start = lapTimeMs === null ? startMs : endMs - lapTimeMs
  return start === null ? null : { startMs: start, endMs }
}

function headerOf(
  { found, samples, laps, refinement }: Shaping,
  driver: DriverLaps,
  lap: Lap,
  shaped: ShapedLap,
): Sculpture['header'] {
  const { source, season, round, session } = laps
  const { channels: _, warnings, ...facts } = shaped
  return {
    source,
    season,
    round,
    session,
    driver: driver.code,
    driverNumber: driver.number,
    driverName: driver.name,
    team: driver.team,
    teamColour: driver.teamColour,
    lap: lap.lap,
    lapTimeMs: lap.lapTimeMs,
    compound: lap.compound,
    tyreLife: lap.tyreLife,
    sectorsMs: lap.sectorsMs,
    deleted: lap.deleted,
    accurate: lap.accurate,
    ...facts,
    lineOrigin: found.origin,
    isFinalTier: refinement !== null,
    warnings: [...samples.warnings, ...found.warnings, ...warnings],
  }
}
