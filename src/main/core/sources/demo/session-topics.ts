// The small topics about the session as a whole: SessionInfo, SessionStatus, TrackStatus and LapCount.

import type { SessionCode } from '@contract/ids'
import { DEMO_CIRCUITS, grandPrixName, type DemoGrandPrix } from './grand-prix'
import type { Programme } from './programme'
import { SEGMENT_TURN_MS } from './timing-events'
import type { TimingEvent } from './timing-order'
import { SESSION_WORDS } from './words'
import { wireLine, wireOffset, wireSecond } from './wire'

/** The frame all topics share. */
export interface SessionFrame {
  readonly grandPrix: DemoGrandPrix
  readonly code: SessionCode
  /** Epoch ms, UTC, as the calendar has it. */
  readonly startAt: number
  readonly endAt: number
  /** Epoch ms of session time zero. */
  readonly zeroAt: number
  readonly path: string
  readonly programme: Programme
}

/** Keys of the real archive are four-digit; these are out of its range. A circuit keeps its own from visit to visit. */
const FIRST_MEETING_KEY = 900_000
const FIRST_CIRCUIT_KEY = 90_000
/** Practices restart by way of Inactive. */
const INACTIVE_BEFORE_MS = 40_000
/** From yellow to green, while the track is swept. */
const SWEPT_MS = [31_922, 88_904] as const
const LAP_COUNT_MS = 5_453

export function meetingInfo(grandPrix: DemoGrandPrix): object {
  const key = FIRST_MEETING_KEY + grandPrix.round
  return {
    Key: key,
    Name: grandPrixName(grandPrix),
    OfficialName: grandPrixName(grandPrix).toUpperCase(),
    Location: grandPrix.circuit.name,
    Number: grandPrix.round,
    Country: { Key: key, Code: grandPrix.placeCode, Name: grandPrix.place },
    Circuit: {
      Key: FIRST_CIRCUIT_KEY + DEMO_CIRCUITS.indexOf(grandPrix.circuit),
      ShortName: grandPrix.place,
    },
  }
}

/** Key, type, name and dates of a session, as SessionInfo and the year's index have them. */
export function sessionEntry(
  grandPrix: DemoGrandPrix,
  code: SessionCode,
  { startAt, endAt, path }: { readonly startAt: number; readonly endAt: number; readonly path: string },
): object {
  const { type, name, number } = SESSION_WORDS[code]
  return {
    Key: 10 * (FIRST_MEETING_KEY + grandPrix.round) + Object.keys(SESSION_WORDS).indexOf(code),
    Type: type,
    ...(number === null ? {} : { Number: number }),
    Name: name,
    StartDate: wireSecond(startAt + grandPrix.gmtOffsetMs),
    EndDate: wireSecond(endAt + grandPrix.gmtOffsetMs),
    GmtOffset: wireOffset(grandPrix.gmtOffsetMs),
    Path: path,
  }
}

export function* sessionInfoLines(frame: SessionFrame): Generator<string> {
  const { grandPrix, code, programme } = frame
  const info = (status: string): object => ({
    Meeting: meetingInfo(grandPrix),
    SessionStatus: status,
    // What every archived file says, complete or not.
    ArchiveStatus: { Status: 'Generating' },
    ...sessionEntry(grandPrix, code, frame),
  })
  yield wireLine(0, info('Inactive'))
  yield wireLine(programme.segments[0]!.startMs, info('Started'))
  yield wireLine(programme.finalisedMs, info('Finalised'))
}

export function* sessionStatusLines({ programme }: SessionFrame): Generator<string> {
  const line = (atMs: number, status: string, started: string): string =>
    wireLine(atMs, { Status: status, Started: started })
  yield line(12_704, 'Inactive', 'Inactive')
  for (const [i, segment] of programme.segments.entries()) {
    if (i > 0) yield line(segment.startMs - SEGMENT_TURN_MS, 'Inactive', 'Finished')
    yield line(segment.startMs, 'Started', 'Started')
    for (const { fromMs, toMs } of programme.redFlags) {
      yield line(fromMs, 'Aborted', 'Started')
      yield line(toMs - INACTIVE_BEFORE_MS, 'Inactive', 'Started')
      yield line(toMs, 'Started', 'Started')
    }
    yield line(segment.endMs, 'Finished', 'Finished')
  }
  yield line(programme.finalisedMs, 'Finalised', 'Finished')
  yield line(programme.finalisedMs, 'Ends', 'Finished')
}

/** Yellow while the track is swept before the session, and as flags are shown in it; green otherwise. */
export function* trackStatusLines({ redFlags, yellowFlags }: Programme): Generator<string> {
  const [fromMs, toMs] = SWEPT_MS
  const spans = [
    { fromMs, toMs, status: '2', message: 'Yellow' },
    ...redFlags.map((span) => ({ ...span, status: '5', message: 'Red' })),
    ...yellowFlags.map((span) => ({ ...span, status: '2', message: 'Yellow' })),
  ]
  yield wireLine(0, { Status: '1', Message: 'AllClear' })
  let clearMs = 0
  for (const span of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    if (clearMs > 0 && clearMs < span.fromMs) yield clear(clearMs)
    if (span.fromMs >= clearMs) yield wireLine(span.fromMs, { Status: span.status, Message: span.message })
    clearMs = Math.max(clearMs, span.toMs)
  }
  yield clear(clearMs)
}

function clear(atMs: number): string {
  return wireLine(atMs, { Status: '1', Message: 'AllClear' })
}

/** Races only: the lap the leader is on. */
export function* lapCountLines(totalLaps: number, events: readonly TimingEvent[]): Generator<string> {
  yield wireLine(LAP_COUNT_MS, { CurrentLap: 1, TotalLaps: totalLaps })
  for (const { change, race } of events) {
    if (change.kind !== 'line' || race?.position !== 1 || change.lap.lap >= totalLaps) continue
    yield wireLine(change.atMs, { CurrentLap: change.lap.lap + 1 })
  }
}
