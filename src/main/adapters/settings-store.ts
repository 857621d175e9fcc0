// The user's settings on electron-store: validated by a schema, kept across restarts. A file that cannot be
// read is set aside under another name, never overwritten, and the defaults are used.

import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Store, { type Schema } from 'electron-store'
import { SOURCE_KINDS, type SourceKind } from '@contract/ids'
import type { Logger } from '../core/ports'

export interface WindowPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
}

export interface Settings {
  /** `auto`: recorded sessions where they can be had, else the demo. */
  readonly source: SourceKind | 'auto'
  readonly window: WindowPlace | null
}

const DEFAULTS: Settings = { source: 'auto', window: null }

const integer = { type: 'integer' } as const
const SCHEMA: Schema<Settings> = {
  source: { type: 'string', enum: ['auto', ...SOURCE_KINDS] },
  window: {
    type: ['object', 'null'],
    properties: { x: integer, y: integer, width: integer, height: integer, isMaximized: { type: 'boolean' } },
    required: ['x', 'y', 'width', 'height', 'isMaximized'],
  },
}

export function openSettings(folder: string, logger: Logger): Store<Settings> {
  const open = () =>
    new Store<Settings>({ cwd: folder, name: 'settings', schema: SCHEMA, defaults: DEFAULTS })
  try {
    return open()
  } catch (error) {
    const file = join(folder, 'settings.json')
    if (!existsSync(file)) throw error
    const aside = `${file}.unreadable`
    renameSync(file, aside)
    logger.log('warn', 'settings', `the settings could not be read and were set aside as ${aside}`, {
      reason: String(error),
    })
    return open()
  }
}
