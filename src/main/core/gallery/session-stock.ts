// What the cache has of one session, as far as warming cares. Told from the cache's list and the stored laps; no
// sculpture is opened for it. Pure.

import { z } from 'zod'
import { ERROR_CODES, ERROR_WORDS, type ErrorReport } from '@contract/errors'
import type { SessionLaps } from '@contract/laps'
import type { Warmth } from '@contract/warming'
import { toReport, type AppError } from '../app-error'

export interface SessionStock {
  readonly laps: Warmth
  /** Codes of all drivers of the session, fastest first; null while its laps are cold. */
  readonly drivers: readonly string[] | null
  /** Codes of those who set a time that counts. Only of them there can be a sculpture. */
  readonly timed: ReadonlySet<string>
  /** By driver: the sculptures of fastest laps that are here. */
  readonly sculptures: ReadonlyMap<string, Exclude<Warmth, 'cold'>>
  /** By driver: why the present recording gives no sculpture. Making it again would give the same answer. */
  readonly refused: ReadonlyMap<string, ErrorReport>
}

export const EMPTY_STOCK: SessionStock = {
  laps: 'cold',
  drivers: null,
  timed: new Set(),
  sculptures: new Map(),
  refused: new Map(),
}

/** What is to be had of one driver's fastest lap, and whether anything must be done for it. */
export type DriverStock =
  | { readonly kind: Warmth }
  | { readonly kind: 'absent' }
  | { readonly kind: 'no-time' }
  | { readonly kind: 'refused'; readonly error: ErrorReport }

export function driverStock(stock: SessionStock, driver: string): DriverStock {
  const here = stock.sculptures.get(driver)
  if (here !== undefined) return { kind: here }
  if (stock.drivers === null) return { kind: 'cold' }
  if (!stock.drivers.includes(driver)) return { kind: 'absent' }
  if (!stock.timed.has(driver)) return { kind: 'no-time' }
  const error = stock.refused.get(driver)
  return error === undefined ? { kind: 'cold' } : { kind: 'refused', error }
}

/** The wanted drivers of a session whose laps are known; all with a time where nobody is named. */
export function wantedDrivers(stock: SessionStock, drivers: readonly string[] | null): readonly string[] {
  return drivers ?? (stock.drivers ?? []).filter((code) => stock.timed.has(code))
}

/**
 * Kept beside the laps of a session: the fastest laps that the recording gives no sculpture of. What was stored is not
 * trusted: another version may have written it.
 */
const refusalsSchema = z.object({
  refused: z.array(
    z.object({
      driver: z.string().max(4),
      code: z.enum(ERROR_CODES),
      message: z.string().max(500),
      // Absent where an earlier version wrote it.
      subject: z.string().max(500).exactOptional(),
      detail: z.string().max(500).exactOptional(),
    }),
  ),
})

export type Refusals = Readonly<z.infer<typeof refusalsSchema>>

export function refusalsOf(errors: ReadonlyMap<string, AppError>): Refusals {
  return {
    refused: [...errors].map(([driver, error]) => {
      const { hint: _, retry: __, ...report } = toReport(error)
      return { driver, ...report }
    }),
  }
}

/** An entry that is here; whether it wants to be checked, and what is noted beside it. */
export interface StoredEntry {
  readonly isStale: boolean
  readonly label?: unknown
}

export interface StoredSession {
  readonly laps: SessionLaps
  readonly entry: StoredEntry
  /** By driver: the sculptures of fastest laps. */
  readonly sculptures: ReadonlyMap<string, StoredEntry>
}

export function stockFrom({ laps, entry, sculptures }: StoredSession): SessionStock {
  const warmth = ({ isStale }: StoredEntry) => (isStale ? ('stale' as const) : ('warm' as const))
  return {
    laps: warmth(entry),
    drivers: laps.drivers.map(({ code }) => code),
    timed: new Set(laps.drivers.flatMap(({ code, fastest }) => (fastest === null ? [] : [code]))),
    sculptures: new Map([...sculptures].map(([driver, each]) => [driver, warmth(each)])),
    refused: refusedIn(entry.label),
  }
}

function refusedIn(label: unknown): ReadonlyMap<string, ErrorReport> {
  const parsed = refusalsSchema.safeParse(label)
  if (!parsed.success) return new Map()
  return new Map(
    parsed.data.refused.map(({ driver, ...report }) => {
      const { hint, retry } = ERROR_WORDS[report.code]
      return [driver, { ...report, hint, retry }]
    }),
  )
}
