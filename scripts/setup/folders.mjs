// Owns where things are: the project itself, and the per-user cache folder that survives `npm ci` and a second
// clone.

import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the folder that holds package.json. (`import.meta.dirname` is missing on the Node versions
 * that must still get as far as being told that they are too old.) */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 * @returns {string} Absolute path; not created.
 */
export function cacheFolder(env = process.env, home = homedir()) {
  const chosen = env['XDG_CACHE_HOME']
  // The XDG base directory specification says that a relative path here is to be ignored.
  const base = chosen !== undefined && isAbsolute(chosen) ? chosen : join(home, '.cache')
  return join(base, 'f1-sculpture-gallery')
}
