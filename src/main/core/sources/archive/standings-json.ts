// Jolpica's driver standings. Parsing only. A row that cannot be read costs itself.

import { z } from 'zod'
import type { DriverStanding } from '@contract/calendar'
import { countOf, readEnvelope, type Page } from './jolpica-pages'

export interface StandingRow extends Omit<DriverStanding, 'number'> {
  /** Today's number, whatever season was asked for: for 2023 it gives Verstappen the 3 he has had since 2026. */
  readonly permanentNumber: string | null
}

export interface StandingsPage extends Page<StandingRow> {
  /** The round after which this is how they stand; null before the first race. */
  readonly round: number | null
}

const table = z.object({
  StandingsTable: z.object({
    StandingsLists: z.array(
      z.object({ round: z.unknown().optional(), DriverStandings: z.array(z.unknown()) }),
    ),
  }),
})

const row = z.object({
  position: z.unknown().optional(),
  points: z.union([z.string().regex(/^\d{1,5}(\.\d{1,4})?$/), z.number().nonnegative()]),
  wins: z.unknown().optional(),
  Driver: z.object({
    driverId: z.string().min(1),
    code: z.string().optional(),
    permanentNumber: z.string().optional(),
    givenName: z.string(),
    familyName: z.string(),
  }),
  Constructors: z.array(z.object({ name: z.string() })).optional(),
})

/** @throws AppError `source/unparsable` when the document as a whole is no list of standings; nothing else. */
export function parseStandings(bytes: Uint8Array, subject: string): StandingsPage {
  const { total, content } = readEnvelope(bytes, subject)
  // No table at all is how a season before its first race may look.
  const lists = table.safeParse(content).data?.StandingsTable.StandingsLists ?? []
  const entries = lists.flatMap((list) => list.DriverStandings)
  return {
    total,
    received: entries.length,
    rows: entries.flatMap(readRow),
    round: countOf(lists.at(-1)?.round),
  }
}

function readRow(entry: unknown): readonly StandingRow[] {
  const parsed = row.safeParse(entry)
  if (!parsed.success) return []
  const { position, points, wins, Driver, Constructors = [] } = parsed.data
  const { driverId, code, permanentNumber, givenName, familyName } = Driver
  return [
    {
      // "-" for who is not classified.
      position: countOf(position),
      code: code ?? null,
      driverId,
      permanentNumber: permanentNumber ?? null,
      name: `${givenName} ${familyName}`,
      team: Constructors.at(-1)?.name ?? null,
      points: Number(points),
      wins: countOf(wins) ?? 0,
    },
  ]
}
