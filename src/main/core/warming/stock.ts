// What the cache has of one session, as far as warming cares. Read from the index and the stored laps; no sculpture is
// opened for it.

import type { ErrorReport } from '@contract/errors'
import type { Warmth } from '@contract/warming'

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
