// What Jolpica knows of one race: who drove under which number, who withdrew, how long each first lap took. Parsing
// only. A row that cannot be read costs itself.

import { z } from 'zod'
import { parseDurationMs } from '../../session/patch'
import { readEnvelope, type Page } from './jolpica-pages'

export interface ResultRow {
  readonly driverId: string
  /** As driven in this race, unlike a driver's permanent number. */
  readonly number: string
  readonly hasWithdrawn: boolean
}

export interface FirstLapRow {
  readonly driverId: string
  readonly lapTimeMs: number
}

export interface RacePage<Row> extends Page<Row> {
  /** The race's day as the schedule has it, epoch ms; null where the answer is empty. Tells one race from another. */
  readonly raceDay: number | null
}

const raceTable = z.object({ RaceTable: z.object({ Races: z.array(z.looseObject({ date: z.string() })) }) })
const resultRow = z.object({
  number: z.string().regex(/^\d{1,3}$/),
  positionText: z.string().optional(),
  Driver: z.object({ driverId: z.string().min(1) }),
})
const lapsOf = z.object({
  Laps: z.array(z.object({ number: z.unknown().optional(), Timings: z.array(z.unknown()) })),
})
const timingRow = z.object({ driverId: z.string().min(1), time: z.string() })

/** @throws AppError `source/unparsable` when the document as a whole is no answer of Jolpica's; nothing else. */
export function parseResults(
  bytes: Uint8Array,
  subject: string,
  table: 'Results' | 'SprintResults',
): RacePage<ResultRow> {
  return parseRace(
    bytes,
    subject,
    (race) => {
      const entries = race[table]
      return Array.isArray(entries) ? entries : []
    },
    (entry) => {
      const parsed = resultRow.safeParse(entry)
      if (!parsed.success) return null
      const { number, positionText, Driver } = parsed.data
      return { driverId: Driver.driverId, number, hasWithdrawn: positionText === 'W' }
    },
  )
}

/** @throws AppError as parseResults. */
export function parseFirstLaps(bytes: Uint8Array, subject: string): RacePage<FirstLapRow> {
  return parseRace(
    bytes,
    subject,
    // Asked for lap 1 the answer holds no other; one that does is not taken for it.
    (race) => lapsOf.safeParse(race).data?.Laps.find(({ number }) => number === '1')?.Timings ?? [],
    (entry) => {
      const parsed = timingRow.safeParse(entry)
      const lapTimeMs = parsed.success ? parseDurationMs(parsed.data.time) : null
      return parsed.success && lapTimeMs !== null && lapTimeMs > 0
        ? { driverId: parsed.data.driverId, lapTimeMs }
        : null
    },
  )
}

function parseRace<Row>(
  bytes: Uint8Array,
  subject: string,
  entriesOf: (race: Readonly<Record<string, unknown>>) => readonly unknown[],
  readRow: (entry: unknown) => Row | null,
): RacePage<Row> {
  const { total, content } = readEnvelope(bytes, subject)
  const race = raceTable.safeParse(content).data?.RaceTable.Races[0]
  const entries = race === undefined ? [] : entriesOf(race)
  const rows = entries.map(readRow).filter((row) => row !== null)
  const raceDay = Date.parse(race?.date ?? '')
  return { total, received: entries.length, rows, raceDay: Number.isNaN(raceDay) ? null : raceDay }
}
