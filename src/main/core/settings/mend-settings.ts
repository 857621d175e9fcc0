// Settings out of what a file says, whatever wrote it: an earlier version, a later one, or somebody's hand. One field
// that cannot be read costs that field and no other. Pure.

import { DEFAULT_SETTINGS, type Settings } from '@contract/settings'
import { SETTING_SCHEMAS } from '@contract/settings-schema'
import { fieldsOf, isRecord, readFields } from './setting-fields'

export const SETTING_NAMES = Object.keys(SETTING_SCHEMAS) as readonly (keyof Settings)[]

interface Mended {
  readonly settings: Settings
  /** Dotted names of the fields that could not be read and have their defaults. */
  readonly bad: readonly string[]
  /** The file has to be written anew to be what `settings` says. */
  readonly isChanged: boolean
}

/**
 * What is missing takes the default, silently: the file is of an earlier version. Fields that a later version has
 * written into a section are dropped as silently.
 * @param written the file's own settings by name.
 */
export function mendSettings(written: Readonly<Record<string, unknown>>): Mended {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS }
  const bad: string[] = []
  let isChanged = false
  for (const name of SETTING_NAMES) {
    const value = Object.hasOwn(written, name) ? written[name] : undefined
    if (value === undefined) continue
    const parsed = SETTING_SCHEMAS[name].safeParse(value)
    if (parsed.success) {
      settings[name] = parsed.data
      continue
    }
    isChanged = true
    const fields = fieldsOf(SETTING_SCHEMAS[name])
    if (fields === null || !isRecord(value)) {
      bad.push(name)
      continue
    }
    const read = readFields(name, fields, value)
    bad.push(...read.bad)
    settings[name] = { ...(DEFAULT_SETTINGS[name] as object), ...read.good }
  }
  return { settings: settings as unknown as Settings, bad, isChanged }
}
