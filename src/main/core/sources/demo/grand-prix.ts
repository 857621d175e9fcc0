// The Grands Prix of a simulated season: where, when, in which form. A season fills its year with a race every
// second Sunday, so there is nearly always one behind us and one to come; nothing here depends on the clock, so a
// round keeps its circuit, its date and its results.

import type { CircuitPlan } from './circuit'
import { ALDMOOR } from './circuits/aldmoor'
import { BRINDLE_PARK } from './circuits/brindle-park'
import { MONTE_VARGA } from './circuits/monte-varga'
import { OTTERMERE } from './circuits/ottermere'
import { PORT_ASHLAR } from './circuits/port-ashlar'
import { SANKT_ILVEN } from './circuits/sankt-ilven'
import { VELLMARK_RING } from './circuits/vellmark-ring'

export interface DemoGrandPrix {
  readonly season: number
  /** 1..n */
  readonly round: number
  readonly place: string
  /** Three letters, as the feed abbreviates countries. */
  readonly placeCode: string
  readonly circuit: CircuitPlan
  readonly gmtOffsetMs: number
  readonly isSprint: boolean
  /** Epoch ms of 00:00 UTC on the date of the race. */
  readonly raceDayAt: number
}

interface Venue extends Pick<DemoGrandPrix, 'place' | 'placeCode' | 'circuit'> {
  readonly gmtOffsetHours: number
}

/** In the order of the calendar, over and over. */
const VENUES: readonly Venue[] = [
  { place: 'Vellmark', placeCode: 'VLM', circuit: VELLMARK_RING, gmtOffsetHours: 2 },
  { place: 'Ashlar', placeCode: 'ASH', circuit: PORT_ASHLAR, gmtOffsetHours: -4 },
  { place: 'Aldmoor', placeCode: 'ALD', circuit: ALDMOOR, gmtOffsetHours: 1 },
  { place: 'Varga', placeCode: 'VRG', circuit: MONTE_VARGA, gmtOffsetHours: 3 },
  { place: 'Ilven', placeCode: 'ILV', circuit: SANKT_ILVEN, gmtOffsetHours: 2 },
  { place: 'Ottermere', placeCode: 'OTM', circuit: OTTERMERE, gmtOffsetHours: 9 },
  { place: 'Brindle', placeCode: 'BRI', circuit: BRINDLE_PARK, gmtOffsetHours: -6 },
]

export const DEMO_CIRCUITS: readonly CircuitPlan[] = VENUES.map(({ circuit }) => circuit)

/** What is put behind the place of a second, third and fourth visit. */
const VISITS = ['', 'II', 'III', 'IV'] as const

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
const FORTNIGHT_MS = 14 * DAY_MS
/** A Sunday from which every second one is a race's. */
const ANCHOR_AT = Date.UTC(1970, 0, 11)
/** Every fourth weekend has a sprint, from the third on. */
const SPRINT_EVERY = 4
const FIRST_SPRINT = 3
/** Before 2024 a sprint's own qualifying had another name and place; decoders go by the year. */
const FIRST_SPRINT_SEASON = 2024

export function grandsPrixOf(season: number): readonly DemoGrandPrix[] {
  const from = Date.UTC(season, 0, 1)
  const first = ANCHOR_AT + Math.ceil((from - ANCHOR_AT) / FORTNIGHT_MS) * FORTNIGHT_MS
  const rounds: DemoGrandPrix[] = []
  for (let raceDayAt = first; raceDayAt < Date.UTC(season + 1, 0, 1); raceDayAt += FORTNIGHT_MS) {
    const i = rounds.length
    const { place, placeCode, circuit, gmtOffsetHours } = VENUES[i % VENUES.length]!
    const visit = Math.floor(i / VENUES.length)
    rounds.push({
      season,
      round: i + 1,
      place: visit === 0 ? place : `${place} ${VISITS[visit] ?? visit + 1}`,
      placeCode,
      circuit,
      gmtOffsetMs: gmtOffsetHours * HOUR_MS,
      isSprint: season >= FIRST_SPRINT_SEASON && (i + 1) % SPRINT_EVERY === FIRST_SPRINT,
      raceDayAt,
    })
  }
  return rounds
}

/** Every name a person may see says that nobody drove this. */
export function grandPrixName(grandPrix: DemoGrandPrix): string {
  return `Simulated Grand Prix of ${grandPrix.place}`
}
