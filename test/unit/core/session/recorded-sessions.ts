// Recorded sessions as decoder input, and what FastF1 computes from the same bytes, brought to the contract's form.

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { SessionCode } from '@contract/ids'
import type { Lap } from '@contract/laps'
import type { SessionContext } from '@main/core/session/decode-laps'
import { TELEMETRY_TOPICS, TIMING_TOPICS, type TopicBytes, type TopicName } from '@main/core/session/topics'

export interface ExpectedLap extends Lap {
  readonly number: string
}

export interface ExpectedSession {
  /** Folder of the session below `archive/static/`. */
  readonly path: string
  readonly laps: readonly ExpectedLap[]
  /** By racing number; null = the driver has no counted lap. */
  readonly fastest: ReadonlyMap<string, { readonly lap: number; readonly lapTimeMs: number } | null>
  /** Best time of each qualifying segment by racing number; empty where the file has none. */
  readonly segmentTimesMs: ReadonlyMap<string, readonly (number | null)[]>
}

/** All topics of a recorded session that this application reads. */
export function recordedTopics(folder: string, path: string): TopicBytes {
  const topics = new Map<TopicName, Uint8Array>()
  for (const topic of [...TIMING_TOPICS, ...TELEMETRY_TOPICS]) {
    const file = resolve(folder, 'archive/static', path, `${topic}.jsonStream`)
    if (existsSync(file)) topics.set(topic, readFileSync(file))
  }
  return topics
}

export function contextOf(session: SessionCode, season: number): SessionContext {
  return { season, round: 1, session, source: 'archive' }
}

/** Reads `expected/{name}.json`, of which there are two forms. */
export function readExpected(folder: string, name: string): ExpectedSession {
  const file = JSON.parse(readFileSync(resolve(folder, 'expected', `${name}.json`), 'utf8')) as ExpectedFile
  const laps = file.laps.map((row) =>
    expectedLap(isNamed(row) ? renamedRow(row) : namedRow(file.columns, row)),
  )
  const fastest = file.fastestLaps.map((entry) => {
    const lap = entry['lap'] ?? entry['lapNumber'] ?? null
    const lapTimeMs = milliseconds(entry['seconds']) ?? entry['lapTimeMs'] ?? null
    const isKnown = lap !== null && lapTimeMs !== null
    return [
      String(entry['number']),
      isKnown ? { lap: Number(lap), lapTimeMs: Number(lapTimeMs) } : null,
    ] as const
  })
  const segmentTimesMs = file.fastestLaps.map((entry) => {
    const times = (entry['q'] ?? []) as readonly unknown[]
    return [String(entry['number']), times.map(milliseconds)] as const
  })
  return { path: file.path, laps, fastest: new Map(fastest), segmentTimesMs: new Map(segmentTimesMs) }
}

type Values = Readonly<Record<string, unknown>>

interface ExpectedFile {
  readonly path: string
  readonly columns: readonly string[]
  readonly laps: readonly (readonly unknown[] | Values)[]
  readonly fastestLaps: readonly Values[]
}

function isNamed(row: readonly unknown[] | Values): row is Values {
  return !Array.isArray(row)
}

function namedRow(columns: readonly string[], row: readonly unknown[]): Values {
  return Object.fromEntries(columns.map((column, index) => [column, row[index]]))
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  num: 'DriverNumber',
  lap: 'LapNumber',
  time: 'LapTime',
  start: 'LapStartTime',
  end: 'Time',
  s1: 'Sector1Time',
  s2: 'Sector2Time',
  s3: 'Sector3Time',
  pb: 'IsPersonalBest',
  acc: 'IsAccurate',
  deleted: 'Deleted',
  pin: 'PitInTime',
  pout: 'PitOutTime',
  stint: 'Stint',
  comp: 'Compound',
  life: 'TyreLife',
  fresh: 'FreshTyre',
  ts: 'TrackStatus',
  gen: 'FastF1Generated',
  pos: 'Position',
}

function renamedRow(row: Values): Values {
  const longNames = Object.entries(SHORT_NAMES)
  return Object.fromEntries(longNames.map(([short, long]) => [short, row[long]]))
}

function expectedLap(row: Values): ExpectedLap {
  return {
    number: String(row['num']),
    lap: Number(row['lap']),
    lapTimeMs: milliseconds(row['time']),
    startMs: milliseconds(row['start']),
    endMs: milliseconds(row['end']),
    sectorsMs: [milliseconds(row['s1']), milliseconds(row['s2']), milliseconds(row['s3'])],
    compound: (row['comp'] ?? null) as Lap['compound'],
    tyreLife: (row['life'] ?? null) as number | null,
    fresh: (row['fresh'] ?? null) as boolean | null,
    stint: (row['stint'] ?? null) as number | null,
    pitInMs: milliseconds(row['pin']),
    pitOutMs: milliseconds(row['pout']),
    trackStatus: (row['ts'] ?? '') as string,
    position: (row['pos'] ?? null) as number | null,
    segment: null,
    // Null where the recording has no messages of race control: nothing can be deleted then.
    deleted: row['deleted'] === true,
    accurate: row['acc'] === true,
    personalBest: row['pb'] === true,
    generated: row['gen'] === true,
  }
}

function milliseconds(seconds: unknown): number | null {
  return typeof seconds === 'number' ? Math.round(seconds * 1000) : null
}
