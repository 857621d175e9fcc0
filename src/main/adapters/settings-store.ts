// The user's settings on electron-store: validated by a schema, kept across restarts. A file that cannot be
// read is set aside under another name, never overwritten, and the defaults are used.

import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Store, { type Schema } from 'electron-store'
import { z } from 'zod'
import { DEFAULT_SETTINGS, type Settings } from '@contract/settings'
import { SETTING_SCHEMAS } from '@contract/settings-schema'
import type { Logger } from '../core/ports'

const NAMES = Object.keys(SETTING_SCHEMAS) as readonly (keyof Settings)[]

export function openSettings(folder: string, logger: Logger): Store<Settings> {
  const open = () =>
    new Store<Settings>({ cwd: folder, name: 'settings', schema: jsonSchema(), defaults: DEFAULT_SETTINGS })
  try {
    return open()
  } catch (error) {
    const file = fileIn(folder)
    if (!existsSync(file)) throw error
    const aside = `${file}.unreadable`
    renameSync(file, aside)
    logger.log('warn', 'settings', `the settings could not be read and were set aside as ${aside}`, {
      reason: String(error),
    })
    return open()
  }
}

/**
 * The settings for who only reads them and has no Electron: the command line. What is missing or cannot be read is as
 * the defaults have it; the file is left as it is.
 */
export function readSettings(folder: string, logger: Logger): Settings {
  const stored = readStored(fileIn(folder), logger)
  let settings = DEFAULT_SETTINGS
  for (const name of NAMES) {
    if (stored[name] === undefined) continue
    const parsed = SETTING_SCHEMAS[name].safeParse(stored[name])
    if (parsed.success) settings = { ...settings, [name]: parsed.data }
    else logger.log('warn', 'settings', `"${name}" cannot be read; the default is used`)
  }
  return settings
}

function readStored(file: string, logger: Logger): Readonly<Record<string, unknown>> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!isMissing) logger.log('warn', 'settings', 'the settings cannot be read; the defaults are used', { file })
    return {}
  }
}

function fileIn(folder: string): string {
  return join(folder, 'settings.json')
}

/** electron-store checks with JSON Schema what everything else checks with zod: one is made of the other. */
function jsonSchema(): Schema<Settings> {
  const made = NAMES.map((name) => {
    const { $schema: _, ...schema } = z.toJSONSchema(SETTING_SCHEMAS[name])
    return [name, schema]
  })
  return Object.fromEntries(made) as Schema<Settings>
}
