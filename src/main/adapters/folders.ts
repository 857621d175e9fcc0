// Where the application keeps its things, by platform convention. The command line runs without Electron and
// must find the same places, so the rule stands here and the window's process is told to follow it.

import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

const NAME = 'F1 Sculpture Gallery'

/** Below the user's folder. */
export const TASKS_FILE = 'tasks.json'
export const COST_FILE = 'session-costs.json'
export const LOG_FILE = join('logs', 'gallery.log')

export interface Folders {
  /** Settings, window state, logs. */
  readonly userData: string
  /** Everything that can be fetched or built again. */
  readonly cache: string
}

/** @param userData replaces the platform's place; the cache then lies inside it. */
export function findFolders(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  userData: string | null,
): Folders {
  if (userData !== null) return { userData, cache: join(userData, 'cache') }
  const home = homedir()
  if (platform === 'darwin') {
    const library = join(home, 'Library')
    return { userData: join(library, 'Application Support', NAME), cache: join(library, 'Caches', NAME) }
  }
  if (platform === 'win32') {
    const roaming = env['APPDATA'] ?? join(home, 'AppData', 'Roaming')
    const local = env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local')
    return { userData: join(roaming, NAME), cache: join(local, NAME, 'Cache') }
  }
  return {
    userData: join(chosenFolder(env['XDG_CONFIG_HOME']) ?? join(home, '.config'), NAME),
    cache: join(chosenFolder(env['XDG_CACHE_HOME']) ?? join(home, '.cache'), 'f1-sculpture-gallery'),
  }
}

/** As they are written: links are not followed. */
export function isSameFolder(one: string, other: string): boolean {
  return resolve(one) === resolve(other)
}

/** The XDG base directory specification: what is empty counts as unset, what is relative is to be ignored. */
function chosenFolder(value: string | undefined): string | null {
  return value !== undefined && isAbsolute(value) ? value : null
}
