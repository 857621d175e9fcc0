// TimingData and DriverList: a first frame with everybody, then only what is new. The keys are those that
// decoders and timing screens read; colours of sectors, mini-sectors and status bits are left out.

import type { DemoDriver } from './field'
import type { TimingEvent } from './timing-events'
import { wireDuration, wireLine } from './wire'

type PatchValue = string | number | boolean | readonly string[] | Patch
interface Patch {
  readonly [key: string]: PatchValue
}

const FIRST_FRAME_MS = 3_797
const KEYFRAME_MS = 25_579
const DRIVER_LIST_MS = 4_875

const CLEARED = { Value: '' }
const CLEARED_SECTORS = { '0': CLEARED, '1': CLEARED, '2': CLEARED }

/** @param entries drivers of each segment, e.g. [5, 4, 3]. */
export function* timingDataLines(
  field: readonly DemoDriver[],
  entries: readonly number[],
  events: readonly TimingEvent[],
): Generator<string> {
  yield wireLine(FIRST_FRAME_MS, {
    NoEntries: entries.map(() => 0),
    SessionPart: 0,
    Lines: {},
    Withheld: false,
  })
  yield wireLine(KEYFRAME_MS, {
    NoEntries: Object.fromEntries(entries.map((count, i) => [i, count])),
    SessionPart: 1,
    CutOffTime: '',
    CutOffPercentage: '107',
    Lines: Object.fromEntries(field.map((driver, i) => [driver.number, keyframe(driver, i + 1)])),
  })
  const news = new News()
  let order = field
  for (const event of events) {
    const lines = new Map<string, Patch>()
    for (const [number, patch] of patchesOf(event)) lines.set(number, patch)
    event.order.forEach((driver, i) => {
      if (order[i] === driver) return
      lines.set(driver.number, { ...lines.get(driver.number), Line: i + 1, Position: String(i + 1) })
    })
    order = event.order
    const fresh = news.of(Object.fromEntries(lines))
    const part = event.kind === 'segment' ? { SessionPart: event.segment + 1 } : {}
    if (fresh !== null) yield wireLine(event.atMs, { ...part, Lines: fresh })
  }
}

function keyframe(driver: DemoDriver, line: number): object {
  const speed = { Value: '', Status: 0, OverallFastest: false, PersonalFastest: false }
  const sector = { Stopped: false, ...speed }
  const difference = { TimeDiffToFastest: '', TimeDifftoPositionAhead: '' }
  return {
    KnockedOut: false,
    Cutoff: true,
    BestLapTimes: [CLEARED, {}, {}],
    Stats: [difference, difference, difference],
    Line: line,
    Position: String(line),
    ShowPosition: false,
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

function patchesOf(event: TimingEvent): readonly (readonly [number: string, patch: Patch])[] {
  if (event.kind === 'segment')
    return event.order.map((driver) => [driver.number, segmentPatch(event, driver)])
  return [[event.run.driver.number, driverPatch(event)]]
}

/** Those who go on start from a clean sheet; the others are knocked out. */
function segmentPatch(event: TimingEvent & { readonly kind: 'segment' }, driver: DemoDriver): Patch {
  const clean = {
    Sectors: CLEARED_SECTORS,
    Speeds: { I1: CLEARED, I2: CLEARED },
    LastLapTime: CLEARED,
  }
  if (!event.takingPart.includes(driver)) return { KnockedOut: true, ...clean }
  return {
    BestLapTimes: { [event.segment]: CLEARED },
    BestLapTime: { Value: '', _deleted: ['Lap'] },
    ...clean,
  }
}

function driverPatch(event: Exclude<TimingEvent, { readonly kind: 'segment' }>): Patch {
  switch (event.kind) {
    case 'pit-exit': {
      const clean = { Sectors: CLEARED_SECTORS, Speeds: { I1: CLEARED, I2: CLEARED, ST: CLEARED } }
      return {
        InPit: false,
        PitOut: true,
        NumberOfLaps: event.lapCounter,
        ...(event.run.stint === 0 ? {} : clean),
      }
    }
    case 'speed-trap':
      return { Speeds: { ST: { Value: String(event.speedKmh) } } }
    case 'sector':
      return sectorPatch(event)
    case 'line':
      return linePatch(event)
    case 'late-sector':
      return thirdSector(event.lap.sectorsMs[2], event.speedKmh)
    case 'pit-entry':
      return { InPit: true, NumberOfPitStops: event.run.stint + 1 }
    case 'deletion': {
      // As the real feed does it: the value goes back, the lap's number stays as it was.
      const back = { Value: event.standing === null ? '' : wireDuration(event.standing.lapTimeMs!) }
      return { BestLapTimes: { [event.run.segment]: back }, BestLapTime: back }
    }
  }
}

function sectorPatch(event: TimingEvent & { readonly kind: 'sector' }): Patch {
  const speed = { Value: String(event.speedKmh) }
  const sectorMs = event.lap.sectorsMs[event.sector]
  if (event.sector === 1)
    return { Sectors: { '1': { Value: wireDuration(sectorMs!) } }, Speeds: { I2: speed } }
  if (sectorMs === null) return { PitOut: false, Speeds: { I1: speed } }
  return {
    Sectors: { '0': { Value: wireDuration(sectorMs) }, '1': CLEARED, '2': CLEARED },
    Speeds: { I1: speed, I2: CLEARED, FL: CLEARED },
  }
}

function linePatch(event: TimingEvent & { readonly kind: 'line' }): Patch {
  const { lap, lapCounter, run, speedKmh } = event
  const time = lap.lapTimeMs === null ? null : wireDuration(lap.lapTimeMs)
  const best = event.isBest && time !== null ? { Value: time, Lap: lap.lap } : null
  return {
    ...(best === null
      ? {}
      : { BestLapTimes: { [run.segment]: best }, BestLapTime: best, ShowPosition: true }),
    ...(lapCounter === null ? {} : { NumberOfLaps: lapCounter }),
    ...(speedKmh === null ? {} : thirdSector(lap.sectorsMs[2], speedKmh)),
    ...(time === null ? {} : { LastLapTime: { Value: time } }),
  }
}

function thirdSector(sectorMs: number, speedKmh: number): Patch {
  return { Sectors: { '2': { Value: wireDuration(sectorMs) } }, Speeds: { FL: { Value: String(speedKmh) } } }
}

/** The feed never sends a value twice: keeps what was sent and lets only the rest through. */
class News {
  private readonly sent = new Map<string, string | number | boolean>()

  /** What of the patch is new, or null. */
  of(patch: Patch, path = ''): Patch | null {
    const fresh: Record<string, PatchValue> = {}
    for (const [key, value] of Object.entries(patch)) {
      const place = `${path}/${key}`
      if (isList(value)) {
        for (const gone of value) this.sent.delete(`${path}/${gone}`)
        fresh[key] = value
      } else if (typeof value === 'object') {
        const inner = this.of(value, place)
        if (inner !== null) fresh[key] = inner
      } else if (this.sent.get(place) !== value) {
        this.sent.set(place, value)
        fresh[key] = value
      }
    }
    return Object.keys(fresh).length === 0 ? null : fresh
  }
}

function isList(value: PatchValue): value is readonly string[] {
  return Array.isArray(value)
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
    const moved = event.order.map((driver, i) => [driver.number, { Line: i + 1 }] as const)
    const news = moved.filter((_, i) => order[i] !== event.order[i])
    order = event.order
    if (news.length > 0) yield wireLine(event.atMs, Object.fromEntries(news))
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
