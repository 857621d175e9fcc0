// One simulated session: what happened (exactly) and what the archive has of it (sampled, delayed, rounded).
// Both come from the same seed, so a test can hold one against the other.

import type { SessionCode } from '@contract/ids'
import type { TopicName } from '../../session/topics'
import type { Circuit } from './circuit'
import { DEMO_FIELD, type DemoDriver } from './field'
import type { DemoGrandPrix } from './grand-prix'
import { drivePlan, type Programme } from './programme'
import { raceControlLines } from './race-control'
import type { SessionPlan } from './session-plan'
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
/** Green light, the car's way out, and the end: after any lap out, flying lap and lap in of the season. */
const POLE_GREEN_MS = 45_000
const POLE_RUN_MS = 60_000
const POLE_END_MS = POLE_RUN_MS + 8 * 60_000

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
  return simulatePlan(world, grandPrix, code, date, world.plan(grandPrix, code), DEMO_FIELD)
}

/**
 * A qualifying cut down to its best lap: the one run of the one driver, with the lap time it has in the whole
 * session. A sculpture of it costs a tenth of the session's: for a wall of many circuits, before anybody asks for
 * more. The lap's number is another one.
 */
export function simulatePoleLap(world: DemoWorld, grandPrix: DemoGrandPrix, date: SessionDate): DemoSession {
  const plan = world.plan(grandPrix, 'Q')
  const best = bestRun(plan)
  const run = { ...best, segment: 0, stint: 0, start: { atMs: POLE_RUN_MS } }
  const drivers = [best.driver]
  const segments = [{ startMs: POLE_GREEN_MS, endMs: POLE_END_MS, drivers }]
  const alone: SessionPlan = { ...plan, segments, runs: [run], finalisedMs: POLE_END_MS, result: drivers }
  return simulatePlan(world, grandPrix, 'Q', date, alone, drivers)
}

function bestRun({ runs }: SessionPlan): SessionPlan['runs'][number] {
  const bestMs = (laps: SessionPlan['runs'][number]['laps']): number =>
    Math.min(...laps.flatMap(({ targetMs, deleted }) => (targetMs === null || deleted ? [] : targetMs)))
  return runs.toSorted((a, b) => bestMs(a.laps) - bestMs(b.laps))[0]!
}

function simulatePlan(
  world: DemoWorld,
  grandPrix: DemoGrandPrix,
  code: SessionCode,
  date: SessionDate,
  plan: SessionPlan,
  cars: readonly DemoDriver[],
): DemoSession {
  const seed = sessionSeed(grandPrix, code)
  const { circuit, pace } = world.venue(grandPrix.circuit)
  const programme = drivePlan(circuit, pace, DEMO_FIELD, plan)
  const { kind, segments, totalLaps } = programme
  const zeroAt = date.startAt - segments[0]!.startMs
  const sampling = planSampling(seed, FIRST_SAMPLE_MS, programme.finalisedMs + LAST_SAMPLE_MS)
  const events = planTimingEvents(programme, planTimingChanges(seed, circuit, programme))
  const frame = { ...date, grandPrix, code, zeroAt, programme }
  const field = segments[0]!.drivers
  const telemetry = { seed, zeroAt, circuit, field: cars, programme, sampling }

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
