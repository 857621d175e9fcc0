// The settings' file for who has no Electron: the command line. The application reads and writes it through
// electron-store.

import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { DEFAULT_SETTINGS, type Settings } from '@contract/settings'
import { SETTING_SCHEMAS } from '@contract/settings-schema'
import type { Logger } from '../core/ports'
import { writeAtomically } from './atomic-file'

export const SETTING_NAMES = Object.keys(SETTING_SCHEMAS) as readonly (keyof Settings)[]

export function settingsFile(folder: string): string {
  return join(folder, 'settings.json')
}

/** What is missing or cannot be read is as the defaults have it. The file is left as it is. */
export function readSettings(folder: string, logger: Logger): Settings {
  const stored = readStored(settingsFile(folder), logger)
  const readable: Partial<Record<keyof Settings, unknown>> = {}
  for (const name of SETTING_NAMES) {
    if (stored[name] === undefined) continue
    const parsed = SETTING_SCHEMAS[name].safeParse(stored[name])
    if (parsed.success) readable[name] = parsed.data
    else logger.log('warn', 'settings', `"${name}" cannot be read; the default is used`)
  }
  return { ...DEFAULT_SETTINGS, ...(readable as Partial<Settings>) }
}

/**
 * Changes one setting and leaves everything else in the file as it is. Only while no application runs, which holds its
 * own in memory. @throws the system's error.
 */
export async function writeSetting<K extends keyof Settings>(
  folder: string,
  name: K,
  value: Settings[K],
  logger: Logger,
): Promise<void> {
  const file = settingsFile(folder)
  await mkdir(folder, { recursive: true })
  const changed = { ...readStored(file, logger), [name]: value }
  await writeAtomically(file, Buffer.from(`${JSON.stringify(changed, null, '\t')}\n`))
}

function readStored(file: string, logger: Logger): Readonly<Record<string, unknown>> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!isMissing)
      logger.log('warn', 'settings', 'the settings cannot be read; the defaults are used', { file })
    return {}
  }
}
