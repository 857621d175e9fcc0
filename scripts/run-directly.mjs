// Tells a script that was started by name from one that was imported.

import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * @param {string} moduleUrl The asking module's `import.meta.url`. (`import.meta.main` came with Node 24.)
 */
export function isRunDirectly(moduleUrl) {
  const started = process.argv[1]
  // Through links: a module knows its real path, the command line the one that was typed.
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleUrl))
}
