// The wish of a one-off run, as it is chosen, and as it is asked for. Pure.

import type { SessionCode, SourceKind } from '@contract/ids'
import { SETTING_LIMITS, WARMING_PRESETS, type PresetName, type WarmingStrategy } from '@contract/settings'
import type { WarmRequest } from '@contract/warming'
import { WORDS } from '../../ui/words'
import {
  driversProblem,
  rangeProblem,
  readDrivers,
  readWhole,
  writeDrivers,
  type DriverFields,
  type Problems,
} from './choice-fields'

export interface PlanFields {
  readonly scope: WarmRequest['kind']
  readonly rounds: string
  /** Of a race or a season; null: the newest on offer. */
  readonly season: number | null
  /** Null: the latest of the season that has been run. */
  readonly round: number | null
  readonly sessions: readonly SessionCode[]
  readonly drivers: DriverFields
}

type Strategy = Pick<WarmingStrategy, 'recentRounds' | 'sessions' | 'drivers'>

export function planFieldsFrom({ recentRounds, sessions, drivers }: Strategy): PlanFields {
  return {
    scope: 'recent',
    rounds: String(recentRounds),
    season: null,
    round: null,
    sessions,
    drivers: writeDrivers(drivers),
  }
}

export function withPreset(fields: PlanFields, name: PresetName): PlanFields {
  const { recentRounds, sessions, drivers } = WARMING_PRESETS[name].strategy
  return { ...fields, rounds: String(recentRounds), sessions, drivers: writeDrivers(drivers, fields.drivers) }
}

export type PlanProblems = Problems<'rounds' | 'sessions' | 'drivers'>

export function planProblems({ scope, rounds, sessions, drivers }: PlanFields): PlanProblems {
  const wrongDrivers = driversProblem(drivers)
  const areRoundsWrong = scope === 'recent' && readWhole(rounds, SETTING_LIMITS.recentRounds) === null
  return {
    ...(areRoundsWrong ? { rounds: rangeProblem(SETTING_LIMITS.recentRounds) } : {}),
    ...(sessions.length === 0 ? { sessions: WORDS.warming.form.noSessions } : {}),
    ...(wrongDrivers === null ? {} : { drivers: wrongDrivers }),
  }
}

/**
 * @param place the season and round that the form shows as chosen.
 * @returns null while something cannot be read, or no season is there to choose.
 */
export function readWish(
  fields: PlanFields,
  source: SourceKind,
  place: { readonly season: number | null; readonly round: number | null },
): WarmRequest | null {
  const drivers = readDrivers(fields.drivers)
  const { scope, sessions } = fields
  if (drivers === null || sessions.length === 0) return null
  const { season, round } = place
  switch (scope) {
    case 'recent': {
      const rounds = readWhole(fields.rounds, SETTING_LIMITS.recentRounds)
      return rounds === null ? null : { kind: scope, source, rounds, sessions, drivers }
    }
    case 'race':
      return season === null || round === null
        ? null
        : { kind: scope, source, season, round, sessions, drivers }
    case 'season':
      return season === null ? null : { kind: scope, source, season, sessions, drivers }
  }
}
