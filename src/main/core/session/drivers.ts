// Who took part: names, teams and colours by racing number.

import { MAX_DRIVERS } from './limits'
import { asRecord, integerAt, RACING_NUMBER, textAt, type FeedRecord } from './patch'
import type { StreamMessage } from './stream'

export interface SessionDriver {
  /** Racing number as text. */
  readonly number: string
  readonly code: string
  readonly name: string
  readonly team: string
  /** `#rrggbb` in lower case, or null. */
  readonly teamColour: string | null
}

/**
 * Later lines are not read: drivers of the support series are appended to the same stream, under the same numbers,
 * once the session is over. No session is shorter, and no driver joins later than this.
 */
const FREEZE_MS = 60 * 60 * 1000

const FIELDS = [
  'RacingNumber',
  'Tla',
  'FullName',
  'FirstName',
  'LastName',
  'NameFormat',
  'TeamName',
  'TeamColour',
  'Line',
]

/**
 * All drivers in the order the feed displays them. Deletions of fields are ignored: the ones seen only clear what
 * a support series overwrote.
 */
export function readDrivers(messages: readonly StreamMessage[]): readonly SessionDriver[] {
  const merged = new Map<string, FeedRecord>()
  for (const { timeMs, payload } of messages) {
    // A recording that begins late has its only full list behind the hour.
    if (timeMs > FREEZE_MS && merged.size > 0) break
    for (const [key, value] of Object.entries(asRecord(payload) ?? {})) {
      const patch = asRecord(value)
      if (patch === null || !RACING_NUMBER.test(key)) continue
      if (merged.size >= MAX_DRIVERS && !merged.has(key)) continue
      const known = FIELDS.filter((field) => field in patch).map((field) => [field, patch[field]] as const)
      merged.set(key, { ...merged.get(key), ...Object.fromEntries(known) })
    }
  }
  return [...merged]
    .map(([key, fields]) => ({ line: integerAt(fields, 'Line') ?? Number.MAX_SAFE_INTEGER, fields, key }))
    .toSorted((a, b) => a.line - b.line || Number(a.key) - Number(b.key))
    .map(({ fields, key }) => driverOf(key, fields))
}

/** A driver of whom only the number is known. */
export function unnamedDriver(number: string): SessionDriver {
  return { number, code: number, name: number, team: '', teamColour: null }
}

function driverOf(key: string, fields: FeedRecord): SessionDriver {
  const number = textAt(fields, 'RacingNumber') ?? key
  const code = textAt(fields, 'Tla') ?? number
  const colour = textAt(fields, 'TeamColour')
  return {
    number,
    code,
    name: nameOf(fields) ?? code,
    team: textAt(fields, 'TeamName') ?? '',
    teamColour: colour !== null && /^[\da-f]{6}$/i.test(colour) ? `#${colour.toLowerCase()}` : null,
  }
}

/** `Lando Norris`; the family name first where the driver writes it so (`Zhou Guanyu`). */
function nameOf(fields: FeedRecord): string | null {
  const first = textAt(fields, 'FirstName')
  const last = textAt(fields, 'LastName')
  if (first === null || last === null) return textAt(fields, 'FullName')
  return textAt(fields, 'NameFormat') === 'LastNameIsPrimary' ? `${last} ${first}` : `${first} ${last}`
}
