// The user's settings on electron-store: validated by a schema, kept across restarts. A file that cannot be
// read is set aside under another name, never overwritten, and the defaults are used.

import { existsSync, renameSync } from 'node:fs'
import Store, { type Schema } from 'electron-store'
import { z } from 'zod'
import { DEFAULT_SETTINGS, type Settings } from '@contract/settings'
import { SETTING_SCHEMAS } from '@contract/settings-schema'
import type { Logger } from '../core/ports'
import { SETTING_NAMES, settingsFile } from './settings-file'

export function openSettings(folder: string, logger: Logger): Store<Settings> {
  const open = () =>
    new Store<Settings>({ cwd: folder, name: 'settings', schema: jsonSchema(), defaults: DEFAULT_SETTINGS })
  try {
    return open()
  } catch (error) {
    const file = settingsFile(folder)
    if (!existsSync(file)) throw error
    const aside = `${file}.unreadable`
    renameSync(file, aside)
    logger.log('warn', 'settings', `the settings could not be read and were set aside as ${aside}`, {
      reason: String(error),
    })
    return open()
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
