// TimingAppData: which tyres were fitted when, and how many laps they have done.

import type { DemoDriver } from './field'
import type { Run } from './programme'
import type { SessionKind } from './session-plan'
import type { TimingEvent } from './timing-order'
import { wireDuration, wireLine } from './wire'

const TYRES_MS = 14_969
/** In a race everybody's first set is told at once, on the grid. */
const GRID_TYRES_MS = 200_395
/** Tyres are reported about a second after the pit exit, laps some seconds after the line. */
const FITTED_DELAY_MS = 900
const LAPS_DELAY_MS = 3_100
/** The third set is not recognised at once; the correction follows, as it does for a few sets of every real session. */
const LATE_STINT = 2
const RECOGNISED_AFTER_MS = 5_000

export function* timingAppDataLines(
  kind: SessionKind,
  field: readonly DemoDriver[],
  events: readonly TimingEvent[],
): Generator<string> {
  const isRace = kind === 'race'
  const first = field.map(({ number }, i) => {
    const grid = isRace ? { Line: i + 1, GridPos: String(i + 1) } : { Stints: [] }
    return [number, { RacingNumber: number, ...grid }] as const
  })
  yield wireLine(TYRES_MS, { Lines: Object.fromEntries(first) })
  const onGrid = events.flatMap(({ change }) => (change.kind === 'to-grid' ? [change.run] : []))
  if (onGrid.length > 0) {
    const sets = onGrid.map(
      ({ driver, tyres }) => [driver.number, { Stints: [fitted(tyres, true)] }] as const,
    )
    yield wireLine(GRID_TYRES_MS, { Lines: Object.fromEntries(sets) })
  }
  const lines = events.flatMap((event) => stintPatches(kind, event)).toSorted((a, b) => a.atMs - b.atMs)
  for (const { atMs, run, patch } of lines)
    yield wireLine(atMs, { Lines: { [run.driver.number]: { Stints: { [run.stint]: patch } } } })
}

interface StintPatch {
  readonly atMs: number
  readonly run: Run
  readonly patch: object
}

function fitted({ compound, fresh, age }: Run['tyres'], isRecognised: boolean): object {
  const set = isRecognised
    ? { Compound: compound, New: String(fresh), TyresNotChanged: '0' }
    : { Compound: 'UNKNOWN', New: 'false', TyresNotChanged: '1' }
  return { LapFlags: 0, ...set, TotalLaps: age, StartLaps: age }
}

function stintPatches(kind: SessionKind, { change, isBest }: TimingEvent): readonly StintPatch[] {
  if (change.kind === 'pit-exit') {
    const { run, atMs } = change
    const { compound, fresh } = run.tyres
    const isLate = run.stint === LATE_STINT
    const fittedAtMs = atMs + FITTED_DELAY_MS
    const known = { Compound: compound, New: String(fresh), TyresNotChanged: '0' }
    return [
      { atMs: fittedAtMs, run, patch: fitted(run.tyres, !isLate) },
      ...(isLate ? [{ atMs: fittedAtMs + RECOGNISED_AFTER_MS, run, patch: known }] : []),
    ]
  }
  if (change.kind !== 'line') return []
  const { run, lap, atMs } = change
  const done = run.laps.indexOf(lap) + 1
  const lapNumber = kind === 'race' ? lap.lap : lap.lap + 1
  const time = { LapTime: lap.lapTimeMs === null ? '' : wireDuration(lap.lapTimeMs), LapNumber: lapNumber }
  return [
    { atMs: atMs + LAPS_DELAY_MS, run, patch: { TotalLaps: run.tyres.age + done } },
    ...(isBest ? [{ atMs: atMs + LAPS_DELAY_MS, run, patch: { ...time, LapFlags: 1 } }] : []),
  ]
}
