// A recorded qualifying hour for the tests of the line and the G-forces: decoded telemetry, and the lap windows
// that another timing library computes from the same bytes.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import type { CarTelemetry, SessionSamples } from '@main/core/session/samples'
import type { LapWindow } from '@main/core/track/track-line'

const SESSION = '2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying'

export interface RecordedLap extends LapWindow {
  readonly driver: string
  readonly lap: number
  readonly startMs: number
  readonly isFastest: boolean
}

export interface RecordedSession {
  readonly samples: SessionSamples
  readonly laps: readonly RecordedLap[]
  /** Parsed `expected/2025-mexico-q-physics.json`. */
  readonly physics: ExpectedPhysics
}

export interface ExpectedCorner {
  readonly apexAtM: number
  readonly curvaturePerM: number
  readonly medianSpeedKmh: number
  readonly medianAbsLateralG: number
  readonly lineProbablyTighterThanDriven: boolean
}

export interface ExpectedDriver {
  readonly number: string
  readonly lapTimeS: number
  readonly timeBetweenCrossingsS: number
  readonly topSpeedKmh: number
  readonly maxLongitudinalG: number
  readonly minLongitudinalG: number
  readonly maxLateralLeftG: number
  readonly maxLateralRightG: number
  readonly maxLateralLeftOutsideFlaggedG: number
  readonly maxLateralRightOutsideFlaggedG: number
  readonly maxCombinedG: number
  readonly meanCombinedG: number
  readonly meanAbsLateralG: number
  readonly lonSigmaMedianG: number
  readonly lonSigmaP95G: number
  readonly corners: Readonly<
    Record<string, { readonly speedKmh: number; readonly lateralG: number; readonly longitudinalG: number }>
  >
}

export interface ExpectedPhysics {
  readonly corners: Readonly<Record<string, ExpectedCorner>>
  readonly drivers: Readonly<Record<string, ExpectedDriver>>
  readonly gripEnvelope: { readonly aG: number; readonly bGPer100KmhSquared: number }
  readonly line: {
    readonly samplesOfKappa: { readonly s: readonly number[]; readonly kappa: readonly number[] }
  }
}

interface ExpectedLap {
  readonly Time: number | null
  readonly Driver: string
  readonly DriverNumber: string
  readonly LapTime: number | null
  readonly LapNumber: number
  readonly LapStartTime: number | null
}

/** @param folder from `recordingsFolder()`. */
export function readRecordedSession(folder: string): RecordedSession {
  const base = resolve(folder, 'archive/static', SESSION)
  const zeroAt = Date.parse('2025-10-25T20:46:23.900Z')
  const expected = JSON.parse(readFileSync(resolve(folder, 'expected/2025-mexico-q.json'), 'utf8')) as {
    laps: ExpectedLap[]
    fastestLaps: { driver: string; lapNumber: number }[]
  }
  const physics = JSON.parse(
    readFileSync(resolve(folder, 'expected/2025-mexico-q-physics.json'), 'utf8'),
  ) as ExpectedPhysics
  const fastest = new Map(expected.fastestLaps.map((l) => [l.driver, l.lapNumber]))
  const laps = expected.laps.flatMap((l) =>
    l.Time === null || l.LapTime === null || l.LapStartTime === null
      ? []
      : [
          {
            driver: l.Driver,
            number: l.DriverNumber,
            lap: l.LapNumber,
            startMs: Math.round(l.LapStartTime * 1000),
            endMs: Math.round(l.Time * 1000),
            lapTimeMs: Math.round(l.LapTime * 1000),
            isFastest: fastest.get(l.Driver) === l.LapNumber,
          },
        ],
  )
  return { samples: decode(base, zeroAt), laps, physics }
}

type Row = readonly number[]

function decode(base: string, zeroAt: number): SessionSamples {
  const fixes = new Map<string, Row[]>()
  const cars = new Map<string, Row[]>()
  const stamps: number[] = []
  for (const message of messages<PositionMessage>(resolve(base, 'Position.z.jsonStream'))) {
    for (const entry of message.Position) {
      const t = Date.parse(entry.Timestamp) - zeroAt
      stamps.push(t)
      for (const [number, e] of Object.entries(entry.Entries)) {
        if (e.Z !== 0) rowsOf(fixes, number).push([t, e.X / 10, e.Y / 10, e.Z / 10])
      }
    }
  }
  for (const message of messages<CarMessage>(resolve(base, 'CarData.z.jsonStream'))) {
    for (const entry of message.Entries) {
      const t = Date.parse(entry.Utc) - zeroAt
      for (const [number, { Channels: c }] of Object.entries(entry.Cars)) {
        const throttle = c['4']! > 100 ? NaN : c['4']!
        const brake = c['5'] === 104 ? 255 : c['5']! > 50 ? 1 : 0
        const drs = c['45']! >= 10 && c['45']! % 2 === 0 ? 1 : 0
        rowsOf(cars, number).push([t, c['2']!, c['0']!, throttle, brake, c['3']!, drs])
      }
    }
  }
  const positionStampsMs = Float64Array.from(new Set(stamps)).sort()
  const stampIndex = new Map(Array.from(positionStampsMs, (t, i) => [t, i]))
  const decoded = new Map<string, CarTelemetry>()
  for (const [number, carRows] of cars) {
    const c = increasing(carRows)
    const p = increasing(fixes.get(number) ?? [])
    decoded.set(number, {
      car: {
        timeMs: column(c, 0),
        speedKmh: Float32Array.from(column(c, 1)),
        rpm: Float32Array.from(column(c, 2)),
        throttlePct: Float32Array.from(column(c, 3)),
        brake: Uint8Array.from(column(c, 4)),
        gear: Uint8Array.from(column(c, 5)),
        drs: Uint8Array.from(column(c, 6)),
      },
      position: {
        timeMs: column(p, 0),
        xM: column(p, 1),
        yM: column(p, 2),
        zM: column(p, 3),
        stamp: Int32Array.from(p, (r) => stampIndex.get(r[0]!)!),
      },
    })
  }
  return { zeroAt, cars: decoded, positionStampsMs, warnings: [] }
}

interface PositionMessage {
  Position: { Timestamp: string; Entries: Record<string, { X: number; Y: number; Z: number }> }[]
}
interface CarMessage {
  Entries: { Utc: string; Cars: Record<string, { Channels: Record<string, number> }> }[]
}

function* messages<T>(path: string): Generator<T> {
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const from = line.indexOf('"')
    if (from < 0) continue
    const payload = inflateRawSync(Buffer.from(line.slice(from + 1, line.lastIndexOf('"')), 'base64'))
    yield JSON.parse(payload.toString('utf8')) as T
  }
}

function rowsOf(map: Map<string, Row[]>, key: string): Row[] {
  const rows = map.get(key) ?? []
  map.set(key, rows)
  return rows
}

function increasing(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => a[0]! - b[0]!).filter((r, i, all) => i === 0 || r[0]! > all[i - 1]![0]!)
}

function column(rows: readonly Row[], k: number): Float64Array {
  return Float64Array.from(rows, (r) => r[k]!)
}
