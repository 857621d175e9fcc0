// A recorded qualifying hour for the tests of the line and the G-forces: decoded telemetry, and the lap windows
// that another timing library computes from the same bytes.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeSamples } from '@main/core/session/decode-samples'
import type { SessionSamples } from '@main/core/session/samples'
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
  const topics = new Map(
    (['CarData.z', 'Position.z'] as const).map((topic) => [
      topic,
      new Uint8Array(readFileSync(resolve(base, `${topic}.jsonStream`))),
    ]),
  )
  return { samples: decodeSamples(topics), laps, physics }
}
