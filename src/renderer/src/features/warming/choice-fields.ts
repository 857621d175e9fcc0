// Choices as they are typed, text until they can be read: sessions, drivers, whole numbers. Shared by the plan and
// the settings. Pure.

import { SESSION_CODES, type SessionCode } from '@contract/ids'
import { SETTING_LIMITS, type DriverChoice } from '@contract/settings'
import { WORDS } from '../../ui/words'
import { whole } from '../../ui/format'

export interface DriverFields {
  readonly kind: DriverChoice['kind']
  readonly count: string
  /** Codes with anything between them. */
  readonly codes: string
}

/** What is wrong with a field, by the field's name; empty when all can be read. */
export type Problems<Field extends string> = { readonly [F in Field]?: string }

interface Limits {
  readonly least: number
  readonly most: number
}

/** @returns null for what is no whole number within the limits. */
export function readWhole(typed: string, { least, most }: Limits): number | null {
  const value = typed.trim() === '' ? Number.NaN : Number(typed)
  return Number.isInteger(value) && value >= least && value <= most ? value : null
}

export function rangeProblem({ least, most }: Limits): string {
  return WORDS.warming.form.range(whole(least), whole(most))
}

/** As the timing feed writes drivers. */
const CODE = /^[A-Z0-9]{1,4}$/
/** What the check of the settings accepts. */
const MOST_CODES = 40

/** @returns each code once, in capitals; null where something is no code. Empty text is no codes. */
export function readCodes(typed: string): readonly string[] | null {
  const codes = typed
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== '')
  return codes.every((code) => CODE.test(code)) && codes.length <= MOST_CODES ? [...new Set(codes)] : null
}

/** @returns null while they cannot be read. */
export function readDrivers({ kind, count, codes }: DriverFields): DriverChoice | null {
  switch (kind) {
    case 'all':
      return { kind }
    case 'top': {
      const read = readWhole(count, SETTING_LIMITS.topDrivers)
      return read === null ? null : { kind, count: read }
    }
    case 'list': {
      const read = readCodes(codes)
      return read === null || read.length === 0 ? null : { kind, codes: read }
    }
  }
}

export function driversProblem(fields: DriverFields): string | null {
  if (readDrivers(fields) !== null) return null
  return fields.kind === 'top' ? rangeProblem(SETTING_LIMITS.topDrivers) : WORDS.warming.form.noCodes
}

/** @param known what the other kinds keep: who looks at "all" and goes back finds the list again. */
export function writeDrivers(choice: DriverChoice, known: DriverFields = NO_DRIVERS): DriverFields {
  switch (choice.kind) {
    case 'all':
      return { ...known, kind: 'all' }
    case 'top':
      return { ...known, kind: 'top', count: String(choice.count) }
    case 'list':
      return { ...known, kind: 'list', codes: choice.codes.join(', ') }
  }
}

const NO_DRIVERS: DriverFields = { kind: 'top', count: '15', codes: '' }

/** With the session where it was not, without it where it was; in the order of a weekend. */
export function toggled(sessions: readonly SessionCode[], code: SessionCode): readonly SessionCode[] {
  return SESSION_CODES.filter((each) => sessions.includes(each) !== (each === code))
}
