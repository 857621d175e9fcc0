// Raw timing topics of one session -> drivers and laps. Owns the order of the steps and what a missing topic means
// for the result; each step is a module of its own beside this one. Pure; runs in a worker thread.
//
// The method is that of the FastF1 project (MIT), restated: laps agree with it value by value.

import type { SessionCode, SourceKind } from '@contract/ids'
import type { DriverLaps, FastestLap, SessionLaps } from '@contract/laps'
import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import { setAccuracy } from './accuracy'
import { flagDeletedLaps } from './deletions'
import { readDrivers, unnamedDriver, type SessionDriver } from './drivers'
import { draftOf, type DriverDraft, type LapDraft } from './lap-draft'
import { repairRows } from './lap-repair'
import { limitWarnings } from './limits'
import { buildRows, patchesByDriver, type DriverRows, type LapRow, type TimedPatch } from './lap-rows'
import { setLapStarts, type SessionBegin } from './lap-starts'
import { alignLapEnds } from './lap-times-across'
import { asRecord, integerAt } from './patch'
import { flagPersonalBests } from './personal-bests'
import { setPositions } from './positions'
import { lapOfFirstLapRetirement, lapOfRetirement } from './retirements'
import { earliestPartStarts, setSegments } from './segments'
import { readStatusChanges, restartsMs, sessionStartMs, type StatusChange } from './session-status'
import { readStream, type StreamMessage } from './stream'
import { TIMING_TOPICS, type TimingTopic, type TopicBytes } from './topics'
import { setTrackStatus } from './track-status'
import { firstTyres, readStintNotes, tyresOfLaps, type StintNote } from './tyres'

/** What the topics themselves do not say, or not reliably. */
export interface SessionContext {
  readonly season: number
  readonly round: number
  readonly session: SessionCode
  readonly source: SourceKind
  /** Time of each driver's first lap of a race, by racing number, ms: the timing feed has none. */
  readonly firstLapTimesMs?: ReadonlyMap<string, number>
  /** Racing numbers of drivers who withdrew before a race although they were given tyres. */
  readonly withdrawn?: ReadonlySet<string>
}

/** A driver's rows with the patches they were built from. */
interface TimedDriver extends DriverRows {
  readonly number: string
  readonly patches: readonly TimedPatch[]
}

/**
 * Drivers and laps of a session out of its timing topics.
 *
 * Degrades where it can: a missing topic, a damaged line or an unlisted driver costs what depends on it and adds a
 * warning in words for people.
 *
 * @throws AppError `source/no-data` when every timing topic is missing or empty, `session/unparsable` when neither
 *   the driver list nor the timing data can be read.
 */
