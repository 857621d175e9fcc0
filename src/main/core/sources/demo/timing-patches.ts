// What each report of the timing says of a driver, as a patch of TimingData.

import type { DemoDriver } from './field'
import type { SessionKind } from './session-plan'
import type { SectorEnd, TimingChange } from './timing-events'
import type { TimingEvent } from './timing-order'
import type { Patch } from './timing-patch'
import { wireDuration } from './wire'

const CLEARED = { Value: '' }
const CLEARED_SECTORS = { '0': CLEARED, '1': CLEARED, '2': CLEARED }

type SegmentTurn = Extract<TimingChange, { readonly kind: 'segment' }>

/** Those who go on start from a clean sheet; the others are knocked out. */
export function segmentPatch({ takingPart, segment }: SegmentTurn, driver: DemoDriver): Patch {
  const clean = {
    Sectors: CLEARED_SECTORS,
    Speeds: { I1: CLEARED, I2: CLEARED },
    LastLapTime: CLEARED,
  }
  if (!takingPart.includes(driver)) return { KnockedOut: true, ...clean }
  return {
    BestLapTimes: { [segment]: CLEARED },
    BestLapTime: { Value: '', _deleted: ['Lap'] },
    ...clean,
  }
}

export function driverPatch(
  kind: SessionKind,
  event: TimingEvent,
  change: Exclude<TimingChange, SegmentTurn>,
): Patch {
  switch (change.kind) {
    case 'to-grid':
      return { InPit: false }
    case 'pit-exit': {
      const clean = { Sectors: CLEARED_SECTORS, Speeds: { I1: CLEARED, I2: CLEARED, ST: CLEARED } }
      return {
        InPit: false,
        PitOut: true,
        ...(change.lapCounter === null ? {} : { NumberOfLaps: change.lapCounter }),
        ...(kind === 'race' || change.run.stint === 0 ? {} : clean),
      }
    }
    case 'mini-sector':
      return { Sectors: { [change.sector]: { Segments: { [change.index]: { Status: change.status } } } } }
    case 'speed-trap':
      return { Speeds: { ST: { Value: String(change.speedKmh) } } }
    case 'sector':
      return sectorPatch(change)
    case 'line':
      return linePatch(kind, event, change)
    case 'late-sector':
      return thirdSector(change.lap.sectorsMs[2], change.speedKmh)
    case 'pit-entry':
      return { InPit: true, NumberOfPitStops: change.run.stint + 1 }
    case 'deletion': {
      // As the real feed does it: the value goes back, the lap's number stays as it was.
      const back = { Value: event.standing === null ? '' : wireDuration(event.standing.lapTimeMs!) }
      return { ...ofSegment(kind, change.run.segment, back), BestLapTime: back }
    }
    case 'retirement':
      return { Retired: true, ...(change.isOnTrack ? { Stopped: true } : {}) }
  }
}

function sectorPatch({ lap, sector, speedKmh }: SectorEnd): Patch {
  const speed = { Value: String(speedKmh) }
  const sectorMs = lap.sectorsMs[sector]
  if (sector === 1) return { Sectors: { '1': { Value: wireDuration(sectorMs!) } }, Speeds: { I2: speed } }
  if (sectorMs === null) return { PitOut: false, Speeds: { I1: speed } }
  return {
    PitOut: false,
    Sectors: { '0': { Value: wireDuration(sectorMs) }, '1': CLEARED, '2': CLEARED },
    Speeds: { I1: speed, I2: CLEARED, FL: CLEARED },
  }
}

function linePatch(
  kind: SessionKind,
  { isBest, race }: TimingEvent,
  { lap, lapCounter, run, speedKmh }: Extract<TimingChange, { readonly kind: 'line' }>,
): Patch {
  const isUntimed = lap.lapTimeMs === null || (kind === 'race' && lap.lap === 1)
  const time = isUntimed ? null : wireDuration(lap.lapTimeMs)
  const best = isBest && time !== null ? { Value: time, Lap: lap.lap } : null
  return {
    ...(best === null
      ? {}
      : { ...ofSegment(kind, run.segment, best), BestLapTime: best, ShowPosition: true }),
    ...(race === null
      ? {}
      : {
          GapToLeader: race.gapToLeader,
          IntervalToPositionAhead: { Value: race.interval },
          Position: String(race.position),
        }),
    ...(lapCounter === null ? {} : { NumberOfLaps: lapCounter }),
    ...(speedKmh === null ? {} : thirdSector(lap.sectorsMs[2], speedKmh)),
    ...(time === null ? {} : { LastLapTime: { Value: time } }),
  }
}

/** Only qualifyings keep a best lap for each segment. */
function ofSegment(kind: SessionKind, segment: number, best: Patch): Patch {
  return kind === 'qualifying' ? { BestLapTimes: { [segment]: best } } : {}
}

function thirdSector(sectorMs: number, speedKmh: number): Patch {
  return { Sectors: { '2': { Value: wireDuration(sectorMs) } }, Speeds: { FL: { Value: String(speedKmh) } } }
}
