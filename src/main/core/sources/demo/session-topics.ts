// The small topics: SessionInfo, SessionStatus, TrackStatus, RaceControlMessages and TimingAppData (tyres).

import type { DemoGrandPrix } from './grand-prix'
import { grandPrixName } from './grand-prix'
import type { DemoDriver } from './field'
import type { Programme, Run } from './programme'
import { DELETION_ANNOUNCED_MS, SEGMENT_TURN_MS, type TimingEvent } from './timing-events'
import { wireDuration, wireLine, wireOffset, wireSecond } from './wire'

/** The frame all topics share. */
export interface SessionFrame {
  readonly grandPrix: DemoGrandPrix
  /** Epoch ms, UTC, as the calendar has it. */
  readonly startAt: number
  readonly endAt: number
  /** Epoch ms of session time zero. */
  readonly zeroAt: number
  readonly path: string
  readonly programme: Programme
}

/** Keys of the real archive are four-digit; these are out of its range. */
const FIRST_MEETING_KEY = 900_000

export function* sessionInfoLines(frame: SessionFrame): Generator<string> {
  const { grandPrix, startAt, endAt, programme } = frame
  const key = FIRST_MEETING_KEY + grandPrix.round
  const info = (status: string): object => ({
    Meeting: {
      Key: key,
      Name: grandPrixName(grandPrix),
      OfficialName: grandPrixName(grandPrix).toUpperCase(),
      Location: grandPrix.circuit.name,
      Number: grandPrix.round,
      Country: { Key: key, Code: grandPrix.placeCode, Name: grandPrix.place },
      Circuit: { Key: key, ShortName: grandPrix.place },
    },
    SessionStatus: status,
    // What every archived file says, complete or not.
    ArchiveStatus: { Status: 'Generating' },
    Key: 10 * key,
    Type: 'Qualifying',
    Name: 'Qualifying',
    StartDate: wireSecond(startAt + grandPrix.gmtOffsetMs),
    EndDate: wireSecond(endAt + grandPrix.gmtOffsetMs),
    GmtOffset: wireOffset(grandPrix.gmtOffsetMs),
    Path: frame.path,
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
    yield line(segment.endMs, 'Finished', 'Finished')
  }
  yield line(programme.finalisedMs, 'Finalised', 'Finished')
  yield line(programme.finalisedMs, 'Ends', 'Finished')
}

/** Yellow while the track is swept before the session, green from then on. */
export function* trackStatusLines(): Generator<string> {
  yield wireLine(0, { Status: '1', Message: 'AllClear' })
  yield wireLine(31_922, { Status: '2', Message: 'Yellow' })
  yield wireLine(88_904, { Status: '1', Message: 'AllClear' })
}

/** Between what happened and the line about it. */
const RACE_CONTROL_DELAY_MS = 240

export function* raceControlLines(frame: SessionFrame): Generator<string> {
  const { programme, zeroAt } = frame
  const flag = { Category: 'Flag', Scope: 'Track' }
  const messages = programme.segments.flatMap(({ startMs, endMs }) => [
    { atMs: startMs, body: { ...flag, Flag: 'GREEN', Message: 'GREEN LIGHT - PIT EXIT OPEN' } },
    { atMs: endMs, body: { ...flag, Flag: 'CHEQUERED', Message: 'CHEQUERED FLAG' } },
  ])
  const deletions = programme.runs.flatMap((run) =>
    run.laps
      .filter((lap) => lap.deleted)
      .map((lap) => ({
        atMs: lap.endMs + DELETION_ANNOUNCED_MS,
        body: { Category: 'Other', Message: deletionText(frame, run, lap) },
      })),
  )
  const inOrder = [...messages, ...deletions].toSorted((a, b) => a.atMs - b.atMs)
  for (const [i, { atMs, body }] of inOrder.entries()) {
    const message = { Utc: wireSecond(zeroAt + atMs), ...body }
    yield wireLine(atMs + RACE_CONTROL_DELAY_MS, { Messages: i === 0 ? [message] : { [i]: message } })
  }
}

/** In race control's own form; its lap counts the way out of the pits, hence one more than the lap's number. */
function deletionText(frame: SessionFrame, run: Run, lap: Run['laps'][number]): string {
  const local = wireSecond(frame.zeroAt + lap.endMs + frame.grandPrix.gmtOffsetMs).slice(11)
  const { number, code } = run.driver
  const time = wireDuration(lap.lapTimeMs!)
  return `CAR ${number} (${code}) TIME ${time} DELETED - TRACK LIMITS AT TURN 4 LAP ${lap.lap + 1} ${local}`
}

const TYRES_MS = 14_969
/** Tyres are reported about a second after the pit exit, laps some seconds after the line. */
const FITTED_DELAY_MS = 900
const LAPS_DELAY_MS = 3_100
/** The third set is not recognised at once; the correction follows, as it does for a few sets of every real session. */
const LATE_STINT = 2
const RECOGNISED_AFTER_MS = 5_000

export function* timingAppDataLines(
  field: readonly DemoDriver[],
  events: readonly TimingEvent[],
): Generator<string> {
  const first = field.map((driver) => [driver.number, { RacingNumber: driver.number, Stints: [] }] as const)
  yield wireLine(TYRES_MS, { Lines: Object.fromEntries(first) })
  const lines = events.flatMap((event) => stintPatches(event)).toSorted((a, b) => a.atMs - b.atMs)
  for (const { atMs, run, patch } of lines)
    yield wireLine(atMs, { Lines: { [run.driver.number]: { Stints: { [run.stint]: patch } } } })
}

interface StintPatch {
  readonly atMs: number
  readonly run: Run
  readonly patch: object
}

function stintPatches(event: TimingEvent): readonly StintPatch[] {
  if (event.kind === 'pit-exit') {
    const { run, atMs } = event
    const { compound, fresh, age } = run.tyres
    const known = { Compound: compound, New: String(fresh), TyresNotChanged: '0' }
    const unknown = { Compound: 'UNKNOWN', New: 'false', TyresNotChanged: '1' }
    const isLate = run.stint === LATE_STINT
    const fitted = { LapFlags: 0, ...(isLate ? unknown : known), TotalLaps: age, StartLaps: age }
    const fittedAtMs = atMs + FITTED_DELAY_MS
    return [
      { atMs: fittedAtMs, run, patch: fitted },
      ...(isLate ? [{ atMs: fittedAtMs + RECOGNISED_AFTER_MS, run, patch: known }] : []),
    ]
  }
  if (event.kind !== 'line') return []
  const { run, lap, atMs } = event
  const done = run.laps.indexOf(lap) + 1
  const time = { LapTime: lap.lapTimeMs === null ? '' : wireDuration(lap.lapTimeMs), LapNumber: lap.lap + 1 }
  return [
    { atMs: atMs + LAPS_DELAY_MS, run, patch: { TotalLaps: run.tyres.age + done } },
    ...(event.isBest ? [{ atMs: atMs + LAPS_DELAY_MS, run, patch: { ...time, LapFlags: 1 } }] : []),
  ]
}
