// From the flags of `gallery warm` to a wish. Pure.

import { InvalidArgumentError } from 'commander'
import type { SessionCode, SourceKind } from '@contract/ids'
import { WARMING_PRESETS, type DriverChoice, type PresetName } from '@contract/settings'
import type { WarmRequest } from '@contract/warming'
import { AppError } from '../../core/app-error'
import { readSessionCode } from '../../core/calendar/session-code'

export interface WarmFlags {
  readonly source: SourceKind
  readonly sessions?: readonly SessionCode[]
  readonly drivers?: readonly string[]
  readonly allDrivers?: true
  readonly preset?: PresetName
}

export interface RecentFlags extends WarmFlags {
  readonly rounds?: number
  readonly season?: number
}

export function recentWish(flags: RecentFlags): WarmRequest {
  const { rounds, season } = flags
  const preset = flags.preset === undefined ? null : WARMING_PRESETS[flags.preset].strategy
  const wanted = rounds ?? preset?.recentRounds
  return {
    kind: 'recent',
    ...shared(flags),
    ...(wanted === undefined ? {} : { rounds: wanted }),
    ...(season === undefined ? {} : { season }),
  }
}

export function raceWish(season: number, round: number, flags: WarmFlags): WarmRequest {
  return { kind: 'race', season, round, ...shared(flags) }
}

export function seasonWish(season: number, flags: WarmFlags): WarmRequest {
  return { kind: 'season', season, ...shared(flags) }
}

function shared(flags: WarmFlags): Pick<WarmRequest, 'source' | 'sessions' | 'drivers'> {
  const preset = flags.preset === undefined ? null : WARMING_PRESETS[flags.preset].strategy
  const sessions = flags.sessions ?? preset?.sessions
  const drivers = driversOf(flags) ?? preset?.drivers
  return {
    source: flags.source,
    ...(sessions === undefined ? {} : { sessions }),
    ...(drivers === undefined ? {} : { drivers }),
  }
}

function driversOf({ drivers, allDrivers }: WarmFlags): DriverChoice | undefined {
  if (drivers !== undefined && allDrivers === true)
    throw new AppError('cli/wrong-use', '--drivers and --all-drivers', { detail: 'one of them' })
  if (allDrivers === true) return { kind: 'all' }
  return drivers === undefined ? undefined : { kind: 'list', codes: drivers }
}

/** `Q,R`. */
export function parseSessions(value: string): readonly SessionCode[] {
  return parseList(value, (part) => readSessionCode(part), 'sessions separated by commas, e.g. Q,R')
}

/** `VER,HAM`. */
export function parseDrivers(value: string): readonly string[] {
  const read = (part: string): string | null => {
    const code = part.toUpperCase()
    return /^[A-Z0-9]{1,4}$/.test(code) ? code : null
  }
  return parseList(value, read, 'driver codes separated by commas, e.g. VER,HAM')
}

function parseList<T>(value: string, read: (part: string) => T | null, expected: string): readonly T[] {
  const parts = value.split(',').map((part) => read(part.trim()))
  const known = parts.filter((part) => part !== null)
  if (known.length < parts.length) throw new InvalidArgumentError(`Expected ${expected}.`)
  return [...new Set(known)]
}
