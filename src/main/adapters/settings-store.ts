// The user's settings on electron-store: validated by a schema, kept across restarts. What cannot be read is mended
// first, so one bad field costs that field and no other.

import { existsSync, renameSync } from 'node:fs'
import { basename } from 'node:path'
import Store, { type Schema } from 'electron-store'
import { z } from 'zod'
import { DEFAULT_SETTINGS, type MendedSettings, type Settings } from '@contract/settings'
import { SETTING_SCHEMAS } from '@contract/settings-schema'
import type { Logger } from '../core/ports'
import { SETTING_NAMES } from '../core/settings/mend-settings'
import { mendSettingsFile, settingsFile } from './settings-file'

interface OpenedSettings {
  readonly store: Store<Settings>
  /** What of the file could not be read; null: nothing. */
  readonly mended: MendedSettings | null
}

export function openSettings(folder: string, logger: Logger): OpenedSettings {
  const open = () =>
    new Store<Settings>({ cwd: folder, name: 'settings', schema: jsonSchema(), defaults: DEFAULT_SETTINGS })
  try {
    const mended = mendSettingsFile(folder, logger)
    return { store: open(), mended }
  } catch (error) {
    // A file that can be read and not mended, on a disk that takes no more.
    const file = settingsFile(folder)
    if (!existsSync(file)) throw error
    const aside = `${file}.unreadable`
    renameSync(file, aside)
    logger.log('warn', 'settings', `the settings could not be read and were set aside as ${aside}`, {
      reason: String(error),
    })
    return { store: open(), mended: { fields: [], keptAs: basename(aside) } }
  }
}

/** electron-store checks with JSON Schema what everything else checks with zod: one is made of the other. */
function jsonSchema(): Schema<Settings> {
  const made = SETTING_NAMES.map((name) => {
    const { $schema: _, ...schema } = z.toJSONSchema(SETTING_SCHEMAS[name])
    return [name, schema]
  })
  return Object.fromEntries(made) as Schema<Settings>
}
