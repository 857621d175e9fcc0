// Strategy and schedule as they are typed, and as they are stored. Pure.

import type { SessionCode } from '@contract/ids'
import {
  SETTING_LIMITS,
  WARMING_PRESETS,
  type WarmingSettings,
  type PresetName,
  type WarmingSchedule,
} from '@contract/settings'
import { WORDS } from '../../ui/words'
import {
  driversProblem,
  rangeProblem,
  readCodes,
  readDrivers,
  readWhole,
  writeDrivers,
  type DriverFields,
  type Problems,
} from '../warming/choice-fields'

const MINUTE_MS = 60_000

export interface WarmingFields {
  /** `current`, or a year. */
  readonly season: string
  readonly recentRounds: string
  readonly sessions: readonly SessionCode[]
  readonly drivers: DriverFields
  readonly favourites: string
  readonly maxConcurrent: string
  readonly isOn: boolean
  readonly rule: string
  readonly zone: string
  readonly catchUp: boolean
  readonly afterSessions: boolean
  readonly onBattery: WarmingSchedule['onBattery']
  readonly onMetered: WarmingSchedule['onMetered']
  readonly maxDelayMinutes: string
  readonly alertAfterMinutes: string
}

export type WarmingProblems = Problems<keyof WarmingFields>

/** In minutes, of which the alert may be a part: 10 seconds are the least the check accepts. */
const DELAY_MINUTES = { least: 0, most: SETTING_LIMITS.maxDelayMs.most / MINUTE_MS }
const ALERT_MINUTES = { least: 1, most: SETTING_LIMITS.alertAfterMs.most / MINUTE_MS }

export function writeWarming({ strategy, schedule, alertAfterMs }: WarmingSettings): WarmingFields {
  return {
    season: String(strategy.season),
    recentRounds: String(strategy.recentRounds),
    sessions: strategy.sessions,
    drivers: writeDrivers(strategy.drivers),
    favourites: strategy.favourites.join(', '),
    maxConcurrent: String(strategy.maxConcurrent),
    isOn: schedule.isOn,
    rule: schedule.rule,
    zone: schedule.zone,
    catchUp: schedule.catchUp,
    afterSessions: schedule.afterSessions,
    onBattery: schedule.onBattery,
    onMetered: schedule.onMetered,
    maxDelayMinutes: String(minutesOf(schedule.maxDelayMs, DELAY_MINUTES)),
    alertAfterMinutes: String(minutesOf(alertAfterMs, ALERT_MINUTES)),
  }
}

/** Choices beside those of the preset stay as they are. */
export function withWarmingPreset(fields: WarmingFields, name: PresetName): WarmingFields {
  const { strategy, rule } = WARMING_PRESETS[name]
  return {
    ...fields,
    recentRounds: String(strategy.recentRounds),
    sessions: strategy.sessions,
    drivers: writeDrivers(strategy.drivers, fields.drivers),
    rule,
  }
}

export function warmingProblems(fields: WarmingFields): WarmingProblems {
  const problems: { -readonly [F in keyof WarmingFields]?: string } = {}
  const whole = (name: keyof WarmingFields, typed: string, limits: { least: number; most: number }): void => {
    if (readWhole(typed, limits) === null) problems[name] = rangeProblem(limits)
  }
  whole('recentRounds', fields.recentRounds, SETTING_LIMITS.recentRounds)
  whole('maxConcurrent', fields.maxConcurrent, SETTING_LIMITS.maxConcurrent)
  whole('maxDelayMinutes', fields.maxDelayMinutes, DELAY_MINUTES)
  whole('alertAfterMinutes', fields.alertAfterMinutes, ALERT_MINUTES)
  const drivers = driversProblem(fields.drivers)
  if (drivers !== null) problems.drivers = drivers
  if (readCodes(fields.favourites) === null) problems.favourites = WORDS.warming.form.noCodes
  if (fields.sessions.length === 0) problems.sessions = WORDS.warming.form.noSessions
  return problems
}

/**
 * @param known what is stored: that which the form does not show stays as it is.
 * @returns null while a field cannot be read.
 */
export function readWarming(fields: WarmingFields, known: WarmingSettings): WarmingSettings | null {
  const recentRounds = readWhole(fields.recentRounds, SETTING_LIMITS.recentRounds)
  const maxConcurrent = readWhole(fields.maxConcurrent, SETTING_LIMITS.maxConcurrent)
  const delayMinutes = readWhole(fields.maxDelayMinutes, DELAY_MINUTES)
  const alertMinutes = readWhole(fields.alertAfterMinutes, ALERT_MINUTES)
  const drivers = readDrivers(fields.drivers)
  const favourites = readCodes(fields.favourites)
  if (recentRounds === null || maxConcurrent === null || delayMinutes === null || alertMinutes === null)
    return null
  if (drivers === null || favourites === null || fields.sessions.length === 0) return null
  const { isOn, zone, catchUp, afterSessions, onBattery, onMetered, sessions } = fields
  return {
    strategy: {
      ...known.strategy,
      season: fields.season === 'current' ? 'current' : Number(fields.season),
      recentRounds,
      sessions,
      drivers,
      favourites,
      maxConcurrent,
    },
    schedule: {
      ...known.schedule,
      isOn,
      rule: fields.rule.trim(),
      zone,
      catchUp,
      afterSessions,
      onBattery,
      onMetered,
      maxDelayMs: keptMs(known.schedule.maxDelayMs, delayMinutes, DELAY_MINUTES),
    },
    alertAfterMs: keptMs(known.alertAfterMs, alertMinutes, ALERT_MINUTES),
  }
}

/** As the form shows a stored time. */
function minutesOf(ms: number, { least }: typeof DELAY_MINUTES): number {
  return Math.max(least, Math.round(ms / MINUTE_MS))
}

/** A stored time that shows as so many minutes because it was rounded stays as it is. */
function keptMs(storedMs: number, minutes: number, limits: typeof DELAY_MINUTES): number {
  return minutesOf(storedMs, limits) === minutes ? storedMs : minutes * MINUTE_MS
}
