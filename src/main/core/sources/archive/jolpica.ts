// The season schedule of Jolpica (the successor of Ergast): championship rounds and their session times.
// Parsing only. Every number there is a string; sessions have no time before 2022.

import { z } from 'zod'
import type { SessionCode } from '@contract/ids'
import { AppError } from '../../app-error'

const when = z.object({ date: z.string(), time: z.string().optional() })

const seasonJson = z.object({
  MRData: z.object({
    RaceTable: z.object({
      Races: z.array(
        when.extend({
          round: z.string(),
          raceName: z.string(),
          Circuit: z.object({
            Location: z.object({ locality: z.string(), country: z.string(), long: z.string().optional() }),
          }),
          FirstPractice: when.optional(),
          SecondPractice: when.optional(),
          ThirdPractice: when.optional(),
          Qualifying: when.optional(),
          Sprint: when.optional(),
          SprintShootout: when.optional(),
          SprintQualifying: when.optional(),
        }),
      ),
    }),
  }),
})

export interface ScheduledSession {
  readonly code: SessionCode
  /** Epoch ms, UTC; midnight when only the day is known. */
  readonly startAt: number
  readonly isTimeKnown: boolean
}

export interface ScheduledRound {
  readonly round: number
  readonly name: string
  readonly country: string
  readonly location: string
  /** Degrees east; tells the local date where nothing better does. Null if not given. */
  readonly longitude: number | null
  readonly raceAt: number
  readonly sessions: readonly ScheduledSession[]
}

const SESSION_FIELDS = [
  ['FirstPractice', 'FP1'],
  ['SecondPractice', 'FP2'],
  ['ThirdPractice', 'FP3'],
  ['SprintShootout', 'SS'],
  ['SprintQualifying', 'SQ'],
  ['Sprint', 'S'],
  ['Qualifying', 'Q'],
] as const

/** @throws AppError `source/unparsable`. */
export function parseSchedule(bytes: Uint8Array, season: number): readonly ScheduledRound[] {
  let races: z.infer<typeof seasonJson>['MRData']['RaceTable']['Races']
  try {
    races = seasonJson.parse(JSON.parse(new TextDecoder().decode(bytes))).MRData.RaceTable.Races
  } catch (cause) {
    throw new AppError('source/unparsable', `the schedule of ${season}`, { cause })
  }
  return races.map((race) => {
    const { locality, country, long } = race.Circuit.Location
    const longitude = long === undefined ? Number.NaN : Number(long)
    const raceStart = instantOf(race)
    return {
      round: Number(race.round),
      name: race.raceName,
      country,
      location: locality,
      longitude: Number.isFinite(longitude) ? longitude : null,
      raceAt: raceStart.startAt,
      sessions: [
        ...SESSION_FIELDS.flatMap(([field, code]) => {
          const given = race[field]
          return given === undefined ? [] : [{ code, ...instantOf(given) }]
        }),
        { code: 'R' as const, ...raceStart },
      ],
    }
  })
}

function instantOf(given: z.infer<typeof when>): { readonly startAt: number; readonly isTimeKnown: boolean } {
  return {
    startAt: Date.parse(`${given.date}T${given.time ?? '00:00:00Z'}`),
    isTimeKnown: given.time !== undefined,
  }
}
