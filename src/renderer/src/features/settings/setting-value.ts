// Any setting's value as people read it, known by its dotted name. Pure.

import type { Revealed } from '@contract/spoilers'
import type { SettingValue } from '@contract/settings-transfer'
import { bytes, listed, percent, whole } from '../../ui/format'
import { WORDS } from '../../ui/words'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** What a setting is called where it stands alone; its dotted name where a later version gave it none. */
export function settingName(path: string): string {
  return WORDS.settings.fields[path] ?? WORDS.spoilers.fields[path] ?? path
}

export function settingValue(path: string, value: SettingValue): string {
  const words = WORDS.settings.values
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return numberValue(path, value)
  if (typeof value === 'string') return textValue(path, value)
  if (path === 'revealed.upTo') return markValue(value as Revealed['upTo'])
  if (path === 'revealed.others' && Array.isArray(value)) return WORDS.spoilers.weekends(value.length)
  if (Array.isArray(value)) return value.length === 0 ? words.none : listed(value.map(String))
  if (path === 'strategy.drivers' && value !== null) return driversValue(value as DriversValue)
  return JSON.stringify(value)
}

function markValue(upTo: Revealed['upTo']): string {
  return upTo === null ? WORDS.settings.values.none : WORDS.spoilers.mark(upTo.season, upTo.round)
}

type DriversValue = Readonly<Record<string, SettingValue>>

function driversValue({ kind, count, codes }: DriversValue): string {
  const words = WORDS.settings.values
  if (kind === 'top') return words.topDrivers(Number(count), whole(Number(count)))
  return kind === 'list' && Array.isArray(codes) ? listed(codes.map(String)) : words.allDrivers
}

function numberValue(path: string, value: number): string {
  const words = WORDS.settings.values
  if (path.endsWith('Bytes')) return bytes(value)
  if (path === 'accessibility.textScale') return percent(value)
  if (path === 'strategy.season') return String(value)
  if (!path.endsWith('Ms')) return whole(value)
  return value >= HOUR_MS && value % HOUR_MS === 0
    ? words.hours(value / HOUR_MS, whole(value / HOUR_MS))
    : words.minutes(value / MINUTE_MS, whole(value / MINUTE_MS))
}

function textValue(path: string, value: string): string {
  const { appearance, accessibility, sources, values } = WORDS.settings
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    source: sources.names,
    'appearance.theme': appearance.theme.names,
    'appearance.contrast': appearance.contrast.names,
    'appearance.language': appearance.language.names,
    'appearance.units': appearance.units.names,
    'appearance.clock': appearance.clock.names,
    'appearance.timeZone': appearance.timeZone.special,
    'appearance.colourMap': WORDS.look.maps,
    'accessibility.motion': accessibility.motion.names,
    'schedule.onBattery': { run: values.run, wait: values.wait },
    'schedule.onMetered': { run: values.run, wait: values.wait },
    'strategy.season': { current: values.currentSeason },
  }
  return names[path]?.[value] ?? value
}
