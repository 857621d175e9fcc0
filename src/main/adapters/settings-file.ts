// The settings' file for who has no Electron: the command line. The application reads and writes it through
// electron-store, after what cannot be read in it has been mended here.

import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { MendedSettings, Settings } from '@contract/settings'
import type { Logger } from '../core/ports'
import { mendSettings, SETTING_NAMES } from '../core/settings/mend-settings'
import { isRecord } from '../core/settings/setting-fields'
import { writeAtomically } from './atomic-file'

type Stored = Readonly<Record<string, unknown>>

export function settingsFile(folder: string): string {
  return join(folder, 'settings.json')
}

/** What is missing or cannot be read is as the defaults have it. The file is left as it is. */
export function readSettings(folder: string, logger: Logger): Settings {
  const { settings, bad } = mendSettings(readOrNothing(settingsFile(folder), logger))
  for (const name of bad) logger.log('warn', 'settings', `"${name}" cannot be read; the default is used`)
  return settings
}

/**
 * Changes some settings and leaves everything else in the file as it is; what cannot be read is kept beside it first, as
 * at the application's start. Only while no application runs, which holds its own in memory. @throws the system's error.
 */
export async function writeSettings(
  folder: string,
  change: Partial<Settings>,
  logger: Logger,
): Promise<void> {
  const file = settingsFile(folder)
  await mkdir(folder, { recursive: true })
  mendSettingsFile(folder, logger)
  await writeAtomically(file, Buffer.from(textOf({ ...readOrNothing(file, logger), ...change })))
}

/**
 * Makes the file one that can be read, before anything depends on it: a field that cannot be read takes its default,
 * and the file as it was is kept beside it. Synchronous: there is nothing to start with before this.
 * @returns what was lost; null: nothing. @throws the system's error, with the file as it was.
 */
export function mendSettingsFile(folder: string, logger: Logger): MendedSettings | null {
  const file = settingsFile(folder)
  const aside = `${file}.unreadable`
  const keptAs = basename(aside)
  const stored = readStored(file)
  if (stored === 'missing') return null
  if (stored === 'unreadable') {
    renameSync(file, aside)
    logger.log('warn', 'settings', `the settings could not be read and were set aside as ${aside}`)
    return { fields: [], keptAs }
  }
  const { settings, bad, isChanged } = mendSettings(stored)
  if (!isChanged) return null
  if (bad.length > 0) copyFileSync(file, aside)
  // What was never set stays unset, so that a later default reaches who never chose.
  const mended = SETTING_NAMES.filter((name) => name in stored).map((name) => [name, settings[name]])
  const passing = `${file}.mended`
  writeFileSync(passing, textOf({ ...stored, ...Object.fromEntries(mended) }))
  renameSync(passing, file)
  if (bad.length === 0) return null
  const fields = bad.join(', ')
  logger.log('warn', 'settings', `fields that cannot be read have their defaults; kept as ${aside}`, {
    fields,
  })
  return { fields: bad, keptAs }
}

function textOf(settings: Stored): string {
  return `${JSON.stringify(settings, null, '\t')}\n`
}

function readOrNothing(file: string, logger: Logger): Stored {
  const stored = readStored(file)
  if (stored === 'unreadable')
    logger.log('warn', 'settings', 'the settings cannot be read; the defaults are used', { file })
  return typeof stored === 'string' ? {} : stored
}

function readStored(file: string): Stored | 'missing' | 'unreadable' {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isRecord(parsed) ? parsed : 'unreadable'
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return isMissing ? 'missing' : 'unreadable'
  }
}