export function decodeLaps(topics: TopicBytes, context: SessionContext): SessionLaps {
  const { season, round, session: code } = context
  const subject = say('of-session-by-number', { season, round, code })
  if (TIMING_TOPICS.every((topic) => isEmpty(topics.get(topic))))
    throw new AppError('source/no-data', subject)

  const warnings: string[] = []
  const read = (topic: TimingTopic, withoutIt: string | null): readonly StreamMessage[] => {
    const bytes = topics.get(topic)
    const reading = bytes === undefined ? { messages: [], warnings: [] } : readStream(topic, bytes)
    warnings.push(...reading.warnings)
    if (reading.messages.length === 0 && withoutIt !== null) warnings.push(withoutIt)
    return reading.messages
  }

  const isRace = isRaceLike(context)
  const listed = readDrivers(read('DriverList', null))
  const timed = timedDrivers(read('TimingData', null), warnings)
  if (listed.length === 0 && timed.patches.size === 0) throw new AppError('session/unparsable', subject)
  const drivers = listed.length > 0 ? listed : [...timed.patches.keys()].map(unnamedDriver)
  if (drivers.every(({ code, number }) => code === number)) {
    warnings.push(say('no-driver-names'))
  }

  const statuses = readStatusChanges(read('SessionStatus', say('no-session-status')))
  const begin: SessionBegin = { isRace, startMs: sessionStartMs(statuses), restartsMs: restartsMs(statuses) }
  const tyres = readStintNotes(read('TimingAppData', say('no-tyres')))
  const firstEndMs = earliestLapEndMs(timed.drivers)

  const drafts = drivers.map((driver) => {
    const notes = tyres.get(driver.number) ?? []
    const rows = timed.drivers.find(({ number }) => number === driver.number)?.rows ?? []
    const draft = draftOfRows(driver, rows, notes, begin)
    if (draft.laps.length > 0 || !isRace || context.withdrawn?.has(driver.number) === true) return draft
    return { ...draft, laps: lapsOfFirstLapRetirement(notes, begin.startMs, firstEndMs) }
  })
  if (timed.patches.size > 0 && drafts.every(({ laps }) => laps.length === 0)) {
    warnings.push(say('no-laps'))
  }

  const trackChanges = readStatusChanges(read('TrackStatus', say('no-track-status')))
  const laps = drafts.flatMap((draft) => draft.laps)
  warnings.push(
    ...limitWarnings({
      drivers: Math.max(timed.patches.size, drivers.length),
      laps: maximum(drafts.map((draft) => draft.laps.length)),
      stintNotes: maximum([...tyres.values()].map((notes) => notes.length)),
      statusChanges: Math.max(statuses.length, trackChanges.length),
    }),
  )
  if (isRace) setPositions(drafts)
  setTrackStatus(laps, trackChanges)
  for (const draft of drafts) setAccuracy(draft.laps)
  if (context.session === 'R') setFirstLapTimes(drafts, context.firstLapTimesMs)

  const totalLaps = isRace ? readTotalLaps(read('LapCount', null)) : null
  addRetirements(drafts, statuses, totalLaps, trackChanges)
  const sentences = read('RaceControlMessages', say('no-race-control'))
  flagDeletedLaps(drafts, sentences)
  if (isQualifyingLike(context)) {
    const partStartsMs = earliestPartStarts(timed.drivers.map((driver) => driver.partStartsMs))
    setSegments(drafts, partStartsMs, statuses.at(-1)?.timeMs ?? null)
  }

  const { session, source } = context
  const results = drivers.map((driver, index) => driverLaps(driver, drafts[index]!.laps))
  return { season, round, session, source, warnings, drivers: fastestFirst(results) }
}

function isEmpty(bytes: Uint8Array | undefined): boolean {
  return bytes === undefined || bytes.length === 0
}

/** Sessions that start all cars at once. Until 2023 the "Sprint Qualifying" was a race. */
function isRaceLike({ session, season }: SessionContext): boolean {
  return session === 'R' || session === 'S' || (session === 'SQ' && season <= 2023)
}

function isQualifyingLike(context: SessionContext): boolean {
  return ['Q', 'SS', 'SQ'].includes(context.session) && !isRaceLike(context)
}

/** Rows of all drivers with a completed lap, repaired and brought onto one clock. */
function timedDrivers(
  messages: readonly StreamMessage[],
  warnings: string[],
): {
  readonly patches: ReadonlyMap<string, readonly TimedPatch[]>
  readonly drivers: readonly TimedDriver[]
} {
  const patches = patchesByDriver(messages)
  if (patches.size === 0) warnings.push(say('no-lap-times'))
  let contradictions = 0
  const drivers = [...patches].flatMap(([number, ofDriver]): TimedDriver[] => {
    const driver = buildRows(ofDriver)
    if (driver === null) return []
    contradictions += repairRows(driver)
    flagPersonalBests(driver)
    return [{ ...driver, number, patches: ofDriver }]
  })
  if (contradictions > 0) warnings.push(say('contradicting-laps', { count: contradictions }))
  if (beginsLate(messages)) warnings.push(say('begins-late'))
  alignLapEnds(drivers)
  return { patches, drivers }
}

