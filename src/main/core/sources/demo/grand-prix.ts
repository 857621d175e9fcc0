// The simulated season's calendar: which Grands Prix there are, when they take place, and how they are labelled.

import type { DemoDriver } from './field'
import { DEMO_FIELD } from './field'
import type { CircuitPlan } from './circuit'
import { VELLMARK_RING } from './circuits/vellmark-ring'
import type { SourceRound, SourceSession } from '../session-source'

export interface DemoGrandPrix {
  readonly round: number
  readonly place: string
  /** Three letters, as the feed abbreviates countries. */
  readonly placeCode: string
  readonly circuit: CircuitPlan
  readonly gmtOffsetMs: number
  readonly field: readonly DemoDriver[]
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export const DEMO_GRANDS_PRIX: readonly DemoGrandPrix[] = [
  {
    round: 1,
    place: 'Vellmark',
    placeCode: 'VLM',
    circuit: VELLMARK_RING,
    gmtOffsetMs: 2 * HOUR_MS,
    field: DEMO_FIELD,
  },
]

/** Every name a person may see says that nobody drove this. */
export function grandPrixName(grandPrix: DemoGrandPrix): string {
  return `Simulated Grand Prix of ${grandPrix.place}`
}

/** From green light to the scheduled end. */
const QUALIFYING_MS = 35 * 60_000
const RACE_MS = 2 * HOUR_MS
/** Both sessions start at 13:00 UTC. */
const START_OF_DAY_MS = 13 * HOUR_MS
/** A session counts as over this long after its end: as long as the real archive takes, and a little more. */
const PUBLISHED_AFTER_MS = HOUR_MS

/**
 * Qualifying on the last Saturday by which it can be over, the race on the first Sunday still to come. So there is
 * always one session to open and one to wait for; in the first days of January the Saturday is one of December's.
 * @param now epoch ms.
 */
export function scheduleRound(grandPrix: DemoGrandPrix, season: number, now: number): SourceRound {
  const qualifyingAt = lastOn('saturday', now - QUALIFYING_MS - PUBLISHED_AFTER_MS)
  const raceAt = lastOn('sunday', now) + 7 * DAY_MS
  const { gmtOffsetMs, place, round } = grandPrix
  const common = { gmtOffsetMs, cancelled: false }
  const qualifying: SourceSession = {
    ...common,
    code: 'Q',
    name: 'Qualifying',
    startAt: qualifyingAt,
    endAt: qualifyingAt + QUALIFYING_MS,
    path: qualifyingPath(season, grandPrix),
  }
  const race: SourceSession = {
    ...common,
    code: 'R',
    name: 'Race',
    startAt: raceAt,
    endAt: raceAt + RACE_MS,
    path: null,
  }
  return {
    round,
    name: grandPrixName(grandPrix),
    country: place,
    location: grandPrix.circuit.name,
    format: 'conventional',
    sessions: [qualifying, race],
  }
}

/** Without a date, unlike the archive's: the same session all season, whenever it is asked for. */
export function qualifyingPath(season: number, grandPrix: DemoGrandPrix): string {
  return `${season}/${grandPrixName(grandPrix).replaceAll(' ', '_')}/Qualifying/`
}

/** The latest start on that weekday that is not after an instant. */
function lastOn(day: 'saturday' | 'sunday', at: number): number {
  // Epoch day 0 was a Thursday.
  const first = (day === 'saturday' ? 2 : 3) * DAY_MS + START_OF_DAY_MS
  return at - ((((at - first) % (7 * DAY_MS)) + 7 * DAY_MS) % (7 * DAY_MS))
}
