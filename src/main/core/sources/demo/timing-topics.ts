// TimingData and DriverList: a first frame with everybody, then only what is new. The keys are those that decoders
// and timing screens read; colours of sectors and status bits are left out.

import type { DemoDriver } from './field'
import type { Programme } from './programme'
import type { SessionKind } from './session-plan'
import { MINI_SECTORS } from './timing-events'
import type { TimingEvent } from './timing-order'
import { News, type Patch } from './timing-patch'
import { driverPatch, segmentPatch } from './timing-patches'
import { wireLine } from './wire'

const FIRST_FRAME_MS = 3_797
const KEYFRAME_MS = 25_579
const MINI_SECTORS_MS = 28_766
const DRIVER_LIST_MS = 4_875

const CLEARED = { Value: '' }

export function* timingDataLines(programme: Programme, events: readonly TimingEvent[]): Generator<string> {
  const { kind, segments } = programme
  const field = segments[0]!.drivers
  const entries = segments.map(({ drivers }) => drivers.length)
  const isQualifying = kind === 'qualifying'
  const before = isQualifying ? { NoEntries: entries.map(() => 0), SessionPart: 0 } : {}
  yield wireLine(FIRST_FRAME_MS, { ...before, Lines: {}, Withheld: false })
  const cutOff = { SessionPart: 1, CutOffTime: '', CutOffPercentage: '107' }
  yield wireLine(KEYFRAME_MS, {
    ...(isQualifying ? { NoEntries: Object.fromEntries(entries.entries()), ...cutOff } : {}),
    Lines: Object.fromEntries(field.map((driver, i) => [driver.number, keyframe(kind, driver, i + 1)])),
  })
  const dark = MINI_SECTORS.map((loops) => ({
    Segments: Array.from({ length: loops }, () => ({ Status: 0 })),
  }))
  const sectors = Object.fromEntries(dark.entries())
  yield wireLine(MINI_SECTORS_MS, {
    Lines: Object.fromEntries(field.map((driver) => [driver.number, { Sectors: sectors }])),
  })
  const news = new News()
  let order = field
  for (const event of events) {
    const lines = new Map<string, Patch>(patchesOf(kind, event))
    if (event.order !== order)
      event.order.forEach((driver, i) => {
        if (order[i] !== driver)
          lines.set(driver.number, { ...lines.get(driver.number), ...place(kind, i + 1) })
      })
    order = event.order
    const fresh = news.of(Object.fromEntries(lines))
    const { change } = event
    const part = change.kind === 'segment' ? { SessionPart: change.segment + 1 } : {}
    if (fresh !== null) yield wireLine(change.atMs, { ...part, Lines: fresh })
  }
}

/**
 * In races the position comes with a car's own passage of the line only. A message about another car's would bear
 * this one's old gap, and decoders take the gap of the message nearest to a passage.
 */
function place(kind: SessionKind, line: number): Patch {
  return kind === 'race' ? { Line: line } : { Line: line, Position: String(line) }
}

function keyframe(kind: SessionKind, driver: DemoDriver, line: number): object {
  const speed = { Value: '', Status: 0, OverallFastest: false, PersonalFastest: false }
  const sector = { Stopped: false, ...speed }
  const difference = { TimeDiffToFastest: '', TimeDifftoPositionAhead: '' }
  const byKind = {
    practice: { TimeDiffToFastest: '', TimeDiffToPositionAhead: '' },
    qualifying: {
      KnockedOut: false,
      Cutoff: true,
      BestLapTimes: [CLEARED, {}, {}],
      Stats: [difference, difference, difference],
    },
    race: {
      GapToLeader: line === 1 ? 'LAP 1' : '',
      IntervalToPositionAhead: { Value: line === 1 ? 'LAP 1' : '', Catching: false },
    },
  }
  return {
    ...byKind[kind],
    Line: line,
    Position: String(line),
    ShowPosition: kind === 'race',
    RacingNumber: driver.number,
    Retired: false,
    InPit: true,
    PitOut: false,
    Stopped: false,
    Sectors: [sector, sector, sector],
    Speeds: { I1: speed, I2: speed, FL: speed, ST: speed },
    BestLapTime: CLEARED,
    LastLapTime: speed,
  }
}

function patchesOf(
  kind: SessionKind,
  event: TimingEvent,
): readonly (readonly [number: string, patch: Patch])[] {
  const { change, order } = event
  if (change.kind === 'segment') return order.map((driver) => [driver.number, segmentPatch(change, driver)])
  return [[change.run.driver.number, driverPatch(kind, event, change)]]
}

/** Everybody once, then changes of the order. */
export function* driverListLines(
  field: readonly DemoDriver[],
  events: readonly TimingEvent[],
): Generator<string> {
  const entries = field.map((driver, i) => [driver.number, listEntry(driver, i + 1)] as const)
  yield wireLine(DRIVER_LIST_MS, Object.fromEntries(entries))
  let order = field
  for (const event of events) {
    if (event.order === order) continue
    const moved = event.order.map((driver, i) => [driver.number, { Line: i + 1 }] as const)
    const news = moved.filter((_, i) => order[i] !== event.order[i])
    order = event.order
    if (news.length > 0) yield wireLine(event.change.atMs, Object.fromEntries(news))
  }
}

function listEntry(driver: DemoDriver, line: number): object {
  const { number, code, firstName, lastName, team } = driver
  const upper = lastName.toUpperCase()
  return {
    RacingNumber: number,
    BroadcastName: `${firstName.charAt(0)} ${upper}`,
    FullName: `${firstName} ${upper}`,
    Tla: code,
    Line: line,
    TeamName: team.name,
    TeamColour: team.colour,
    FirstName: firstName,
    LastName: lastName,
    Reference: `${firstName.slice(0, 3)}${lastName.slice(0, 3)}01`.toUpperCase(),
  }
}
