// A folder for the time of one piece of work. It goes away with the work, also when that ends in an error or in
// process.exit() (which is how Ctrl-C ends a set-up).

import { mkdtempSync, rmSync } from 'node:fs'

/**
 * @template T
 * @param {string} prefix Path that the folder's name starts with; its parent must exist.
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTemporaryFolder(prefix, work) {
  const folder = mkdtempSync(prefix)
  const clear = () => rmSync(folder, { recursive: true, force: true })
  process.on('exit', clear)
  try {
    return await work(folder)
  } finally {
    process.off('exit', clear)
    clear()
  }
}