/** A complete recording begins before the first lap is counted. */
function beginsLate(messages: readonly StreamMessage[]): boolean {
  const first = messages.find(({ payload }) => patchesByDriver([{ timeMs: 0, payload }]).size > 0)
  if (first === undefined) return false
  const keyframes = [...patchesByDriver([first]).values()].flat()
  return keyframes.some(({ patch }) => (integerAt(patch, 'NumberOfLaps') ?? 0) > 1)
}

function draftOfRows(
  { number }: SessionDriver,
  rows: readonly LapRow[],
  notes: readonly StintNote[],
  begin: SessionBegin,
): DriverDraft {
  const tyres = tyresOfLaps(notes, rows, begin.isRace ? begin.startMs : null)
  const laps = rows.map((row, index) => draftOf(row, tyres[index]!))
  setLapStarts(laps, begin)
  return { number, laps }
}

/** When the first of all laps of all drivers ended; null where nobody completed one. */
function earliestLapEndMs(timed: readonly TimedDriver[]): number | null {
  const endsMs = timed.flatMap(({ rows }) => rows.flatMap(({ endMs }) => endMs ?? []))
  return endsMs.length === 0 ? null : endsMs.reduce((least, endMs) => Math.min(least, endMs))
}

/** The generated lap of a driver of a race who was given tyres and completed no lap. */
function lapsOfFirstLapRetirement(
  notes: readonly StintNote[],
  raceStartMs: number | null,
  firstEndMs: number | null,
): LapDraft[] {
  if (notes.length === 0 || firstEndMs === null) return []
  return [lapOfFirstLapRetirement(firstTyres(notes, raceStartMs), raceStartMs, firstEndMs)]
}

function maximum(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}

function setFirstLapTimes(
  drafts: readonly DriverDraft[],
  timesMs: ReadonlyMap<string, number> | undefined,
): void {
  for (const { number, laps } of drafts) {
    const first = laps.find(({ lap }) => lap === 1)
    const timeMs = timesMs?.get(number)
    if (first !== undefined && timeMs !== undefined) first.lapTimeMs = timeMs
  }
}

/** The last announced race distance: it shrinks by one when a start is aborted. */
function readTotalLaps(messages: readonly StreamMessage[]): number | null {
  return (
    messages
      .map(({ payload }) => integerAt(asRecord(payload), 'TotalLaps'))
      .findLast((laps) => laps !== null) ?? null
  )
}

function addRetirements(
  drafts: readonly DriverDraft[],
  statuses: readonly StatusChange[],
  totalLaps: number | null,
  trackChanges: readonly StatusChange[],
): void {
  for (const draft of drafts) {
    const lap = lapOfRetirement(draft, statuses, totalLaps)
    if (lap === null) continue
    setTrackStatus([lap], trackChanges)
    draft.laps.push(lap)
  }
}

function driverLaps(
  { code, number, name, team, teamColour }: SessionDriver,
  laps: readonly LapDraft[],
): DriverLaps {
  return { code, number, name, team, teamColour, fastest: fastestLap(laps), laps }
}

/** Among personal bests only: a bare minimum would find deleted laps and impossible times after a red flag. */
function fastestLap(laps: readonly LapDraft[]): FastestLap | null {
  let fastest: FastestLap | null = null
  for (const { lap, lapTimeMs, personalBest } of laps) {
    if (!personalBest || lapTimeMs === null) continue
    if (fastest === null || lapTimeMs < fastest.lapTimeMs) fastest = { lap, lapTimeMs }
  }
  return fastest
}

function fastestFirst(drivers: readonly DriverLaps[]): readonly DriverLaps[] {
  const timeMs = ({ fastest }: DriverLaps): number => fastest?.lapTimeMs ?? Number.MAX_SAFE_INTEGER
  return drivers.toSorted((a, b) => timeMs(a) - timeMs(b))
}
