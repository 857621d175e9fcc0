// The season schedule of Jolpica (the successor of Ergast): championship rounds and their session times.
// Parsing only. Every number there is a string; sessions have no time before 2022, and an old race has none either.
// An entry that cannot be read costs itself and adds a warning.

import { z } from 'zod'
import type { SessionCode } from '@contract/ids'
import { say } from '@contract/phrases'
import { AppError } from '../../app-error'
import { circuitOffsetMs } from './circuit-clock'

const when = z.object({ date: z.string(), time: z.string().nullish() })

const race = when.extend({
  round: z.string(),
  raceName: z.string().min(1),
  Circuit: z.object({
    circuitId: z.string().optional(),
    Location: z.object({ locality: z.string(), country: z.string(), long: z.string().optional() }),
  }),
  FirstPractice: z.unknown().optional(),
  SecondPractice: z.unknown().optional(),
  ThirdPractice: z.unknown().optional(),
  Qualifying: z.unknown().optional(),
  Sprint: z.unknown().optional(),
  SprintShootout: z.unknown().optional(),
  SprintQualifying: z.unknown().optional(),
})

const seasonJson = z.object({
  MRData: z.object({ RaceTable: z.object({ Races: z.array(z.unknown()) }) }),
})

export interface ScheduledSession {
  readonly code: SessionCode
  /** Epoch ms, UTC; midnight of the circuit's day when only the day is known. */
  readonly startAt: number
  readonly isTimeKnown: boolean
}

export interface ScheduledRound {
  readonly round: number
  readonly name: string
  readonly country: string
  readonly location: string
  readonly circuitId: string
  /** Degrees east; tells the local date where nothing better does. Null if not given. */
  readonly longitude: number | null
  readonly raceAt: number
  /** The race, and what else the schedule lists. */
  readonly sessions: readonly ScheduledSession[]
}

export interface Schedule {
  /** By number, each once. */
  readonly rounds: readonly ScheduledRound[]
  readonly warnings: readonly string[]
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

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** @throws AppError `source/unparsable` when the document as a whole is no schedule; nothing else. */
export function parseSchedule(bytes: Uint8Array, season: number): Schedule {
  let races: readonly unknown[]
  try {
    races = seasonJson.parse(JSON.parse(new TextDecoder().decode(bytes))).MRData.RaceTable.Races
  } catch (cause) {
    throw new AppError('source/unparsable', say('of-schedule', { season }), { cause })
  }
  const rounds = new Map<number, ScheduledRound>()
  let unreadable = 0
  for (const entry of races) {
    const read = readRound(entry, season)
    unreadable += read.unreadable
    if (read.round !== null && !rounds.has(read.round.round)) rounds.set(read.round.round, read.round)
  }
  return {
    rounds: [...rounds.values()].toSorted((a, b) => a.round - b.round),
    warnings: unreadable === 0 ? [] : [say('schedule-unreadable', { count: unreadable })],
  }
}

function readRound(
  entry: unknown,
  season: number,
): { readonly round: ScheduledRound | null; readonly unreadable: number } {
  const parsed = race.safeParse(entry)
  const start = parsed.success ? readStart(parsed.data, season) : null
  if (!parsed.success || start === null || !/^[1-9]\d?$/.test(parsed.data.round))
    return { round: null, unreadable: 1 }
  const { round, raceName, Circuit } = parsed.data
  let unreadable = 0
  const others = SESSION_FIELDS.flatMap(([field, code]): readonly ScheduledSession[] => {
    const given = parsed.data[field]
    if (given === undefined || given === null) return []
    const read = readStart(given, season)
    if (read !== null) return [{ code, ...read }]
    unreadable++
    return []
  })
  const circuitId = Circuit.circuitId ?? ''
  const sessions = onTheirDays([...others, { code: 'R', ...start }], circuitId)
  const { locality, country, long } = Circuit.Location
  const longitude = long === undefined ? Number.NaN : Number(long)
  return {
    round: {
      round: Number(round),
      name: raceName,
      country,
      location: locality,
      circuitId,
      longitude: Math.abs(longitude) <= 180 ? longitude : null,
      raceAt: sessions.at(-1)!.startAt,
      sessions,
    },
    unreadable,
  }
}

type Start = Pick<ScheduledSession, 'startAt' | 'isTimeKnown'>

/** Null for what is no day of this season. A time that cannot be read counts as not given. */
function readStart(given: unknown, season: number): Start | null {
  const parsed = when.safeParse(given)
  if (!parsed.success || !/^\d{4}-\d{2}-\d{2}$/.test(parsed.data.date)) return null
  const { date, time } = parsed.data
  const midnight = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(midnight) || new Date(midnight).getUTCFullYear() !== season) return null
  const isTime = typeof time === 'string' && /^\d{2}:\d{2}(:\d{2})?Z$/.test(time)
  const startAt = isTime ? Date.parse(`${date}T${time}`) : Number.NaN
  return Number.isNaN(startAt) ? { startAt: midnight, isTimeKnown: false } : { startAt, isTimeKnown: true }
}

/**
 * Night sessions whose day is the circuit's although their time is UTC: Las Vegas 2023 but for its race, and all of
 * Las Vegas 2024. Such a session is a day early. It is told by its surroundings: Grands Prix are driven on Saturday or
 * Sunday, and a qualifying at night is the night before the race.
 *
 * @param sessions the race last.
 */
function onTheirDays(sessions: readonly ScheduledSession[], circuitId: string): readonly ScheduledSession[] {
  const written = sessions.at(-1)!
  const weekday = new Date(localTime(written, circuitId)).getUTCDay()
  const grandPrix = isAtNight(written, circuitId) && weekday === FRIDAY ? dayLater(written) : written
  const qualifying = sessions.find(({ code }) => code === 'Q')
  const areOthersEarly =
    qualifying !== undefined &&
    isAtNight(qualifying, circuitId) &&
    grandPrix.startAt - qualifying.startAt > LONGEST_NIGHT_BEFORE_MS
  return sessions.map((session) => {
    if (session.code === 'R') return grandPrix
    return areOthersEarly && isAtNight(session, circuitId) ? dayLater(session) : session
  })
}

const FRIDAY = 5

/** From qualifying to the race it is a day, a few hours more or less; with the day missing it is two. */
const LONGEST_NIGHT_BEFORE_MS = 36 * HOUR_MS

function localTime({ startAt }: ScheduledSession, circuitId: string): number {
  return startAt + (circuitOffsetMs(circuitId, startAt) ?? 0)
}

/** West of Greenwich and between 18:00 and 5:00 by the circuit's clock: where UTC has, or may have, the next day. */
function isAtNight(session: ScheduledSession, circuitId: string): boolean {
  const hour = (localTime(session, circuitId) % DAY_MS) / HOUR_MS
  const isWest = (circuitOffsetMs(circuitId, session.startAt) ?? 0) < 0
  return session.isTimeKnown && isWest && (hour >= 18 || hour < 5)
}

function dayLater(session: ScheduledSession): ScheduledSession {
  return { ...session, startAt: session.startAt + DAY_MS }
}
