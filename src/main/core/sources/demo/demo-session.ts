// One simulated session: what happened (exactly) and what the archive has of it (sampled, delayed, rounded).
// Both come from the same seed, so a test can hold one against the other.

import type { SessionCode } from '@contract/ids'
import type { TopicName } from '../../session/topics'
import type { Circuit } from './circuit'
import { DEMO_FIELD } from './field'
import type { DemoGrandPrix } from './grand-prix'
import { drivePlan, type Programme } from './programme'
import { raceControlLines } from './race-control'
import { planSampling, type Sampling } from './sampling'
import { lapCountLines, sessionInfoLines, sessionStatusLines, trackStatusLines } from './session-topics'
import { carDataLines, positionLines } from './telemetry-topics'
import { planTimingChanges } from './timing-events'
import { planTimingEvents } from './timing-order'
import { driverListLines, timingDataLines } from './timing-topics'
import { timingAppDataLines } from './tyre-topic'
import { hasPositions, sessionSeed, type DemoWorld } from './weekend'

export interface DemoSession {
  readonly circuit: Circuit
  /** The truth: every run with its drive, every lap with its times. */
  readonly programme: Programme
  /** Epoch ms of session time zero. */
  readonly zeroAt: number
  readonly sampling: Sampling
  /** Lines of one topic, in order of time, without the byte order mark; null for a topic the session does not have. */
  lines(topic: TopicName): Generator<string> | null
}

/** Telemetry runs from a few seconds after the recorder's start to a few after the session's end. */
const FIRST_SAMPLE_MS = 5_000
const LAST_SAMPLE_MS = 5_000

/** When and under which path a session is found. They date the session and change nothing else. */
export interface SessionDate {
  /** Epoch ms from the calendar. */
  readonly startAt: number
  readonly endAt: number
  readonly path: string
}

/** The season, the round and the session's code are the seed: it is the same whenever it is asked for. */
export function simulateSession(
  world: DemoWorld,
  grandPrix: DemoGrandPrix,
  code: SessionCode,
  date: SessionDate,
): DemoSession {
  const seed = sessionSeed(grandPrix, code)
  const { circuit, pace } = world.venue(grandPrix.circuit)
  const programme = drivePlan(circuit, pace, DEMO_FIELD, world.plan(grandPrix, code))
  const { kind, segments, totalLaps } = programme
  const zeroAt = date.startAt - segments[0]!.startMs
  const sampling = planSampling(seed, FIRST_SAMPLE_MS, programme.finalisedMs + LAST_SAMPLE_MS)
  const events = planTimingEvents(programme, planTimingChanges(seed, circuit, programme))
  const frame = { ...date, grandPrix, code, zeroAt, programme }
  const field = segments[0]!.drivers
  const telemetry = { seed, zeroAt, circuit, field: DEMO_FIELD, programme, sampling }

  const lines = (topic: TopicName): Generator<string> | null => {
    switch (topic) {
      case 'SessionInfo':
        return sessionInfoLines(frame)
      case 'SessionStatus':
        return sessionStatusLines(frame)
      case 'DriverList':
        return driverListLines(field, events)
      case 'TimingData':
        return timingDataLines(programme, events)
      case 'TimingAppData':
        return timingAppDataLines(kind, field, events)
      case 'TrackStatus':
        return trackStatusLines(programme)
      case 'RaceControlMessages':
        return raceControlLines(frame)
      case 'LapCount':
        return totalLaps === null ? null : lapCountLines(totalLaps, events)
      case 'CarData.z':
        return carDataLines(telemetry)
      case 'Position.z':
        return hasPositions(grandPrix, code) ? positionLines(telemetry) : null
    }
  }
  return { circuit, programme, zeroAt, sampling, lines }
}
