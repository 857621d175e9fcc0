// Settings as text that goes from one computer to another, and back: written whole, read field by field, refused by
// name. Where a window stands and where the cache lies are of one computer and not in it. Pure.

import { say } from '@contract/phrases'
import type { ShownSettings } from '@contract/settings'
import type { GivenSettings, SettingChange, SettingValue } from '@contract/settings-transfer'
import { SHOWN_SETTING_SCHEMAS } from '@contract/settings-schema'
import { AppError } from '../app-error'
import { fieldsOf, isRecord, readFields } from './setting-fields'

const FORMAT = 'f1-sculpture-gallery-settings'
/** Of the file. A field more is no new version: who does not know it says its name. */
const VERSION = 1

/** All settings as text are some 2 KB. What is longer than this is none of ours, and is not parsed. */
export const SETTINGS_TEXT_BYTES = 64 * 1024

/** More names than this help nobody. */
const NAMES_TOLD = 6

export function writeSettingsText(settings: ShownSettings): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, null, 2)}\n`
}

/**
 * @param text at most SETTINGS_TEXT_BYTES.
 * @param name of the file, for errors.
 * @throws AppError `settings/not-ours`, `settings/later-version`, `settings/bad-fields` with the names of all of them.
 */
export function readSettingsText(text: string, name: string): GivenSettings {
  const written = settingsIn(text, name)
  const given: [string, unknown][] = []
  const refused: string[] = []
  for (const section of Object.keys(written)) {
    const schema = Object.hasOwn(SHOWN_SETTING_SCHEMAS, section)
      ? SHOWN_SETTING_SCHEMAS[section as keyof ShownSettings]
      : null
    const value = written[section]
    const fields = schema === null ? null : fieldsOf(schema)
    if (fields !== null && isRecord(value)) {
      const read = readFields(section, fields, value)
      refused.push(...read.bad, ...read.unknown)
      given.push([section, read.good])
      continue
    }
    const parsed = fields === null ? schema?.safeParse(value) : undefined
    if (parsed?.success === true) given.push([section, parsed.data])
    else refused.push(section)
  }
  if (refused.length > 0) throw new AppError('settings/bad-fields', name, { detail: namesTold(refused) })
  return Object.fromEntries(given)
}

/** What taking `given` would make of `current`: whole sections, ready to be stored. */
export function mergeSettings(current: ShownSettings, given: GivenSettings): Partial<ShownSettings> {
  const merged = Object.entries(given).map(([section, value]) => {
    const known: unknown = current[section as keyof ShownSettings]
    return [section, isRecord(known) && isRecord(value) ? { ...known, ...value } : value]
  })
  return Object.fromEntries(merged) as Partial<ShownSettings>
}

/** Every field that is another one afterwards, in the order of the settings. */
export function settingChanges(
  current: ShownSettings,
  change: Partial<ShownSettings>,
): readonly SettingChange[] {
  return (Object.keys(current) as (keyof ShownSettings)[]).flatMap((section) => {
    const before: unknown = current[section]
    const after: unknown = change[section]
    if (after === undefined) return []
    if (fieldsOf(SHOWN_SETTING_SCHEMAS[section]) === null || !isRecord(before) || !isRecord(after))
      return changeOf(section, before, after)
    return Object.keys(before).flatMap((field) =>
      changeOf(`${section}.${field}`, before[field], after[field]),
    )
  })
}

/** Every field with its value, `['appearance.units', 'metric']`, in the order of the settings. */
export function settingLines(settings: ShownSettings): readonly (readonly [string, string])[] {
  return (Object.keys(settings) as (keyof ShownSettings)[]).flatMap((section): [string, string][] => {
    const value: unknown = settings[section]
    if (fieldsOf(SHOWN_SETTING_SCHEMAS[section]) === null || !isRecord(value))
      return [[section, settingInWords(value)]]
    return Object.entries(value).map(([field, each]) => [`${section}.${field}`, settingInWords(each)])
  })
}

/** A value on one line: text as it is, everything else as JSON. */
export function settingInWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function changeOf(path: string, before: unknown, after: unknown): readonly SettingChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  return [{ path, before: before as SettingValue, after: after as SettingValue }]
}

function settingsIn(text: string, name: string): Readonly<Record<string, unknown>> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (cause) {
    throw new AppError('settings/not-ours', name, { cause, detail: say('settings-no-json') })
  }
  if (!isRecord(parsed) || parsed['format'] !== FORMAT) throw new AppError('settings/not-ours', name)
  const { version, settings } = parsed
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new AppError('settings/not-ours', name, { detail: say('settings-no-version') })
  if (version > VERSION)
    throw new AppError('settings/later-version', name, { detail: say('settings-version', { version }) })
  if (!isRecord(settings)) throw new AppError('settings/not-ours', name, { detail: say('settings-none') })
  return settings
}

function namesTold(names: readonly string[]): string {
  // They come from the file: of any length, and anything may be in them.
  const told = names.slice(0, NAMES_TOLD).map((name) => JSON.stringify(name.slice(0, 60)))
  const rest = names.length - told.length
  return rest === 0 ? told.join(', ') : `${told.join(', ')} and ${rest} more`
}
