// One simulated session: what happened (exactly) and what the archive has of it (sampled, delayed, rounded).
// Both come from the same seed, so a test can hold one against the other.

import type { TopicName } from '../../session/topics'
import { buildCircuit, type Circuit } from './circuit'
import type { DemoGrandPrix } from './grand-prix'
import { qualifyingPath } from './grand-prix'
import { planQualifying, type Programme } from './programme'
import { planSampling, type Sampling } from './sampling'
import {
  raceControlLines,
  sessionInfoLines,
  sessionStatusLines,
  timingAppDataLines,
  trackStatusLines,
} from './session-topics'
import { carDataLines, positionLines } from './telemetry-topics'
import { planTimingEvents } from './timing-events'
import { driverListLines, timingDataLines } from './timing-topics'

export interface DemoSession {
  readonly circuit: Circuit
  /** The truth: every run with its drive, every lap with its times. */
  readonly programme: Programme
  /** Epoch ms of session time zero. */
  readonly zeroAt: number
  readonly sampling: Sampling
  /** Lines of one topic, without the byte order mark; null for a topic a qualifying session does not have. */
  lines(topic: TopicName): Generator<string> | null
}

/** Telemetry runs from a few seconds after the recorder's start to a few after the session's end. */
const FIRST_SAMPLE_MS = 5_000
const LAST_SAMPLE_MS = 5_000

/**
 * @param season together with the round it is the seed: a season's sessions are the same whenever they are asked for.
 * @param startAt, endAt epoch ms from the calendar; they date the session and change nothing else.
 */
export function simulateQualifying(
  grandPrix: DemoGrandPrix,
  season: number,
  startAt: number,
  endAt: number,
): DemoSession {
  const seed = `${season}/${grandPrix.round}/Q`
  const { field } = grandPrix
  const circuit = buildCircuit(grandPrix.circuit)
  const programme = planQualifying(seed, circuit, field)
  const zeroAt = startAt - programme.segments[0]!.startMs
  const sampling = planSampling(seed, FIRST_SAMPLE_MS, programme.finalisedMs + LAST_SAMPLE_MS)
  const events = planTimingEvents(seed, circuit, programme)
  const path = qualifyingPath(season, grandPrix)
  const frame = { grandPrix, startAt, endAt, zeroAt, path, programme }
  const telemetry = { seed, zeroAt, circuit, field, programme, sampling }
  const entries = programme.segments.map((segment) => segment.drivers.length)

  const lines = (topic: TopicName): Generator<string> | null => {
    switch (topic) {
      case 'SessionInfo':
        return sessionInfoLines(frame)
      case 'SessionStatus':
        return sessionStatusLines(frame)
      case 'DriverList':
        return driverListLines(field, events)
      case 'TimingData':
        return timingDataLines(field, entries, events)
      case 'TimingAppData':
        return timingAppDataLines(field, events)
      case 'TrackStatus':
        return trackStatusLines()
      case 'RaceControlMessages':
        return raceControlLines(frame)
      case 'CarData.z':
        return carDataLines(telemetry)
      case 'Position.z':
        return positionLines(telemetry)
      case 'LapCount':
        return null // races and sprints only
    }
  }
  return { circuit, programme, zeroAt, sampling, lines }
}
